import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository in a temporary folder, and the git commands tests need. */
export interface ScratchRepository {
  readonly folder: string;
  /** Runs git there and returns what it printed, trimmed. */
  git(...args: readonly string[]): string;
  /** The names of its branches. */
  branches(): readonly string[];
  write(files: Readonly<Record<string, string | null>>): void;
  link(path: string, target: string): void;
  /** Writes files (null removes one), commits everything and returns the commit. */
  commit(files: Readonly<Record<string, string | null>>, message?: string): string;
  remove(): void;
}

/** Nothing of the machine's own git configuration matters, and every commit has one date. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@acme.test',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@acme.test',
  GIT_AUTHOR_DATE: '2026-11-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z',
  // Spares a process for each commit.
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
};

/**
 * The commit that a branch or HEAD is at, read from its file, since a process takes far longer; null where another form
 * names it.
 */
function commitAt(folder: string, name: string): string | null {
  const path = join(folder, '.git', name === 'HEAD' ? name : `refs/heads/${name}`);
  const text = /^[\w-]+$/u.test(name) && existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  const branch = /^ref: refs\/heads\/(.+)$/u.exec(text)?.[1];
  if (branch !== undefined) return commitAt(folder, branch);
  return /^[0-9a-f]{40}$/u.test(text) ? text : null;
}

/**
 * A checkout that leads to the commit that is checked out already: files and index stay as they are, so that only HEAD and
 * the branch are written. False where it takes more than that.
 */
function checkOut(folder: string, args: readonly string[]): boolean {
  const [option = '', ...rest] = args;
  const isOption = option.startsWith('-');
  const [branch = '', start = isOption ? 'HEAD' : branch, ...others] = isOption ? rest : args;
  const here = commitAt(folder, 'HEAD');
  const target = option === '--detach' ? branch : start;
  if (here === null || others.length > 0 || commitAt(folder, target) !== here) return false;
  if (option === '--detach') return put(folder, 'HEAD', here);
  if (!/^[\w-]+$/u.test(branch) || branch === 'HEAD') return false;
  if (isOption && !(option === '-B' || (option === '-b' && commitAt(folder, branch) === null))) return false;
  if (isOption) put(folder, `refs/heads/${branch}`, here);
  return put(folder, 'HEAD', `ref: refs/heads/${branch}`);
}

function put(folder: string, name: string, text: string): true {
  writeFileSync(join(folder, '.git', name), `${text}\n`);
  return true;
}

/** What `git init` makes without a template. */
function initialize(folder: string): void {
  for (const name of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
    mkdirSync(join(folder, '.git', name), { recursive: true });
  put(folder, 'HEAD', 'ref: refs/heads/main');
  const settings = [
    'repositoryformatversion = 0',
    'filemode = true',
    'bare = false',
    'logallrefupdates = true',
  ];
  writeFileSync(join(folder, '.git/config'), `[core]\n${settings.map((line) => `\t${line}\n`).join('')}`);
}

export function scratchRepository(at = mkdtempSync(join(tmpdir(), 'rolecall-git-'))): ScratchRepository {
  const folder = realpathSync(at);
  const run = (args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const git = (...args: readonly string[]): string => {
    const [command, ...rest] = args.filter((arg) => arg !== '--verify' && arg !== '--quiet');
    const [name = '', ...more] = rest;
    if (command === 'rev-parse' && more.length === 0) return commitAt(folder, name) ?? run(args);
    if (command === 'checkout' && checkOut(folder, rest)) return '';
    return run(args);
  };
  const write = (files: Readonly<Record<string, string | null>>): void => {
    for (const [path, text] of Object.entries(files)) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      if (text === null) rmSync(target, { force: true });
      else writeFileSync(target, text);
    }
  };
  initialize(folder);
  return {
    folder,
    git,
    branches: () => readdirSync(join(folder, '.git/refs/heads')),
    write,
    link: (path, target) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(target, join(folder, path));
    },
    commit: (files, message = 'change') => {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
