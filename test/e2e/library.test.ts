import { expect, test } from 'vitest';
import { apply, everything, plan, planningDefaults, planText, systemRuntime } from '../../src/index.js';
import { exampleFiles } from './examples.js';
import { makeWorld } from './world.js';

test('the library plans and applies as the README says', async () => {
  const { folder, sandbox } = await makeWorld({ files: exampleFiles('minimal') });
  const runtime = systemRuntime({ env: sandbox.environment });
  const context = { cwd: folder, runtime, signal: new AbortController().signal, events: () => {} };
  const run = await plan({ ...planningDefaults, config: 'rolecall.yaml', at: runtime.now() }, context);
  expect(planText(run.planned.plan, { color: false })).toContain('Plan: 1 to grant');
  const result = await apply(run, everything(run), null, context);
  await run.close();
  expect(result).toMatchObject({ summary: { applied: 1, failed: 0 }, converged: true });
});
