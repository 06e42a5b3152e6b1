import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { systemRuntime } from '../../../src/runtime.js';
import { runProgram } from '../../e2e/world.js';
import { schemaProblems } from '../../schema-problems.js';

const golden = fileURLToPath(new URL('golden/', import.meta.url));
const situations = readdirSync(golden).toSorted();
const check = async (situation: string, ...options: readonly string[]) =>
  await runProgram(
    ['connector', 'check', 'crew.yaml', ...options],
    `${golden}${situation}`,
    systemRuntime({ env: {} }),
  );

describe('connector check prints exactly this', () => {
  test.each(situations)('%s', async (situation) => {
    const { code, stdout, stderr } = await check(situation);
    await expect(`${stdout}${stderr}exit ${code}\n`).toMatchFileSnapshot(`golden/${situation}/check.txt`);
  });
});

test.each(situations)(
  'its JSON is what the check found, or what is wrong with the file: %s',
  async (situation) => {
    const { code, stdout } = await check(situation, '--format', 'json');
    expect(schemaProblems(code === 3 ? 'validate' : 'connector-check', JSON.parse(stdout))).toEqual([]);
    await expect(stdout).toMatchFileSnapshot(`golden/${situation}/check.json`);
  },
);

test('a file that is not there is a mistake in the command', async () => {
  const lost = await runProgram(['connector', 'check', 'lost.yaml'], golden, systemRuntime({ env: {} }));
  expect(lost).toMatchObject({ code: 3, stdout: '' });
  expect(lost.stderr).toContain('there is no connector file "lost.yaml" that can be read');
});
