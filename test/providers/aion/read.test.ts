import { afterEach, describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../../src/model/live.js';
import type { PrincipalRef } from '../../../src/model/principal.js';
import { aion } from '../../../src/providers/aion/index.js';
import type { AionBehaviour } from '../../../src/providers/aion/sandbox/behaviour.js';
import type { Account as AccountSeed } from '../../../src/generated/aion-seed.js';
import { startSandbox } from '../../sandbox/start.js';
import { held, type Reply, rigFor, scopeOf, serve, settingsFor, token } from '../rig.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const account = scopeOf(aion, 'account', 'orbit');
const apollo = scopeOf(aion, 'project', 'apollo', 'orbit');
const byId = (value: string): PrincipalRef => ({ kind: 'user', by: 'id', value });
const byEmail = (value: string): PrincipalRef => ({ kind: 'user', by: 'email', value });
const groupRef = (value: string): PrincipalRef => ({ kind: 'group', by: 'id', value });
const roles = '/api/v1/accounts/orbit/roles';

const orbit: AccountSeed = {
  id: 'orbit',
  projects: ['apollo', 'gemini'],
  users: [
    { id: 'ada', email: 'Ada@acme.test', name: 'Ada' },
    { id: 'lin', email: 'lin@acme.test', name: 'Lin' },
    { id: 'twin1', email: 'twin@acme.test', name: 'Twin' },
    { id: 'twin2', email: 'Twin@acme.test', name: 'Twin' },
  ],
  groups: [{ id: 'data', members: ['ada'] }],
  customRoles: [],
  assignments: [
    { user: 'ada', role: 'account_admin' },
    { user: 'ada', role: 'project_reader', project: 'gemini' },
    { user: 'lin', role: 'project_reader', project: 'apollo' },
    { group: 'data', role: 'project_reader', project: 'apollo' },
  ],
};

interface Wanted {
  readonly named?: readonly PrincipalRef[];
  readonly everyone?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly behaviour?: Partial<AionBehaviour>;
  readonly seed?: AccountSeed;
}

async function readSandbox({
  named = [],
  everyone = true,
  options = {},
  behaviour = {},
  seed = orbit,
}: Wanted) {
  const sandbox = await startSandbox({
    seed: { aion: { tokens: [{ variable: 'TOKEN', token }], accounts: [seed] } },
    aion: behaviour,
  });
  const { provider, client } = rigFor(
    aion,
    settingsFor(aion, sandbox.url, { readUsers: 'named', ...options }),
  );
  closing.push(sandbox.close, client.destroy);
  const live = await provider.read(
    { root: account, scopes: [account, apollo], named, everyone },
    client.reading,
  );
  const asked = sandbox.requests.map(({ path }) => path).filter((path) => path.startsWith(`${roles}/users/`));
  return { live, sandbox, read: asked.map((path) => path.slice(`${roles}/users/`.length)).sort() };
}

describe('where only the named are wanted', () => {
  test('their rows alone are read, found by id or by e-mail', async () => {
    const { live, read } = await readSandbox({
      everyone: false,
      named: [byEmail('ADA@acme.test'), byId('lin')],
    });
    expect(read).toEqual(['ada', 'lin']);
    expect(live.namedOnly).toBe(true);
    expect([...(live.wholePrincipals ?? [])]).toEqual(['user:ada', 'user:lin']);
    expect(live.users.map(({ id }) => id)).toEqual(['ada', 'lin', 'twin1', 'twin2']);
  });

  test('nobody is read who is named twice, not listed, or not told apart by the e-mail', async () => {
    const named = [byId('ada'), byEmail('ada@acme.test'), byId('nobody'), byEmail('twin@acme.test')];
    const { live, read } = await readSandbox({ everyone: false, named });
    expect(read).toEqual(['ada']);
    expect(live.complete).toBe(true);
  });
});

describe('where nothing is pruned', () => {
  const crowd: AccountSeed = {
    ...orbit,
    users: [
      ...orbit.users,
      ...Array.from({ length: 30 }, (_, index) => ({
        id: `user${index}`,
        email: `user${index}@acme.test`,
        name: 'Crowd',
      })),
    ],
  };
  const named = [byId('ada')];

  test('a few users beyond those named are read, so that what they hold is seen', async () => {
    const { live, read } = await readSandbox({ everyone: false, named, options: { readUsers: 'auto' } });
    expect(read).toEqual(['ada', 'lin', 'twin1', 'twin2']);
    expect(live.namedOnly).toBe(false);
  });

  test('of many users only those named are read', async () => {
    const { live, read } = await readSandbox({
      everyone: false,
      named,
      seed: crowd,
      options: { readUsers: 'auto' },
    });
    expect(read).toEqual(['ada']);
    expect(live.namedOnly).toBe(true);
  });

  test('readUsers: all reads everyone all the same', async () => {
    const { live, read } = await readSandbox({
      everyone: false,
      named,
      seed: crowd,
      options: { readUsers: 'all' },
    });
    expect(read).toHaveLength(34);
    expect(live.namedOnly).toBe(false);
  });
});

test('where everyone is wanted, nobody is left out', async () => {
  const { live, read } = await readSandbox({});
  expect(read).toEqual(['ada', 'lin', 'twin1', 'twin2']);
  expect(live.namedOnly).toBe(false);
});

test('rows of projects that are not wanted are left out', async () => {
  const { live } = await readSandbox({});
  expect(held(live)).toEqual([
    'aion/account/orbit user:ada account_admin active',
    'aion/project/orbit/apollo user:lin project_reader active',
  ]);
});

describe('groups', () => {
  test('are read like users where they are named', async () => {
    const { live, read } = await readSandbox({ everyone: false, named: [groupRef('data')] });
    expect(read).toEqual(['data']);
    expect(held(live)).toEqual(['aion/project/orbit/apollo group:data project_reader active group']);
    expect([...(live.wholePrincipals ?? [])]).toEqual(['group:data']);
    expect(live.unverifiable).toEqual(new Set());
  });

  test('that the API does not read cannot be verified, which is no problem', async () => {
    const { live } = await readSandbox({ named: [groupRef('data')], behaviour: { groupReads: false } });
    expect(live.unverifiable).toEqual(new Set(['group:data']));
    expect(live.wholePrincipals?.has('group:data')).toBe(false);
    expect(live.problems).toEqual([]);
  });

  test('with the id of a user cannot be verified, and are not read', async () => {
    const { live, read } = await readSandbox({ named: [groupRef('ada')] });
    expect(read).toEqual(['ada', 'lin', 'twin1', 'twin2']);
    expect(live.unverifiable).toEqual(new Set(['group:ada']));
    expect(live.wholePrincipals?.has('user:ada')).toBe(true);
  });

  test('are not read where they are write-only', async () => {
    const { live, read } = await readSandbox({
      named: [groupRef('data')],
      everyone: false,
      options: { groups: 'write-only' },
    });
    expect(read).toEqual([]);
    expect(live.unverifiable).toEqual(new Set(['group:data']));
  });
});

test('a user with 250 roles is read whole, over several pages', async () => {
  const projects = Array.from({ length: 250 }, (_, index) => `p${index}`);
  const assignments = projects.map((project) => ({ user: 'ada', role: 'project_reader', project }));
  const seed = { ...orbit, projects: [...projects, 'apollo'], assignments, groups: [] };
  const { live, sandbox } = await readSandbox({ seed, everyone: false, named: [byId('ada')] });
  expect(live.problems).toEqual([]);
  const pages = sandbox.requests.filter(({ path }) => path.endsWith('/users/ada')).map(({ query }) => query);
  expect(pages).toEqual(['page=1&pageSize=100', 'page=2&pageSize=100', 'page=3&pageSize=100']);
});

test('the roles of users are paged by the parameters of the settings, those of the account as documented', async () => {
  const pageParameters = { page: 'p', size: 'limit', max: 50 };
  const { live, sandbox } = await readSandbox({ options: { pageParameters }, behaviour: { pageParameters } });
  expect(live.problems).toEqual([]);
  const queries = sandbox.requests
    .filter(({ path }) => path.endsWith('/ada') || path === roles)
    .map(({ query }) => query);
  expect(queries.sort()).toEqual(['p=1&limit=50', 'page=1&pageSize=100']);
});

test('roles held twice, by oneself and through a group, are one where the settings say that it may be', async () => {
  const seed = {
    ...orbit,
    assignments: [
      ...orbit.assignments,
      { user: 'ada', role: 'project_reader', project: 'apollo', status: 'INACTIVE' as const },
    ],
  };
  const behaviour = { inheritedRows: true };
  const direct = await readSandbox({ seed, behaviour });
  expect(direct.live.complete).toBe(false);
  const { live } = await readSandbox({ seed, behaviour, options: { userRoles: 'may-include-inherited' } });
  expect(live.problems).toEqual([]);
  expect(held(live)).toContain('aion/project/orbit/apollo user:ada project_reader active maybe-inherited');
});

test('an inactive row counts as gone where revoking means deactivating', async () => {
  expect((await readSandbox({ options: { revoke: 'deactivate' } })).live.inactiveIsGone).toBe(true);
  expect((await readSandbox({})).live.inactiveIsGone).toBe(false);
});

describe('where the API does not list inactive roles', () => {
  const seed = {
    ...orbit,
    assignments: [
      ...orbit.assignments,
      { user: 'ada', role: 'project_reader', project: 'apollo', status: 'INACTIVE' as const },
    ],
  };
  const inactive = 'aion/project/orbit/apollo user:ada project_reader inactive';

  test('they are asked for apart where the settings say so', async () => {
    const hidden = { seed, behaviour: { inactiveListed: false } };
    expect(held((await readSandbox(hidden)).live)).not.toContain(inactive);
    const { live, sandbox } = await readSandbox({ ...hidden, options: { inactiveRows: 'hidden' } });
    expect(live.problems).toEqual([]);
    expect(held(live)).toContain(inactive);
    const queries = sandbox.requests.filter(({ path }) => path.endsWith('/ada')).map(({ query }) => query);
    expect(queries).toEqual(['page=1&pageSize=100', 'page=1&pageSize=100&status=INACTIVE']);
  });

  test('a row that comes both ways is one', async () => {
    const { live } = await readSandbox({ seed, options: { inactiveRows: 'hidden' } });
    expect(live.problems).toEqual([]);
    expect(held(live).filter((line) => line === inactive)).toHaveLength(1);
  });

  test('an active one among them leaves the account incomplete', async () => {
    const data = [{ roleId: 'account_admin', status: 'ACTIVE' }];
    const list = { json: { data, meta: { total: 1, page: 1, pageSize: 100, totalPages: 1 } } };
    const live = await readTable(
      {
        '/api/v1/accounts/orbit/users': { json: { users: [{ id: 'ada' }], total: 1 } },
        [roles]: { json: { data: [], meta: { total: 0, page: 1, pageSize: 100, totalPages: 0 } } },
        [`${roles}/users/ada`]: list,
      },
      [],
      { inactiveRows: 'hidden' },
    );
    expect(live.complete).toBe(false);
    expect(live.problems[0]?.message).toContain('is active, and only inactive ones were asked for');
  });
});

/** Reads from a table of answers, by the path without its query. */
async function readTable(
  answers: Readonly<Record<string, Reply>>,
  named: readonly PrincipalRef[] = [],
  options: Readonly<Record<string, unknown>> = {},
): Promise<LiveRoot> {
  const server = await serve((path) => answers[path.split('?')[0] ?? ''] ?? { status: 404, json: {} });
  const { provider, client } = rigFor(aion, settingsFor(aion, server.url, options));
  closing.push(server.close, client.destroy);
  return provider.read({ root: account, scopes: [account, apollo], named, everyone: true }, client.reading);
}

const listed = (...ids: string[]) => ({
  json: { users: ids.map((id) => ({ id, email: `${id}@acme.test` })), total: ids.length },
});
const data = (...rows: object[]) => ({
  json: { data: rows, meta: { total: rows.length, page: 1, pageSize: 100, totalPages: 1 } },
});
const role = (id: string, scope: string, more: object = {}) => ({
  id,
  name: id,
  scope,
  status: 'ACTIVE',
  ...more,
});
const active = (roleId: string, more: object = {}) => ({ roleId, status: 'ACTIVE', ...more });
const users = '/api/v1/accounts/orbit/users';

describe('a read that is not whole', () => {
  test('leaves the users whole whose own rows were', async () => {
    const live = await readTable({
      [users]: listed('ada', 'lin'),
      [roles]: data(role('account_admin', 'ACCOUNT')),
      [`${roles}/users/ada`]: data(active('account_admin')),
    });
    expect(live.complete).toBe(false);
    expect(live.wholePrincipals).toEqual(new Set(['user:ada']));
    expect(held(live)).toEqual(['aion/account/orbit user:ada account_admin active']);
  });

  test('without the users leaves nobody whole, and groups alone', async () => {
    const live = await readTable({ [roles]: data() }, [groupRef('data')]);
    expect(live.wholePrincipals).toEqual(new Set());
    expect(live.unverifiable).toEqual(new Set());
  });

  test('tells a cause once where it fails for many, and some of what is wrong with many answers', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `u${index}`);
    const failed = await readTable({ [users]: listed(...ids), [roles]: data() });
    expect(failed.problems.filter(({ scope }) => scope === account.address)).toHaveLength(1);
    expect(failed.problems[0]?.cause).toMatchObject({ key: expect.stringContaining('404') });
    const rows = Object.fromEntries(ids.map((id) => [`${roles}/users/${id}`, {}]));
    const live = await readTable({ [users]: listed(...ids), [roles]: data(), ...rows });
    expect(live.problems.filter(({ scope }) => scope === account.address)).toHaveLength(21);
    expect(live.problems.map(({ message }) => message)).toContain('and 80 more of this kind');
  });
});

