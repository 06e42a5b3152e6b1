import type { Reply } from '../rig.js';

/** A role of a person, as the double keeps it. */
export interface HeldRole {
  readonly id: string;
  /** Held through a group: it is in no list that is written. */
  readonly inherited?: true;
}

export interface RoleListOptions {
  /** What each person holds, in the order in which it is answered. */
  readonly held: Readonly<Record<string, readonly (string | HeldRole)[]>>;
  /** What may be added and taken away, as `ada +editor`; everything else in a list that is sent is refused. */
  readonly asked: readonly string[];
  /** Of each role, what a list that is sent has of it; its id if left out. */
  readonly roleIn?: (element: unknown) => unknown;
  /** How many reads of somebody's roles after a write still show those before. */
  readonly lag?: number;
  /** Told of each request before it is answered; what it returns is the answer. */
  readonly meanwhile?: (request: string, held: Map<string, HeldRole[]>) => Reply | undefined;
}

/**
 * A double whose only write replaces all roles of a person. It refuses a list that lost or gained what nobody asked for, that
 * has anything twice, or that has what the person holds through a group alone.
 */
export class RoleListServer {
  readonly held: Map<string, HeldRole[]>;
  /** Why lists were refused. */
  readonly violations: string[] = [];
  readonly #stale = new Map<string, { readonly roles: readonly HeldRole[]; left: number }>();

  constructor(private readonly options: RoleListOptions) {
    const entries = Object.entries(options.held).map(([person, roles]): [string, HeldRole[]] => [
      person,
      roles.map((role) => (typeof role === 'string' ? { id: role } : role)),
    ]);
    this.held = new Map(entries);
  }

  /** What somebody holds directly, in the order of the double. */
  direct(person: string): readonly string[] {
    return (this.held.get(person) ?? []).filter(({ inherited }) => inherited !== true).map(({ id }) => id);
  }

  readonly answer = (path: string, method: string, _: unknown, body: string): Reply => {
    const early = this.options.meanwhile?.(`${method} ${path}`, this.held);
    if (early !== undefined) return early;
    const url = new URL(path, 'http://double.test');
    const [, person] = /^\/users\/([^/]+)\/roles$/u.exec(url.pathname) ?? [];
    if (method === 'GET') return { json: person === undefined ? this.#people() : this.#rolesOf(person) };
    if (method !== 'PUT' || person === undefined) return { status: 405, json: {} };
    const query = url.searchParams.getAll('role');
    return this.#replace(person, body === '' ? query : (JSON.parse(body) as { roles: unknown }).roles);
  };

  #people(): unknown {
    return [...this.held].map(([id, roles]) => ({ id, roles: roles.map(row) }));
  }

  #rolesOf(person: string): unknown {
    const stale = this.#stale.get(person);
    if (stale !== undefined && stale.left > 0) {
      stale.left -= 1;
      return stale.roles.map(row);
    }
    return (this.held.get(person) ?? []).map(row);
  }

  #replace(person: string, list: unknown): Reply {
    const { asked, roleIn = (element) => element } = this.options;
    if (!Array.isArray(list)) return this.#refuse(person, `no list: ${JSON.stringify(list)}`);
    const sent = list.map(roleIn);
    const before = this.direct(person);
    if (new Set(sent).size !== sent.length) return this.#refuse(person, `something twice: ${sent.join()}`);
    const changes = [
      ...before.filter((id) => !sent.includes(id)).map((id) => `${person} -${id}`),
      ...sent.filter((id) => !before.includes(String(id))).map((id) => `${person} +${String(id)}`),
    ];
    const strange = changes.filter((change) => !asked.includes(change));
    if (strange.length > 0) return this.#refuse(person, strange.join());
    this.#stale.set(person, { roles: this.held.get(person) ?? [], left: this.options.lag ?? 0 });
    const inherited = (this.held.get(person) ?? []).filter((role) => role.inherited === true);
    this.held.set(person, [...sent.map((id) => ({ id: String(id) })), ...inherited]);
    return { json: {} };
  }

  #refuse(person: string, why: string): Reply {
    this.violations.push(`${person}: ${why}`);
    return { status: 422, json: { message: why } };
  }
}

function row({ id, inherited }: HeldRole) {
  return { role: id, inherited: inherited === true };
}

/** A connector of the double: whose roles are read person by person, or as a list in the row of each person. */
export function roleListConnector({
  write = '{ put: "/users/{person}/roles", body: { roles: "{roles}" } }',
  read = '{ get: "/users/{person}/roles", for: person, role: role, inherited: { at: inherited, is: true } }',
  kind = '',
  roles = '[{ id: viewer }, { id: editor }, { id: admin }]',
} = {}): string {
  return `connector: 1
title: Test
paging: { by: whole }
people: { list: { get: /users, id: id } }
kinds:
  directory:
    description: Any name.
    roles: ${roles}
    assignments: [${read}]
    grant: ${write}
    revoke: ${write}
${kind}`;
}
