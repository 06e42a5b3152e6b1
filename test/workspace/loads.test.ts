import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkoutOf } from '../../src/action/checkout.js';
import { readInputs } from '../../src/action/inputs.js';
import { planAction } from '../../src/action/plan.js';
import { readRunner } from '../../src/action/runner.js';
import type { CommandContext } from '../../src/commands/context.js';
import { explainCommand } from '../../src/commands/explain/explain.js';
import { importCommand } from '../../src/commands/import/import.js';
import { planCommand } from '../../src/commands/plan.js';
import { planningDefaults } from '../../src/commands/planning-run.js';
import type { FileTree } from '../../src/config/file-tree.js';
import { loadConfig, type LoadOptions } from '../../src/config/load.js';
import { systemRuntime } from '../../src/runtime.js';
import { type Sandbox, startSandbox } from '../sandbox/start.js';
import { Workspace } from '../../src/workspace/workspace.js';
import { access, LIVE, PEOPLE, SEED, settings } from '../action/world.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { modules } from '../modules.js';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map((clean) => clean()));
});

interface Setting {
  readonly repository: ScratchRepository;
  readonly sandbox: Sandbox;
  readonly context: CommandContext;
  /** What each tree that was loaded says, in the order of loading. */
  readonly loads: readonly string[];
}

/** A branch with a new member, checked out, whose base asks for what is live. */
async function branchAndBase(): Promise<Setting> {
  const sandbox = await startSandbox({ seed: SEED });
  const repository = scratchRepository();
  cleanups.push(() => sandbox.close(), repository.remove);
  repository.commit({
    'rolecall.yaml': settings(sandbox.url),
    'people.yaml': PEOPLE,
    'access/acme.yaml': access(LIVE),
  });
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit({ 'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }) });
  const loads: string[] = [];
  const cwd = repository.folder;
  const workspace = new Workspace({
    config: 'rolecall.yaml',
    cwd,
    checkout: checkoutOf(cwd, 'rolecall.yaml'),
    at: Date.now(),
    modules,
    load: async (options: LoadOptions) => {
      const { tree, contents } = watched(options.tree);
      const loaded = await loadConfig({ ...options, tree });
      loads.push(contents());
      return loaded;
    },
  });
  const runtime = systemRuntime({ env: { REDOX_TOKEN: 'redox-secret-token' } });
  const context = {
    cwd,
    workspace,
    runtime,
    signal: new AbortController().signal,
    events: () => undefined,
  };
  return { repository, sandbox, context, loads };
}

/** A tree, and what was read of it as one text. */
function watched(tree: FileTree): { readonly tree: FileTree; readonly contents: () => string } {
  const read = new Map<string, string>();
  const watching: FileTree = {
    glob: tree.glob,
    read: async (path) => {
      const bytes = await tree.read(path);
      read.set(path, bytes === null ? '' : Buffer.from(bytes).toString());
      return bytes;
    },
  };
  return { tree: watching, contents: () => JSON.stringify(Object.fromEntries(read)) };
}

const planning = { ...planningDefaults, detailedExitcode: true, failOnBlocked: false, out: null };

test('a plan loads the base once, whether it is named as base, as earlier state or for its providers', async () => {
  const { context, loads, repository } = await branchAndBase();
  const revisions = {
    base: 'main',
    changedSince: 'HEAD~1',
    providersFrom: repository.git('rev-parse', 'main'),
  };
  const { plan, exitCode } = await planCommand({ ...planning, ...revisions }, context);
  expect(exitCode).toBe(2);
  expect(plan?.changes).toMatchObject([{ action: 'change', cause: 'files', label: 'ada@acme.test' }]);
  expect(loads).toHaveLength(2);
});

test('a plan of one revision loads the working tree alone', async () => {
  const { context, loads } = await branchAndBase();
  await planCommand(planning, context);
  expect(loads).toHaveLength(1);
});

test('an explanation against the live state loads the files once', async () => {
  const { context, loads } = await branchAndBase();
  const asked = { principal: 'ada', scope: [], role: [], live: true, concurrency: null };
  const { explanation } = await explainCommand(asked, context);
  expect(explanation).toMatchObject({ roles: [{ role: 'admin', live: 'absent' }] });
  expect(loads).toHaveLength(1);
});

test('a merge loads the files once, and once more as it edits them', async () => {
  const { context, loads } = await branchAndBase();
  await importCommand({ scope: [], dir: 'access', merge: true, people: false, concurrency: null }, context);
  expect(loads).toHaveLength(2);
  expect(new Set(loads).size).toBe(2);
});

test("the Action's plan of a pull request loads its files once and the base's once", async () => {
  const { context, loads, repository } = await branchAndBase();
  const { git, folder } = repository;
  const head = git('rev-parse', 'change');
  git('checkout', '--quiet', '--detach', 'main');
  git('merge', '--quiet', '--no-ff', '--message', 'merge 7', 'change');
  const temp = mkdtempSync(join(tmpdir(), 'rolecall-runner-'));
  cleanups.push(() => rmSync(temp, { recursive: true }));
  const pull = { number: 7, head: { sha: head, repo: { full_name: 'acme/access' } } };
  const base = { sha: git('rev-parse', 'main'), ref: 'main' };
  const payload = { pull_request: { ...pull, base, user: { login: 'ada' } }, action: 'opened', number: 7 };
  writeFileSync(
    join(temp, 'event.json'),
    JSON.stringify({ ...payload, repository: { default_branch: 'main' } }),
  );
  const variables: Readonly<Record<string, string>> = {
    GITHUB_REPOSITORY: 'acme/access',
    GITHUB_SHA: git('rev-parse', 'HEAD'),
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    RUNNER_TEMP: temp,
  };
  const inputs: Readonly<Record<string, string>> = { config: 'rolecall.yaml', comment: 'never' };
  const outputs = new Map<string, string>();
  await planAction({
    ...context,
    checkout: context.workspace.location.checkout,
    inputs: readInputs((name) => inputs[name] ?? ''),
    runner: readRunner((name) => variables[name]),
    port: {
      output: (name, value) => void outputs.set(name, value),
      annotate: () => undefined,
      log: () => undefined,
      error: () => undefined,
      group: () => undefined,
      summarize: () => Promise.resolve(),
    },
  });
  expect(outputs.get('change')).toBe('1');
  expect(loads).toHaveLength(2);
});
