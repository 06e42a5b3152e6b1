import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { recordedModule } from '../../src/commands/doctor/recorded-module.js';
import { connectorSystem } from '../../src/commands/sandbox/recorded-systems.js';
import { readRecording } from '../../src/recording/read-recording.js';
import { recordedSystems } from '../../src/sandbox/recorded-system.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { type Answerer, json, startLoopback } from '../http/loopback.js';
import { bare, elsewhere, recordingIn, verdicts } from './recording-world.js';

/** Everything that a recording must bring along: conditions, numbers as roles, ids inside of parts of URLs, a detail, pages. */
const connector = `# Written for acme-corp: ask eve.moneypenny@acme.test
connector: 1
title: Crew of Acme Corporation
documentation: https://wiki.acme-internal.test/crew
headers: { X-Tenant: tenant-secret-0815 }
url: https://crew.acme-internal.test
paging: { by: link, size: per_page, max: 2 }
requires:
  - { get: /config, that: { at: patch.supported, is: true }, else: tell mallory-ops about it }
people:
  list:
    get: "/tenants/acme-corp/users?filter=org%20eq%20%22{org}%22"
    id: id
    email: mail
    name: name
    skip: [{ at: kind, is: robot }, { at: mail, is: robot.seven@acme.test }]
kinds:
  org:
    description: The number that Mr Blofeld gave you.
    exclusive: true
    minHolders: { boss: 1 }
    roles: [{ id: boss, value: 40 }, { id: hand, value: 10 }]
    assignments:
      - get: /orgs('{org}')/members
        person: who
        role: level
        paging: { by: cursor, parameter: after, size: limit, max: 2, items: data, next: next, end: { at: done, is: true } }
        emptyIf: { at: ok, is: true }
    ungrantable: Ask jaws@acme.test.
    change: { put: "/orgs/{org}/hidden-endpoint/{person}", body: { level: "{role}", key: sk-live-4f8a } }
    revoke: { delete: "/orgs/{org}/members/{person}" }
  team:
    description: An id.
    cannotList: Ask oddjob.
    roles: { get: "/orgs/{org}/roles", paging: { by: whole }, id: id, name: name }
    assignments:
      - get: /orgs/{org}/teams/{team}/members
        paging: { by: whole }
        person: who
        detail: /orgs/{org}/teams/{team}/members/{person}
        role: role.id
        inherited: { at: via, is: group, optional: true }
    grant: { put: "/orgs/{org}/teams/{team}/members/{person}/{role}" }
    revoke: { delete: "/orgs/{org}/teams/{team}/members/{person}/{role}" }
examples:
  - request: GET /orgs('4711')/members
    status: 200
    body: { data: [{ who: dr.no, level: 40 }] }
`;
/** What the file says that must not be told. */
const ofTheFile = [
  'acme-corp',
  'moneypenny',
  'Acme Corporation',
  'acme-internal',
  'tenant-secret-0815',
  'mallory',
  'robot.seven',
  'Blofeld',
  'jaws@',
  'oddjob',
  'sk-live-4f8a',
  'dr.no',
  'hidden-endpoint',
];

const users = ['augusta', 'grace', 'katherine', 'r2d2'].map((id) => ({
  id: `u-${id}`,
  mail: `${id}@acme.test`,
  name: `${id} Lovelace`,
  kind: id === 'r2d2' ? 'robot' : 'human',
}));

