import { describe, expect, it } from 'vitest';
import { connectorRun, type ConnectorRunOptions } from './run.js';
import { type RoleListOptions, RoleListServer, roleListConnector } from './role-list-server.js';

/** A double with its files; `access` is the role block of its one document. */
async function world(
  options: RoleListOptions,
  access: string,
  { connector = roleListConnector(), ...more }: Partial<ConnectorRunOptions> = {},
) {
  const double = new RoleListServer(options);
  const run = await connectorRun({
    connector,
    access: `directory: main\n${access}\n`,
    answer: double.answer,
    ...more,
  });
  return { double, run };
}

/** What the double says to the nth request that begins so, and what happens before. */
function onNth(start: string, nth: number, happens: NonNullable<RoleListOptions['meanwhile']>) {
  let count = 0;
  return ((request, held) =>
    request.startsWith(start) && (count += 1) === nth
      ? happens(request, held)
      : undefined) satisfies RoleListOptions['meanwhile'];
}

describe('a write that replaces all roles of a person', () => {
  it('keeps what the person holds besides, in its order, and nothing that is inherited', async () => {
    const held = { ada: ['admin', 'legacy', { id: 'editor', inherited: true } as const], lin: ['viewer'] };
    const { double, run } = await world(
      { held, asked: ['ada +viewer', 'lin -viewer'] },
      'prune: listed\nroles: { viewer: [ada], admin: [ada] }',
    );
    const { summary, converged } = await run.apply();
    expect([summary.applied, converged, double.violations]).toEqual([2, true, []]);
    expect(run.written().toSorted()).toEqual([
      'PUT /users/ada/roles {"roles":["admin","legacy","viewer"]}',
      'PUT /users/lin/roles {"roles":[]}',
    ]);
    expect((await run.plan()).changes).toEqual([]);
  });

  it('reads the roles of that person alone before it, and neither people nor roles again', async () => {
    const { run } = await world(
      { held: { ada: ['viewer'], lin: ['viewer'] }, asked: ['ada +admin'] },
      'roles: { viewer: [ada, lin], admin: [ada] }',
    );
    const writing = run.server.asked.length;
    await run.apply();
    const asked = run.server.asked.slice(writing);
    const put = asked.indexOf('PUT /users/ada/roles {"roles":["viewer","admin"]}');
    expect(asked.slice(put - 1)).toEqual([
      'GET /users/ada/roles',
      'PUT /users/ada/roles {"roles":["viewer","admin"]}',
      'GET /users/ada/roles',
    ]);
  });

  it('replaces one role by another in one request', async () => {
    const { double, run } = await world(
      { held: { ada: ['viewer', 'admin'] }, asked: ['ada +editor', 'ada -viewer'] },
      'prune: listed\nroles: { viewer: [], editor: [ada], admin: [ada] }',
    );
    await run.apply();
    expect([run.written(), double.direct('ada')]).toEqual([
      ['PUT /users/ada/roles {"roles":["admin","editor"]}'],
      ['admin', 'editor'],
    ]);
  });

  it('writes the changes of one person one after the other, each from a read of its own', async () => {
    const { double, run } = await world(
      { held: { ada: ['legacy'] }, asked: ['ada +viewer', 'ada +editor', 'ada +admin'] },
      'roles: { viewer: [ada], editor: [ada], admin: [ada] }',
    );
    expect((await run.apply()).summary).toMatchObject({ applied: 3, failed: 0 });
    expect([double.violations, double.direct('ada').toSorted()]).toEqual([
      [],
      ['admin', 'editor', 'legacy', 'viewer'],
    ]);
    expect(run.written()).toHaveLength(3);
  });

  it('keeps a role that somebody else granted after the plan was made', async () => {
    const meanwhile = onNth('GET /users/ada/roles', 2, (_, held) => {
      held.get('ada')?.push({ id: 'editor' });
      return undefined;
    });
    const { double, run } = await world(
      { held: { ada: ['viewer'] }, asked: ['ada +admin'], meanwhile },
      'roles: { admin: [ada] }',
    );
    await run.apply();
    expect([double.violations, double.direct('ada')]).toEqual([[], ['viewer', 'editor', 'admin']]);
  });

  it('does not give back a role that somebody else revoked after the plan was made', async () => {
    const meanwhile = onNth('GET /users/ada/roles', 2, (_, held) => {
      held.set('ada', []);
      return undefined;
    });
    const { double, run } = await world(
      { held: { ada: ['viewer'] }, asked: ['ada +admin'], meanwhile },
      'roles: { admin: [ada] }',
    );
    await run.apply();
    expect([double.violations, double.direct('ada')]).toEqual([[], ['admin']]);
  });

  it('is not sent where somebody else did the same meanwhile', async () => {
    const meanwhile = onNth('GET /users/ada/roles', 2, (_, held) => {
      held.get('ada')?.push({ id: 'admin' });
      return undefined;
    });
    const { run } = await world(
      { held: { ada: ['viewer'] }, asked: [], meanwhile },
      'roles: { admin: [ada] }',
    );
    const { summary, converged } = await run.apply();
    expect([summary.applied, converged, run.written()]).toEqual([1, true, []]);
  });

  it.each([
    ['a role that is null', { json: [{ role: null, inherited: false }] }],
    ['a row that does not say whether it is inherited', { json: [{ role: 'viewer' }] }],
    ['another list', { json: { error: 'busy' } }],
    [
      'a page of several',
      {
        json: [{ role: 'viewer', inherited: false }],
        headers: { link: '</users/ada/roles?page=2>; rel="next"' },
      },
    ],
    ['no answer', { status: 403, json: {} }],
  ])('is refused before anything is sent where the read right before it finds %s', async (_, reply) => {
    const meanwhile = onNth('GET /users/ada/roles', 2, () => reply);
    const { run } = await world(
      { held: { ada: ['viewer'] }, asked: [], meanwhile },
      'roles: { admin: [ada] }',
    );
    const { results } = await run.apply();
    expect(results[0]).toMatchObject({ status: 'failed' });
    expect(results[0]?.reason).toContain('not sent, since it would replace all roles of this person');
    expect(run.written()).toEqual([]);
  });

  it('is made anew where the server throttles it, from what is held by then', async () => {
    const meanwhile = onNth('PUT /users/ada/roles', 1, (_, held) => {
      held.get('ada')?.push({ id: 'editor' });
      return { status: 429, headers: { 'retry-after': '0' }, json: {} };
    });
    const { double, run } = await world(
      { held: { ada: ['viewer'] }, asked: ['ada +admin'], meanwhile },
      'roles: { admin: [ada] }',
    );
    const { summary } = await run.apply();
    expect([summary.applied, double.violations]).toEqual([1, []]);
    expect(run.written()).toEqual([
      'PUT /users/ada/roles {"roles":["viewer","admin"]}',
      'PUT /users/ada/roles {"roles":["viewer","editor","admin"]}',
    ]);
  });

  it('is made anew where its answer was lost and it did not land', async () => {
    const meanwhile = onNth('PUT /users/ada/roles', 1, (_, held) => {
      held.get('ada')?.push({ id: 'editor' });
      return { status: 502, json: {} };
    });
    const { double, run } = await world(
      { held: { ada: ['viewer'] }, asked: ['ada +admin'], meanwhile },
      'roles: { admin: [ada] }',
    );
    expect((await run.apply()).summary.applied).toBe(1);
    expect([double.violations, double.direct('ada')]).toEqual([[], ['viewer', 'editor', 'admin']]);
  });

  it('waits until the API shows what was written for the person before', async () => {
    const sleep = () => Promise.resolve();
    const { double, run } = await world(
      { held: { ada: [] }, asked: ['ada +viewer', 'ada +editor', 'ada +admin'], lag: 2 },
      'roles: { viewer: [ada], editor: [ada], admin: [ada] }',
      { runtime: { sleep } },
    );
    expect((await run.apply()).summary).toMatchObject({ applied: 3, failed: 0 });
    expect([double.violations, double.direct('ada').toSorted()]).toEqual([[], ['admin', 'editor', 'viewer']]);
  });

  it('is not sent while the API does not show what was written for the person before, in another root either', async () => {
    const access = 'roles: { admin: [ada] }\n---\ndirectory: other\nroles: { editor: [ada] }';
    let passed = 0;
    const sleep = (ms: number) => {
      passed += ms;
      return Promise.resolve();
    };
    const { double, run } = await world(
      { held: { ada: [] }, asked: ['ada +admin', 'ada +editor'], lag: 99 },
      access,
      {
        runtime: { sleep, monotonic: () => passed },
      },
    );
    const { results, summary } = await run.apply();
    expect(summary).toMatchObject({ applied: 1, failed: 1 });
    expect(results[1]?.reason).toContain('what was written for this person before does not show yet');
    expect([double.violations, double.direct('ada')]).toEqual([[], ['admin']]);
  });

  it('never overlaps with another one of the same person, though two roots share the list', async () => {
    const access = 'roles: { admin: [ada] }\n---\ndirectory: other\nroles: { editor: [ada] }';
    const { double, run } = await world({ held: { ada: [] }, asked: ['ada +admin', 'ada +editor'] }, access);
    await run.apply();
    expect([double.violations, double.direct('ada').toSorted()]).toEqual([[], ['admin', 'editor']]);
  });
});

