import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepFile } from '../../src/commands/keep-file.js';
import { readPlanFile } from '../../src/commands/plan-file.js';
import { UsageError } from '../../src/errors.js';
import { digestOf } from '../../src/planning/digest.js';
import { planJson, planJsonPieces } from '../../src/report/plan/json.js';
import { change, grant, plan, revoke } from '../report/samples.js';

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-plan-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'plan.json');
}

/** What is written to a file, and read of it in one piece and as a stream. */
async function bothWays(content: string): Promise<readonly unknown[]> {
  const path = fileIn();
  writeFileSync(path, content);
  const failure = (error: unknown): unknown =>
    error instanceof UsageError
      ? [error.message.replace(JSON.stringify(path), 'FILE'), error.hint]
      : String(error);
  return [await readPlanFile(path).catch(failure), await readPlanFile(path, STREAMED).catch(failure)];
}

const STREAMED = { whole: 0 };
const changes = [change(), grant({ label: 'Zoë \u{1f600}', blocked: 'no such "role"' }), revoke()];
const kept = plan(changes, { digest: digestOf(changes) });
const edited = (more: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...kept, ...more });

test.each([
  ['in one piece', {}],
  ['as a stream', STREAMED],
])('a plan kept in pieces is read back as it was, %s', async (_, reading) => {
  const path = fileIn();
  expect(await keepFile(path, planJsonPieces(kept))).toBeNull();
  expect(await readPlanFile(path, reading)).toEqual(JSON.parse(planJson(kept)));
});

test('a plan of many chunks is read back as it was', async () => {
  const path = fileIn();
  const many = Array.from({ length: 3000 }, (_, index) =>
    grant({ principal: `user:${index}`, label: `Zoë ${index}` }),
  );
  const large = plan(many, { digest: digestOf(many), unlisted: [] });
  await keepFile(path, planJsonPieces(large));
  expect(statSync(path).size).toBeGreaterThan(4 * 2 ** 18);
  expect(await readPlanFile(path, STREAMED)).toEqual(JSON.parse(planJson(large)));
});

test.each([
  ['{"formatVersion":1,', ['FILE is not JSON', expect.stringContaining('plan --out')]],
  [`${edited({})} {}`, ['FILE is not JSON', expect.stringContaining('plan --out')]],
  [
    edited({ formatVersion: 2 }),
    [
      'FILE has formatVersion 2; this version of rolecall reads 1',
      expect.stringContaining('with this version'),
    ],
  ],
  [
    edited({ changes: [{}] }),
    [expect.stringContaining('FILE is not a plan: /changes/0 '), expect.stringContaining('plan --out')],
  ],
  [
    edited({ changes: null }),
    [expect.stringContaining('FILE is not a plan: /changes '), expect.stringContaining('plan --out')],
  ],
  ['[1]', [expect.stringContaining('FILE is not a plan: / '), expect.stringContaining('plan --out')]],
  [
    edited({ changes: changes.slice(1) }),
    [expect.stringContaining('FILE was edited'), expect.stringContaining('as it was reviewed')],
  ],
])('%.40s… is refused in the same words however it is read', async (content, refusal) => {
  expect(await bothWays(content)).toEqual([refusal, refusal]);
});

test('a plan file that cannot be read says why', async () => {
  const folder = join(fileIn(), '..');
  for (const path of [join(folder, 'missing.json'), folder]) {
    for (const whole of [-1, 2 ** 20]) {
      await expect(readPlanFile(path, { whole })).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining(`the plan file ${JSON.stringify(path)} cannot be read: E`),
      });
    }
  }
});

test('a value that is longer than a text can be is refused, with what to do instead', async () => {
  const path = fileIn();
  writeFileSync(path, edited({ changes: [grant({ label: 'x'.repeat(2 ** 20) })] }));
  await expect(readPlanFile(path, { whole: 0, longest: 2 ** 20 })).rejects.toMatchObject({
    name: 'UsageError',
    message: `the plan file ${JSON.stringify(path)} holds a value that is too long; at most 1 MiB can be read`,
    hint: expect.stringContaining('--shard'),
  });
});

test('a plan that cannot be kept says why', async () => {
  expect(await keepFile(join(fileIn(), 'below'), planJsonPieces(plan([])))).toContain('ENOENT');
});

test('a plan file above what is read is refused before it is read, with what to do instead', async () => {
  const path = fileIn();
  writeFileSync(path, '');
  truncateSync(path, 3 * 2 ** 30);
  await expect(readPlanFile(path)).rejects.toMatchObject({
    message: `the plan file ${JSON.stringify(path)} has 3072 MiB; at most 2048 MiB can be read`,
    hint: expect.stringContaining('--shard'),
  });
});
