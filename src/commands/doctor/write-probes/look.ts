import { rereadLive } from '../../../engine/read-live.js';
import { HttpFailure } from '../../../http/failure.js';
import type { LiveAssignment } from '../../../model/live.js';
import type { RoleState } from '../../../model/assignment.js';
import type { Provider } from '../../../providers/provider.js';
import { holdingOf, isSameHolding } from './holding.js';
import type { Sender } from './send-write.js';
import type { ProbeSubject } from './subject.js';

/** How long the API may take to show what was written, milliseconds: as long as apply waits. */
const deadlineMs = 30_000;
/** Waits between looks, milliseconds; the last one repeats. */
const waits = [100, 250, 500, 1000, 2000, 4000];

/** Looks after which somebody who waits wants to know: about two seconds. */
const quietLooks = 5;

/** What was seen of a principal in a scope. */
export interface Seen {
  /** Null where it could not be read whole. */
  readonly holding: readonly LiveAssignment[] | null;
  /** Milliseconds until a read showed what was expected; null where none did. */
  readonly afterMs: number | null;
  /** Reads that it took. */
  readonly looks: number;
}

/** Reads what the principal holds now; null where that fails. */
export async function look(
  { root, target, principal }: ProbeSubject,
  provider: Provider,
  { client }: Sender,
): Promise<readonly LiveAssignment[] | null> {
  const { scope } = target;
  try {
    const request = { known: root, scopes: [scope], principals: [principal] };
    const live = await rereadLive(provider, request, client.reading);
    return holdingOf(live, scope.address, principal);
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}

/** Reads until the principal holds what is expected, or the deadline passes. An interrupt ends the waiting. */
export async function untilHolding(
  expected: readonly RoleState[],
  subject: ProbeSubject,
  provider: Provider,
  sender: Sender,
): Promise<Seen> {
  const { runtime, signal, note } = sender;
  const since = runtime.monotonic();
  for (let looks = 1; ; looks += 1) {
    const holding = await look(subject, provider, sender);
    const ms = runtime.monotonic() - since;
    if (holding !== null && isSameHolding(subject.target.scope.address, holding, expected)) {
      return { holding, afterMs: Math.round(ms), looks };
    }
    const wait = waits[Math.min(looks, waits.length) - 1] ?? 0;
    if (signal.aborted || ms + wait > deadlineMs) return { holding, afterMs: null, looks };
    if (looks === quietLooks)
      note(
        `Reads of ${subject.target.scope.address} do not show the write yet: looking again, for ${Math.round((deadlineMs - ms) / 1000)} s at most.`,
      );
    await runtime.sleep(wait, signal).catch(() => undefined);
  }
}