describe('a list of all roles', () => {
  const listed = '{ get: /roles, id: id, name: name }';
  const roles = [
    { id: 1, name: 'viewer' },
    { id: 2, name: 'editor' },
    { id: 3, name: 'admin' },
  ];
  const withRoles: RoleListOptions['meanwhile'] = (request) =>
    request === 'GET /roles' ? { json: roles } : undefined;

  it.each([
    [
      '{ put: "/users/{person}/roles", body: { roles: "{roles}" }, each: { id: "{role}" } }',
      '{"roles":[{"id":"1"},{"id":"9"},{"id":"3"}]}',
      '',
    ],
    ['{ put: "/users/{person}/roles{?roles*}" }', '', '?roles=1&roles=9&roles=3'],
    ['{ put: "/users/{person}/roles{?roles}" }', '', '?roles=1,9,3'],
  ])('is sent as %s says', async (write, body, query) => {
    const sent = `PUT /users/ada/roles${query}${body === '' ? '' : ` ${body}`}`;
    const { run } = await world(
      { held: { ada: ['1', '9'] }, asked: [], meanwhile: withRoles },
      'roles: { admin: [ada] }',
      { connector: roleListConnector({ write, roles: listed }) },
    );
    await run.rolecall('apply', '--yes');
    expect(run.written()[0]).toBe(sent);
  });

  it('has ids as numbers where they are numbers, those of roles that nobody described too', async () => {
    const numbers = '{ get: /roles, id: id, name: name, type: number }';
    const { run, double } = await world(
      {
        held: { ada: ['1', '9'] },
        asked: ['ada +3'],
        meanwhile: withRoles,
        roleIn: (id) => (typeof id === 'number' ? String(id) : null),
      },
      'roles: { admin: [ada] }',
      { connector: roleListConnector({ roles: numbers }) },
    );
    await run.apply();
    expect([run.written(), double.violations]).toEqual([['PUT /users/ada/roles {"roles":[1,9,3]}'], []]);
  });

  it('of names is not sent where the name of a role is not known', async () => {
    const write = '{ put: "/users/{person}/roles", body: { roles: "{roles}" }, each: "{roleName}" }';
    const { run } = await world(
      { held: { ada: ['1', '9'], lin: ['1'] }, asked: [], meanwhile: withRoles },
      'roles: { admin: [ada] }',
      { connector: roleListConnector({ write, roles: listed }) },
    );
    const { changes } = await run.plan();
    expect(changes[0]?.blocked).toBe(
      'this person also holds "9", which is none of the roles, so that kinds.directory.grant of the connector cannot send its name',
    );
  });

  it('of names is sent where rows name roles by their names', async () => {
    const write = '{ put: "/users/{person}/roles", body: { roles: "{roles}" }, each: "{roleName}" }';
    const { double, run } = await world(
      { held: { ada: ['viewer', 'legacy'] }, asked: ['ada +admin'], meanwhile: withRoles },
      'roles: { admin: [ada] }',
      { connector: roleListConnector({ write, roles: listed }) },
    );
    await run.apply();
    expect([double.violations, double.direct('ada')]).toEqual([[], ['viewer', 'legacy', 'admin']]);
  });

  it('is not sent as a query without roles, which could mean anything', async () => {
    const write = '{ put: "/users/{person}/roles{?roles*}" }';
    const { run } = await world(
      { held: { ada: ['viewer'] }, asked: [] },
      'prune: listed\nroles: { viewer: [] }',
      {
        connector: roleListConnector({ write }),
      },
    );
    expect((await run.plan()).changes[0]?.blocked).toContain('an empty list leaves nothing in a query');
  });

  it('is not sent while somebody has not accepted an invitation', async () => {
    const read = `{ get: "/users/{person}/roles", for: person, role: role },
      { get: "/users/{person}/invitations", for: person, role: role, pending: true }`;
    const meanwhile: RoleListOptions['meanwhile'] = (request) =>
      request.includes('/invitations')
        ? { json: request.includes('ada') ? [{ role: 'editor' }] : [] }
        : undefined;
    const { run } = await world(
      { held: { ada: ['viewer'], lin: [] }, asked: ['lin +admin'], meanwhile },
      'roles: { admin: [ada, lin] }',
      {
        connector: roleListConnector({ read }),
      },
    );
    const { changes } = await run.plan();
    expect(changes.map(({ principal, blocked }) => [principal, blocked])).toEqual([
      [
        'user:ada',
        'nobody has accepted the invitation to the role "editor" yet, so all roles of this person are not known',
      ],
      ['user:lin', null],
    ]);
  });

  it('of one role at most does not overwrite a role that somebody else gave meanwhile', async () => {
    const meanwhile = onNth('GET /users/ada/roles', 2, (_, held) => {
      held.set('ada', [{ id: 'editor' }]);
      return undefined;
    });
    const { double, run } = await world(
      { held: { ada: ['viewer'] }, asked: [], meanwhile },
      'prune: listed\nroles: { admin: [ada] }',
      { connector: roleListConnector({ kind: '    exclusive: true\n' }) },
    );
    const { results } = await run.apply();
    expect([results[0]?.reason, double.direct('ada')]).toEqual([
      'not sent: this person holds "editor" by now: plan again',
      ['editor'],
    ]);
  });
});

