import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultSeedOf } from '../../src/sandbox/seed.js';
import { type SandboxSeed, sandboxSystems } from '../sandbox/start.js';
import { inWorld, type StepResult, type World } from './world.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What `rolecall sandbox` holds when it starts. */
const seed: SandboxSeed = defaultSeedOf(sandboxSystems());
const CONFIG = '.github/smoke/rolecall.yaml';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The inputs of the Action's steps in CI, in order. */
function steps(): readonly Readonly<Record<string, string>>[] {
  const { jobs } = parse(readFileSync(`${root}/.github/workflows/ci.yml`, 'utf8')) as {
    readonly jobs: { readonly smoke: { readonly steps: readonly Step[] } };
  };
  return jobs.smoke.steps.flatMap(({ uses, with: inputs }) => (uses === './' ? [inputs ?? {}] : []));
}

/** The smoke test's files, with the world's own sandbox in place of the one that CI starts. */
function smokeFiles(world: World): Readonly<Record<string, string>> {
  const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
  const access = '.github/smoke/access/apollo.yaml';
  return {
    [CONFIG]: read(CONFIG).replaceAll('http://127.0.0.1:8620', world.sandbox.url),
    [access]: read(access),
  };
}

async function run(step: (inputs: Readonly<Record<string, string>>) => Promise<StepResult>) {
  const results = [];
  for (const inputs of steps()) results.push(await step(inputs));
  return results;
}

test('the steps of the smoke test name each command once, and the settings that lead to the sandbox', () => {
  expect(steps().map(({ command }) => command)).toEqual(['validate', 'plan', 'apply', 'drift']);
  expect(steps().map(({ config }) => config)).toEqual([CONFIG, CONFIG, CONFIG, CONFIG]);
});

test('on a pull request the smoke test plans, and apply and drift refuse as it expects', () =>
  inWorld(
    null,
    async (world) => {
      world.push(smokeFiles(world));
      world.propose(7, { 'notes.md': 'A change of something else.\n' });
      const results = await run((inputs) => world.plan(7, inputs, { env: world.sandbox.environment }));
      expect(results.map(({ outputs }) => outputs['exit-code'])).toEqual(['0', '2', '3', '3']);
      expect(results[1]?.outputs).toMatchObject({
        'has-changes': 'true',
        grant: '1',
        change: '1',
        revoke: '1',
      });
      expect(world.github.writes()).toEqual([]);
    },
    seed,
  ));

test('so it does on a pull request into another branch, and in the merge queue', () =>
  inWorld(
    null,
    async (world) => {
      world.push(smokeFiles(world));
      const base = world.main;
      world.propose(7, { 'notes.md': 'A change of something else.\n' });
      const { environment: env } = world.sandbox;
      const stacked = await run((inputs) => world.plan(7, inputs, { env, into: 'release/1' }));
      const payload = {
        merge_group: { base_sha: base, base_ref: 'refs/heads/main' },
        repository: { default_branch: 'main' },
      };
      const ref = 'refs/heads/gh-readonly-queue/main/pr-7';
      const queued = await run((inputs) => world.step('merge_group', payload, ref, inputs, env));
      for (const results of [stacked, queued]) {
        expect(results.map(({ outputs }) => outputs['exit-code'])).toEqual(['0', '2', '3', '3']);
        expect(results[1]?.outputs).toMatchObject({ grant: '1', change: '1', revoke: '1' });
      }
    },
    seed,
  ));

test('on a push the smoke test applies the plan, and drift finds nothing after it', () =>
  inWorld(
    null,
    async (world) => {
      const before = world.push(smokeFiles(world));
      const payload = { before, commits: [{ id: world.main }], repository: { default_branch: 'main' } };
      const results = await run((inputs) =>
        world.step('push', payload, 'refs/heads/main', inputs, world.sandbox.environment),
      );
      expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
      expect(results.slice(2).map(({ outputs }) => outputs['exit-code'])).toEqual(['0', '0']);
      expect(results[2]?.outputs).toMatchObject({ 'has-changes': 'true' });
      expect(results[3]?.outputs).toMatchObject({ 'has-changes': 'false', 'issue-number': '' });
      expect(world.github.writes()).toEqual([]);
    },
    seed,
  ));

test('on a push that a newer one has overtaken, apply tells that it wrote nothing, so that drift is not asked', () =>
  inWorld(
    null,
    async (world) => {
      const before = world.push(smokeFiles(world));
      const sha = world.main;
      world.github.branches.set('main', 'e'.repeat(40));
      const [apply] = steps().filter(({ command }) => command === 'apply');
      const result = await world.applyPush(before, apply, sha);
      expect(result.outputs).toMatchObject({ 'exit-code': '0', 'has-changes': 'false' });
    },
    seed,
  ));
