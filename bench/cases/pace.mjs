// A server with a limit: how much of it is used, and how many requests it sends back.
import { setTimeout as sleep } from 'node:timers/promises';
import { settings, variables, withFolder } from '../data/folders.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';
import { middle } from '../statistics.mjs';

const rate = 200;

/** Where nothing is declared, the limit is learned for so long before anything is measured. */
const learningMs = 6_000;
const usersToLearn = 3_000;

/** Targets in per cent. */
const declaredTargets = { declared: true, used: 97, sentBack: 1 };
const learnedTargets = { declared: false, used: 85, sentBack: 5 };
const cases = [
  { kind: 'bucket', burst: 10, words: 'a token bucket that holds 10', ...declaredTargets },
  { kind: 'window', burst: undefined, words: 'a rolling window', ...declaredTargets },
  { kind: 'bucket', burst: 10, words: 'a token bucket that holds 10, undeclared', ...learnedTargets },
  { kind: 'window', burst: undefined, words: 'a rolling window, undeclared', ...learnedTargets },
];

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function pace({ quick, cli }) {
  const users = quick ? 1000 : 3000;
  const figures = [];
  for (const { kind, burst, declared, words, used, sentBack } of cases) {
    const runs = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1)
      runs.push(await paced(users, { kind, burst, declared }, cli));
    const run = middle(runs, (each) => each.used);
    figures.push(
      {
        bench: 'pace',
        what: `part of ${rate} requests/s used, by ${words}`,
        value: run.used,
        unit: '%',
        target: used,
        sense: /** @type {const} */ ('at least'),
        note: run.note,
      },
      {
        bench: 'pace',
        what: `sent back, by ${words}`,
        value: run.sentBack,
        unit: '%',
        target: sentBack,
        sense: /** @type {const} */ ('at most'),
        note: run.bounces,
      },
    );
  }
  return figures;
}

/** @typedef {{ used: number, sentBack: number, note: string, bounces: string }} Paced */

/**
 * One plan against a server with that limit. Parts in per cent.
 * @param {number} measured users
 * @param {{ kind: string, burst: number | undefined, declared: boolean }} limit
 * @param {string} cli
 * @returns {Promise<Paced>}
 */
async function paced(measured, { kind, burst, declared }, cli) {
  const users = declared ? measured : measured + usersToLearn;
  const server = await startServer('aion', { users, ms: 20, limit: { requests: rate, kind, burst } });
  const limit = declared ? { rateLimit: `{ requests: ${rate}, per: 1s }` } : {};
  const files = {
    'rolecall.yaml': settings(server.url, { concurrency: 16, ...limit }),
    'access/a.yaml': 'account: orbit\nprune: true\nroles:\n  account_admin: [u0]\n',
  };
  // What a server saw before it was asked is not part of its next answer.
  const learned = declared ? null : sleep(learningMs).then(() => server.seen());
  await withFolder(files, (cwd) =>
    timed(node, [cli, 'plan', '--format', 'json'], { cwd, env: variables, codes: [0, 4] }),
  );
  await learned;
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
