// All files of a large company, checked: against the bare parse of the same bytes.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessFiles } from '../data/company.mjs';
import { settings, variables, withFolder } from '../data/folders.mjs';
import { against } from '../figure.mjs';
import { node, timed } from '../processes/timed.mjs';
import { inTurns } from '../statistics.mjs';

const bareParse = fileURLToPath(new URL('../loops/bare-parse.mjs', import.meta.url));

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function validate({ quick, cli }) {
  const files = 1000;
  const sides = await withFolder(
    { 'rolecall.yaml': settings('http://127.0.0.1:1'), ...accessFiles(files, 100) },
    (cwd) =>
      inTurns(
        quick ? 2 : 5,
        async () => (await timed(node, [cli, 'validate'], { cwd, env: variables })).ms,
        async () => Number(JSON.parse((await timed(node, [bareParse, join(cwd, 'access')])).stdout).ms),
      ),
  );
  return [
    {
      bench: 'validate',
      what: `validate ${files * 100} assignments in ${files} files, the whole process`,
      value: sides.ratio,
      unit: '×',
      target: 1.2,
      sense: 'at most',
      note: against('of parseDocument alone, without its start', sides),
    },
  ];
}
