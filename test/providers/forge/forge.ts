import {
  connectionSettings,
  credentialName,
  discoveryProblems,
  type KnownRole,
  listProblems,
  type ListRead,
  type LiveScope,
  makeScope,
  type Page,
  type Provider,
  type ProviderModule,
  type ProviderSettings,
  type ProviderTraits,
  readList,
  type Scope,
  scopeTraits,
} from '../../../src/index.js';

const organization = scopeTraits({
  kind: 'organization',
  description: 'Name of a Forge organization. The scope of the document, or the organization of its team.',
  exclusive: true, // one role a person
  minHolders: [{ role: 'owner', min: 1 }],
});

const team = scopeTraits({
  kind: 'team',
  description: 'Name of a Forge team. Requires organization.',
  rootKind: 'organization', // and so addresses are forge/team/ORGANIZATION/TEAM
  exclusive: true,
  grantsOnlyUsersOfRoot: true,
});

const traits: ProviderTraits = {
  name: 'forge',
  title: 'Forge',
  peopleKey: null, // in people.yaml: ids: { forge: ada }
  scopes: [organization, team],
  cannotList: [],
};

/** Forge: organizations with their teams. */
export const forge: ProviderModule = {
  traits,
  settings: connectionSettings('forge', 'https://forge.example/api'),
  create: (settings) => provider(settings),
};

interface Member {
  readonly id: string;
  readonly email: string | null;
  readonly role: string;
}

const ROLES: Readonly<Record<string, readonly string[]>> = {
  organization: ['owner', 'member'],
  team: ['maintainer', 'member'],
};

function provider(settings: ProviderSettings): Provider {
  const pathOf = ({ kind, id, rootId }: Scope): string =>
    kind === 'team'
      ? `/orgs/${encodeURIComponent(rootId)}/teams/${encodeURIComponent(id)}/members`
      : `/orgs/${encodeURIComponent(id)}/members`;
  return {
    traits,

    async read({ root, scopes }, client) {
      const listOf = async (scope: Scope): Promise<ListRead<Member>> => {
        const list = await readList(client, {
          path: pathOf(scope),
          credential: credentialName(settings, root),
          pageOf,
          rowOf: memberOf,
          identity: ({ id }) => `member ${id}`,
        });
        return { ...list, rows: list.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }; // the same in any order
      };
      const members = await listOf(root); // who the users are is read in the organization
      const lists = await Promise.all(
        scopes.map(async (scope) => (scope.address === root.address ? members : await listOf(scope))),
      );
      const complete = members.problems.length === 0;
      return {
        root,
        complete,
        users: members.rows.map(({ id, email }) => ({
          id,
          email,
          name: null,
          lastLogin: null,
          twoFactor: null,
        })),
        scopes: scopes.map((scope, index) => liveScope(scope, lists[index] ?? members, complete)),
        wholePrincipals: null, // rows are not read principal by principal
        namedOnly: false, // everybody's rows were read
        unverifiable: new Set(),
        inactiveIsGone: false,
        problems: scopes.flatMap(({ address }, index) =>
          [...new Set([members, lists[index] ?? members])]
            .flatMap(listProblems)
            .map((problem) => ({ scope: address, ...problem })),
        ),
      };
    },

    async discover(root, client) {
      const list = await readList(client, {
        path: `/orgs/${encodeURIComponent(root.id)}/teams`,
        credential: credentialName(settings, root),
        pageOf,
        rowOf: (row) => {
          const name = textOf(row, 'name');
          return name === null ? `a team has no name: ${JSON.stringify(row)}` : { name };
        },
        identity: ({ name }) => `team ${name}`,
      });
      return {
        scopes: list.rows.map(({ name }) => ({ scope: makeScope(traits, team, name, root.id), name: null })),
        problems: discoveryProblems(root, [list]),
      };
    },

    writes({ change, scope, principal }) {
      if (principal === null) throw new Error(`nobody to write for in ${change.scope}`);
      const path = `${pathOf(scope)}/${encodeURIComponent(principal.id)}`;
      const credential = credentialName(settings, scope);
      const { from, to } = change;
      return to === null
        ? [{ request: { method: 'DELETE', path, credential }, gives: to, takes: from, doneStatuses: [404] }]
        : [
            {
              request: { method: 'PUT', path, credential, body: { role: to.role } },
              gives: to,
              takes: from,
              doneStatuses: [],
            },
          ];
    },

    refusal({ request, gives }, { body }) {
      if (request.method === 'DELETE' || textOf(body, 'role') === gives?.role) return null;
      return `the response does not repeat the role, but says ${JSON.stringify(body)}`;
    },
  };
}

function liveScope(scope: Scope, { rows, problems }: ListRead<Member>, rootComplete: boolean): LiveScope {
  return {
    scope,
    name: null,
    complete: rootComplete && problems.length === 0,
    assignments: rows.map(({ id, role }) => ({
      principal: { kind: 'user', id },
      role,
      roleId: role,
      status: 'active',
      keep: null,
    })),
    roles: (ROLES[scope.kind] ?? []).map(
      (role): KnownRole => ({ role, roleId: role, aliases: [], blocked: null }),
    ),
  };
}

/** A page is `{ items, total, next }`: without a total, nobody could tell a short list from a cut one. */
function pageOf({ body }: { readonly body: unknown }): Page | string {
  const { items, total, next } = fieldsOf(body);
  if (!Array.isArray(items)) return 'the response has no items';
  return {
    rows: items,
    total: typeof total === 'number' ? total : null,
    number: null,
    next: typeof next === 'string' ? { path: next } : null,
    problems: typeof total === 'number' ? [] : ['the response states no total'],
  };
}

function memberOf(row: unknown): Member | string {
  const id = textOf(row, 'login');
  const role = textOf(row, 'role');
  if (id === null || role === null) return `a member has no login or no role: ${JSON.stringify(row)}`;
  return { id, email: textOf(row, 'email')?.toLowerCase() ?? null, role };
}

function textOf(value: unknown, key: string): string | null {
  const text = fieldsOf(value)[key];
  return typeof text === 'string' && text !== '' ? text : null;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
