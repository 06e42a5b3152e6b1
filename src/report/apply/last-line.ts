import type { ApplyResult, ChangeResult, ResultStatus } from '../../model/result.js';

const STATUS_WORDS: Readonly<Record<ResultStatus, string>> = {
  applied: 'applied',
  failed: 'failed',
  skipped: 'skipped',
  blocked: 'blocked',
  alreadyDone: 'already done',
  held: 'held',
};

const STATUS_ORDER: readonly ResultStatus[] = [
  'failed',
  'skipped',
  'blocked',
  'applied',
  'alreadyDone',
  'held',
];

export function statusWords(status: ResultStatus): string {
  return STATUS_WORDS[status];
}

/** The last line of a result: `Apply: 3 applied, 1 failed.`; zero parts are left out. */
export function applyLastLine({ summary, guards, unreviewed }: ApplyResult): string {
  const parts = (['applied', 'failed', 'skipped', 'blocked', 'alreadyDone', 'held'] as const)
    .filter((status) => summary[status] > 0)
    .map((status) => `${summary[status]} ${statusWords(status)}`);
  if (guards.length > 0) return 'Nothing was written: a guard refused the plan.';
  if (unreviewed.length > 0) return 'Nothing was written: the reviewed plan no longer matches.';
  return parts.length === 0 ? 'Nothing to apply.' : `Apply: ${parts.join(', ')}.`;
}

/** Why the live state is not as the plan has it; null where it is, or where a run that was refused wrote nothing. */
export function unsettledWords({ converged, guards, unreviewed, summary }: ApplyResult): string | null {
  if (converged || guards.length > 0 || unreviewed.length > 0) return null;
  return summary.failed + summary.skipped > 0
    ? 'Not everything was written. Run plan to see what is left.'
    : 'The live state does not match yet what was written. Run plan to look again.';
}

/** The statuses a result holds, what needs attention first. */
export function statusesIn(result: ApplyResult): readonly ResultStatus[] {
  return STATUS_ORDER.filter((status) => result.results.some((change) => change.status === status));
}

/** Whether a failure has a request id that its reason does not state. */
export function isTraced({ status, requestId, reason }: ChangeResult): boolean {
  return status === 'failed' && requestId !== null && reason?.includes(requestId) !== true;
}
