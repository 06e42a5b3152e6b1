import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_COMMANDS } from '../../src/action/inputs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'examples', 'workflows');
const workflows = readdirSync(folder).sort();

test('there is a workflow for each use', () => {
  expect(workflows).toEqual([
    'accept-drift.yml',
    'apply.yml',
    'drift.yml',
    'matrix.yml',
    'plan.yml',
    'tidy.yml',
  ]);
});

interface Workflow {
  readonly on: Record<string, Readonly<Record<string, unknown>> | null>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Record<string, Job>;
}
interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly permissions: Record<string, string>;
  readonly environment?: string;
  readonly steps: readonly Step[];
}
interface Step {
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Record<string, string>;
  readonly run?: string;
  readonly env?: Record<string, string>;
}

function workflow(name: string): Workflow {
  return parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
}

test.each(workflows)('%s gives each job what it needs, and pins what others wrote', (name) => {
  const { permissions: none, concurrency, jobs } = workflow(name);
  expect(none).toEqual({});
  expect(concurrency.group).toContain('rolecall-');
  for (const { permissions, environment, steps } of Object.values(jobs)) {
    const usesNothing = steps.every(({ uses }) => uses === undefined);
    const pushes = permissions['contents'] === 'write';
    const isTrusted = steps.some(({ uses, env = {} }) => uses === './' || 'AION_TOKEN' in env);
    expect(permissions).toMatchObject(usesNothing || pushes ? {} : { contents: 'read' });
    expect(environment ?? '').toMatch(isTrusted ? /^rolecall-/u : /^$/u);
    // What can push runs no code of the checkout and has no credentials.
    const runs = pushes ? steps.map(({ run = '' }) => run).join('\n') : '';
    expect(runs).not.toMatch(/\b(?:node|np[mx])\b/u);
    expect(pushes && isTrusted).toBe(false);
    for (const { uses } of steps) expect(uses ?? './').toMatch(/^(?:\.\/|actions\/[\w-]+@[0-9a-f]{40})$/u);
    for (const { uses, with: inputs = {} } of steps) {
      if (uses !== './') continue;
      const command = inputs['command'] ?? '';
      for (const input of Object.keys(inputs)) expect(INPUT_COMMANDS[input]).toContain(command);
    }
  }
});

test.each(['plan.yml', 'matrix.yml'])(
  '%s gives a required check that nothing can skip, for the main branch alone',
  (name) => {
    const { on, jobs } = workflow(name);
    expect(on['pull_request']).toEqual({
      branches: ['main'],
      types: ['opened', 'synchronize', 'reopened', 'edited'],
    });
    expect(Object.keys(on)).toContain('merge_group');
    expect([undefined, 'always()']).toContain(jobs['plan']?.if);
    expect(jobs['plan']?.name).toMatch(/\|\| 'plan' \}\}$/u);
  },
);

test('a shard that a guard refuses keeps its plan, and the comment is written all the same', () => {
  const { jobs } = workflow('matrix.yml');
  const upload = jobs['shard']?.steps.find(
    ({ uses }) => uses?.startsWith('actions/upload-artifact@') === true,
  );
  expect(upload?.if).toBe("${{ !cancelled() && steps.plan.outputs.plan-path != '' }}");
  expect(jobs['comment']?.if).toMatch(/^!cancelled\(\)\s/u);
});

test('the hourly run cannot cancel a push that waits, and a refusal names inputs that are there', () => {
  const { on, concurrency, jobs } = workflow('apply.yml');
  expect(concurrency).toEqual({
    group: 'rolecall-apply-${{ github.event_name }}',
    'cancel-in-progress': false,
  });
  const inputs = on['workflow_dispatch']?.['inputs'] ?? {};
  expect(Object.keys(inputs)).toEqual(['digest', 'allow-revokes']);
  const step = jobs['apply']?.steps.find(({ uses }) => uses === './');
  for (const input of Object.keys(inputs)) expect(step?.with?.[input]).toBe(`\${{ inputs.${input} }}`);
});

test.each(workflows)('%s pins every action by a commit, with its version beside it', (name) => {
  const uses = readFileSync(join(folder, name), 'utf8').match(/uses: actions\/.*/gu) ?? [];
  expect(uses.length).toBeGreaterThan(0);
  for (const use of uses) expect(use).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
});

test.each(['tidy.yml', 'accept-drift.yml'])(
  '%s keeps one pull request of one branch, from main alone',
  (name) => {
    const { on, jobs } = workflow(name);
    expect(jobs['edit']?.if).toBe("github.ref == 'refs/heads/main'");
    expect(jobs['propose']?.if).toBe("needs.edit.outputs.changed == 'true'");
    const { run = '', env = {} } = jobs['propose']?.steps.at(-1) ?? {};
    expect(env['BRANCH']).toBe(`rolecall/${name.replace('.yml', '')}`);
    expect(run).toContain('git push --force origin "HEAD:refs/heads/$BRANCH"');
    expect(run).not.toContain('${{');
    // Drift is accepted only where somebody asks for it.
    expect(Object.keys(on)).toEqual(
      name === 'tidy.yml' ? ['schedule', 'workflow_dispatch'] : ['workflow_dispatch'],
    );
  },
);
