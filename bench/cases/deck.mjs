// The nearest peer, decK, at the same number of changes on a server with the same latency: whole processes, in turns.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings, variables, withFolder } from '../data/folders.mjs';
import { organizationFile } from '../data/organization.mjs';
import { against } from '../figure.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';
import { inTurns } from '../statistics.mjs';

const latency = 20;

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function deck({ quick, cli }) {
  if (!(await isInstalled())) {
    process.stderr.write('decK is not installed (Debian: apt-get install deck): its bench is left out\n');
    return [];
  }
  const figures = [];
  for (const users of quick ? [500] : [500, 5000]) {
    for (const concurrency of [8, 32]) figures.push(await changes(users, concurrency, quick, cli));
  }
  for (const users of quick ? [500] : [500, 10_000]) figures.push(await nothing(users, quick, cli));
  return figures;
}

/**
 * Plan and apply of so many changes.
 * @param {number} users
 * @param {number} concurrency
 * @param {boolean} quick
 * @param {string} cli
 */
async function changes(users, concurrency, quick, cli) {
  const sides = await inTurns(
    quick ? 1 : users > 1000 ? 3 : 5,
    () =>
      withServer('redox', { users, ms: latency }, async (url) => {
        const files = { 'rolecall.yaml': settings(url), 'access/a.yaml': organizationFile(users, 'admin') };
        const args = [cli, 'apply', '--yes', '--concurrency', String(concurrency)];
        return withFolder(files, (cwd) => timed(node, args, { cwd, env: variables }));
      }),
    () =>
      withServer('kong', { consumers: 0, ms: latency }, (url) =>
        runDeck(['sync', '--parallelism', String(concurrency)], users, url),
      ),
  );
  return figure(`plan and apply ${users} changes, concurrency ${concurrency}`, sides);
}

/**
 * A plan that finds nothing to do.
 * @param {number} users
 * @param {boolean} quick
 * @param {string} cli
 */
async function nothing(users, quick, cli) {
  const sides = await inTurns(
    quick ? 3 : 5,
    () =>
      withServer('redox', { users, ms: latency }, async (url) => {
        const files = { 'rolecall.yaml': settings(url), 'access/a.yaml': organizationFile(users, 'member') };
        return withFolder(files, (cwd) => timed(node, [cli, 'plan'], { cwd, env: variables }));
      }),
    () => withServer('kong', { consumers: users, ms: latency }, (url) => runDeck(['diff'], users, url)),
  );
  return figure(`plan ${users} assignments that are as they should be`, sides);
}

/**
 * @param {string} what
 * @param {{ ratio: number, ours: number, theirs: number }} sides
 * @returns {import('../figure.mjs').Figure}
 */
function figure(what, sides) {
  const note = against('of decK', sides);
  return { bench: 'deck', what, value: sides.ratio, unit: '×', target: 1, sense: 'at most', note };
}

/**
 * @param {'redox' | 'kong'} name
 * @param {Record<string, unknown>} options
 * @param {(url: string) => Promise<{ ms: number }>} use
 */
async function withServer(name, options, use) {
  const server = await startServer(name, options);
  try {
    return (await use(server.url)).ms;
  } finally {
    await server.stop();
  }
}

/**
 * @param {readonly string[]} command
 * @param {number} consumers
 * @param {string} url
 */
async function runDeck(command, consumers, url) {
  return withFolder({}, async (folder) => {
    const file = join(folder, 'kong.yaml');
    const list = Array.from({ length: consumers }, (_, index) => {
      const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      return `- username: user-${index}\n  id: ${id}\n`;
    });
    await writeFile(file, `_format_version: "1.1"\nconsumers:\n${list.join('')}`);
    return timed('deck', [...command, '--kong-addr', url, '-s', file, '--skip-workspace-crud']);
  });
}

async function isInstalled() {
  try {
    await timed('deck', ['version']);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
