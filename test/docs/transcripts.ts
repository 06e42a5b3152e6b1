import type { World } from '../e2e/world.js';

/** A command and what it prints: its result, or what it says where it has none. */
export async function shown({ rolecall }: World, ...argv: readonly string[]): Promise<string> {
  const { stdout, stderr } = await rolecall(...argv);
  return `$ rolecall ${argv.join(' ')}\n${stdout === '' ? stderr : stdout}`;
}

/** A command and all it prints, but for its progress. */
export async function told({ rolecall }: World, ...argv: readonly string[]): Promise<string> {
  const { stdout, stderr } = await rolecall(...argv);
  const said = stderr.split('\n').filter((line) => !line.startsWith('Reading '));
  const words = argv.map((word) => (/^[\w./:@-]+$/u.test(word) ? word : `"${word}"`));
  return `$ rolecall ${words.join(' ')}\n${stdout}${said.join('\n')}`;
}
