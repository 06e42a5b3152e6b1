import { ExitCode } from '../../errors.js';
import type { Check, CheckLayer, CheckResult, CheckState } from '../../model/check.js';
import type { CheckDraft } from './check-draft.js';

const LAYERS: readonly CheckLayer[] = [
  'files',
  'variables',
  'network',
  'token',
  'identity',
  'permissions',
  'behaviour',
  'contract',
];

const UNPROVED: ReadonlySet<CheckState> = new Set<CheckState>(['assumed', 'needs-data', 'needs-write-probe']);

/** The checks by layer, and what they come to. */
export function resultOf(drafts: readonly CheckDraft[]): CheckResult {
  const plan = drafts.every(({ blocks }) => blocks !== 'plan');
  return {
    ready: { plan, apply: plan && drafts.every(({ blocks }) => blocks === 'nothing') },
    checks: LAYERS.flatMap((layer) => drafts.filter((draft) => draft.layer === layer).map(checkOf)),
  };
}

function checkOf({ blocks: _blocks, ...check }: CheckDraft): Check {
  return check;
}

/** The exit code of a result. */
export function doctorExit({ ready, checks }: CheckResult, detailed: boolean): ExitCode {
  const isWrong = checks.some(({ state }) => state === 'failed' || state === 'conflict');
  if (isWrong || !ready.plan || !ready.apply) return ExitCode.error;
  return detailed && checks.some(({ state }) => UNPROVED.has(state))
    ? ExitCode.changesPending
    : ExitCode.done;
}
