import type { GitHub } from './client.js';
import { COMMENT_FIELDS, commentPage, type OwnComment, ownComments } from './comments.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from './fields.js';
import type { RecordDomain } from './record-effects.js';
import { parseSticky, type StickyComment } from './sticky-comment.js';

/** A merged pull request with the comment of this config on it, if it has one that is ours. */
export interface MergedPull {
  readonly number: number;
  /** The head commit that was merged. */
  readonly head: string;
  readonly comment: StickyComment | null;
}

/** Pages of 100 pull requests that are looked through for records, the last touched first. */
const MOST_PAGES = 50;
/** Records are read in order to be marked. */
const PERMISSION = 'pull-requests: write';

const PULL_FIELDS = `number
      merged
      baseRefName
      headRefOid
      comments(first: 20) {
        ${COMMENT_FIELDS}
      }`;

const MERGED = `query ($owner: String!, $repo: String!, $branch: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequests(states: MERGED, baseRefName: $branch, first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        ${PULL_FIELDS}
      }
    }
  }
}`;

/** The pull requests merged into a branch that carry a comment of this config. @throws GitHubFailure */
export async function mergedPulls(
  github: GitHub,
  branch: string,
  domain: RecordDomain,
  signingKey: string | null,
): Promise<readonly MergedPull[]> {
  const found: MergedPull[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const variables = { owner: github.owner, repo: github.repo, branch, after };
    const data = await github.graphql(MERGED, variables, PERMISSION);
    const connection = fieldAt(data, 'repository', 'pullRequests');
    for (const node of listOf(connection, 'nodes')) {
      const pull = await mergedPull(github, node, branch, domain, signingKey);
      if (pull !== null) found.push(pull);
    }
    const info = fieldOf(connection, 'pageInfo');
    after = textOf(info, 'endCursor');
    if (fieldOf(info, 'hasNextPage') !== true || after === null) break;
  }
  return found;
}

const OF_COMMITS = `query ($owner: String!, $repo: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $oid) {
      ... on Commit {
        associatedPullRequests(first: 10) {
          nodes {
            ${PULL_FIELDS}
          }
        }
      }
    }
  }
}`;

/** The pull requests merged into a branch that brought a commit. @throws GitHubFailure */
export async function pullsOfCommit(
  github: GitHub,
  commit: string,
  branch: string,
  domain: RecordDomain,
  signingKey: string | null,
): Promise<readonly MergedPull[]> {
  const variables = { owner: github.owner, repo: github.repo, oid: commit };
  const data = await github.graphql(OF_COMMITS, variables, PERMISSION);
  const nodes = listOf(fieldAt(data, 'repository', 'object', 'associatedPullRequests'), 'nodes');
  const pulls = await Promise.all(nodes.map((node) => mergedPull(github, node, branch, domain, signingKey)));
  return pulls.filter((pull) => pull !== null);
}

async function mergedPull(
  github: GitHub,
  node: unknown,
  branch: string,
  domain: RecordDomain,
  signingKey: string | null,
): Promise<MergedPull | null> {
  const number = numberOf(node, 'number');
  const head = textOf(node, 'headRefOid');
  if (number === null || head === null) return null;
  if (fieldOf(node, 'merged') !== true || textOf(node, 'baseRefName') !== branch) return null;
  const page = commentPage(fieldOf(node, 'comments'));
  const find = (comments: readonly OwnComment[]): readonly StickyComment[] =>
    comments.flatMap((comment) => parseSticky(comment, domain, signingKey) ?? []);
  let found = find(page.own);
  if (found.length === 0 && page.next !== null)
    found = find((await ownComments(github, number, page.next)).own);
  return { number, head, comment: best(found, number, head) };
}

/** Where a race left several, the one whose record is believed. */
function best(comments: readonly StickyComment[], number: number, head: string): StickyComment | null {
  return (
    comments.find((comment) => believedRecord({ number, head, comment }) !== null) ?? comments[0] ?? null
  );
}

/**
 * The record of a merged pull request; null where it is not believed: the comment is the token's own, nobody else edited
 * it, and the record is of this pull request and the commit that was merged.
 */
export function believedRecord({ number, head, comment }: MergedPull): StickyComment['record'] {
  const record = comment?.record ?? null;
  if (comment === null || record === null || !comment.untouched) return null;
  return record.pullRequest === number && record.head === head ? record : null;
}

/** Why the record of a merged pull request is not believed; null where it is, or there is none to believe. */
export function disbelief(pull: MergedPull): string | null {
  const { comment, number, head } = pull;
  if (comment === null || believedRecord(pull) !== null) return null;
  if (!comment.untouched) return 'somebody edited the comment';
  if (comment.record === null)
    return 'the comment holds no record that can be checked with what is given here';
  if (comment.record.pullRequest !== number) return `its record is of #${comment.record.pullRequest}`;
  return `its record is of commit ${comment.record.head.slice(0, 12)}, and ${head.slice(0, 12)} was merged`;
}
