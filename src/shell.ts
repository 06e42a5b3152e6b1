/** The shells whose words rolecall can print. */
export type Shell = 'posix' | 'powershell';

/**
 * The shell to print words for: PowerShell on Windows, unless rolecall was started from the shell that comes with Git.
 * `env` gives a variable of the environment.
 */
export function shellOf(
  env: (name: string) => string | undefined,
  platform: NodeJS.Platform = process.platform,
): Shell {
  return platform === 'win32' && env('MSYSTEM') === undefined ? 'powershell' : 'posix';
}

/** A text between quotes, in which nothing has a meaning for the shell. */
export function quotedFor(shell: Shell, text: string): string {
  return `'${text.replaceAll("'", shell === 'posix' ? String.raw`'\''` : "''")}'`;
}

/** The line that sets a variable of the environment to a word, which is written as it is. */
export function variableLine(shell: Shell, name: string, word: string): string {
  return `${shell === 'posix' ? 'export ' : '$env:'}${name}=${word}`;
}

/** A text as one word of a POSIX shell, quoted where that is needed. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : quotedFor('posix', text);
}
