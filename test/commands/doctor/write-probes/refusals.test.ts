import { describe, expect, test } from 'vitest';
import { APOLLO, MARGARET, PRODUCTION, probeWorld, type ProbeWorldOptions, STAGING } from './world.js';

interface Refused {
  readonly mode: 'noop' | 'cycle';
  readonly scope: string;
  readonly principal: string;
  readonly says: string;
  readonly world?: ProbeWorldOptions;
}

const both: readonly Omit<Refused, 'mode'>[] = [
  {
    scope: PRODUCTION,
    principal: 'user:3365',
    says: 'the API flags it "Production"',
  },
  {
    scope: STAGING,
    principal: 'user:3365',
    says: 'whether it is production cannot be seen',
    world: { sandbox: { redox: { listsEnvironments: 'none' } } },
  },
  {
    scope: STAGING,
    principal: 'ops@acme.test',
    says: "is the credential's own user (self)",
  },
  { scope: STAGING, principal: 'user:3300', says: "is the credential's own user (self)" },
  {
    scope: STAGING,
    principal: MARGARET,
    says: 'is protected (guards.protect)',
    world: { settings: ['guards: { protect: [{ scope: "redox/**", principal: margaret@acme.test }] }'] },
  },
  {
    scope: STAGING,
    principal: 'margaret@acme.test',
    says: 'is protected (guards.protect)',
    world: { settings: ['guards: { protect: [{ scope: "redox/**", principal: "user:3366" }] }'] },
  },
  { scope: STAGING, principal: 'user:77', says: 'is not one user that redox/organization/1024 lists' },
  { scope: STAGING, principal: 'nobody@acme.test', says: 'is not one user that' },
  { scope: APOLLO, principal: 'group:oncall', says: 'is a group' },
  { scope: STAGING, principal: 'team:core', says: 'names no user' },
  { scope: 'redox/environment/*', principal: MARGARET, says: 'is a glob' },
  { scope: 'redox/environment/7f0c2d6e', principal: MARGARET, says: 'is not a scope of the files' },
];

const cases: readonly Refused[] = [
  ...both.flatMap((each) => [
    { ...each, mode: 'noop' as const },
    { ...each, mode: 'cycle' as const },
  ]),
  {
    mode: 'cycle',
    scope: 'redox/organization/1024',
    principal: 'alan@acme.test',
    says: 'a cycle cannot be taken back there',
  },
  {
    mode: 'cycle',
    scope: STAGING,
    principal: 'grace@acme.test',
    says: 'holds "support"',
  },
  { mode: 'cycle', scope: APOLLO, principal: 'lin', says: 'holds "project_reader"' },
  { mode: 'noop', scope: STAGING, principal: MARGARET, says: 'holds no role' },
  { mode: 'noop', scope: 'aion/account/orbit', principal: 'newcomer', says: 'holds no role' },
  {
    mode: 'noop',
    scope: 'aion/account/orbit',
    principal: 'ada.lovelace',
    says: 'holds "account_admin" in aion/account/orbit, which must keep its holders',
  },
  {
    mode: 'noop',
    scope: 'redox/organization/1024',
    principal: 'ada@acme.test',
    says: 'holds "owner" in redox/organization/1024, which must keep its holders',
  },
  {
    mode: 'noop',
    scope: STAGING,
    principal: 'grace@acme.test',
    says: 'which must keep its holders',
    world: {
      settings: ['guards: { minHolders: [{ scope: "redox/environment/*", role: Support, min: 1 }] }'],
    },
  },
  {
    mode: 'noop',
    scope: APOLLO,
    principal: 'lin',
    says: '"project_reader" (maybe-inherited)',
    world: {
      providers: (lines) =>
        lines.replace('  aion:', '  aion:\n    options: { userRoles: may-include-inherited }'),
    },
  },
  {
    mode: 'cycle',
    scope: APOLLO,
    principal: 'newcomer',
    says: 'with providers.aion.options.revoke: deactivate, a revoke leaves an inactive role behind',
    world: {
      providers: (lines) => lines.replace('  aion:', '  aion:\n    options: { revoke: deactivate }'),
    },
  },
  {
    mode: 'cycle',
    scope: APOLLO,
    principal: 'newcomer',
    says: 'no role is known',
    world: { settings: ['risk: { high: ["*"] }'] },
  },
];

test.each(cases)(
  '$mode for $principal in $scope: $says',
  async ({ mode, scope, principal, says, world: given }) => {
    const world = await probeWorld(given);
    const before = world.sandbox.state();
    const { code, stderr, stdout } = await world.probe(mode, scope, principal, '--yes');
    expect(stderr).toContain(says);
    expect([code, stdout]).toEqual([3, '']);
    expect(world.writes()).toEqual([]);
    expect(world.sandbox.state()).toEqual(before);
    expect(world.isOpen()).toBe(false);
  },
);

describe('before any request', () => {
  test.each([
    [['--probe-writes', 'cycle', '--principal', MARGARET, '--yes'], 'needs one --scope'],
    [['--probe-writes', 'cycle', '--scope', STAGING, '--yes'], 'needs --principal'],
    [
      ['--probe-writes', 'cycle', '--scope', STAGING, '--scope', APOLLO, '--principal', MARGARET, '--yes'],
      'needs one --scope',
    ],
    [['--probe-writes', 'cycle', '--scope', STAGING, '--principal', MARGARET], 'there is no terminal'],
    [['--probe-writes', 'often', '--scope', STAGING, '--principal', MARGARET], 'noop, cycle'],
    [['--scope', STAGING, '--principal', MARGARET], '--principal of doctor needs --probe-writes'],
    [['--yes', '--audit-log', 'a'], '--yes and --audit-log of doctor need --probe-writes'],
  ])('%j is a usage error', async (argv, says) => {
    const world = await probeWorld();
    const { code, stderr } = await world.doctor(argv);
    expect(stderr).toContain(says);
    expect([code, world.sandbox.requests]).toEqual([3, []]);
  });
});

test('a file of an open probe that cannot be read stops every probe, and says what to do', async () => {
  const world = await probeWorld({ files: { 'rolecall-doctor.open.json': '{"formatVersion":1,' } });
  const { code, stderr } = await world.probe('cycle', STAGING, MARGARET, '--yes');
  expect([code, world.sandbox.requests]).toEqual([3, []]);
  expect(stderr).toContain('so it is not known what a probe left behind');
  const plain = await world.doctor([]);
  expect(plain.checks.find(({ id }) => id === 'write-probe')).toMatchObject({ state: 'failed' });
});
