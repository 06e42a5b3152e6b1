import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answerer, json, startLoopback } from '../../http/loopback.js';
import { bare, elsewhere } from '../../recording/recording-world.js';

const file = (more: string, list: string): string => `connector: 1
title: Crew
paging: { by: whole }
kinds:
  org:
    description: An id.
    ${more}
    roles: [{ id: owner }, { id: member }]
    assignments: [{ get: "/grants?org={org}", person: who, role: role }]
    grant: { post: /grants, body: { org: "{org}", who: "{person}", role: "{role}" } }
    revoke: { delete: "/grants/{org}/{person}/{role}" }
  team:
    description: An id.
    ${list}
    roles: [{ id: lead }, { id: hand }]
    assignments: [{ get: "/teams?org={org}", of: root, scope: team, person: who, role: role }]
    grant: { post: /teams, body: { team: "{team}", who: "{person}", role: "{role}" } }
    revoke: { delete: "/teams/{team}/{person}/{role}" }
`;

/** Filters by queries, and so answers an empty list about what it does not have. */
const crew: Answerer = (response, { path, headers, method }) => {
  if (headers.authorization !== 'Bearer good-token-1') return json(response, 401, { message: 'no' });
  const { pathname, searchParams } = new URL(path, 'http://crew.test');
  const isAcme = searchParams.get('org') === 'acme';
  if (method !== 'GET') return json(response, 500, {});
  if (pathname === '/grants') return json(response, 200, isAcme ? [{ who: 'ada', role: 'owner' }] : []);
  if (pathname === '/teams')
    return json(response, 200, isAcme ? [{ team: 'bridge', who: 'ada', role: 'lead' }] : []);
  if (pathname === '/names/empty') return json(response, 200, { name: 'Nobody yet' });
  if (pathname === '/list') return json(response, 200, isAcme ? [{ id: 'bridge' }, { id: 'galley' }] : []);
  return json(response, 404, { message: 'no' });
};

async function world(access: string, { more = '', list = '' } = {}) {
  const { url } = await startLoopback(crew);
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), file(more, list));
  const auth = '{ method: bearer, token: { env: TOKEN } }';
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  crew: { connector: crew.yaml, url: "${url}", auth: ${auth} }\n`,
  );
  writeFileSync(join(folder, 'access/a.yaml'), access);
  return (...argv: readonly string[]) => bare(folder, argv, { TOKEN: 'good-token-1' });
}

describe('where an API filters by a query, and a scope that is missing looks like an empty one', () => {
  test('nothing is written in a scope of which nothing shows that it exists', async () => {
    const rolecall = await world('org: acmee\nroles: { owner: [user:lin] }\n');
    const { code, stdout, stderr } = await rolecall('plan');
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toContain('nothing shows that the org "acmee" exists');
    expect(`${stdout}${stderr}`).toContain(
      'Say under "name" of the connector file how one is read by itself',
    );
    expect(stdout).not.toContain('+ ');
  });

  test.each([
    ['somebody holds a role there', 'org: acme\nroles: { owner: [user:ada], member: [user:lin] }\n', {}],
    [
      'its name can be read',
      'org: empty\nroles: { owner: [user:lin] }\n',
      { more: 'name: { get: "/names/{org}", at: name }' },
    ],
    [
      'it is listed',
      'team: galley\norg: acme\nroles: { lead: [user:lin] }\n',
      { list: 'list: { get: "/list?org={org}", id: id }' },
    ],
  ])('roles are granted where %s', async (_, access, words) => {
    const rolecall = await world(access, words);
    const { code, stdout } = await rolecall('plan');
    expect(stdout).toContain('Plan: 1 to grant');
    expect(code).toBe(0);
  });

  test('a wrong team of a right organization is no empty team', async () => {
    const rolecall = await world('team: galey\norg: acme\nroles: { lead: [user:lin] }\n', {
      list: 'list: { get: "/list?org={org}", id: id }',
    });
    const { stdout, stderr } = await rolecall('plan');
    expect(`${stdout}${stderr}`).toContain('nothing shows that the team "galey" exists');
    expect(stdout).not.toContain('Plan: ');
  });

  test('a doctor is ready, and says what it means', async () => {
    const rolecall = await world('org: acme\nroles: { owner: [user:ada] }\n');
    const { code, stdout } = await rolecall('doctor');
    expect(stdout).toContain(
      'an id that does not exist is answered 200 with an empty list: nothing is written in an org until something else shows that it exists',
    );
    expect(stdout).toContain('Ready to plan: yes.');
    expect(code).toBe(0);
  });
});

test('a doctor finds a filter that the API ignores', async () => {
  const { url } = await startLoopback((response, { headers }) =>
    headers.authorization === 'Bearer good-token-1'
      ? json(response, 200, [{ who: 'ada', role: 'owner' }])
      : json(response, 401, {}),
  );
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), file('', ''));
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  crew: { connector: crew.yaml, url: "${url}", auth: { method: bearer, token: { env: TOKEN } } }\n`,
  );
  writeFileSync(join(folder, 'access/a.yaml'), 'org: acme\nroles: { owner: [user:ada] }\n');
  const { code, stdout } = await bare(folder, ['doctor'], { TOKEN: 'good-token-1' });
  expect(stdout).toMatch(/failed\s+crew missing-id .*Check that URL of the connector file/u);
  expect(code).toBe(1);
});
