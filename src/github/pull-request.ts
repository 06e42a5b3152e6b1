import { createHash } from 'node:crypto';
import { type GitHub, makeOnce, pagesOf } from './client.js';
import { GitHubFailure } from './failure.js';
import { fieldAt, fieldOf, listOf, numberOf, textOf } from '../model/fields.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';

/** What writing on a pull request needs; a label that does not exist yet needs `issues: write` besides. */
const PERMISSION = 'pull-requests: write';
/** At most 20 pages of 100 comments are read, whatever the server answers. */
const PAGES = { path: ['repository', 'pullRequest', 'comments'], most: 20, permission: PERMISSION };

/** What a comment is edited by: its node id, or its number on servers that tell numbers below 2^31 only. */
export type CommentId = { readonly node: string } | { readonly number: number };

/** A comment on a pull request, and who wrote and edited it. */
export interface PullComment {
  readonly id: CommentId;
  readonly body: string;
  /** Whether the token's own identity wrote it. */
  readonly own: boolean;
  /** Login; null for an account that is gone. */
  readonly author: string | null;
  /** Who edited it last, if not its author; `somebody` where GitHub does not say. Null: nobody did. */
  readonly editedBy: string | null;
}

/** The fields of a comment that say who wrote and edited it. A workflow's token cannot read `/user`, but may ask this. */
export const COMMENT_FIELDS = `pageInfo { hasNextPage endCursor }
    nodes {
      id
      fullDatabaseId
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
      labels(first: 100) { nodes { name } }
      comments(first: 100, after: $after) {
        ${COMMENT_FIELDS}
      }
    }
  }
}`;

/** A pull request's comments, oldest first, whether it is merged, and its labels. */
export interface PullComments {
  readonly merged: boolean;
  readonly labels: ReadonlySet<string>;
  readonly comments: readonly PullComment[];
}

/** The comments on a pull request, those of others too, from a cursor on. @throws GitHubFailure */
export async function pullComments(
  github: GitHub,
  number: number,
  after: string | null = null,
): Promise<PullComments> {
  const comments: PullComment[] = [];
  let merged = false;
  let labels: ReadonlySet<string> = new Set();
  for await (const { data, nodes } of pagesOf(github, COMMENTS, { number, after }, PAGES)) {
    const pull = fieldAt(data, 'repository', 'pullRequest');
    merged = fieldOf(pull, 'merged') === true;
    labels = labelNames(pull);
    comments.push(...commentsOf(nodes));
  }
  return { merged, labels, comments };
}

/** The names of the labels that a pull request carries. */
export function labelNames(pull: unknown): ReadonlySet<string> {
  return new Set(listOf(fieldOf(pull, 'labels'), 'nodes').flatMap((label) => textOf(label, 'name') ?? []));
}

/** The comments that some nodes hold. */
export function commentsOf(nodes: readonly unknown[]): readonly PullComment[] {
  return nodes.flatMap((node) => commentOf(node) ?? []);
}

function commentOf(node: unknown): PullComment | null {
  const id = idOf(node);
  const body = textOf(node, 'body');
  if (id === null || body === null) return null;
  return {
    id,
    body: body.replaceAll('\r\n', '\n'),
    own: fieldOf(node, 'viewerDidAuthor') === true,
    author: textOf(fieldOf(node, 'author'), 'login'),
    editedBy: editorOf(node),
  };
}

function idOf(node: unknown): CommentId | null {
  const id = textOf(node, 'id');
  if (id !== null && fieldOf(node, 'fullDatabaseId') !== undefined) return { node: id };
  const number = numberOf(node, 'databaseId');
  return number === null ? null : { number };
}

/** Null where it was never edited, or last by the author. Where GitHub does not say, somebody else did. */
function editorOf(node: unknown): string | null {
  if (fieldOf(node, 'lastEditedAt') === null) return null;
  const [author, editor] = [fieldOf(node, 'author'), fieldOf(node, 'editor')];
  const [login, by] = [textOf(author, 'login'), textOf(editor, 'login')];
  const isAuthor = login !== null && login === by && kindOf(author) === kindOf(editor);
  return isAuthor ? null : (by ?? 'somebody');
}

function kindOf(actor: unknown): string | null {
  return textOf(actor, '__typename');
}

/** Writes a new comment, once even where a response is lost. @throws GitHubFailure */
export async function createComment(github: GitHub, number: number, body: string): Promise<void> {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  await makeOnce(
    () => github.rest(route, { issue_number: number, body }, PERMISSION),
    async () => {
      const { comments } = await pullComments(github, number);
      return comments.find((comment) => comment.own && comment.body.trimEnd() === body.trimEnd()) ?? null;
    },
  );
}

/** Replaces the text of a comment. @throws GitHubFailure */
export async function editComment(github: GitHub, id: CommentId, body: string): Promise<void> {
  if ('node' in id) {
    const mutation = `mutation ($id: ID!, $body: String!) {
      updateIssueComment(input: { id: $id, body: $body }) { issueComment { id } }
    }`;
    await github.mutation(mutation, { id: id.node, body }, PERMISSION);
    return;
  }
  const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await github.rest(route, { comment_id: id.number, body }, PERMISSION);
}

/** Removes a comment. @throws GitHubFailure */
export async function deleteComment(github: GitHub, id: CommentId): Promise<void> {
  if ('node' in id) {
    const mutation = 'mutation ($id: ID!) { deleteIssueComment(input: { id: $id }) { clientMutationId } }';
    await github.mutation(mutation, { id: id.node }, PERMISSION);
    return;
  }
  const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await github.rest(route, { comment_id: id.number }, PERMISSION);
}

const LONGEST_LABEL = 50;
/** The label for settings at their usual path. */
export const USUAL_LABEL = 'rolecall: open';
const USUAL_CONFIG = 'rolecall.yaml';

/** The label of pull requests whose record for a config has something left to do: it finds them among thousands. */
export function openLabel({ config }: RecordDomain): string {
  if (config === USUAL_CONFIG) return USUAL_LABEL;
  const named = `${USUAL_LABEL} ${config}`;
  if (named.length <= LONGEST_LABEL && !named.includes(',')) return named;
  return `${USUAL_LABEL} ${createHash('sha256').update(config).digest('hex').slice(0, 12)}`;
}

/** Puts the label on a pull request or takes it off. @throws GitHubFailure */
export async function setOpenLabel(
  github: GitHub,
  pullRequest: number,
  label: string,
  open: boolean,
): Promise<void> {
  const labels = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  const about = { issue_number: pullRequest };
  if (open) {
    await github.rest(`POST ${labels}`, { ...about, labels: [label] }, PERMISSION);
    return;
  }
  try {
    await github.rest(`DELETE ${labels}/{name}`, { ...about, name: label }, PERMISSION);
  } catch (error) {
    // Somebody, or another run, took it off already.
    if (!(error instanceof GitHubFailure) || error.status !== 404) throw error;
  }
}
