import { describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorRun } from './run.js';

const LEVELS = [
  { id: 50, name: 'owner', level: 50 },
  { id: 10, name: 'guest', level: 10 },
  { id: 30, name: 'developer', level: 30 },
];
const STATIC = '[{ id: guest, value: 10 }, { id: developer, value: 30 }, { id: owner, value: 50 }]';
const LISTED = '{ get: /roles, id: id, name: name, rank: level, type: number }';

const projects = (roles: string, ordered = 'ordered: true'): string => `connector: 1
title: Test
paging: { by: whole }
people: { list: { get: /users, id: id } }
kinds:
  project:
    description: An id.
    exclusive: true
    ${ordered}
    roles: ${roles}
    assignments:
      - { get: "/projects/{project}/members", person: id, role: level, inherited: { at: inherited, is: true } }
    grant: { put: "/projects/{project}/members/{person}", body: { level: "{role}" } }
    change: grant
    revoke: { delete: "/projects/{project}/members/{person}" }
`;

interface Row {
  readonly id: string;
  readonly level: number;
  readonly inherited: boolean;
}
const direct = (id: string, level: number): Row => ({ id, level, inherited: false });
const inherits = (id: string, level: number): Row => ({ id, level, inherited: true });

/** A double whose members are those rows; a PUT takes the place of all direct rows of a person. */
async function world(connector: string, before: readonly Row[], access: string) {
  let rows = before;
  return await connectorRun({
    connector,
    access: `project: "7"\n${access}`,
    answer: (path, method, _, body) => {
      if (path === '/users') return { json: [{ id: 'ada' }, { id: 'lin' }, { id: 'zed' }] };
      if (path === '/roles') return { json: LEVELS };
      if (method === 'GET') return { json: rows };
      const person = path.split('/').at(-1);
      rows = rows.filter(({ id, inherited }) => inherited || id !== person);
      const { level } = JSON.parse(body === '' ? '{}' : body) as { level?: number };
      if (person !== undefined && level !== undefined) rows = [...rows, direct(person, level)];
      return { json: {} };
    },
  });
}

describe.each([
  ['lowest first in the file', STATIC],
  ['by a rank that the API tells', LISTED],
])('roles with an order, %s', (_, roles) => {
  it('let the highest of several that a person is listed with count', async () => {
    const rows = [direct('ada', 10), direct('ada', 50), direct('ada', 30), direct('lin', 10)];
    const run = await world(projects(roles), rows, 'roles: { owner: [ada], developer: [lin] }');
    const { scopes, changes } = await run.plan();
    expect(scopes[0]).toMatchObject({ complete: true, live: 2 });
    expect(changes.map(({ principal, from, to }) => [principal, from?.role, to?.role])).toEqual([
      ['user:lin', 'guest', 'developer'],
    ]);
    await run.apply();
    expect(run.written()).toEqual(['PUT /projects/7/members/lin {"level":30}']);
    expect((await run.plan()).changes).toEqual([]);
  });

  it('block a role below one that is inherited, and give a higher one', async () => {
    const rows = [inherits('ada', 50), inherits('lin', 10), inherits('zed', 30)];
    const run = await world(projects(roles), rows, 'roles: { developer: [ada, lin, zed] }');
    const { changes } = await run.plan();
    expect(changes.map(({ principal, blocked }) => [principal, blocked])).toEqual([
      ['user:ada', '"owner" is inherited here and is higher: revoke it where it comes from'],
      ['user:lin', null],
    ]);
    const { summary, converged } = await run.apply();
    expect([summary.applied, summary.blocked, converged]).toEqual([1, 1, true]);
  });

  it('are shown lowest first', async () => {
    const run = await world(projects(roles), [direct('ada', 50)], 'roles: { owner: [ada] }');
    const { stdout } = await run.rolecall('roles', '--format', 'json');
    const names = [...stdout.matchAll(/"name": "(guest|developer|owner)"/gu)].map(([, name]) => name);
    expect(names).toEqual(['guest', 'developer', 'owner']);
  });

  it('leave a read that is not whole where a role without a place in the order is among several', async () => {
    const run = await world(
      projects(roles),
      [direct('ada', 10), direct('ada', 99)],
      'roles: { owner: [ada] }',
    );
    const { scopes, changes } = await run.plan();
    expect([scopes[0]?.complete, changes]).toEqual([false, []]);
  });
});

it('without an order a person with several roles leaves a read that is not whole', async () => {
  const rows = [direct('ada', 10), direct('ada', 50)];
  const run = await world(projects(STATIC, 'ordered: false'), rows, 'roles: { owner: [ada] }');
  expect((await run.plan()).scopes[0]?.complete).toBe(false);
});

it('a role whose rank is no number leaves a read that is not whole', async () => {
  const named = '{ get: /roles, id: id, name: name, rank: name }';
  const run = await world(projects(named), [direct('ada', 10)], 'roles: { guest: [ada] }');
  expect((await run.plan()).scopes[0]?.complete).toBe(false);
});

it.each([
  [
    'an order of listed roles without a rank',
    projects('{ get: /roles, id: id }'),
    'Nothing says which role is higher',
  ],
  [
    'a rank without an order',
    projects(LISTED, 'description: x').replace('    description: x\n', ''),
    'A "rank" needs "ordered: true"',
  ],
])('a connector file cannot have %s', (_, text, message) => {
  const { diagnostics } = readConnector('test.yaml', new TextEncoder().encode(text));
  expect(diagnostics.map((each) => each.message).join('\n')).toContain(message);
});
