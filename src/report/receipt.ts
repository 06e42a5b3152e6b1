import type { ApplyResult } from '../model/result.js';
import { jsonText } from './escape.js';
import { orderedResult } from './json-order.js';

/** What is kept of an apply (schemas/receipt.schema.json). */
export interface Receipt {
  readonly formatVersion: 1;
  /** The commit of the files; null outside a git checkout. */
  readonly commit: string | null;
  /** Whether the files differ from that commit. */
  readonly uncommitted: boolean;
  readonly digest: string;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly result: ApplyResult;
}

/** A receipt as JSON. */
export function receiptJson({
  formatVersion,
  commit,
  uncommitted,
  digest,
  startedAt,
  finishedAt,
  result,
}: Receipt): string {
  return jsonText({
    formatVersion,
    commit,
    uncommitted,
    digest,
    startedAt,
    finishedAt,
    result: orderedResult(result),
  });
}
