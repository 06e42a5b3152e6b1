import { isDeepStrictEqual } from 'node:util';
import { parseInstant } from '../model/instant.js';
import { type GitHub, nextCursor, pagesOf } from './client.js';
import { requireObject } from './failure.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from '../model/fields.js';
import { COMMENT_FIELDS, commentsOf, labelNames, type PullComment, pullComments } from './pull-request.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';
import { parseSticky, type StickyComment } from './sticky-comment.js';

/** A merged pull request with the comment of this config on it, if it has one that is ours. */
export interface MergedPull {
  readonly number: number;
  /** The head commit that was merged. */
  readonly head: string;
  /** The branch it was merged into. */
  readonly branch: string;
  /** Epoch milliseconds; null where GitHub does not say. */
  readonly mergedAt: number | null;
  readonly isFork: boolean;
  /** Whether it carries the label of open records. */
  readonly labelled: boolean;
  readonly comment: StickyComment | null;
  /** Who else wrote comments that look like this config's: logins. */
  readonly otherAuthors: readonly string[];
}

/** Which pull requests are looked for, and how their comments are read. */
export interface PullSearch {
  readonly branch: string;
  readonly domain: RecordDomain;
  readonly signingKey: string | null;
  /** The label of open records. */
  readonly label: string;
}

/** Pages of 100 pull requests that are looked through, of those with the label and of those touched last. */
const MOST_LABELLED = 2;
const MOST_RECENT = 4;
const MOST_COMMITS = 20;
/** Records are read in order to be marked. */
const PERMISSION = 'pull-requests: write';

const PULL_FIELDS = `number
      merged
      mergedAt
      updatedAt
      baseRefName
      headRefOid
      isCrossRepository
      labels(first: 100) { nodes { name } }
      comments(first: 20) {
        ${COMMENT_FIELDS}
      }`;

/** Filters by labels only where it is asked to: not every server takes a variable that is left out for no filter. */
function mergedPullsQuery(isByLabel: boolean): string {
  const [variable, argument] = isByLabel ? [', $labels: [String!]', ', labels: $labels'] : ['', ''];
  return `query ($owner: String!, $repo: String!, $branch: String!, $after: String${variable}) {
  repository(owner: $owner, name: $repo) {
    pullRequests(states: MERGED, baseRefName: $branch${argument}, first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        ${PULL_FIELDS}
      }
    }
  }
}`;
}

const PAGES = { path: ['repository', 'pullRequests'], permission: PERMISSION };

/** The pull requests merged into a branch that carry the label of open records. @throws GitHubFailure */
export async function labelledPulls(github: GitHub, search: PullSearch): Promise<readonly MergedPull[]> {
  const variables = { branch: search.branch, labels: [search.label] };
  const found: unknown[] = [];
  const pages = pagesOf(github, mergedPullsQuery(true), variables, { ...PAGES, most: MOST_LABELLED });
  for await (const { nodes } of pages) found.push(...nodes);
  return await pullsOf(github, found, search, true);
}

/**
 * The pull requests merged into a branch that were touched since an instant, the last ones first, as far as a few pages
 * go. Only their first comments are looked at. @throws GitHubFailure
 */
export async function recentPulls(
  github: GitHub,
  search: PullSearch,
  since: number,
): Promise<readonly MergedPull[]> {
  const found: unknown[] = [];
  const variables = { branch: search.branch };
  const pages = pagesOf(github, mergedPullsQuery(false), variables, { ...PAGES, most: MOST_RECENT });
  for await (const { nodes } of pages) {
    found.push(...nodes);
    const oldest = instantAt(nodes.at(-1), 'updatedAt');
    if (oldest !== null && oldest < since) break;
  }
  return await pullsOf(github, found, search, false);
}

/** The pull requests of some commits, and who asked. */
export interface CommitPulls {
  /** The login of the token's own identity; null where GitHub does not say. */
  readonly viewer: string | null;
  readonly pulls: readonly MergedPull[];
}

