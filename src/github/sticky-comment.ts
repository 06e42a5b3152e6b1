import { createHash } from 'node:crypto';
import type { GitHub } from './client.js';
import { createComment, deleteComment, editComment, type OwnComment, ownComments } from './comments.js';
import { GitHubFailure } from './failure.js';
import { parseRecord, recordLine, type ReviewRecord } from './record.js';
import type { RecordDomain } from './record-effects.js';

/** Characters of a comment that GitHub takes. */
export const COMMENT_LIMIT = 65_536;

/** The last line of a comment that is kept up to date: one a config file and repository. */
function stickyMarker({ repository, config }: RecordDomain): string {
  const key = createHash('sha256')
    .update(JSON.stringify([repository, config]))
    .digest('base64url');
  return `<!-- rolecall:sticky ${key.slice(0, 22)} -->`;
}

/** A comment's text: what people read, the record if there is one, and the marker, each at its line. */
export function stickyBody(
  text: string,
  record: ReviewRecord | null,
  domain: RecordDomain,
  signingKey: string | null,
): string {
  const lines = record === null ? [] : [recordLine(record, signingKey)];
  return `${text.trimEnd()}\n\n${[...lines, stickyMarker(domain)].join('\n')}`;
}

/** What a comment of ours says; null where it is another's, or about another config. */
export interface StickyComment extends OwnComment {
  readonly text: string;
  /** The record, believed or not; null where there is none, or it is not as it was written. */
  readonly record: ReviewRecord | null;
}

/**
 * Reads a comment. The record and the marker count only as its last lines, where no foreign text can stand: within the
 * text above every line of it is escaped and stands behind something else.
 */
export function parseSticky(
  comment: OwnComment,
  domain: RecordDomain,
  signingKey: string | null,
): StickyComment | null {
  const lines = comment.body.trimEnd().split('\n');
  if (lines.at(-1) !== stickyMarker(domain)) return null;
  const last = lines.at(-2) ?? '';
  const record = parseRecord(last, signingKey);
  const isOurs = record?.repository === domain.repository && record.config === domain.config;
  const text = lines.slice(0, last.startsWith('<!-- rolecall:record ') ? -2 : -1).join('\n');
  return { ...comment, text: text.trimEnd(), record: isOurs ? record : null };
}

/** What the one comment of a config shall say. */
export interface StickyUpdate {
  readonly domain: RecordDomain;
  readonly signingKey: string | null;
  readonly body: string;
  /** The head commit it is about. */
  readonly head: string;
  /** Whether a new comment is written where there is none. */
  readonly create: boolean;
}

/**
 * Brings the one comment of a config up to date: edits the oldest, removes what a race left beside it, and writes a new
 * one where there is none. The record of what was merged is left alone: a run that is repeated later would put in its
 * place what nobody reviewed. False where it was. @throws GitHubFailure
 */
export async function updateSticky(
  github: GitHub,
  pullRequest: number,
  { domain, signingKey, body, head, create }: StickyUpdate,
): Promise<boolean> {
  const marker = stickyMarker(domain);
  const { merged, own } = await ownComments(github, pullRequest);
  const [first, ...others] = own.filter((comment) => comment.body.trimEnd().endsWith(marker));
  const record = first === undefined ? null : (parseSticky(first, domain, signingKey)?.record ?? null);
  if (record !== null && record.head === head && (merged || record.applied !== null)) return false;
  for (const { id } of others) await unlessGone(() => deleteComment(github, id));
  if (first === undefined) {
    if (create) await createComment(github, pullRequest, body);
    return true;
  }
  if (first.body.trimEnd() === body.trimEnd() && first.untouched) return true;
  const edited = await unlessGone(() => editComment(github, first.id, body));
  if (!edited && create) await createComment(github, pullRequest, body);
  return true;
}

/** False where the comment was deleted meanwhile. */
export async function unlessGone(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && (error.status === 404 || error.status === 410)) return false;
    throw error;
  }
}
