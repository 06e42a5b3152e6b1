import { describe, expect, test } from 'vitest';
import type { SandboxSeed } from '../sandbox/start.js';
import { makeFlow } from './flow.js';
import { hospital } from './hospital.js';

const odd = [
  'a/b',
  '../../v2',
  '%2e%2e',
  '..%2f',
  'a?x=1',
  'a#b',
  'a b',
  'a&b=c',
  'ünïcode😀',
  'semi;colon',
  '__proto__',
  'constructor',
  'toString',
  '\'"`$(x)',
  '\u202egnp',
];

const quoted = (text: string): string => JSON.stringify(text);
const encoded = (text: string): string => encodeURIComponent(text);

describe.each(odd)('the id %j', (id) => {
  const seed: SandboxSeed = {
    redox: {
      tokens: hospital.redox?.tokens ?? [],
      organizations: [
        {
          id,
          name: id,
          members: [
            { id: '1', name: 'Ada', email: 'ada@acme.test', role: 'owner' },
            { id, name: id, email: 'odd@acme.test', role: 'member' },
          ],
          environments: [
            { id: `env ${id}`, name: id, flag: 'Staging', roles: { engineer: ['ada@acme.test'] } },
          ],
        },
      ],
    },
    aion: {
      tokens: hospital.aion?.tokens ?? [],
      accounts: [
        {
          id,
          projects: [id],
          users: [
            { id: 'ada', email: 'ada@acme.test', name: 'Ada' },
            { id, email: 'odd@acme.test', name: id },
          ],
          groups: [],
          customRoles: [{ id: `role ${id}`, name: `role ${id}`, scope: 'PROJECT' }],
          assignments: [
            { user: 'ada', role: 'account_admin' },
            { user: id, role: `role ${id}`, project: id },
          ],
        },
      ],
    },
  };
  const files = {
    'access/redox.yaml': `organization: ${quoted(id)}
roles:
  owner: [ada@acme.test, ${quoted(`user:${id}`)}]
---
environment: ${quoted(`env ${id}`)}
organization: ${quoted(id)}
roles:
  engineer: [${quoted(`user:${id}`)}, ada@acme.test]
`,
    'access/aion.yaml': `account: ${quoted(id)}
roles:
  account_admin: [ada]
---
project: ${quoted(id)}
account: ${quoted(id)}
prune: true
roles:
  project_reader: [${quoted(`user:${id}`)}]
`,
  };

  test('is one encoded segment of the path wherever it is sent, and the next plan is empty', async () => {
    const flow = await makeFlow({ sandbox: { seed }, files });
    const { code, result } = await flow.apply();
    expect(result.results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
    expect(code).toBe(0);
    expect([...flow.wire.writes()].sort()).toEqual(
      [
        `POST /platform/v1/environments/${encoded(`env ${id}`)}/role-assignment`,
        `PUT /api/v1/accounts/${encoded(id)}/roles/project_reader/assignments/${encoded(id)}?${new URLSearchParams({ projectId: id }).toString().replaceAll('+', '%20')}`,
        `PUT /platform/v1/organizations/${encoded(id)}/role-assignment`,
      ].sort(),
    );
    expect(
      flow.wire.seen.every(
        ({ url }) => /^\/(platform|api)\/[\x21-\x7e]*$/u.test(url) && !url.includes('/../'),
      ),
    ).toBe(true);
    const { plan } = await flow.plan();
    expect(plan.changes).toEqual([]);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('role');
  });
});

describe.each(['.', '..', '', 'a\u0000b', '\ud800'])('the id %j', (id) => {
  test.each([
    ['organization', `organization: ${quoted(id)}\nroles: { owner: [ada@acme.test] }\n`],
    [
      'environment',
      `environment: ${quoted(id)}\norganization: "1024"\nroles: { engineer: [ada@acme.test] }\n`,
    ],
    ['user', `organization: "1024"\nroles: { owner: [${quoted(`user:${id}`)}] }\n`],
    ['group', `account: orbit\nroles: { account_admin: [${quoted(`group:${id}`)}] }\n`],
    ['role', `account: orbit\nroles: { ${quoted(id)}: ["group:data-science"] }\n`],
  ])('of an %s is refused, or goes no further than its own segment', async (_, access) => {
    const flow = await makeFlow({ files: { 'access/all.yaml': access } });
    const { code } = await flow.rolecall('apply', '--yes');
    const urls = flow.wire.seen.map(({ url }) => url);
    expect(urls.filter((url) => /\/\.{1,2}(\/|$|\?)|\/\/|[^\x21-\x7e]/u.test(url))).toEqual([]);
    expect(id === '' || id.startsWith('.') ? [3, 6] : [0, 1, 3, 6]).toContain(code);
    const written = flow.wire.seen.filter(({ method }) => method !== 'GET');
    expect(written.filter(({ body }) => !body.includes('a\\u0000b'))).toEqual([]);
  });
});

test('people, teams and roles may be called as the parts of every object', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const flow = await makeFlow({
    settings: 'people: people.yaml\n',
    files: {
      'people.yaml': `people:\n${names.map((name) => `  ${name}: { redox: "${name}@acme.test" }`).join('\n')}\nteams:\n  __proto__: [constructor]\n  toString: [valueOf]\n`,
      'access/all.yaml': `organization: "1024"\nroles:\n  owner: [__proto__, team:toString]\n  admin: ["team:__proto__"]\n`,
    },
  });
  const { code, plan } = await flow.plan();
  expect(code).toBe(0);
  expect(plan.changes.map(({ label, blocked }) => [label, blocked !== null])).toEqual([
    ['__proto__@acme.test', true],
    ['constructor@acme.test', true],
    ['valueof@acme.test', true],
  ]);
});
