import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, isAbsolute, join, relative, resolve } from 'node:path';
import { leadsIntoGit } from '../config/file-tree.js';
import { RolecallError, UsageError } from '../errors.js';
import { stepsInside, withSlashes } from '../platform.js';
import { inherited } from '../runtime.js';

/** A repository that git is pointed at. Git looks for none by itself, since whoever writes the files could make one. */
export interface GitLocation {
  /** The top of the working tree, an absolute path without links. */
  readonly top: string;
  /** The git directory, an absolute path without links. */
  readonly gitDir: string;
  /** Whether it may be somebody else's, as the runner's workspace is to a container job. */
  readonly trusted: boolean;
}

interface GitOutput {
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
 * Its exit code, whatever it is, is in the result. @throws RolecallError where there is no git, or it was killed
 */
export function runGit(location: GitLocation, args: readonly string[], input?: string): Promise<GitOutput> {
  const { top, gitDir, trusted } = location;
  const owned = trusted ? ['-c', `safe.directory=${withSlashes(top)}`] : [];
  return spawnGit(location, [...owned, `--git-dir=${gitDir}`, `--work-tree=${top}`, ...args], input);
}

/** Runs git as if it were started at the top by hand, so that it judges by itself whose repository that is. */
export function runGitAt(location: GitLocation, args: readonly string[]): Promise<GitOutput> {
  return spawnGit(location, args);
}

/** The process starts in the git directory: some systems look for the program itself where it is started. */
function spawnGit({ top, gitDir }: GitLocation, args: readonly string[], input?: string): Promise<GitOutput> {
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
export async function gitOutput(
  location: GitLocation,
  args: readonly string[],
  input?: string,
): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(location, args, input);
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

/** Where programs, git's own configuration and temporary files are; then the same for Windows. */
const BASICS = `HOME XDG_CONFIG_HOME TMPDIR SUDO_UID
  SystemRoot USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA ProgramData TEMP TMP PATHEXT`;
const NETWORK = `HTTPS_PROXY HTTP_PROXY ALL_PROXY NO_PROXY https_proxy http_proxy all_proxy no_proxy
  SSL_CERT_FILE SSL_CERT_DIR SSH_AUTH_SOCK`;

/** All that git is given of this process's environment: no secret, and none of git's own variables. */
const PASSED_ON = `${BASICS} ${NETWORK}`.split(/\s+/u);

/** A path at which there is nothing: git speaks up about a file of grafts, even an empty one. */
const NOWHERE = join(devNull, 'none');

/** Objects are what they are (no replacements, no grafts), nobody is asked for anything, and messages are English. */
const OURS: Readonly<Record<string, string>> = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: NOWHERE,
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/** Where git looks for its own configuration, and others for theirs. */
const HOMES: readonly string[] = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE'];

/**
 * The whole environment of a git process that works on the files below `top`; `env` gives a variable of this one's.
 * Neither programs nor configuration are looked for among those files.
 */
export function gitEnvironment(
  env: (name: string) => string | undefined,
  top: string,
): Readonly<Record<string, string>> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env(name);
    return value === undefined || (HOMES.includes(name) && isWithin(top, value))
      ? []
      : [[name, value] as const];
  });
  const path = (env('PATH') ?? '').split(delimiter);
  const folders = path.filter((folder) => isAbsolute(folder) && !isWithin(top, folder));
  return { PATH: folders.join(delimiter), ...Object.fromEntries(passed), ...OURS };
}

/** Whether a path leads to a folder or to something below it, which has no links on its way. */
function isWithin(folder: string, path: string): boolean {
  return stepsInside(folder, realOf(path)) !== null;
}

function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

const NONE_FOUND = 1;

/**
 * Options that switch every filter off that the machine's configuration defines. Which files one runs on is said by
 * `.gitattributes`, which whoever writes the files can write.
 * @throws RolecallError for a filter that cannot be switched off
 */
export async function withoutFilters(location: GitLocation): Promise<readonly string[]> {
  return await switchedOff(location, 'filter', ['clean=', 'smudge=', 'process=', 'required=false']);
}

/**
 * Options that leave every file in conflict that a program of the machine's configuration would merge, chosen by
 * `.gitattributes` too. @throws RolecallError for a driver that cannot be switched off
 */
export async function withoutMergeDrivers(location: GitLocation): Promise<readonly string[]> {
  return await switchedOff(location, 'merge', ['driver=false']);
}

/** Options that give settings to everything of a section that the machine's configuration names. */
async function switchedOff(
  location: GitLocation,
  section: 'filter' | 'merge',
  settings: readonly string[],
): Promise<readonly string[]> {
  const query = ['config', '--null', '--name-only', '--get-regexp', `^${section}\\..+\\.`];
  const { code, stdout } = await runGit(location, query);
  if (code === NONE_FOUND) return [];
  if (code !== 0) await gitOutput(location, query);
  const named = new RegExp(`^${section}\\.(.+)\\.[^.]+$`, 'su');
  const names = new Set(
    stdout
      .toString()
      .split('\0')
      .flatMap((setting) => named.exec(setting)?.[1] ?? []),
  );
  return [...names].flatMap((name) => {
    if (!name.includes('=')) return settings.flatMap((setting) => ['-c', `${section}.${name}.${setting}`]);
    throw new RolecallError(`the git ${section} ${JSON.stringify(name)} cannot be switched off`, {
      hint: 'Rename it in the configuration of git: its name holds an "=".',
    });
  });
}

const FILE = 'file:';

/**
 * Configuration can include other files. One in the working tree is whoever's may write the files: it could name
 * programs. @throws UsageError for such a file
 */
export async function requireOwnConfiguration(location: GitLocation): Promise<void> {
  const listed = await gitOutput(location, ['config', '--list', '--show-origin', '--name-only', '--null']);
  const origins = new Set(listed.toString().split('\0'));
  for (const origin of origins) {
    if (!origin.startsWith(FILE)) continue;
    const file = resolve(location.top, origin.slice(FILE.length));
    if (!isWithin(location.top, file) || leadsIntoGit(relative(location.top, realpathSync.native(file))))
      continue;
    throw new UsageError(
      `git takes its configuration from ${JSON.stringify(file)}, a file of the working tree`,
      {
        hint: 'Remove the include.path that names it, or let it name a copy elsewhere: whoever changes the files could change what git does.',
      },
    );
  }
}
