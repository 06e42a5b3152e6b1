import { exampleFiles } from '../e2e/examples.js';
import { makeWorld, now, type Ran } from '../e2e/world.js';

/** What commands print of the examples, at a fixed time, by the name of the README's region. */
export async function exampleOutputs(): Promise<ReadonlyMap<string, string>> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: { now: () => now } });
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
