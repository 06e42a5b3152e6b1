import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepFile } from '../../src/commands/keep-file.js';
import { readPlanFile } from '../../src/commands/plan-file.js';
import { digestOf } from '../../src/planning/digest.js';
import { planJsonPieces } from '../../src/report/plan/json.js';
import { change, grant, plan } from '../report/samples.js';

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-plan-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'plan.json');
}

test('a plan kept in pieces is read back as it was', async () => {
  const path = fileIn();
  const changes = [change(), grant()];
  const kept = plan(changes, { digest: digestOf(changes) });
  expect(await keepFile(path, planJsonPieces(kept))).toBeNull();
  expect(await readPlanFile(path)).toMatchObject({ digest: kept.digest, changes });
});

test('a plan that cannot be kept says why', async () => {
  expect(await keepFile(join(fileIn(), 'below'), planJsonPieces(plan([])))).toContain('ENOENT');
});

test('a plan file above what a text can hold is refused before it is read, with what to do instead', async () => {
  const path = fileIn();
  writeFileSync(path, '');
  truncateSync(path, 3 * 2 ** 30);
  await expect(readPlanFile(path)).rejects.toMatchObject({
    message: `the plan file ${JSON.stringify(path)} has 3072 MiB; at most 512 MiB can be read`,
    hint: expect.stringContaining('--shard'),
  });
});