const crew: Answerer = (response, { path, headers }) => {
  if (headers.authorization !== 'Bearer good-token-1') return json(response, 401, { message: 'no' });
  const { pathname, searchParams } = new URL(path, 'http://crew.test');
  const page = Number(searchParams.get('page') ?? 1);
  switch (decodeURIComponent(pathname)) {
    case '/config':
      return json(response, 200, { patch: { supported: true } });
    case '/tenants/acme-corp/users': {
      const next = `</tenants/acme-corp/users?${new URLSearchParams([...searchParams, ['page', '2']]).toString()}>; rel="next"`;
      if (searchParams.get('filter') !== 'org eq "acme-corp"') return json(response, 400, {});
      return json(
        response,
        200,
        users.slice(page * 2 - 2, page * 2),
        page === 1 ? { link: next } : { link: '</>; rel="first"' },
      );
    }
    case "/orgs('acme-corp')/members":
      return searchParams.get('after') === '20482'
        ? json(response, 200, { ok: true, data: [{ who: 'u-katherine', level: 10 }], next: null, done: true })
        : json(response, 200, {
            ok: true,
            data: [
              { who: 'u-augusta', level: 40 },
              { who: 'u-grace', level: 10 },
            ],
            next: 20482,
            done: false,
          });
    case '/orgs/acme-corp/roles':
      return json(response, 200, [{ id: 'r-77120', name: 'Navigator' }]);
    case '/orgs/acme-corp/teams/bridge/members':
      return json(response, 200, [{ who: 'u-grace', via: 'direct' }, { who: 'u-augusta' }]);
    case '/orgs/acme-corp/teams/bridge/members/u-grace':
    case '/orgs/acme-corp/teams/bridge/members/u-augusta':
      return json(response, 200, { role: { id: 'r-77120' }, secret: 'sk-live-9999' });
    default:
      return json(response, 404, { message: `no ${pathname}` });
  }
};

async function recorded() {
  const { url } = await startLoopback(crew);
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), connector);
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  ship: { connector: crew.yaml, url: "${url}", self: user:u-augusta, auth: { method: bearer, token: { env: TOKEN } } }\n`,
  );
  writeFileSync(
    join(folder, 'access/a.yaml'),
    `provider: ship
org: acme-corp
roles: { boss: [user:u-augusta], hand: [katherine@acme.test] }
---
provider: ship
team: bridge
org: acme-corp
roles: { Navigator: [user:u-grace] }
`,
  );
  const env = { TOKEN: 'good-token-1' };
  const made = await bare(folder, ['doctor', '--format', 'json', '--record', 'r.har'], env);
  expect(made.stderr).toContain('Wrote r.har');
  return { made, folder, har: join(folder, 'r.har') };
}

describe('a recording of a connector file of one’s own', () => {
  test('comes to the same verdicts where neither the file nor the settings are', async () => {
    const { made, har } = await recorded();
    const replayed = await bare(elsewhere(), ['doctor', '--format', 'json', '--replay', har]);
    expect(verdicts(made.stdout)).toContain('behaviour missing-id ok no option');
    expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
    expect(made.stdout).not.toContain('"failed"');
  });

  test('is served by a sandbox, with the connector to write beside the settings', async () => {
    const { har, folder } = await recorded();
    const printed = await bare(folder, ['sandbox', '--from', har, '--print-connector', 'ship']);
    const { providers, entries } = await readRecording(folder, har);
    const [own] = await Promise.all(providers.map((provider) => recordedModule(provider, har, [])));
    if (own === undefined) throw new Error('nothing was recorded');
    const { systems, left } = recordedSystems(await connectorSystem(own), providers, entries);
    expect(left).toEqual([]);
    const sandbox = await startSandbox({ systems });
    onTestFinished(() => sandbox.close());
    const there = elsewhere();
    writeFileSync(join(there, 'ship.yaml'), printed.stdout);
    writeFileSync(
      join(there, 'rolecall.yaml'),
      ['version: 1', ...sandbox.settings(sandbox.url), ''].join('\n'),
    );
    const scope = `ship/org/${providers[0]?.roots[0]?.id ?? ''}`;
    const imported = await bare(there, ['import', '--scope', scope], sandbox.environment);
    expect(imported).toMatchObject({ code: 0 });
    const planned = await bare(there, ['plan'], sandbox.environment);
    expect(planned.stdout).toContain('No changes. Live state matches the files.');
  });

  test('tells nothing of the file but how the API is read', async () => {
    const { har } = await recorded();
    const text = readFileSync(har, 'utf8').toLowerCase();
    const live = ['augusta', 'katherine', 'bridge', 'navigator', 'good-token-1', '77120'];
    expect([...ofTheFile, ...live].filter((told) => text.includes(told.toLowerCase()))).toEqual([]);
    const { _rolecall: run } = recordingIn(har).log;
    expect(run.providers[0]).toMatchObject({
      module: 'connector',
      connector: {
        kinds: {
          org: {
            exclusive: true,
            roles: [
              { id: 'boss', value: 40 },
              { id: 'hand', value: 10 },
            ],
          },
        },
      },
    });
  });
});
