import { isAgain, type MeantStep } from './preview.js';
import type { ProbeRole } from './holding.js';
import type { ProbeRun } from './probe-run.js';
import type { Sender } from './send-write.js';

/** A write may be undone a moment later, milliseconds: a role that is sent again is looked at once more then. */
const lateMs = 1_000;

/**
 * Tries the steps in order, until one shows something else than it should, or an interrupt. Where a change of role is
 * refused, the first role is taken away in place of the second.
 */
export async function trySteps(
  steps: readonly MeantStep[],
  began: readonly ProbeRole[],
  run: ProbeRun,
  sender: Sender,
): Promise<void> {
  let unchanged: ProbeRole | null = null;
  for (const { step, from: meant, to } of steps) {
    const from: ProbeRole | null = to === null ? (unchanged ?? meant) : meant;
    const goesOn = isAgain(step)
      ? await run.again(step, { from, to }, sender)
      : await run.step(step, { from, to }, step === 'noop' || to === null ? began : [...began, to], sender);
    if (step === 'noop' && goesOn) await sender.runtime.sleep(lateMs, sender.signal).catch(() => undefined);
    if (goesOn) continue;
    if (step !== 'change' || run.trials.at(-1)?.verdict !== 'refused') return;
    unchanged = from;
  }
}
