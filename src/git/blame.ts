import { posix } from 'node:path';
import { formatInstant } from '../model/instant.js';
import { withoutFilters } from './configuration.js';
import type { RepositoryLocation } from './locate.js';
import { openRepository } from './repository.js';
import { type GitLocation, gitOutput, runGit } from './run.js';

/** The commit that a line comes from. */
interface BlamedCommit {
  readonly sha: string;
  readonly author: string;
  /** When it was authored, RFC 3339 in UTC. */
  readonly date: string;
  /** First line of its message. */
  readonly subject: string;
}

/** The last option empties the list of commits to pass over, which a file of the tree may be set to hold. */
const BLAME = ['blame', '--porcelain', '--no-textconv', '--encoding=UTF-8', '--ignore-revs-file='];

/** Who brought lines of a file, by line; every line where none is named. */
type Blame = (path: string, lines?: readonly number[]) => Promise<ReadonlyMap<number, BlamedCommit>>;

/**
 * Makes ready to tell who brought the lines of a folder's files, as they are in the working tree. A line that is not
 * committed is missing, and so is one whose commit a shallow clone left out. Nothing at all is told outside of a
 * repository, without git and for untracked files.
 */
export async function openBlame(location: RepositoryLocation): Promise<Blame> {
  const nothing: Blame = () => Promise.resolve(new Map());
  const repository = await openRepository(location).catch(() => null);
  if (repository === null || repository.path === null) return nothing;
  const switchedOff = await withoutFilters(repository).catch(() => null);
  if (switchedOff === null) return nothing;
  const folder = repository.path;
  // Without --root git marks as boundary what has no parent here: in a shallow clone, whatever is older than the clone.
  const options = [...switchedOff, ...BLAME, ...(repository.shallow ? [] : ['--root'])];
  return async (path, lines) => {
    if (lines?.length === 0) return new Map();
    const ranges = [...new Set(lines)].sort((a, b) => a - b).map((line) => `-L${line},${line}`);
    const args = [...options, ...ranges, '--', posix.join(folder, path)];
    const { code, stdout } = await runGit(repository, args);
    return code === 0 ? await withAuthors(repository, parseBlame(stdout.toString())) : new Map();
  };
}

/** Names the authors as the commits do: blame itself takes the names of the tree's `.mailmap`. */
async function withAuthors(
  location: GitLocation,
  blamed: ReadonlyMap<number, BlamedCommit>,
): Promise<ReadonlyMap<number, BlamedCommit>> {
  const commits = new Set([...blamed.values()].map(({ sha }) => sha));
  if (commits.size === 0) return blamed;
  const args = ['rev-list', '--no-walk', '--encoding=UTF-8', '--format=%an', '--stdin'];
  const listed = await gitOutput(location, args, `${[...commits].join('\n')}\n`);
  const authors = new Map(
    [...listed.toString().matchAll(/^commit ([0-9a-f]+)\n(.*)$/gmu)].map(([, sha, author]) => [sha, author]),
  );
  return new Map(
    [...blamed].map(([line, commit]) => [line, { ...commit, author: authors.get(commit.sha) ?? '' }]),
  );
}

const HEADER = /^([0-9a-f]{40,64}) \d+ (\d+)/u;
const UNCOMMITTED = /^0+$/u;

/** Reads `git blame --porcelain`: what is said of a commit stands where it first comes up. */
function parseBlame(text: string): ReadonlyMap<number, BlamedCommit> {
  const said = new Map<string, Map<string, string>>();
  const lines: (readonly [number, string])[] = [];
  let current: Map<string, string> | null = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) {
      current = null;
      continue;
    }
    const header: RegExpExecArray | null = current === null ? HEADER.exec(line) : null;
    if (header !== null) {
      const sha: string = header[1] ?? '';
      lines.push([Number(header[2]), sha]);
      current = said.get(sha) ?? new Map();
      said.set(sha, current);
    } else if (current !== null) {
      const space = line.indexOf(' ');
      current.set(space === -1 ? line : line.slice(0, space), space === -1 ? '' : line.slice(space + 1));
    }
  }
  return new Map(
    lines.flatMap(([line, sha]) => {
      const commit = commitOf(sha, said.get(sha));
      return commit === null ? [] : [[line, commit] as const];
    }),
  );
}

function commitOf(sha: string, said: ReadonlyMap<string, string> | undefined): BlamedCommit | null {
  if (said === undefined || UNCOMMITTED.test(sha) || said.has('boundary')) return null;
  const seconds = Number(said.get('author-time') ?? Number.NaN);
  if (!Number.isFinite(seconds)) return null;
  return {
    sha,
    author: said.get('author') ?? '',
    date: formatInstant(seconds * 1000),
    subject: said.get('summary') ?? '',
  };
}
