import { array, assert, asyncProperty, boolean, constantFrom, dictionary, record } from 'fast-check';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { type FileTree, fileMatcher } from '../../src/config/file-tree.js';
import { modules } from '../modules.js';
import { now } from './now.js';

function treeOf(files: Readonly<Record<string, string>>, found = Object.keys(files)): FileTree {
  return {
    glob: async (patterns) => found.filter(fileMatcher(patterns)),
    read: async (path) => (path in files ? new TextEncoder().encode(files[path]) : null),
  };
}
const load = async (files: Readonly<Record<string, string>>, found?: string[]) =>
  await loadConfig({ tree: treeOf(files, found), configFile: 'rolecall.yaml', modules, now });

test('signals and timers have their turn while many files are read', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, n) => [`access/${n}.yaml`, `account: a${n}\nroles: {}\n`]),
  );
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  await load({ 'rolecall.yaml': 'version: 1\nproviders: { aion: {} }\n', ...files });
  expect(hadTurn).toBe(true);
});

test('settings that say nothing but a version have every default', async () => {
  const { settings, diagnostics } = await load({
    'rolecall.yaml': 'version: 1\nproviders: { redox: {}, aion: {} }\n',
    'access/a.yaml': 'account: orbit\nroles: {}\n',
  });
  expect(diagnostics).toEqual([]);
  expect({ ...settings, providers: [...(settings?.providers.values() ?? [])] }).toEqual({
    access: ['access/**/*.yaml'],
    people: null,
    prune: false,
    guards: { maxRevokes: { count: 5, percent: 10 }, minHolders: [], protect: [] },
    policies: { separation: [], maxTerm: [], require2fa: [] },
    highRisk: ['*admin*', '*owner*'],
    providers: [
      {
        name: 'redox',
        url: 'https://api.redoxengine.com/platform',
        otherUrls: {},
        auth: null,
        rootAuth: new Map(),
        self: null,
        concurrency: 8,
        rateLimit: { requests: 6000, perMs: 300_000 },
        timeoutMs: 30_000,
        options: {},
        written: {},
        source: { file: 'rolecall.yaml', line: 2, column: 21 },
      },
      {
        name: 'aion',
        url: 'https://api.aion.xyz',
        otherUrls: { usersUrl: 'https://api.aion.xyz' },
        auth: null,
        rootAuth: new Map(),
        self: null,
        concurrency: 8,
        rateLimit: null,
        timeoutMs: 30_000,
        options: {},
        written: {},
        source: { file: 'rolecall.yaml', line: 2, column: 31 },
      },
    ],
  });
});

test('credentials keep the names of their variables, and a token URL has its default', async () => {
  const { settings } = await load({
    'rolecall.yaml': `providers:
  redox:
    url: http://127.0.0.1:9/platform/
    auth: { method: private-key-jwt, clientId: { env: C }, keyId: { env: K }, privateKey: { env: P } }
    organizations: { "2048": { auth: { method: bearer, token: { env: T } } } }
    self: Ops@Acme.test
    timeout: 500ms
`,
  });
  expect(settings?.providers.get('redox')).toMatchObject({
    url: 'http://127.0.0.1:9/platform',
    auth: {
      method: 'private-key-jwt',
      tokenUrl: 'https://api.redoxengine.com/v2/auth/token',
      clientId: { env: 'C' },
    },
    rootAuth: new Map([['2048', { method: 'bearer', token: { env: 'T' } }]]),
    self: 'ops@acme.test',
    timeoutMs: 500,
  });
});

