import { expect, test } from 'vitest';
import { aion } from '../../src/providers/aion/index.js';
import type { ProviderModule } from '../../src/providers/provider.js';
import { redox } from '../../src/providers/redox/index.js';
import { systemRuntime } from '../../src/runtime.js';
import { makeWorld, runProgram } from '../e2e/world.js';
import { schemaProblems } from '../schema-problems.js';

const redoxAssuming: ProviderModule = {
  ...redox,
  assumptions: [
    { option: 'options.environmentPath' },
    { option: 'options.roles.environment' },
    { option: 'options.userIdType', matters: () => false },
  ],
};
const aionAssuming: ProviderModule = { ...aion, assumptions: [{ option: 'options.userRoles' }] };

async function world(
  settings = '',
  access = 'organization: "1024"\nroles: {}\n',
  modules: readonly ProviderModule[] = [redoxAssuming, aionAssuming],
) {
  const { folder, sandbox, write } = await makeWorld({
    files: { 'rolecall.yaml': 'version: 1', 'access/a.yaml': access },
  });
  const lines = sandbox.settings(sandbox.url).join('\n');
  write('rolecall.yaml', `version: 1\n${lines.replace('  redox:', `  redox:${settings}`)}\n`);
  const runtime = systemRuntime({ env: sandbox.environment });
  return (...argv: readonly string[]) => runProgram(argv, folder, runtime, modules);
}

const ofGroups: ProviderModule = {
  ...aion,
  assumptions: [{ option: 'options.groups', matters: (_settings, { groups }) => groups }],
};

test('what matters for groups alone is counted where the files name one', async () => {
  const account = 'account: orbit\nroles:\n  account_admin: [ada.lovelace';
  for (const [access, said] of [
    [`${account}]\n`, false],
    [`${account}, group:data-science]\n`, true],
  ] as const) {
    const { stderr } = await (await world('', access, [redox, ofGroups]))('plan');
    expect(stderr.includes('1 fact about aion is assumed')).toBe(said);
  }
});

const twoFacts = '2 facts about redox are assumed: rolecall doctor';

test.each(['text', 'json', 'markdown', 'html'])(
  'a plan as %s tells once on stderr how many facts are assumed',
  async (format) => {
    const rolecall = await world();
    const { stderr } = await rolecall('plan', '--format', format);
    expect(stderr.split('\n').filter((line) => line.includes('assumed'))).toEqual([twoFacts]);
  },
);

test.each(['text', 'markdown', 'html'])('a plan as %s does not show it', async (format) => {
  const rolecall = await world();
  expect((await rolecall('plan', '--format', format)).stdout).not.toContain('assumed');
});

test('a plan as JSON has it among its warnings', async () => {
  const rolecall = await world();
  const plan = JSON.parse((await rolecall('plan', '--format', 'json')).stdout);
  expect(plan.warnings).toEqual([{ code: 'assumed-facts', message: twoFacts, source: null }]);
  expect(schemaProblems('plan', plan)).toEqual([]);
});

test('an apply tells it too, once', async () => {
  const rolecall = await world();
  const { stdout, stderr } = await rolecall('apply', '--yes', '--format', 'json');
  expect(stderr.split('\n').filter((line) => line.includes('assumed'))).toEqual([twoFacts]);
  expect(JSON.parse(stdout).warnings).toEqual([{ code: 'assumed-facts', message: twoFacts, source: null }]);
  expect(schemaProblems('result', JSON.parse(stdout))).toEqual([]);
});

test('an option that the settings name, whatever they say, is assumed no more', async () => {
  const one = await world('\n    options: { environmentPath: environments }');
  expect((await one('plan')).stderr).toContain('1 fact about redox is assumed: rolecall doctor\n');
  const none = await world(
    '\n    options: { environmentPath: environments, roles: { environment: { engineer: a-1 } } }',
  );
  expect((await none('plan')).stderr).not.toContain('assumed');
});

test('only the providers that a run reads are counted, in one line', async () => {
  const rolecall = await world('', 'organization: "1024"\nroles: {}\n---\naccount: orbit\nroles: {}\n');
  expect((await rolecall('plan')).stderr).toContain(
    '1 fact about aion and 2 facts about redox are assumed: rolecall doctor\n',
  );
  expect((await rolecall('plan', '--scope', 'aion/**')).stderr).toContain(
    '1 fact about aion is assumed: rolecall doctor\n',
  );
  expect((await rolecall('report')).stdout).not.toContain('assumed');
});
