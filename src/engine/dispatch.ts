import type { HolderGate } from '../planning/gates.js';
import type { Schedule, ScheduledWrite } from '../planning/schedule.js';

/** What became of one scheduled write. */
export interface WriteOutcome {
  readonly status: 'applied' | 'failed' | 'skipped';
  readonly reason: string | null;
  readonly requestId: string | null;
  /** Milliseconds it took. */
  readonly ms: number;
}

/** The outcome of a write for which nothing was sent. */
export function skipped(reason: string): WriteOutcome {
  return { status: 'skipped', reason, requestId: null, ms: 0 };
}

/** Runs what sends something, unless a defect has ended the dispatch by then: rejects with that. */
type Attempt = (send: () => Promise<WriteOutcome>) => Promise<WriteOutcome>;

export interface DispatchOptions {
  /** Writes one change by `attempt`, as soon as there is room for it. Never throws for what a server did. */
  readonly write: (write: ScheduledWrite, attempt: Attempt) => Promise<WriteOutcome>;
  /** Told of each write in the order in which they end. `index`: its place among the schedule's writes. */
  readonly onOutcome: (index: number, outcome: WriteOutcome) => void;
}

/**
 * Runs a schedule: each write starts once its gates are open and its lock is free. How many are under way at once is for
 * `write` to bound. Resolves with the outcomes, in the schedule's order, when every write has one. What `write` throws is a defect: nothing more is started,
 * those under way finish, and it rejects with that.
 */
export async function dispatch(
  schedule: Schedule,
  { write, onOutcome }: DispatchOptions,
): Promise<readonly WriteOutcome[]> {
  const outcomes = new Map<number, WriteOutcome>();
  const denied = new Map<number, string>();
  /** The last write that was given each lock. */
  const locks = new Map<string, Promise<void>>();
  const ends = schedule.writes.map(() => new Deferred());
  const gates = schedule.gates.map(async ({ members, holders }) => {
    await Promise.all(members.flatMap((member) => ends[member]?.promise ?? []));
    if (holders === null) return;
    const given = members.filter((member) => outcomes.get(member)?.status === 'applied').length;
    for (const taker of takersToDeny(holders, given)) denied.set(taker, holders.reason);
  });
  const defects: unknown[] = [];

  const attempt: Attempt = async (send) => {
    if (defects.length > 0) throw defects[0];
    try {
      return await send();
    } catch (error) {
      defects.push(error);
      throw error;
    }
  };

  const outcomeOf = async (scheduled: ScheduledWrite, index: number): Promise<WriteOutcome> => {
    await Promise.all(scheduled.waitsFor.flatMap((gate) => gates[gate] ?? []));
    const reason = denied.get(index);
    if (reason !== undefined) return skipped(reason);
    const { lock } = scheduled;
    if (lock !== null) {
      const earlier = locks.get(lock);
      locks.set(lock, ends[index]?.promise ?? Promise.resolve());
      await earlier;
    }
    return write(scheduled, attempt);
  };

  await Promise.all(
    schedule.writes.map(async (scheduled, index) => {
      try {
        const outcome = await outcomeOf(scheduled, index);
        outcomes.set(index, outcome);
        onOutcome(index, outcome);
      } catch (error) {
        defects.push(error);
      } finally {
        ends[index]?.resolve();
      }
    }),
  );
  if (defects.length > 0) throw defects[0];
  return schedule.writes.flatMap((_, index) => outcomes.get(index) ?? []);
}

/** As many takers as must be skipped to keep min(live, desired) holders, the last in plan order. */
function takersToDeny({ live, desired, takers }: HolderGate, given: number): readonly number[] {
  return takers.slice(Math.max(0, live + given - Math.min(live, desired)));
}

class Deferred {
  readonly promise: Promise<void>;
  #resolve: () => void = () => {};

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  resolve(): void {
    this.#resolve();
  }
}
