import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_COMMANDS, readInputs } from '../../src/action/inputs.js';
import { UsageError } from '../../src/errors.js';

const read =
  (inputs: Readonly<Record<string, string>>) =>
  (name: string): string =>
    inputs[name] ?? '';

test('empty inputs are absent, and the rest has its defaults', () => {
  expect(readInputs(read({ command: 'apply', scope: ' ', shard: '' }))).toEqual({
    command: 'apply',
    config: 'rolecall.yaml',
    scope: [],
    shard: null,
    token: null,
    comment: 'always',
    requireReviewedPlan: true,
    signingKey: null,
    digest: null,
    allowRevokes: null,
    failOnBlocked: null,
    concurrency: null,
    planFiles: null,
    branches: [],
    issueLabels: [],
  });
});

test('lists are separated by white space', () => {
  expect(readInputs(read({ scope: 'redox/**\n  aion/account/*' })).scope).toEqual([
    'redox/**',
    'aion/account/*',
  ]);
  expect(readInputs(read({ branches: 'release/* next' })).branches).toEqual(['release/*', 'next']);
});

test.each([
  { command: 'destroy' },
  { comment: 'sometimes' },
  { command: 'apply', 'require-reviewed-plan': 'yes' },
  { command: 'apply', digest: 'abc' },
  { 'allow-revokes': '-1' },
  { 'allow-revokes': '1.5' },
  { 'fail-on-blocked': 'yes' },
  { command: 'drift', 'fail-on-blocked': 'true' },
  { concurrency: '0' },
  { command: 'plan', digest: `sha256:${'0'.repeat(64)}` },
  { command: 'plan', 'require-reviewed-plan': 'false' },
  { command: 'drift', comment: 'never' },
  { command: 'validate', scope: 'redox/**' },
  { command: 'apply', 'plan-files': '*.json' },
  { 'signing-key': 'k'.repeat(31) },
  { 'plan-files': '*.json', shard: '1/2' },
  { 'plan-files': '*.json', scope: 'redox/**' },
])('what is wrong or does not go together is an error: %j', (inputs: Readonly<Record<string, string>>) => {
  expect(() => readInputs(read(inputs))).toThrow(UsageError);
});

test('a short signing key is refused without being shown', () => {
  expect(() => readInputs(read({ 'signing-key': 'a-short-one' }))).toThrow(
    /^(?!.*a-short-one).*32 characters/u,
  );
  expect(readInputs(read({ 'signing-key': 'k'.repeat(32) })).signingKey).toBe('k'.repeat(32));
});

test('action.yml has every input and no other, each with a description', () => {
  const action: unknown = parse(readFileSync('action.yml', 'utf8'));
  expect(action).toMatchObject({ runs: { using: 'node24', main: 'dist/action.js' } });
  const { inputs, outputs } = action as Record<'inputs' | 'outputs', Record<string, { description: string }>>;
  expect(Object.keys(inputs).sort()).toEqual(Object.keys(INPUT_COMMANDS).sort());
  expect(Object.keys(outputs).sort()).toEqual([
    'blocked',
    'change',
    'digest',
    'drift',
    'exit-code',
    'grant',
    'has-changes',
    'high-risk',
    'issue-number',
    'markdown-path',
    'plan-path',
    'revoke',
  ]);
  for (const { description } of [...Object.values(inputs), ...Object.values(outputs)]) {
    expect(description.length).toBeGreaterThan(10);
  }
});