describe('roles that stand in a list in the row of each person', () => {
  const read =
    '{ get: /users, person: id, roles: roles, role: role, inherited: { at: inherited, is: true } }';
  const connector = roleListConnector({ read });

  it('are read, and written as a whole', async () => {
    const held = { ada: ['viewer', { id: 'admin', inherited: true } as const], lin: [] };
    const { double, run } = await world(
      { held, asked: ['lin +viewer', 'ada -viewer'] },
      'prune: listed\nroles: { viewer: [lin] }',
      { connector },
    );
    await run.apply();
    expect([double.violations, double.direct('ada'), double.direct('lin')]).toEqual([[], [], ['viewer']]);
    expect((await run.plan()).changes).toEqual([]);
  });

  it.each([
    ['no list', { id: 'ada', roles: null }],
    ['none at all', { id: 'ada' }],
    ['a role that is null', { id: 'ada', roles: [null] }],
    [
      'a role twice',
      {
        id: 'ada',
        roles: [
          { role: 'viewer', inherited: false },
          { role: 'viewer', inherited: false },
        ],
      },
    ],
  ])('are not read whole where there is %s, and nothing is written', async (_, ada) => {
    const { run } = await world(
      { held: { lin: [] }, asked: [], meanwhile: () => ({ json: [ada, { id: 'lin', roles: [] }] }) },
      'roles: { viewer: [lin] }',
      { connector },
    );
    const { scopes, changes } = await run.plan();
    expect([scopes[0]?.complete, changes]).toEqual([false, []]);
  });
});