test('an entry makes a desired assignment for each person it reaches, linked where the reference is theirs', async () => {
  const { desired, diagnostics } = await load({
    'rolecall.yaml': 'people: people.yaml\nproviders: { redox: {}, aion: {} }\n',
    'people.yaml': `people:
  ada: { redox: Ada@acme.test, aion: { orbit: ada.lovelace }, leaves: 2027-06-30 }
  grace: { redox: user:3364 }
teams: { core: [grace, team:more], more: [ada, grace] }
`,
    'access/a.yaml': `organization: "1024"
prune: listed
roles:
  member: [team:core]
  admin: [{ user: ADA@acme.test, until: 2026-12-31, reason: INC-1 }, user:9]
---
account: orbit
roles: { viewer: [user:ada.lovelace, group:ops] }
`,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['prune-ignored']);
  const [account, organization] = desired.scopes;
  expect(organization).toMatchObject({ prune: false, roles: ['member', 'admin'] });
  expect(
    organization?.assignments.map(({ label, role, via, person, leaves }) => [
      label,
      role,
      via,
      person,
      leaves,
    ]),
  ).toEqual([
    ['grace', 'member', 'team:core', 'grace', null],
    ['ada@acme.test', 'member', 'team:core', 'ada', Date.parse('2027-07-01')],
    ['ada@acme.test', 'admin', null, 'ada', Date.parse('2027-07-01')],
    ['9', 'admin', null, null, null],
  ]);
  expect(organization?.assignments[2]).toMatchObject({
    principal: { kind: 'user', by: 'email', value: 'ada@acme.test' },
    until: Date.parse('2027-01-01'),
    reason: 'INC-1',
    source: { file: 'access/a.yaml', line: 5, column: 11 },
  });
  expect(organization?.assignments[2]?.principal).toBe(organization?.assignments[1]?.principal);
  expect(
    account?.assignments.map(({ principal, person }) => [principal.kind, principal.value, person]),
  ).toEqual([
    ['user', 'ada.lovelace', 'ada'],
    ['group', 'ops', null],
  ]);
});

test('only environments, accounts and projects inherit the default of prune', async () => {
  const { desired } = await load({
    'rolecall.yaml': 'prune: true\nproviders: { redox: {}, aion: {} }\n',
    'access/a.yaml':
      'organization: "1"\nroles: { owner: [a@x.test] }\n---\nenvironment: e\norganization: "1"\nroles: {}\n---\nproject: p\naccount: o\nprune: false\nroles: {}\n',
  });
  expect(desired.scopes.map(({ scope, prune }) => [scope.address, prune])).toEqual([
    ['aion/project/o/p', false],
    ['redox/environment/e', true],
    ['redox/organization/1', false],
  ]);
});

const names = ['ada', 'adda', 'grace', 'lin@acme.test', 'team:core', 'team:gone', 'user:7', 'group:g'];
const roleLists = dictionary(
  constantFrom('owner', 'admin', 'project_admin', 'member'),
  array(constantFrom(...names), { maxLength: 3 }),
);
const heads = [
  { organization: '1', prune: true },
  { organization: '2' },
  { environment: 'e', organization: '1' },
  { environment: 'f', organization: '2' },
  { account: 'orbit', prune: true },
  { project: 'apollo', account: 'orbit' },
  { account: '..' },
];
const documents = array(
  record({ head: constantFrom(...heads), roles: roleLists }).map(({ head, roles }) =>
    JSON.stringify({ ...head, roles }),
  ),
  { minLength: 2, maxLength: 6 },
);

test('the order in which files are found changes neither the desired state nor the findings', async () => {
  await assert(
    asyncProperty(documents, boolean(), async (texts, reversed) => {
      const files: Record<string, string> = {
        'rolecall.yaml': `people: people.yaml
providers: { redox: {}, aion: {} }
policies:
  separation: [{ name: s, roles: [owner, project_admin], within: everywhere }]
  maxTerm: [{ scope: "**", role: "*admin*", days: 5 }]
`,
        'people.yaml':
          'people: { ada: { redox: ada@acme.test, aion: ada }, grace: { aion: grace } }\nteams: { core: [ada, grace] }\n',
      };
      for (const [index, text] of texts.entries()) files[`access/${index}.yaml`] = text;
      const paths = Object.keys(files);
      const one = await load(files, paths);
      const other = await load(
        files,
        reversed ? paths.toReversed() : [...paths.slice(3), ...paths.slice(0, 3)],
      );
      expect(other).toEqual(one);
    }),
    { numRuns: 60 },
  );
});

test('any text at all gives findings, never an exception', async () => {
  const piece = constantFrom(
    'account: orbit\n',
    'roles:',
    '\n',
    ' ',
    '  - ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!t ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '---\n',
    ': ',
    '? ',
    '%',
    '\t',
    'x',
    '7',
    '\u0000',
    '<<',
  );
  await assert(
    asyncProperty(array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('');
      const files = { 'rolecall.yaml': text, 'people.yaml': text, 'access/a.yaml': text };
      const { diagnostics } = await load(files);
      for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

const told = async (files: Readonly<Record<string, string>>) =>
  (await load({ 'rolecall.yaml': 'version: 1\nproviders: { redox: {} }\n', ...files })).diagnostics.map(
    ({ file, message }) => `${file}: ${message}`,
  );

test('what follows from another mistake is not told', async () => {
  const access = 'organization: "1"\nroles: { owner: [ada] }\n';
  expect(await told({ 'rolecall.yaml': '- version: 1\n', 'access/a.yaml': access })).toEqual([
    'rolecall.yaml: The document is a list, and must be a mapping.',
  ]);
  const people = { 'rolecall.yaml': 'version: 1\npeople: people.yaml\nproviders: { redox: {} }\n' };
  expect(await told({ ...people, 'people.yaml': 'people:\n  - ada\n', 'access/a.yaml': access })).toEqual([
    'people.yaml: "people" is a list, and must be a mapping.',
  ]);
  const alias = 'organization: "1"\nroles: { owner: [*ada] }\n';
  expect(await told({ 'access/a.yaml': alias })).toEqual([expect.stringContaining('no anchor')]);
  const auth = 'version: 1\nproviders: { redox: { auth: { token: { env: T } } } }\n';
  expect(await told({ 'rolecall.yaml': auth, 'access/a.yaml': access })).toEqual([
    expect.stringContaining('"auth" needs a "method", one of: '),
  ]);
});

test('a value in quotes is told from the number or boolean that it looks like', async () => {
  const settings = 'version: "1"\nprune: "true"\nproviders: { redox: {} }\n';
  expect(
    await told({ 'rolecall.yaml': settings, 'access/a.yaml': 'organization: "1"\nroles: {}\n' }),
  ).toEqual([
    'rolecall.yaml: "version" is "1", and must be 1. Write it without quotes.',
    'rolecall.yaml: "prune" is "true", and must be one of: false, true, listed. Write it without quotes.',
  ]);
});

test.each([
  ['nothing is wrong', 'redox: {}, aion: {}', ['aion', 'redox']],
  ['one of them has an error', 'redox: { self: 7 }, aion: {}', ['aion']],
  ['one of them has an insecure URL', 'redox: {}, aion: { url: "http://api.aion.xyz" }', ['redox']],
  ['a third is unknown', 'redox: {}, aion: {}, forge: {}', []],
  ['they are no mapping', '[redox]', []],
  ['a key is written twice', 'redox: {}, redox: { url: "https://other.test" }', []],
])('the providers that can be used are known where %s', async (_what, providers, names) => {
  const { usableProviders } = await load({
    'rolecall.yaml': `version: 1\nguards: 7\nproviders: ${providers.startsWith('[') ? providers : `{ ${providers} }`}\n`,
  });
  expect([...usableProviders.keys()].sort()).toEqual(names);
});
