import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

interface Account {
  readonly id: number;
  readonly login: string;
  readonly email: string;
  readonly name: string;
}

/** A small double of Grafana's organizations API, as strict as its documentation. */
export async function startGrafana(
  accounts: readonly Account[],
  organizations: Readonly<Record<string, { readonly name: string; readonly roles: Record<string, string> }>>,
  authorization: string,
) {
  const requests: string[] = [];
  const answer = (method: string, url: URL, body: unknown): { status: number; json: unknown } => {
    const not = (status: number, message: string) => ({ status, json: { message } });
    if (method === 'GET' && url.pathname === '/api/users/search') {
      const [page, size] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('perpage'))];
      const users = accounts.slice((page - 1) * size, page * size);
      return { status: 200, json: { totalCount: accounts.length, users, page, perPage: size } };
    }
    const [, id = '', users, userId] =
      /^\/api\/orgs\/(\d+)(?:\/(users)(?:\/(\d+))?)?$/u.exec(url.pathname) ?? [];
    const organization = organizations[id];
    if (organization === undefined) return not(404, 'Organization not found');
    const fields = Object(body) as Record<string, unknown>;
    switch (`${method} ${users ?? ''} ${userId === undefined ? '' : 'one'}`.trim()) {
      case 'GET':
        return { status: 200, json: { id: Number(id), name: organization.name } };
      case 'GET users': {
        const rows = Object.entries(organization.roles).map(([user, role]) => {
          const account = accounts.find((each) => String(each.id) === user);
          return { orgId: Number(id), userId: Number(user), ...account, role };
        });
        return { status: 200, json: rows };
      }
      case 'POST users': {
        const account = accounts.find(({ email, login }) =>
          [email, login].includes(String(fields['loginOrEmail'])),
        );
        if (account === undefined) return not(404, 'user not found');
        if (organization.roles[account.id] !== undefined)
          return not(409, 'User is already member of this organization');
        organization.roles[account.id] = String(fields['role']);
        return { status: 200, json: { message: 'User added to organization', userId: account.id } };
      }
      case 'PATCH users one':
        if (organization.roles[userId ?? ''] === undefined) return not(404, 'user not found');
        organization.roles[userId ?? ''] = String(fields['role']);
        return { status: 200, json: { message: 'Organization user updated' } };
      case 'DELETE users one':
        if (organization.roles[userId ?? ''] === undefined) return not(404, 'user not found');
        delete organization.roles[userId ?? ''];
        return { status: 200, json: { message: 'User removed from organization' } };
      default:
        return not(405, 'Method not allowed');
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      requests.push(`${request.method} ${request.url}${text === '' ? '' : ` ${text}`}`);
      const allowed = request.headers.authorization === authorization;
      const body: unknown = text === '' ? null : JSON.parse(text);
      const { status, json } = allowed
        ? answer(request.method ?? '', new URL(request.url ?? '', 'http://grafana.test'), body)
        : { status: 401, json: { message: 'Invalid username or password' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
