// A server with a limit: how much of it is used, and how many requests it sends back.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';
import { middle } from '../statistics.mjs';

const rate = 200;

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function pace({ quick, cli }) {
  const users = quick ? 1000 : 3000;
  const figures = [];
  for (const { kind, burst, words } of [
    { kind: 'bucket', burst: 10, words: 'a token bucket that holds 10' },
    { kind: 'window', burst: undefined, words: 'a rolling window' },
  ]) {
    const runs = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1)
      runs.push(await paced(users, { kind, burst }, cli));
    const { used, sentBack, note, bounces } = middle(runs, (run) => run.used);
    figures.push(
      {
        bench: 'pace',
        what: `part of ${rate} requests/s used, by ${words}`,
        value: used,
        unit: '%',
        target: 97,
        sense: /** @type {const} */ ('at least'),
        note,
      },
      {
        bench: 'pace',
        what: `sent back, by ${words}`,
        value: sentBack,
        unit: '%',
        target: 1,
        sense: /** @type {const} */ ('at most'),
        note: bounces,
      },
    );
  }
  return figures;
}

/** @typedef {{ used: number, sentBack: number, note: string, bounces: string }} Paced */

/**
 * One plan against a server with that limit. Parts in per cent.
 * @param {number} users
 * @param {{ kind: string, burst: number | undefined }} limit
 * @param {string} cli
 * @returns {Promise<Paced>}
 */
async function paced(users, { kind, burst }, cli) {
  const server = await startServer('aion', { users, ms: 20, limit: { requests: rate, kind, burst } });
  const files = {
    'rolecall.yaml': settings(server.url, { concurrency: 16, rateLimit: `{ requests: ${rate}, per: 1s }` }),
    'access/a.yaml': 'account: orbit\nprune: true\nroles:\n  account_admin: [u0]\n',
  };
  await withFolder(files, (cwd) =>
    timed(node, [cli, 'plan', '--format', 'json'], { cwd, env: variables, codes: [0, 4] }),
  );
  const { requests, bounced, firstAt, lastAt } = await server.seen();
  await server.stop();
  const seconds = ((lastAt ?? 0) - (firstAt ?? 0)) / 1000;
  return {
    used: ((requests - bounced) / seconds / rate) * 100,
    sentBack: (bounced / requests) * 100,
    note: `${requests - bounced} requests in ${seconds.toFixed(1)} s`,
    bounces: `${bounced} of ${requests}`,
  };
}
