import { expect, test } from 'vitest';
import {
  apply,
  builtInModules,
  plan,
  planningDefaults,
  planText,
  selectAll,
  systemRuntime,
  Workspace,
} from '../../src/index.js';
import { exampleFiles } from './examples.js';
import { makeWorld } from './world.js';

test('the library plans and applies as the README says', async () => {
  const { folder, sandbox } = await makeWorld({ files: exampleFiles('minimal') });
  const runtime = systemRuntime({ env: sandbox.environment });
  const workspace = new Workspace({
    config: 'rolecall.yaml',
    cwd: folder,
    at: runtime.now(),
    modules: builtInModules,
  });
  const signal = new AbortController().signal;
  const context = { cwd: folder, workspace, runtime, signal, events: () => {} };
  const run = await plan(planningDefaults, context);
  expect(planText(run.planned.plan, { color: false })).toContain('Plan: 1 to grant');
  const result = await apply(run, selectAll(run), null, context);
  await run.close();
  expect(result).toMatchObject({ summary: { applied: 1, failed: 0 }, converged: true });
});
