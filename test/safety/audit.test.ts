import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLine, makeFlow } from './flow.js';
import { holdings, settled } from './hospital.js';

test('with a full disk under the audit log nothing is written, and the result says so', async () => {
  const flow = await makeFlow();
  const before = holdings(flow.sandbox.state());
  const { code, result } = await flow.apply('--audit-log', '/dev/full');
  expect(code).toBe(6);
  expect(flow.wire.writes()).toEqual([]);
  expect(holdings(flow.sandbox.state())).toEqual(before);
  expect(result.converged).toBe(false);
  expect(result.summary).toMatchObject({ applied: 0 });
  expect(
    result.results.map(({ reason }) => reason ?? '').filter((reason) => reason.includes('audit log')),
  ).toHaveLength(10);
});

test.each([
  ['a folder', 'logs'],
  ['a path in no folder', 'nowhere/audit.jsonl'],
])('with %s for an audit log nothing is written', async (_, path) => {
  const flow = await makeFlow();
  mkdirSync(join(flow.folder, 'logs'));
  const { code, stderr } = await flow.rolecall('apply', '--yes', '--audit-log', path);
  expect(code).toBe(1);
  expect(stderr).toContain('audit log');
  expect(flow.wire.writes()).toEqual([]);
});

test('a line that a killed run left unfinished does not swallow the next one', async () => {
  const flow = await makeFlow();
  flow.write('audit.jsonl', '{"formatVersion":1,"time":"2026-11-22T08:5');
  const { code } = await flow.apply();
  expect(code).toBe(0);
  const [broken, ...lines] = flow.read('audit.jsonl').trimEnd().split('\n');
  expect(broken).toBe('{"formatVersion":1,"time":"2026-11-22T08:5');
  const phases = lines.map((line) => auditLine(line).phase);
  expect(phases.filter((phase) => phase === 'before')).toHaveLength(flow.wire.writes().length);
});

test('a log that cannot be synced, such as a pipe or the null device, is written all the same', async () => {
  const flow = await makeFlow();
  const { code } = await flow.apply('--audit-log', '/dev/null');
  expect(code).toBe(0);
  expect(holdings(flow.sandbox.state())).toEqual(settled);
});

test('a receipt that cannot be kept costs the exit code, not the result', async () => {
  const flow = await makeFlow();
  mkdirSync(join(flow.folder, 'closed'));
  chmodSync(join(flow.folder, 'closed'), 0o555);
  const { code, result, stderr } = await flow.apply('--receipt', 'nowhere/receipt.json');
  expect(code).toBe(1);
  expect(result.summary.applied).toBe(11);
  expect(stderr).toContain('receipt');
  expect(holdings(flow.sandbox.state())).toEqual(settled);
});

test('a plan that cannot be kept is printed', async () => {
  const flow = await makeFlow();
  const { code, plan, stderr } = await flow.plan('--out', 'nowhere/plan.json');
  expect(code).toBe(1);
  expect(plan.summary.grant).toBeGreaterThan(0);
  expect(stderr).toContain('plan');
});

test('audit lines and receipts tell of changes, and hold no credential', async () => {
  const flow = await makeFlow();
  await flow.apply('--receipt', 'receipt.json');
  const kept = readFileSync(join(flow.folder, 'receipt.json'), 'utf8') + flow.read('audit.jsonl');
  expect(kept).not.toContain('marked-secret');
  expect(kept).not.toMatch(/bearer/iu);
  expect(flow.audit().filter(({ phase }) => phase === 'before')).toHaveLength(11);
  expect(
    flow.audit().filter(({ phase, outcome }) => phase === 'after' && outcome === 'applied'),
  ).toHaveLength(11);
});
