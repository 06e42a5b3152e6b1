import type { ContractServer } from '../contract.js';
import { type Reply, serve, token } from '../rig.js';

/** Login -> role, of the members of an organization and of each of its teams. */
export interface ForgeOrganization {
  readonly members: Record<string, string>;
  readonly teams: Record<string, Record<string, string>>;
}

/** Rows of a page. */
const PAGE = 2;

/** Serves organizations on loopback, as a system of somebody else's might; a write changes them. */
export async function serveForge(
  organizations: Readonly<Record<string, ForgeOrganization>>,
): Promise<ContractServer> {
  const requests: { method: string; path: string; query: string; body: string }[] = [];
  const { url, close } = await serve((target, method, { authorization }, body) => {
    const [path = '', query = ''] = target.split('?');
    requests.push({ method, path, query, body });
    if (authorization !== `Bearer ${token}`) return { status: 401, json: { message: 'who are you?' } };
    const [, , name = '', ...rest] = path.split('/').map(decodeURIComponent);
    const organization = organizations[name];
    return organization === undefined ? NOT_FOUND : answer(organization, rest, { method, path, query, body });
  });
  return { url, requests, close };
}

const NOT_FOUND: Reply = { status: 404, json: { message: 'not found' } };

function answer(
  { members, teams }: ForgeOrganization,
  [first = '', second, third, fourth]: readonly string[],
  { method, path, query, body }: ContractServer['requests'][number],
): Reply {
  if (first === 'teams' && second === undefined)
    return paged(
      path,
      query,
      Object.keys(teams).map((name) => ({ name })),
    );
  const held = first === 'members' ? members : teams[second ?? ''];
  const login = first === 'members' ? second : fourth;
  if (held === undefined || (first === 'teams' && third !== 'members')) return NOT_FOUND;
  if (login === undefined) {
    const rows = Object.entries(held).map(([each, role]) => ({
      login: each,
      email: `${each}@acme.test`,
      role,
    }));
    return paged(path, query, rows);
  }
  if (method === 'DELETE') {
    if (!(login in held)) return NOT_FOUND;
    delete held[login];
    return { json: {} };
  }
  const { role } = JSON.parse(body) as { readonly role: string };
  held[login] = role;
  return { json: { login, role } };
}

function paged(path: string, query: string, rows: readonly unknown[]): Reply {
  const from = Number(new URLSearchParams(query).get('from') ?? '0');
  const next = from + PAGE < rows.length ? `${path}?from=${from + PAGE}` : null;
  return { json: { items: rows.slice(from, from + PAGE), total: rows.length, next } };
}