test('rows that must stay say why', async () => {
  const live = await readTable({
    [users]: listed('ada'),
    [roles]: data(
      role('project_reader', 'PROJECT'),
      role('account_admin', 'ACCOUNT'),
      role('team_member', 'RESOURCE'),
      role('gpu', 'RESOURCE'),
    ),
    [`${roles}/users/ada`]: data(
      active('team_member'),
      active('gpu', { projectId: 'apollo' }),
      active('unheard_of'),
      active('project_reader', { projectId: null }),
      active('project_reader', { projectId: 'apollo' }),
      active('account_admin', { projectId: '' }),
      active('account_admin', { projectId: 'apollo' }),
    ),
  });
  expect(live.problems).toEqual([]);
  expect(held(live)).toEqual([
    'aion/account/orbit user:ada account_admin active',
    'aion/account/orbit user:ada project_reader active project-missing',
    'aion/account/orbit user:ada team_member active system-role',
    'aion/account/orbit user:ada unheard_of active unknown-role',
    'aion/project/orbit/apollo user:ada account_admin active unknown-role',
    'aion/project/orbit/apollo user:ada gpu active resource-role',
    'aion/project/orbit/apollo user:ada project_reader active',
  ]);
});

test('a role can be granted where its scope fits, by its id or a name that fits no other', async () => {
  const live = await readTable({
    [users]: listed('ada'),
    [roles]: data(
      role('account_admin', 'ACCOUNT'),
      role('gpu', 'RESOURCE', { name: 'GPU' }),
      role('c1', 'PROJECT', { name: 'Operator', projectId: 'apollo' }),
      role('c2', 'PROJECT', { name: 'Operator', projectId: 'gemini' }),
      role('c3', 'PROJECT', { name: 'Twin' }),
      role('c4', 'PROJECT', { name: 'Twin' }),
      role('c5', 'PROJECT', { name: 'account_admin' }),
    ),
    [`${roles}/users/ada`]: data(),
  });
  const known = live.scopes.map(({ roles: all }) =>
    all.map(({ role: id, aliases, blocked }) => [id, aliases.join(), blocked]),
  );
  expect(known[0]?.filter(([, , blocked]) => blocked === null)).toEqual([['account_admin', '', null]]);
  expect(known[1]).toEqual([
    ['Twin', '', expect.stringContaining('c3, c4')],
    ['account_admin', '', expect.stringContaining('ACCOUNT scope')],
    ['c1', 'Operator', null],
    ['c2', '', expect.stringContaining('another project, "gemini"')],
    ['c3', '', null],
    ['c4', '', null],
    ['c5', '', null],
    ['gpu', 'GPU', expect.stringContaining('RESOURCE')],
  ]);
});

