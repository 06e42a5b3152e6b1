import { expect, test } from 'vitest';
import { gainsOf, providerChanges } from '../../src/action/review-facts.js';
import type { Person } from '../../src/model/desired.js';
import { makeScope } from '../../src/model/scope.js';
import type { ProviderSettings, Settings } from '../../src/model/settings.js';
import { catalogue } from '../modules.js';
import { change, grant, ORGANIZATION, PROJECT, revoke } from '../report/samples.js';

const source = { file: 'people.yaml', line: 2, column: 3 };
const ADA: Person = {
  key: 'ada',
  name: null,
  github: 'adal',
  leaves: null,
  principals: new Map<string, Person['principals'] extends ReadonlyMap<string, infer Value> ? Value : never>([
    ['redox', { kind: 'user', by: 'email', value: 'ada@acme.test' }],
    ['aion', new Map([['orbit', { kind: 'user', by: 'id', value: 'lin' }]])],
  ]),
  source,
};

const scopes = ['redox', 'aion'].flatMap((name) => {
  const provider = catalogue.get(name);
  return (provider?.scopes ?? []).flatMap((traits) =>
    provider === undefined
      ? []
      : [makeScope(provider, traits, traits.kind === 'project' ? 'apollo' : '1024', 'orbit')],
  );
});

test('the author gains what the plan gives to any of the identities with that login', () => {
  const gains = [change({ cause: 'files' }), grant({ cause: 'files' })];
  const others = [
    revoke({ label: 'ada@acme.test' }),
    change({ label: 'grace@acme.test' }),
    grant({ principal: 'user:other' }),
    change({ cause: 'drift' }),
    grant({ to: { role: 'project_reader', status: 'inactive' } }),
  ];
  expect(scopes.map(({ address }) => address)).toEqual(expect.arrayContaining([ORGANIZATION, PROJECT]));
  expect(gainsOf('ADAL', [...gains, ...others], [ADA], scopes)).toEqual(gains);
  expect(gainsOf('graceh', gains, [ADA], scopes)).toEqual([]);
});

const REDOX: ProviderSettings = {
  name: 'redox',
  url: 'https://api.redoxengine.com/platform',
  otherUrls: {},
  auth: { method: 'bearer', token: { env: 'TOKEN' } },
  rootAuth: new Map(),
  self: null,
  concurrency: 8,
  rateLimit: null,
  timeoutMs: 30_000,
  options: {},
  written: {},
  source,
};

function settingsWith(providers: readonly ProviderSettings[]): Settings {
  return {
    access: [],
    people: null,
    prune: false,
    providers: new Map(providers.map((provider) => [provider.name, provider])),
    guards: { maxRevokes: { count: 5, percent: 10 }, minHolders: [], protect: [] },
    policies: { separation: [], maxTerm: [], require2fa: [] },
    highRisk: [],
  };
}

test('what changes in providers is told by its settings, wherever it stands in the file', () => {
  const changes = (before: Settings, after: Settings) => providerChanges(before, after, catalogue);
  const base = settingsWith([REDOX]);
  const moved = { ...REDOX, source: { ...source, line: 99 } };
  expect(changes(base, settingsWith([moved]))).toEqual([]);
  expect(
    changes(base, settingsWith([{ ...moved, auth: { method: 'bearer', token: { env: 'OTHER' } } }])),
  ).toEqual([{ provider: 'redox', settings: ['auth'] }]);
  const rootAuth = new Map([['2048', { method: 'bearer', token: { env: 'OTHER' } } as const]]);
  expect(changes(base, settingsWith([{ ...REDOX, url: 'https://evil.test', rootAuth }]))).toEqual([
    { provider: 'redox', settings: ['organizations', 'url'] },
  ]);
  expect(changes(base, settingsWith([REDOX, { ...REDOX, name: 'aion' }]))).toEqual([
    { provider: 'aion', settings: ['added'] },
  ]);
  expect(changes(base, settingsWith([]))).toEqual([{ provider: 'redox', settings: ['removed'] }]);
  const aion = { ...REDOX, name: 'aion', otherUrls: { usersUrl: 'https://users.test' } };
  const users = { ...aion, otherUrls: { usersUrl: 'https://evil.test' }, timeoutMs: 1, rootAuth };
  expect(changes(settingsWith([aion]), settingsWith([users]))).toEqual([
    { provider: 'aion', settings: ['accounts', 'timeout', 'usersUrl'] },
  ]);
});
