import { createHash } from 'node:crypto';
import type { GitHub } from './client.js';
import { createComment, deleteComment, editComment, type PullComment, pullComments } from './pull-request.js';
import { GitHubFailure } from './failure.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';
import type { ReviewRecord } from '../planning/record/review-record.js';
import { isRecordLine, readRecord, recordLine } from './record-line.js';

/** Characters of a comment that GitHub takes. */
export const COMMENT_LIMIT = 65_536;

/** A comment's text: what people read, the record if there is one, and the marker, each at its line. */
export function stickyBody(
  text: string,
  record: ReviewRecord | null,
  domain: RecordDomain,
  signingKey: string | null,
): string {
  return commentBody(text, record === null ? null : recordLine(record, signingKey), domain);
}

/** The same with the record's line as it was found, or without one. */
export function commentBody(text: string, line: string | null, domain: RecordDomain): string {
  const lines = line === null ? [] : [line];
  return `${text.trimEnd()}\n\n${[...lines, markerOf('sticky', domain)].join('\n')}`;
}

/** What a comment about a config says. */
export interface StickyComment extends PullComment {
  readonly text: string;
  /** The record's line as it was found; null where there is none. */
  readonly line: string | null;
  /** The record, believed or not; null where there is none, or it is not as it was written. */
  readonly record: ReviewRecord | null;
  /** Why there is no record; null where there is one. */
  readonly problem: string | null;
}

/**
 * Reads a comment; null where it is not about this config. The record and the marker count only as its last lines, which
 * foreign text cannot reach: in the text above, it is escaped and never begins a line.
 */
export function parseSticky(
  comment: PullComment,
  domain: RecordDomain,
  signingKey: string | null,
): StickyComment | null {
  const lines = comment.body.trimEnd().split('\n');
  if (!isMarked('sticky', lines.at(-1), domain)) return null;
  const last = lines.at(-2) ?? '';
  const line = isRecordLine(last) ? last : null;
  const read = readRecord(last, signingKey);
  const text = lines
    .slice(0, line === null ? -1 : -2)
    .join('\n')
    .trimEnd();
  if ('problem' in read) return { ...comment, text, line, record: null, problem: read.problem };
  const { record } = read;
  const isOurs = record.repository === domain.repository && record.config === domain.config;
  if (isOurs) return { ...comment, text, line, record, problem: null };
  return { ...comment, text, line, record: null, problem: 'its record is of another repository or config' };
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
 * Brings the one comment of a config up to date: edits the oldest, removes duplicates that a race left, and writes a new
 * one where there is none. The record of a merged pull request is left alone, since a run that is repeated later would
 * replace it by one that nobody reviewed: then the result is null, else the labels of the pull request.
 * @throws GitHubFailure
 */
export async function updateSticky(
  github: GitHub,
  pullRequest: number,
  { domain, signingKey, body, head, create }: StickyUpdate,
): Promise<ReadonlySet<string> | null> {
  const { merged, labels, comments } = await pullComments(github, pullRequest);
  const ours = comments.flatMap((one) => (one.own ? (parseSticky(one, domain, signingKey) ?? []) : []));
  const [first, ...others] = ours;
  const record = first?.record ?? null;
  if (record !== null && record.head === head && (merged || record.closed !== null)) return null;
  for (const { id } of others) await ignoringGone(() => deleteComment(github, id));
  if (first === undefined) {
    if (create) await createComment(github, pullRequest, body);
    return labels;
  }
  if (first.body.trimEnd() === body.trimEnd() && first.editedBy === null) return labels;
  const edited = await ignoringGone(() => editComment(github, first.id, body));
  if (!edited && create) await createComment(github, pullRequest, body);
  return labels;
}

/** False where the comment was deleted meanwhile. */
export async function ignoringGone(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && (error.status === 404 || error.status === 410)) return false;
    throw error;
  }
}

/** What is kept up to date for a config: a comment on a pull request, or the drift issue. */
type Kept = 'sticky' | 'drift';

/** The last line of what is kept up to date for a config. */
export function markerOf(kept: Kept, { repository, config }: RecordDomain): string {
  return markerBy(kept, repository, config);
}

/** Whether a text is about a config: its last line is the marker, or the one that earlier versions wrote. */
export function isMarked(kept: Kept, lastLine: string | undefined, domain: RecordDomain): boolean {
  if (lastLine === markerOf(kept, domain)) return true;
  return domain.name !== undefined && lastLine === markerBy(kept, domain.name, domain.config);
}

function markerBy(kept: Kept, repository: string, config: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([repository, config]))
    .digest('base64url');
  return `<!-- rolecall:${kept} ${key.slice(0, 22)} -->`;
}
