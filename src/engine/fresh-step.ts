import { HttpFailure } from '../http/failure.js';
import type { SendJournal } from '../http/request.js';
import type { PlannedChange } from '../model/change.js';
import type { LiveRoot } from '../model/live.js';
import { groupBy } from '../model/ordering.js';
import type { PrincipalId } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import { UnwritableChange, type WriteStep, writesOf } from '../providers/provider.js';
import type { ConfirmContext } from './confirm-write.js';
import { type EarlierWrites, showsStep } from './earlier-writes.js';
import { rereadLive } from './read-live.js';

/** A step as it may be sent now, or why it is not sent. */
export type FreshStep =
  | { readonly kind: 'send'; readonly step: WriteStep; readonly readAt: number }
  | { readonly kind: 'holds' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a fresh step is made with. */
export interface FreshContext extends ConfirmContext {
  readonly earlier: EarlierWrites;
}

/** Waits before the looks for what was written before, milliseconds. */
const waits = [0, 200, 800, 3000];

/**
 * Makes a step that replaces all roles of a principal anew, from a read of what the principal holds now: what others gave or
 * took since the plan was made stays as it is. Nothing is sent without a whole read that shows what this run has written for
 * the principal before. `index`: of the step in its change.
 */
export async function freshStep(
  { gives, takes }: WriteStep,
  index: number,
  planned: PlannedChange,
  context: FreshContext,
): Promise<FreshStep> {
  const { principal } = planned;
  const { provider, runtime } = context;
  if (principal === null) return unknown('no id of the person is known');
  try {
    for (const wait of waits) {
      if (wait > 0) await runtime.sleep(wait);
      const readAt = runtime.monotonic();
      const live = await readNow(planned, principal, context);
      if (live === null) continue;
      const holds = showsStep(live, { planned, gives, takes }, principal);
      if (holds === null) return unknown(live.problems[0]?.message ?? 'the read was not whole');
      if (holds) return { kind: 'holds' };
      const steps = writesOf(provider, planned, live);
      if (steps instanceof UnwritableChange) return { kind: 'unknown', reason: `not sent: ${steps.message}` };
      const step = steps[index];
      return step === undefined ? unknown('it takes fewer requests now') : { kind: 'send', step, readAt };
    }
    return unknown('what was written for this person before does not show yet');
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return error.kind === 'interrupted' ? { kind: 'interrupted' } : unknown(error.message);
  }
}

/** Reads what a principal holds where a change is; null where the API does not show yet what was written before. */
async function readNow(
  planned: PlannedChange,
  principal: PrincipalId,
  { provider, client, root, earlier }: FreshContext,
): Promise<LiveRoot | null> {
  const read = (known: LiveRoot, scope: Scope): Promise<LiveRoot> =>
    rereadLive(provider, { known, scopes: [scope], principals: [principal] }, client);
  const { address } = planned.scope;
  const before = earlier.of(planned);
  const others = groupBy(
    before.filter((write) => write.planned.scope.address !== address),
    (write) => write.planned.scope.address,
  );
  for (const [first, ...more] of others.values()) {
    if (first === undefined) continue;
    const there = await read(first.root, first.planned.scope);
    if ([first, ...more].some((write) => showsStep(there, write, principal) !== true)) return null;
  }
  const live = await read(root, planned.scope);
  const here = before.filter((write) => write.planned.scope.address === address);
  return here.some((write) => showsStep(live, write, principal) === false) ? null : live;
}

function unknown(why: string): FreshStep {
  const reason = `not sent, since it would replace all roles of this person, and what they are now could not be read: ${why}`;
  return { kind: 'unknown', reason };
}

/** A request was about to leave though what it was made from may have changed meanwhile. */
export class StaleRead extends Error {
  override readonly name = 'StaleRead';

  /** `wasSent`: the server has refused it once, for now. */
  constructor(readonly wasSent: boolean) {
    super();
  }
}

/** So old may a read be when the request that was made from it leaves, in milliseconds; twice as much each further time. */
const freshForMs = 1000;

/**
 * A journal that lets a request leave once, and only soon after the read that it was made from. A request that has waited for
 * its turn, or that the server throttled, is made anew instead. `round`: how often it was made before.
 */
export function onlyFresh(
  journal: SendJournal,
  readAt: number,
  round: number,
  now: () => number,
): SendJournal {
  let attempts = 0;
  return {
    ...journal,
    before: async (path) => {
      if (attempts > 0 || now() - readAt > freshForMs * 2 ** round) throw new StaleRead(attempts > 0);
      attempts += 1;
      await journal.before(path);
    },
  };
}
