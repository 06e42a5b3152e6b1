// A server with a limit: how much of it is used, and how many requests it sends back.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';

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
    figures.push(
      {
        bench: 'pace',
        what: `part of ${rate} requests/s used, by ${words}`,
        value: ((requests - bounced) / seconds / rate) * 100,
        unit: '%',
        target: 97,
        sense: /** @type {const} */ ('at least'),
        note: `${requests - bounced} requests in ${seconds.toFixed(1)} s`,
      },
      {
        bench: 'pace',
        what: `sent back, by ${words}`,
        value: (bounced / requests) * 100,
        unit: '%',
        target: 1,
        sense: /** @type {const} */ ('at most'),
        note: `${bounced} of ${requests}`,
      },
    );
  }
  return figures;
}
