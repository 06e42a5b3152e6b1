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

/** Two roots whose requests differ, though the double has one list for both. */
const inTwoRoots = 'roles: { admin: [ada] }\n---\ndirectory: other\nroles: { editor: [ada] }';
const withQuery = roleListConnector({
  read: '{ get: "/users/{person}/roles{?directory}", for: person, role: role }',
});

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
    let passed = 0;
    const sleep = (ms: number) => {
      passed += ms;
      return Promise.resolve();
    };
    const { double, run } = await world(
      { held: { ada: [] }, asked: ['ada +admin', 'ada +editor'], lag: 99 },
      inTwoRoots,
      { connector: withQuery, runtime: { sleep, monotonic: () => passed } },
    );
    const { results, summary } = await run.apply();
    expect(summary).toMatchObject({ applied: 1, failed: 1 });
    expect(results[1]?.reason).toContain('what was written for this person before does not show yet');
    expect([double.violations, double.direct('ada')]).toEqual([[], ['admin']]);
  });

  it('never overlaps with another one of the same person, though two roots share the list', async () => {
    const { double, run } = await world(
      { held: { ada: [] }, asked: ['ada +admin', 'ada +editor'] },
      inTwoRoots,
      { connector: withQuery },
    );
    await run.apply();
    expect([double.violations, double.direct('ada').toSorted()]).toEqual([[], ['admin', 'editor']]);
  });
});
