import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withProviders } from '../../src/cli/demo-settings.js';
import { makeWorld, now, type Ran } from '../e2e/world.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The files of the examples by path, without their providers. */
function exampleFiles(): Readonly<Record<string, string>> {
  const paths = [
    'rolecall.yaml',
    'people.yaml',
    ...readdirSync(`${examples}access`).map((name) => `access/${name}`),
  ];
  return Object.fromEntries(
    paths.map((path) => {
      const text = readFileSync(`${examples}${path}`, 'utf8');
      return [path, path === 'rolecall.yaml' ? withProviders(text, []) : text];
    }),
  );
}

/** What commands print of the examples, at a fixed time, by the name of the README's region. */
export async function exampleOutputs(): Promise<ReadonlyMap<string, string>> {
  const world = await makeWorld({ files: exampleFiles(), runtime: { now: () => now } });
  const shown = async (...argv: readonly string[]): Promise<string> => {
    const { stdout } = await world.rolecall(...argv);
    return `$ rolecall ${argv.join(' ')}\n${stdout}`;
  };
  const refused: Ran = await world.rolecall('apply');
  return new Map([
    ['plan', await shown('plan')],
    ['apply', await shown('apply', '--yes')],
    ['apply-refused', `$ rolecall apply < /dev/null\n${refused.stderr}`],
  ]);
}
