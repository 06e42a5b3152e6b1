import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { json, startLoopback } from '../../http/loopback.js';
import { bare, elsewhere } from '../../recording/recording-world.js';

const connector = `connector: 1
title: Crew
paging: { by: whole }
kinds:
  org:
    description: An id.
    roles: [{ id: owner }]
    assignments: [{ get: "/orgs/{org}/members", person: who, role: role }]
    grant: { put: "/orgs/{org}/members/{person}/{role}" }
    revoke: { delete: "/orgs/{org}/members/{person}/{role}" }
`;

async function world(orgs: string) {
  const sent: string[] = [];
  const { url } = await startLoopback((response, { path, headers }) => {
    sent.push(`${path} ${headers.authorization ?? ''}`);
    json(response, 200, [{ who: 'ada', role: 'owner' }]);
  });
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), connector);
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1
providers:
  crew:
    connector: crew.yaml
    url: "${url}"
    auth: { method: bearer, token: { env: TOKEN } }
    orgs: ${orgs}
`,
  );
  writeFileSync(
    join(folder, 'access/a.yaml'),
    'org: acme\nroles: { owner: [user:ada] }\n---\norg: orbit\nroles: { owner: [user:ada] }\n',
  );
  const env = { TOKEN: 'general-1', OTHER: 'of-orbit-1' };
  return { sent, rolecall: (...argv: readonly string[]) => bare(folder, argv, env) };
}

test('a root of a connector may have a credential of its own', async () => {
  const { sent, rolecall } = await world('{ orbit: { auth: { method: bearer, token: { env: OTHER } } } }');
  expect(await rolecall('plan')).toMatchObject({ code: 0 });
  expect(sent.toSorted()).toEqual([
    '/orgs/acme/members Bearer general-1',
    '/orgs/orbit/members Bearer of-orbit-1',
  ]);
});

test.each([
  ['{ orbit: { auth: { method: bearer, token: plain } } }', 'never write a secret here'],
  [
    '{ orbit: { auth: { method: bearer, token: { env: OTHER } }, url: x } }',
    'The key "url" is not known here',
  ],
  ['{ orbit: { } }', '"orbit" needs the key "auth"'],
  ['{ orbit: { auth: { method: bearrer, token: { env: OTHER } } } }', '"bearrer"'],
  ['[orbit]', 'must be a mapping'],
  ['{ "..": { auth: { method: bearer, token: { env: OTHER } } } }', 'cannot be a name here'],
])('%s is a finding', async (orgs, words) => {
  const { sent, rolecall } = await world(orgs);
  const { code, stdout } = await rolecall('validate');
  expect(stdout).toContain(words);
  expect(stdout).toMatch(/rolecall\.yaml:7:/u);
  expect([code, sent]).toEqual([3, []]);
});
