import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { systemRuntime } from '../../../src/runtime.js';
import { runProgram } from '../../e2e/world.js';
import { NOW, readAll } from './edit-world.js';

const golden = fileURLToPath(new URL('golden/', import.meta.url));
const runtime = { ...systemRuntime({ env: {} }), now: () => NOW };

test.each(readdirSync(golden).toSorted())('%s', async (situation) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-golden-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(golden, situation, 'before'), folder, { recursive: true });
  const command: unknown = JSON.parse(readFileSync(join(golden, situation, 'command.json'), 'utf8'));
  const argv = (Array.isArray(command) ? command : []).map(String);
  const before = readAll(folder);
  const dry = await runProgram([...argv, '--dry-run'], folder, runtime);
  expect(readAll(folder)).toEqual(before);
  const { code, stdout, stderr } = await runProgram(argv, folder, runtime);
  expect([dry.code, dry.stdout]).toEqual([code, stdout]);
  const shown = `$ rolecall ${argv.join(' ')}\n${stderr}exit ${code}\n\n${stdout}`;
  await expect(shown).toMatchFileSnapshot(`golden/${situation}/expected.txt`);
  const changed = Object.entries(readAll(folder)).filter(([path, text]) => before[path] !== text);
  expect(changed.map(([path]) => path).sort()).toEqual(
    [...stdout.matchAll(/^\+\+\+ b\/(.*)$/gmu)].map(([, path]) => path),
  );
});
