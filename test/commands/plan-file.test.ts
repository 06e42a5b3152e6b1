import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeOutput } from '../../src/commands/write-files.js';
import { keptTooLarge, readPlanFile } from '../../src/commands/plan-file.js';
import { UsageError } from '../../src/errors.js';
import { digestOf } from '../../src/planning/digest.js';
import { planJson, planJsonPieces } from '../../src/report/json.js';
import { change, grant, plan, revoke } from '../report/samples.js';

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-plan-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'plan.json');
}

/** Why what is written to a file is not read as a plan. */
async function refusalOf(content: string): Promise<unknown> {
  const path = fileIn();
  writeFileSync(path, content);
  const failure = (error: unknown): unknown =>
    error instanceof UsageError
      ? [error.message.replace(JSON.stringify(path), 'FILE'), error.hint]
      : String(error);
  return await readPlanFile(path).catch(failure);
}

const changes = [change(), grant({ label: 'Zoë \u{1f600}', blocked: 'no such "role"' }), revoke()];
const kept = plan(changes, { digest: digestOf(changes) });
const edited = (more: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...kept, ...more });

test('a plan kept in pieces is read back as it was', async () => {
  const path = fileIn();
  expect(await writeOutput(path, planJsonPieces(kept))).toBeNull();
  expect(await readPlanFile(path)).toEqual(JSON.parse(planJson(kept)));
});

test('a plan that PowerShell wrote with a byte order mark is read, and one in UTF-16 is told', async () => {
  const path = fileIn();
  writeFileSync(path, `\u{FEFF}${planJson(kept)}`);
  expect(await readPlanFile(path)).toEqual(JSON.parse(planJson(kept)));
  writeFileSync(path, `\u{FEFF}${planJson(kept)}`, 'utf16le');
  await expect(readPlanFile(path)).rejects.toThrow('it is UTF-16, as > writes it in Windows PowerShell');
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
  ['[1]', [expect.stringContaining('FILE is not a plan: the file '), expect.stringContaining('plan --out')]],
  [
    edited({ changes: changes.slice(1) }),
    [expect.stringContaining('FILE was edited'), expect.stringContaining('as it was reviewed')],
  ],
])('%.40s… is refused with the reason and what to do', async (content, refusal) => {
  expect(await refusalOf(content)).toEqual(refusal);
});

test('a plan file that cannot be read says why', async () => {
  const folder = join(fileIn(), '..');
  const missing = join(folder, 'missing.json');
  await expect(readPlanFile(folder)).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining(`the plan file ${JSON.stringify(folder)} cannot be read: E`),
  });
  await expect(readPlanFile(missing)).rejects.toMatchObject({
    message: `there is no plan file ${JSON.stringify(missing)}`,
    hint: expect.stringContaining('plan --out'),
  });
});

test('a plan that cannot be kept says why', async () => {
  expect(await writeOutput(join(fileIn(), 'below'), planJsonPieces(plan([])))).toContain('ENOENT');
});

test('a plan file above what is read is refused before it is read, with what to do instead', async () => {
  const path = fileIn();
  writeFileSync(path, '');
  truncateSync(path, 3 * 2 ** 30);
  await expect(readPlanFile(path)).rejects.toMatchObject({
    message: `the plan file ${JSON.stringify(path)} has 3072 MiB; at most 256 MiB are read`,
    hint: expect.stringContaining('--shard'),
  });
});

test('a plan that is kept in a file larger than apply reads says so', async () => {
  const path = fileIn();
  writeFileSync(path, '');
  expect(await keptTooLarge(path)).toBeNull();
  truncateSync(path, 300 * 2 ** 20);
  expect(await keptTooLarge(path)).toMatch(
    /has 300 MiB, more than apply reads \(256 MiB\)\. Plan and apply in parts/u,
  );
});
