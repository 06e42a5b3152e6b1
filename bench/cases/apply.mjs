// Many writes to one organization: from the first one sent to the last one answered, as the server sees it.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { organizationFile, organizationWrites } from '../data/organization.mjs';
import { against } from '../figure.mjs';
import { bareLoop, node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';
import { inTurns } from '../statistics.mjs';

const latency = 20;

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function apply({ quick, cli }) {
  const writes = quick ? 1000 : 5000;
  const figures = [];
  for (const concurrency of [8, 32]) {
    let connections = 0;
    const sides = await inTurns(
      quick ? 1 : concurrency === 8 ? 2 : 3,
      async () => {
        const seen = await measured(writes, async (url) => {
          const files = {
            'rolecall.yaml': settings(url),
            'access/a.yaml': organizationFile(writes, 'admin'),
          };
          const args = [cli, 'apply', '--yes', '--concurrency', String(concurrency), '--format', 'json'];
          await withFolder(files, (cwd) => timed(node, args, { cwd, env: variables }));
        });
        ({ connections } = seen);
        return spanOf(seen);
      },
      async () => {
        const requests = organizationWrites(writes);
        return spanOf(await measured(writes, (url) => bareLoop({ url, concurrency, requests })));
      },
    );
    const ideal = Math.ceil(writes / concurrency) * latency;
    const ideals = `${(sides.ours / ideal).toFixed(2)} and ${(sides.theirs / ideal).toFixed(2)} × ceil(N/c) × latency`;
    figures.push(
      {
        bench: 'apply',
        what: `apply, ${writes} writes, concurrency ${concurrency}`,
        value: sides.ratio,
        unit: '×',
        target: 1.03,
        sense: /** @type {const} */ ('at most'),
        note: `${against('of a bare loop', sides)}; ${ideals}`,
      },
      {
        bench: 'apply',
        what: `connections opened, concurrency ${concurrency}`,
        value: connections,
        unit: '',
        target: concurrency,
        sense: /** @type {const} */ ('exactly'),
        note: '',
      },
    );
  }
  return figures;
}

/**
 * @param {number} users
 * @param {(url: string) => Promise<unknown>} use
 */
async function measured(users, use) {
  const server = await startServer('redox', { users, ms: latency });
  try {
    await use(server.url);
    return await server.seen();
  } finally {
    await server.stop();
  }
}

/** @param {import('../servers/protocol.mjs').Seen} seen */
function spanOf({ firstWriteAt, lastWriteAt }) {
  if (firstWriteAt === null || lastWriteAt === null) throw new Error('the server saw no write');
  return lastWriteAt - firstWriteAt;
}
