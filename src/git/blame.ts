import { posix } from 'node:path';
import { formatInstant } from '../model/instant.js';
import { type GitLocation, gitOutput, runGit, withoutFilters } from './run.js';
import { openRepository, type RepositoryLocation } from './locate.js';

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

/** The commits of lines of a file, by line; of every line where none is named. */
type Blame = (path: string, lines?: readonly number[]) => Promise<ReadonlyMap<number, BlamedCommit>>;

/**
 * Gives the function that blames lines of a folder's files, as they are in the working tree. A line that is not committed
 * is missing, and so is one whose commit a shallow clone left out. Outside of a repository, without git and for untracked
 * files no line has a commit.
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
    return code === 0 ? await withCommits(repository, parseBlame(stdout.toString())) : new Map();
  };
}

const HEADER = /^([0-9a-f]{40,64}) \d+ (\d+)/u;
const UNCOMMITTED = /^0+$/u;

/** Reads `git blame --porcelain`: the commit of each line, where it is committed and no boundary of the history. */
function parseBlame(text: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  const boundaries = new Set<string>();
  let current = '';
  for (const line of text.split('\n')) {
    const [, sha, number] = HEADER.exec(line) ?? [];
    if (sha !== undefined) {
      current = sha;
      lines.set(Number(number), sha);
    } else if (line === 'boundary') boundaries.add(current);
  }
  return new Map([...lines].filter(([, sha]) => !UNCOMMITTED.test(sha) && !boundaries.has(sha)));
}

/** Reads the commits themselves: blame takes the names of authors from the tree's `.mailmap`. */
async function withCommits(
  location: GitLocation,
  blamed: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, BlamedCommit>> {
  if (blamed.size === 0) return new Map();
  const args = ['rev-list', '--no-walk', '--encoding=UTF-8', '--format=%at %an%x00%s', '--stdin'];
  const listed = await gitOutput(location, args, `${[...new Set(blamed.values())].join('\n')}\n`);
  const commits = new Map(
    [...listed.toString().matchAll(/^commit ([0-9a-f]+)\n(\d+) (.*)\0(.*)$/gmu)].map(
      ([, sha = '', seconds, author = '', subject = '']) => [
        sha,
        { sha, author, date: formatInstant(Number(seconds) * 1000), subject },
      ],
    ),
  );
  return new Map(
    [...blamed].flatMap(([line, sha]) => {
      const commit = commits.get(sha);
      return commit === undefined ? [] : [[line, commit] as const];
    }),
  );
}
