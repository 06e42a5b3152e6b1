import { jsonText } from '../escape.js';
import { orderedDifference } from '../json-order.js';
import type { DiffResult } from '../diff.js';

/** Two revisions compared, as JSON (schemas/diff.schema.json). */
export function diffJson({ formatVersion, base, head, summary, changes }: DiffResult): string {
  const { grant, change, revoke, kept } = summary;
  return jsonText({
    formatVersion,
    base,
    head,
    summary: { grant, change, revoke, kept },
    changes: changes.map(orderedDifference),
  });
}
