import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { RolecallError, UsageError } from '../errors.js';

/** How a git process ended. */
export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Switched off for every process: a prompt for credentials, quoted paths, pathspecs that mean more than a path. */
const ALWAYS = ['--no-pager', '--literal-pathspecs', '-c', 'core.quotePath=false', '-c', 'core.askPass='];

/**
 * Runs the `git` program in a folder, without a shell; `input` goes to its standard input. Whatever code it ends with
 * is in the answer. @throws UsageError where the folder is not there; RolecallError where there is no git, or it was killed
 */
export function runGit(folder: string, args: readonly string[], input?: string): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY } as const;
    const child = execFile('git', [...ALWAYS, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr: stderr.toString() });
      else if (typeof error.code === 'number')
        resolve({ code: error.code, stdout, stderr: stderr.toString() });
      else reject(notRun(error, folder));
    });
    // A process that ends before it has read its input says why itself.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Runs git and expects it to end well. @throws RolecallError with what git said */
export async function gitOutput(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(folder, args, input);
  if (code === 0) return stdout;
  throw new RolecallError(
    `git ${args[0] ?? ''} ended with code ${code}: ${stderr.trim() || 'it said nothing'}`,
  );
}

/** ENOENT is what a folder that is not there gives as well. */
function notRun(error: Error & { readonly code?: unknown }, folder: string): RolecallError {
  if (error.code === 'ENOENT' && !existsSync(folder)) {
    return new UsageError(`there is no folder ${JSON.stringify(folder)}`, {
      hint: 'Check the path of the settings.',
      cause: error,
    });
  }
  if (error.code === 'ENOENT') {
    return new RolecallError('the git program was not found', {
      hint: 'Install git: revisions are read with it.',
      cause: error,
    });
  }
  return new RolecallError(`git could not be run: ${error.message}`, { cause: error });
}
