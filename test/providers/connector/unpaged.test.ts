import { describe, expect, it } from 'vitest';
import type { Reply } from '../rig.js';
import { connectorRun } from './run.js';

const UNPAGED = `connector: 1
title: Crew
kinds:
  account:
    description: Any name for the account.
    roles: [{ id: viewer }, { id: admin }]
    assignments: [{ get: /members, person: user, role: role }]
    grant: { post: /members, body: { user: "{person}", role: "{role}" } }
    revoke: { delete: "/members/{person}/{role}" }
`;
const WHOLE = UNPAGED.replace('title: Crew', 'title: Crew\npaging: { by: whole }');
const EXCLUSIVE = UNPAGED.replace('    roles:', '    exclusive: true\n    change: grant\n    roles:');
const PER_ROLE = UNPAGED.replace(
  'get: /members, person: user, role: role',
  'get: "/members?role={role}", for: role, person: user',
);
const PER_PERSON = UNPAGED.replace(
  'get: /members, person: user, role: role',
  'get: "/members?user={person}", for: person, role: role',
).replace('title: Crew', 'title: Crew\npeople: { list: { get: /users, paging: { by: whole }, id: id } }');
const UNPAGED_PEOPLE = WHOLE.replace(
  'paging: { by: whole }',
  'people: { list: { get: /users, id: id } }',
).replace('get: /members,', 'get: /members, paging: { by: whole },');
const UNPAGED_ROLES = UNPAGED.replace(
  'roles: [{ id: viewer }, { id: admin }]',
  'roles: { get: /roles, id: id }',
).replace('get: /members,', 'get: /members, paging: { by: whole },');

const REMEDY = 'If the API answers everything at once, write "paging: { by: whole }"';

async function crew(connector: string) {
  const members = [
    { user: 'lin', role: 'viewer' },
    { user: 'zed', role: 'admin' },
  ];
  const answer = (path: string, method: string, _: unknown, body: string): Reply => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    if (pathname === '/users') return { json: ['ada', 'lin', 'zed'].map((id) => ({ id })) };
    if (pathname === '/roles') return { json: [{ id: 'viewer' }, { id: 'admin' }] };
    if (method === 'POST') members.push(JSON.parse(body) as (typeof members)[number]);
    const [, , user, role] = pathname.split('/');
    if (method === 'DELETE')
      members.splice(
        members.findIndex((each) => each.user === user && each.role === role),
        1,
      );
    if (method !== 'GET') return { json: {} };
    return {
      json: members.filter((each) =>
        [...searchParams].every(([key, value]) => each[key as 'user' | 'role'] === value),
      ),
    };
  };
  const access =
    'provider: test\naccount: main\nprune: true\nroles: { viewer: ["user:lin"], admin: ["user:ada"] }\n';
  return await connectorRun({ connector, access, answer });
}

describe('where nothing says how a list of assignments is paged, a connector', () => {
  it.each([
    ['for the scope', UNPAGED],
    ['for each role', PER_ROLE],
    ['for each person', PER_PERSON],
  ])('grants, takes nothing away and says what to write: a list %s', async (_, connector) => {
    const run = await crew(connector);
    const { scopes, changes, warnings } = await run.plan();
    expect(scopes).toMatchObject([{ complete: false }]);
    expect(changes.map(({ action, principal, blocked }) => [action, principal, blocked])).toEqual([
      ['grant', 'user:ada', null],
      ['revoke', 'user:zed', 'the scope could not be read whole, so nothing is taken away there'],
    ]);
    const told = warnings.filter(({ code }) => code === 'incomplete-read');
    expect(told).toHaveLength(1);
    expect(told[0]?.message).toContain('does not say how GET /members');
    expect(told[0]?.message).toContain(REMEDY);
    const { code } = await run.rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(run.written()).toEqual(['POST /members {"user":"ada","role":"admin"}']);
  });

  it('sees what it granted, and takes it away once the file says that the API does not page', async () => {
    const run = await crew(UNPAGED);
    expect(await run.apply()).toMatchObject({ converged: true, summary: { applied: 1, blocked: 1 } });
    run.written();
    run.write('connector.yaml', WHOLE);
    expect((await run.apply()).summary).toMatchObject({ applied: 1, blocked: 0 });
    expect(run.written()).toEqual(['DELETE /members/zed/admin']);
  });

  it('writes nothing where a grant could replace a role that did not come', async () => {
    const run = await crew(EXCLUSIVE);
    const { changes, warnings } = await run.plan();
    expect(changes).toEqual([]);
    expect(warnings.map(({ message }) => message).join('\n')).toContain('Nothing is granted there either');
  });

  it('takes nothing away where that is so of the list of people, who would be named by their e-mails', async () => {
    const { changes, warnings } = await (await crew(UNPAGED_PEOPLE)).plan();
    expect(changes.filter(({ blocked }) => blocked === null).map(({ action }) => action)).toEqual(['grant']);
    expect(warnings.map(({ message }) => message).join('\n')).toContain(
      'does not say how GET /users is paged',
    );
  });

  it('needs nothing to be said of a list of roles, since an unknown role is never taken away', async () => {
    const { scopes, changes } = await (await crew(UNPAGED_ROLES)).plan();
    expect(scopes).toMatchObject([{ complete: true }]);
    expect(changes.map(({ action }) => action)).toEqual(['grant', 'revoke']);
  });
});
