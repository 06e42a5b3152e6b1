import { TAKEN_OUT } from '../words.js';
import type { DiffResult } from './result.js';

/** `Diff: 2 granted, 1 revoked.`, or that the revisions ask for the same. */
export function diffLastLine({ summary }: DiffResult): string {
  const parts = [
    ...(summary.grant > 0 ? [`${summary.grant} granted`] : []),
    ...(summary.change > 0 ? [`${summary.change} changed`] : []),
    ...(summary.revoke > 0 ? [`${summary.revoke} revoked`] : []),
    ...(summary.kept > 0 ? [`${summary.kept} ${TAKEN_OUT}`] : []),
  ];
  return parts.length === 0 ? 'No differences.' : `Diff: ${parts.join(', ')}.`;
}
