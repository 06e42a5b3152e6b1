import { describe, expect, it } from 'vitest';
import { type RoleListOptions, roleListConnector } from './role-list-server.js';
import { world } from './role-list-world.js';

/** What the double says to the nth request that begins so, and what happens before. */
function onNth(start: string, nth: number, happens: NonNullable<RoleListOptions['meanwhile']>) {
  let count = 0;
  return ((request, held) =>
    request.startsWith(start) && (count += 1) === nth
      ? happens(request, held)
      : undefined) satisfies RoleListOptions['meanwhile'];
}

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
