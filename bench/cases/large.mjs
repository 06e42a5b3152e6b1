// A plan of a large company from its files to its last line: how it grows, and what the process holds in memory.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settings, variables, withFolder } from '../data/folders.mjs';
import { organizationFiles } from '../data/organizations.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';

const peak = fileURLToPath(new URL('../processes/peak.cjs', import.meta.url));

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function large({ quick, cli }) {
  const small = quick ? 10_000 : 100_000;
  const few = await measured(small, cli);
  const many = await measured(10 * small, cli);
  return [
    {
      bench: 'large',
      what: `plan of ${10 * small} assignments from files to last line, growth over ${small}`,
      value: many.ms / few.ms,
      unit: '×',
      target: 11,
      sense: 'at most',
      note: `${(many.ms / 1000).toFixed(1)} s against ${(few.ms / 1000).toFixed(1)} s`,
    },
    {
      bench: 'large',
      what: `memory of the process at its most, ${10 * small} assignments`,
      value: many.mebibytes,
      unit: 'MiB',
      target: 1500,
      sense: 'at most',
      note: `${Math.round(few.mebibytes)} MiB for ${small}`,
    },
  ];
}

/**
 * @param {number} assignments
 * @param {string} cli
 */
async function measured(assignments, cli) {
  const server = await startServer('organizations', { ms: 0 });
  const limits = { concurrency: 32, rateLimit: '{ requests: 1000000, per: 1m }' };
  const files = { 'rolecall.yaml': settings(server.url, limits), ...organizationFiles(assignments) };
  try {
    return await withFolder(files, async (cwd) => {
      const file = join(cwd, 'peak');
      const { ms, stdout } = await timed(node, ['--require', peak, cli, 'plan'], {
        cwd,
        env: { ...variables, PEAK_FILE: file },
      });
      if (!stdout.startsWith('No changes.'))
        throw new Error(`not the plan that was to be measured: ${stdout}`);
      return { ms, mebibytes: Number(await readFile(file, 'utf8')) / 1024 };
    });
  } finally {
    await server.stop();
  }
}
