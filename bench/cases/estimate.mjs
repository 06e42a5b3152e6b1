// What a plan says it takes to apply it, against what it took.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { organizationFile } from '../data/organization.mjs';
import { node, timed } from '../processes/timed.mjs';
import { startServer } from '../servers/protocol.mjs';

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function estimate({ quick, cli }) {
  const users = quick ? 1000 : 3000;
  const figures = [];
  for (const rateLimit of [undefined, '{ requests: 300, per: 1s }']) {
    const server = await startServer('redox', { users, ms: 20 });
    const files = {
      'rolecall.yaml': settings(server.url, {
        concurrency: 8,
        ...(rateLimit === undefined ? {} : { rateLimit }),
      }),
      'access/a.yaml': organizationFile(users, 'admin'),
    };
    const { requests } = await withFolder(files, async (cwd) => {
      const plan = () => timed(node, [cli, 'plan', '--format', 'json'], { cwd, env: variables });
      // The server's first answer of all is slower than any other, as its code was never run.
      await plan();
      const { stdout } = await plan();
      await server.seen();
      await timed(node, [cli, 'apply', '--yes', '--format', 'json'], { cwd, env: variables });
      return JSON.parse(stdout);
    });
    const { writes, firstWriteAt, lastWriteAt } = await server.seen();
    await server.stop();
    const took = ((lastWriteAt ?? 0) - (firstWriteAt ?? 0)) / 1000;
    const limit = rateLimit === undefined ? 'without a limit' : 'under 300 requests/s';
    figures.push(
      {
        bench: 'estimate',
        what: `estimated seconds of ${users} writes ${limit}, distance from the truth`,
        value: Math.abs(requests.estimatedSeconds / took - 1) * 100,
        unit: '%',
        target: 20,
        sense: /** @type {const} */ ('at most'),
        note: `${requests.estimatedSeconds} s said, ${took.toFixed(1)} s taken`,
      },
      {
        bench: 'estimate',
        what: `writes that the plan counted ${limit}`,
        value: requests.toApply,
        unit: '',
        target: writes,
        sense: /** @type {const} */ ('exactly'),
        note: '',
      },
    );
  }
  return figures;
}
