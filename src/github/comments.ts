import type { GitHub } from './client.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from './fields.js';

/** What writing comments on a pull request needs. */
const COMMENT_PERMISSION = 'pull-requests: write';

/** A comment the token's own identity wrote. */
export interface OwnComment {
  /** For REST. */
  readonly id: number;
  readonly body: string;
  /** Whether nobody but its author ever edited it, as far as its last edit tells. */
  readonly untouched: boolean;
}

/** A page of comments, and where the next one starts; null: it was the last. */
export interface CommentPage {
  readonly own: readonly OwnComment[];
  readonly next: string | null;
}

/** The fields of a comment that tell whose word it is. A workflow's token cannot read `/user`, but may ask this. */
export const COMMENT_FIELDS = `pageInfo { hasNextPage endCursor }
    nodes {
      databaseId
      body
      viewerDidAuthor
      lastEditedAt
      author { __typename login }
      editor { __typename login }
    }`;

const COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      merged
      comments(first: 100, after: $after) {
        ${COMMENT_FIELDS}
      }
    }
  }
}`;

/** A pull request's own comments, oldest first, and whether it is merged. */
export interface PullComments {
  readonly merged: boolean;
  readonly own: readonly OwnComment[];
}

/** The comments on a pull request that the token's own identity wrote. @throws GitHubFailure */
export async function ownComments(
  github: GitHub,
  pullRequest: number,
  from: string | null = null,
): Promise<PullComments> {
  const own: OwnComment[] = [];
  let merged = false;
  let after = from;
  do {
    const variables = { owner: github.owner, repo: github.repo, number: pullRequest, after };
    const data = await github.graphql(COMMENTS, variables, COMMENT_PERMISSION);
    const pull = fieldAt(data, 'repository', 'pullRequest');
    merged = fieldOf(pull, 'merged') === true;
    const page = commentPage(fieldOf(pull, 'comments'));
    own.push(...page.own);
    after = page.next;
  } while (after !== null);
  return { merged, own };
}

/** Reads a connection of comments. */
export function commentPage(connection: unknown): CommentPage {
  const info = fieldOf(connection, 'pageInfo');
  return {
    own: listOf(connection, 'nodes').flatMap((node) => ownComment(node) ?? []),
    next: fieldOf(info, 'hasNextPage') === true ? textOf(info, 'endCursor') : null,
  };
}

function ownComment(node: unknown): OwnComment | null {
  const id = numberOf(node, 'databaseId');
  const body = textOf(node, 'body');
  if (fieldOf(node, 'viewerDidAuthor') !== true || id === null || body === null) return null;
  return { id, body: body.replaceAll('\r\n', '\n'), untouched: isUntouched(node) };
}

/** Never edited, or last by the author. What is not told counts as edited by somebody else. */
function isUntouched(node: unknown): boolean {
  const editedAt = fieldOf(node, 'lastEditedAt');
  if (editedAt === null) return true;
  const [author, editor] = [fieldOf(node, 'author'), fieldOf(node, 'editor')];
  const login = textOf(author, 'login');
  return login !== null && login === textOf(editor, 'login') && kindOf(author) === kindOf(editor);
}

function kindOf(actor: unknown): string | null {
  return textOf(actor, '__typename');
}

/** Writes a new comment. @throws GitHubFailure */
export async function createComment(github: GitHub, pullRequest: number, body: string): Promise<void> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  await github.rest(route, { issue_number: pullRequest, body }, COMMENT_PERMISSION);
}

/** Replaces the text of a comment. @throws GitHubFailure */
export async function editComment(github: GitHub, id: number, body: string): Promise<void> {
  const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await github.rest(route, { comment_id: id, body }, COMMENT_PERMISSION);
}

/** Removes a comment. @throws GitHubFailure */
export async function deleteComment(github: GitHub, id: number): Promise<void> {
  const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await github.rest(route, { comment_id: id }, COMMENT_PERMISSION);
}
