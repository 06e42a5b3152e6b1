import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkoutOf } from '../../src/action/checkout.js';
import { readInputs } from '../../src/action/inputs.js';
import type { ActionContext } from '../../src/action/context.js';
import { domainOf, folderOf } from '../../src/action/checkout.js';
import { readRunner } from '../../src/action/runner.js';
import { systemRuntime } from '../../src/runtime.js';
import { Workspace } from '../../src/workspace/workspace.js';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'rolecall-workspace-'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

/** What a step with these variables, this config and this payload knows. */
function contextOf(
  config: string,
  variables: Readonly<Record<string, string>>,
  payload: unknown = {},
): ActionContext {
  writeFileSync(join(workspace, 'event.json'), JSON.stringify(payload));
  const env: Readonly<Record<string, string>> = {
    GITHUB_REPOSITORY: 'Acme/Access',
    GITHUB_SHA: '1'.repeat(40),
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: join(workspace, 'event.json'),
    ...variables,
  };
  const inputs: Readonly<Record<string, string>> = { config };
  return {
    inputs: readInputs((name) => inputs[name] ?? ''),
    runner: readRunner((name) => env[name]),
    port: {
      output: () => {},
      annotate: () => {},
      error: () => {},
      log: () => {},
      group: () => {},
      summarize: async () => {},
    },
    runtime: systemRuntime(process),
    cwd: workspace,
    checkout: checkoutOf(workspace, config),
    workspace: new Workspace({ config, cwd: workspace, at: 0, modules: [] }),
    signal: new AbortController().signal,
    events: () => {},
  };
}

test('a repository is known by its id, which a rename, a transfer and another spelling leave alone', () => {
  const byVariable = contextOf('rolecall.yaml', { GITHUB_REPOSITORY_ID: '4711' });
  expect(domainOf(byVariable)).toMatchObject({ repository: '4711', config: 'rolecall.yaml' });
  const byPayload = contextOf('rolecall.yaml', {}, { repository: { id: 4711 } });
  expect(domainOf(byPayload)).toMatchObject({ repository: '4711' });
  expect(domainOf(contextOf('rolecall.yaml', {}))).toMatchObject({ repository: 'acme/access' });
});

test('the path of the config is the one from the top of the repository, wherever that is checked out', () => {
  mkdirSync(join(workspace, 'repo', '.git'), { recursive: true });
  const context = contextOf('repo/iam/rolecall.yaml', {});
  expect(domainOf(context)).toMatchObject({ config: 'iam/rolecall.yaml' });
  expect(folderOf(context)).toBe('iam');
});
