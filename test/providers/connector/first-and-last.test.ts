import { describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import type { Reply } from '../rig.js';
import { connectorRun } from './run.js';

/** Members have one role or more: the first one makes somebody a member, and the last one goes with the membership. */
const CONNECTOR = `connector: 1
title: Crew
paging: { by: whole }
people: { list: { get: /users, id: id } }
kinds:
  account:
    description: Any name for the account.
    onlyPeopleOfRoot: true
    roles: [{ id: viewer }, { id: editor }, { id: admin }]
    assignments: [{ get: /members, person: user, roles: roles }]
    grantFirst: { post: /members, body: { user: "{person}", role: "{role}" } }
    grant: { put: "/members/{person}", body: { roles: "{roles}" } }
    revoke: { put: "/members/{person}", body: { roles: "{roles}" } }
    revokeLast: { delete: "/members/{person}", done: [404] }
`;

type Members = Map<string, readonly string[]>;

async function crew(
  held: Readonly<Record<string, readonly string[]>>,
  access: string,
  { meanwhile, connector = CONNECTOR }: { meanwhile?: (members: Members) => void; connector?: string } = {},
) {
  const members: Members = new Map(Object.entries(held));
  let reads = 0;
  const answer = (path: string, method: string, _: unknown, body: string): Reply => {
    const bad = { status: 400, json: { message: `${method} ${path} ${body}` } };
    if (path === '/users') return { json: ['ada', 'grace', 'lin', 'ops'].map((id) => ({ id })) };
    if (path === '/members' && method === 'GET') {
      reads += 1;
      // The first read is the one that the plan is made from.
      const json = [...members].map(([user, roles]) => ({ user, roles }));
      if (reads === 1) meanwhile?.(members);
      return { json };
    }
    const person = path.split('/')[2] ?? '';
    const sent = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
    switch (method) {
      case 'POST':
        if (members.has(String(sent['user']))) return { status: 409, json: {} };
        members.set(String(sent['user']), [String(sent['role'])]);
        return { status: 201, json: {} };
      case 'PUT':
        if (!members.has(person)) return { status: 404, json: {} };
        if (!Array.isArray(sent['roles']) || sent['roles'].length === 0) return bad;
        members.set(person, sent['roles'].map(String));
        return { json: {} };
      case 'DELETE':
        return members.delete(person) ? { status: 204, json: null } : { status: 404, json: {} };
      default:
        return bad;
    }
  };
  const run = await connectorRun({ connector, access: `provider: test\naccount: main\n${access}\n`, answer });
  return { run, members };
}

describe('a connector with requests of their own for the first and the last role of a person', () => {
  it('sends each where it belongs, however many roles of one person change', async () => {
    const { run, members } = await crew(
      { ops: ['admin'], grace: ['viewer', 'editor'], lin: ['viewer', 'admin'] },
      'prune: true\nroles: { viewer: [ada, grace], editor: [ada], admin: [ops] }',
    );
    expect((await run.apply()).summary).toMatchObject({ applied: 5, failed: 0, blocked: 0 });
    const written = run.written();
    expect(written).toHaveLength(5);
    expect(written.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    expect(written.filter((request) => request.startsWith('DELETE'))).toEqual(['DELETE /members/lin']);
    expect(written).toContain('PUT /members/grace {"roles":["viewer"]}');
    expect([members.get('ada')?.toSorted(), members.has('lin')]).toEqual([['editor', 'viewer'], false]);
    expect((await run.plan()).changes).toEqual([]);
  });

  it('replaces the only role of a person without ending the membership', async () => {
    const { run } = await crew({ ada: ['viewer'] }, 'prune: true\nroles: { editor: [ada] }');
    await run.apply();
    expect(run.written()).toEqual(['PUT /members/ada {"roles":["editor"]}']);
  });

  it('does not end the membership of somebody who was given another role meanwhile', async () => {
    const meanwhile = (members: Members) => void members.set('ada', ['viewer', 'legacy']);
    const { run, members } = await crew(
      { ada: ['viewer'], ops: ['admin'] },
      'prune: true\nroles: { admin: [ops] }',
      { meanwhile },
    );
    await run.apply();
    expect(members.get('ada')).toEqual(['legacy']);
    expect(run.written()).toEqual(['PUT /members/ada {"roles":["legacy"]}']);
  });

  it('does not invite somebody who became a member meanwhile', async () => {
    const meanwhile = (members: Members) => void members.set('ada', ['viewer']);
    const { run, members } = await crew({ ops: ['admin'] }, 'roles: { editor: [ada] }', { meanwhile });
    await run.apply();
    expect(members.get('ada')).toEqual(['viewer', 'editor']);
    expect(run.written()).toEqual(['PUT /members/ada {"roles":["viewer","editor"]}']);
  });
});

it.each([
  ['exclusive', 'onlyPeopleOfRoot: true', 'exclusive: true\n    change: grant', 'call it "revoke"'],
  [
    'a change by halves',
    'onlyPeopleOfRoot: true',
    'change: revoke-then-grant',
    'It cannot be half of a change',
  ],
  [
    'no grant',
    '    grant: { put: "/members/{person}", body: { roles: "{roles}" } }\n',
    '',
    'There is no "grant"',
  ],
  ['a first role that is not named', 'user: "{person}", role: "{role}"', 'user: "{person}"', 'names no role'],
  ['a last one of nobody', 'delete: "/members/{person}"', 'delete: /members', 'names nobody'],
])('a connector file with %s is refused', (_, before, after, words) => {
  const { diagnostics } = readConnector(
    'test.yaml',
    new TextEncoder().encode(CONNECTOR.replace(before, after)),
  );
  expect(diagnostics.map(({ message }) => message).join('\n')).toContain(words);
});