/** The pull requests merged into a branch that brought any of some commits. @throws GitHubFailure */
export async function pullsOfCommits(
  github: GitHub,
  commits: readonly string[],
  search: PullSearch,
): Promise<CommitPulls> {
  const asked = [...new Set(commits)].slice(0, MOST_COMMITS);
  const names = asked.map((_, index) => (index === 0 ? '' : String(index)));
  const query = `query ($owner: String!, $repo: String!, ${names.map((name) => `$oid${name}: GitObjectID!`).join(', ')}) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    ${names.map((name) => `object${name}: object(oid: $oid${name}) { ...brought }`).join('\n    ')}
  }
}
fragment brought on Commit {
  associatedPullRequests(first: 10) {
    nodes {
      ${PULL_FIELDS}
    }
  }
}`;
  const oids = Object.fromEntries(asked.map((commit, index) => [`oid${names[index] ?? ''}`, commit]));
  const data = await github.query(query, oids, PERMISSION);
  const repository = requireObject(data, 'repository');
  const nodes = names.flatMap((name) =>
    listOf(fieldAt(repository, `object${name}`, 'associatedPullRequests'), 'nodes'),
  );
  const once = [...new Map(nodes.map((node) => [numberOf(node, 'number'), node])).values()];
  return {
    viewer: textOf(fieldOf(data, 'viewer'), 'login'),
    pulls: await pullsOf(github, once, search, true),
  };
}

/** Those of some nodes that are pull requests merged into the branch; `thorough` reads all their comments if need be. */
async function pullsOf(
  github: GitHub,
  nodes: readonly unknown[],
  search: PullSearch,
  thorough: boolean,
): Promise<readonly MergedPull[]> {
  const merged = nodes.flatMap((node) => {
    const [number, head] = [numberOf(node, 'number'), textOf(node, 'headRefOid')];
    const isMerged = fieldOf(node, 'merged') === true && textOf(node, 'baseRefName') === search.branch;
    if (number === null || head === null || !isMerged) return [];
    return [withComment(github, node, { number, head }, search, thorough)];
  });
  return await Promise.all(merged);
}

async function withComment(
  github: GitHub,
  node: unknown,
  { number, head }: Pick<MergedPull, 'number' | 'head'>,
  { branch, domain, signingKey, label }: PullSearch,
  thorough: boolean,
): Promise<MergedPull> {
  const find = (comments: readonly PullComment[]): readonly StickyComment[] =>
    comments.flatMap((comment) => parseSticky(comment, domain, signingKey) ?? []);
  const connection = fieldOf(node, 'comments');
  const next = nextCursor(connection);
  let found = find(commentsOf(listOf(connection, 'nodes')));
  if (thorough && next !== null && !found.some(({ own }) => own)) {
    found = [...found, ...find((await pullComments(github, number, next)).comments)];
  }
  const pull: MergedPull = {
    number,
    head,
    branch,
    mergedAt: instantAt(node, 'mergedAt'),
    isFork: fieldOf(node, 'isCrossRepository') === true,
    labelled: labelNames(node).has(label),
    comment: null,
    otherAuthors: [...new Set(found.flatMap(({ own, author }) => (own ? [] : [author ?? 'somebody'])))],
  };
  const own = found.filter((comment) => comment.own);
  // Where a race left several, the one whose record is believed.
  const believed = own.find((comment) => believedRecord({ ...pull, comment }) !== null);
  return { ...pull, comment: believed ?? own[0] ?? null };
}

/** A merged pull request as it is now, with the comment that it was found with; null where that was deleted. @throws GitHubFailure */
export async function pullNow(
  github: GitHub,
  pull: MergedPull,
  { domain, signingKey, label }: PullSearch,
): Promise<MergedPull | null> {
  const { comments, labels } = await pullComments(github, pull.number);
  const found = comments.find(({ id }) => isDeepStrictEqual(id, pull.comment?.id));
  const comment = found === undefined ? null : parseSticky(found, domain, signingKey);
  return comment === null ? null : { ...pull, comment, labelled: labels.has(label) };
}

/**
 * The record of a merged pull request; null where it is not believed: the comment is the token's own, nobody else edited
 * it, and the record is of this pull request, of the commit that was merged, and of the branch it was merged into.
 */
export function believedRecord(pull: MergedPull): StickyComment['record'] {
  return disbeliefReason(pull) === null ? (pull.comment?.record ?? null) : null;
}

/** Why the record of a merged pull request is not believed; null where it is, and where there is no comment. */
export function disbeliefReason({ comment, number, head, branch }: MergedPull): string | null {
  if (comment === null) return null;
  const { record, editedBy } = comment;
  if (editedBy !== null) return `${editedBy} edited the comment`;
  if (record === null) return comment.problem;
  if (record.pullRequest !== number) return `its record is of #${record.pullRequest}`;
  if (record.branch !== branch)
    return `it was planned for ${record.branch} and merged into ${branch} instead`;
  if (record.head === head) return null;
  return `its record is of commit ${record.head.slice(0, 12)} but ${head.slice(0, 12)} was merged`;
}

function instantAt(node: unknown, name: string): number | null {
  const text = textOf(node, name);
  return text === null ? null : parseInstant(text, 'start');
}