test('users are asked of their own service where the settings name one', async () => {
  const service = await serve(() => listed('ada'));
  const main = await serve(() => data());
  const settings = { ...settingsFor(aion, main.url), otherUrls: { usersUrl: `${service.url}/people` } };
  const { provider, client } = rigFor(aion, settings);
  closing.push(service.close, main.close, client.destroy);
  const live = await provider.read(
    { root: account, scopes: [account], named: [], everyone: true },
    client.reading,
  );
  expect(service.asked).toEqual([`GET /people${users}`]);
  expect(main.asked).not.toContain(`GET ${users}`);
  expect(live.complete).toBe(true);
});

test('reading an account again asks only for the rows, and is complete where they are', async () => {
  const answers: Readonly<Record<string, Reply>> = {
    [users]: listed('ada', 'lin'),
    [roles]: data(role('account_admin', 'ACCOUNT'), role('project_reader', 'PROJECT')),
    [`${roles}/users/ada`]: data(active('account_admin'), active('project_reader', { projectId: 'apollo' })),
  };
  const server = await serve((path) => answers[path.split('?')[0] ?? ''] ?? { status: 404, json: {} });
  const { provider, client } = rigFor(aion, settingsFor(aion, server.url));
  closing.push(server.close, client.destroy);
  const scopes = [account, apollo];
  const known = await provider.read({ root: account, scopes, named: [], everyone: true }, client.reading);
  expect(known.complete).toBe(false);
  const asked = server.asked.length;
  const request = { known, scopes, principals: [{ kind: 'user', id: 'ada' } as const] };
  const live = await provider.reread?.(request, client.reading);
  if (live === undefined) throw new Error('Aion can be read again');
  expect(server.asked.slice(asked)).toEqual([`GET ${roles}/users/ada?page=1&pageSize=100`]);
  expect(live.complete).toBe(true);
  expect(held(live)).toEqual(held(known));
  expect(live.scopes.map((scope) => scope.roles)).toEqual(known.scopes.map((scope) => scope.roles));
});

test('a group that could not be read before is not asked for again', async () => {
  const { live: known } = await readSandbox({ named: [groupRef('data')], behaviour: { groupReads: false } });
  const server = await serve(() => data());
  const { provider, client } = rigFor(aion, settingsFor(aion, server.url));
  closing.push(server.close, client.destroy);
  const request = { known, scopes: [account], principals: [{ kind: 'group', id: 'data' } as const] };
  const live = await provider.reread?.(request, client.reading);
  expect(live?.unverifiable).toEqual(new Set(['group:data']));
  expect(server.asked).toEqual([]);
});
