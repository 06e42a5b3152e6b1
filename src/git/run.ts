import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { RolecallError } from '../errors.js';
import { inherited } from '../runtime.js';
import { gitEnvironment } from './environment.js';

/** A repository that git is pointed at. It looks for none by itself, since whoever writes the files could make one there. */
export interface GitPlace {
  /** The top of the working tree, an absolute path without links. */
  readonly top: string;
  /** The git directory, likewise. */
  readonly gitDir: string;
  /** Whether it may be somebody else's, as the runner's workspace is to a container job. */
  readonly trusted: boolean;
}

/** How a git process ended. */
export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Switched off for every process: whatever runs another program, repositories found by their looks, prompts, quoted
 * paths, and pathspecs that mean more than a path.
 */
const ALWAYS: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...[
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
    'core.askPass=',
    'core.quotePath=false',
    'protocol.ext.allow=never',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
    'log.showSignature=false',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * Runs the `git` program on a repository, without a shell; `input` goes to its standard input. Paths start from the top.
 * Whatever code it ends with is in the answer. @throws RolecallError where there is no git, or it was killed
 */
export function runGit(place: GitPlace, args: readonly string[], input?: string): Promise<GitOutput> {
  const { top, gitDir, trusted } = place;
  const owned = trusted ? ['-c', `safe.directory=${top}`] : [];
  return spawnGit(place, [...owned, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args], input);
}

/** Runs git as if it were started at the top by hand, so that it judges by itself whose repository that is. */
export function runGitAt(place: GitPlace, args: readonly string[]): Promise<GitOutput> {
  return spawnGit(place, args);
}

/** The process starts in the git directory: some systems look for the program itself where it is started. */
function spawnGit({ top, gitDir }: GitPlace, args: readonly string[], input?: string): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const env = gitEnvironment(inherited, top);
    const options = { cwd: gitDir, env, encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY } as const;
    const child = execFile('git', ['-C', top, ...ALWAYS, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr: stderr.toString() });
      else if (typeof error.code === 'number')
        resolve({ code: error.code, stdout, stderr: stderr.toString() });
      else reject(notRun(error));
    });
    // A process that ends before it has read its input says why itself.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Runs git and expects it to end well. @throws RolecallError with what git said */
export async function gitOutput(place: GitPlace, args: readonly string[], input?: string): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(place, args, input);
  if (code === 0) return stdout;
  throw new RolecallError(
    `git ${args[0] ?? ''} ended with code ${code}: ${stderr.trim() || 'it said nothing'}`,
  );
}

function notRun(error: Error & { readonly code?: unknown }): RolecallError {
  if (error.code === 'ENOENT') {
    return new RolecallError('the git program was not found', {
      hint: 'Install git: revisions are read with it.',
      cause: error,
    });
  }
  return new RolecallError(`git could not be run: ${error.message}`, { cause: error });
}
