// How long the program takes to get going, against Node.js itself.
import { settings, variables, withFolder } from '../data/folders.mjs';
import { against } from '../figure.mjs';
import { node, timed } from '../processes/timed.mjs';
import { inTurns } from '../statistics.mjs';

const access =
  'organization: "1"\nroles:\n  owner:\n    - ada@bench.test\n  admin:\n    - grace@bench.test\n';

/**
 * @param {import('../figure.mjs').Bench} bench
 * @returns {Promise<import('../figure.mjs').Figure[]>}
 */
export async function start({ quick, cli }) {
  return withFolder(
    { 'rolecall.yaml': settings('http://127.0.0.1:1'), 'access/a.yaml': access },
    async (cwd) => {
      const figures = [];
      for (const { command, target } of [
        { command: '--version', target: 1.6 },
        { command: 'validate', target: 2.3 },
      ]) {
        const sides = await inTurns(
          quick ? 7 : 25,
          async () => (await timed(node, [cli, command], { cwd, env: variables })).ms,
          async () => (await timed(node, ['-e', '0'])).ms,
        );
        figures.push({
          bench: 'start',
          what: `rolecall ${command}`,
          value: sides.ratio,
          unit: '×',
          target,
          sense: /** @type {const} */ ('at most'),
          note: against('of node -e 0', sides),
        });
      }
      return figures;
    },
  );
}
