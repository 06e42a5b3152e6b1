// Reading an account whose users' roles cost a request each, as the plan of a pruned account does.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { against } from '../figure.mjs';
import { bareLoop, node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';
import { inTurns } from '../statistics.mjs';

const concurrency = 16;

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function read({ quick, cli }) {
  const users = quick ? 1000 : 5000;
  const server = await startServer('aion', { users, ms: 20 });
  let requests = 0;
  const sides = await inTurns(
    quick ? 1 : 3,
    async () => {
      const access = 'account: orbit\nprune: true\nroles:\n  account_admin: [u0]\n';
      await withFolder(
        { 'rolecall.yaml': settings(server.url, { concurrency }), 'access/a.yaml': access },
        (cwd) => timed(node, [cli, 'plan', '--format', 'json'], { cwd, env: variables, codes: [0, 4] }),
      );
      const seen = await server.seen();
      ({ requests } = seen);
      return spanOf(seen);
    },
    async () => {
      const paths = Array.from(
        { length: users },
        (_, index) => `/api/v1/accounts/orbit/roles/users/u${index}`,
      );
      await bareLoop({
        url: server.url,
        concurrency,
        requests: paths.map((path) => ({ method: 'GET', path, body: null })),
      });
      return spanOf(await server.seen());
    },
  );
  await server.stop();
  return [
    {
      bench: 'read',
      what: `read an account of ${users} users, concurrency ${concurrency}`,
      value: sides.ratio,
      unit: '×',
      target: 1.05,
      sense: 'at most',
      note: against('of a bare loop', sides),
    },
    {
      bench: 'read',
      what: 'requests for that plan: users, roles, and one for each user',
      value: requests,
      unit: '',
      target: users + 2,
      sense: 'exactly',
      note: '',
    },
  ];
}

/** @param {import('../servers/protocol.mjs').Seen} seen */
function spanOf({ firstAt, lastAt }) {
  if (firstAt === null || lastAt === null) throw new Error('the server saw no request');
  return lastAt - firstAt;
}
