import type { HolderGate } from '../planning/gates.js';
import type { Schedule, ScheduledWrite } from '../planning/schedule.js';

/** What became of one scheduled write. */
export interface WriteOutcome {
  readonly status: 'applied' | 'failed' | 'skipped';
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly ms: number;
}

export interface DispatchOptions {
  /** Writes one change; never throws for what a server did. */
  readonly write: (write: ScheduledWrite) => Promise<WriteOutcome>;
  /** Why a write must not be started any more (an interrupt, a refused credential); null where it may. */
  readonly stopped: (write: ScheduledWrite) => string | null;
  readonly concurrency: (provider: string) => number;
  readonly onSettled: (position: number, settled: WriteOutcome) => void;
}

/**
 * Runs a schedule: a write starts once its gates are open and its lock is free, with at most `concurrency` of a provider
 * under way. Resolves when every write is settled. What `write` throws is a defect: nothing more is started, those under
 * way finish, and it rejects with that.
 */
export function dispatch(schedule: Schedule, options: DispatchOptions): Promise<readonly WriteOutcome[]> {
  return new Promise((resolve, reject) => new Dispatcher(schedule, options, resolve, reject).start());
}

class Dispatcher {
  readonly #schedule: Schedule;
  readonly #options: DispatchOptions;
  readonly #resolve: (settled: readonly WriteOutcome[]) => void;
  readonly #reject: (error: unknown) => void;
  readonly #settled: (WriteOutcome | undefined)[];
  readonly #closedGates: number[];
  readonly #openMembers: number[];
  readonly #gatesOf: readonly (readonly number[])[];
  readonly #waitingAt: readonly (readonly number[])[];
  readonly #denied = new Map<number, string>();
  readonly #queues = new Map<string, { readonly ready: number[]; next: number; running: number }>();
  readonly #lockQueues = new Map<string, number[]>();
  #left: number;
  #underWay = 0;
  #defect: { readonly error: unknown } | null = null;

  constructor(
    schedule: Schedule,
    options: DispatchOptions,
    resolve: (settled: readonly WriteOutcome[]) => void,
    reject: (error: unknown) => void,
  ) {
    this.#schedule = schedule;
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#left = schedule.writes.length;
    this.#settled = schedule.writes.map(() => undefined);
    this.#closedGates = schedule.writes.map(({ waitsFor }) => waitsFor.length);
    this.#openMembers = schedule.gates.map(({ members }) => members.length);
    this.#gatesOf = inverted(
      schedule.gates.map(({ members }) => members),
      schedule.writes.length,
    );
    this.#waitingAt = inverted(
      schedule.writes.map(({ waitsFor }) => waitsFor),
      schedule.gates.length,
    );
  }

  start(): void {
    if (this.#left === 0) {
      this.#resolve([]);
      return;
    }
    const settledNow: number[] = [];
    this.#closedGates.forEach((closed, position) => {
      if (closed === 0) this.#admit(position, settledNow);
    });
    this.#openMembers.forEach((members, gate) => {
      if (members === 0) this.#open(gate, settledNow);
    });
    this.#proceed(settledNow);
  }

  /** Opens what the settled writes were in front of, then starts whatever may start. */
  #proceed(settledNow: number[]): void {
    for (let position = settledNow.pop(); position !== undefined; position = settledNow.pop()) {
      for (const gate of this.#gatesOf[position] ?? []) {
        const members = (this.#openMembers[gate] ?? 0) - 1;
        this.#openMembers[gate] = members;
        if (members === 0) this.#open(gate, settledNow);
      }
    }
    for (const provider of this.#queues.keys()) this.#pump(provider);
    if (this.#left === 0) this.#resolve(this.#settled.flatMap((settled) => settled ?? []));
  }

  #open(gate: number, settledNow: number[]): void {
    const { holders, members } = this.#schedule.gates[gate] ?? { holders: null, members: [] };
    if (holders !== null) this.#deny(holders, members);
    for (const position of this.#waitingAt[gate] ?? []) {
      const closed = (this.#closedGates[position] ?? 0) - 1;
      this.#closedGates[position] = closed;
      if (closed === 0) this.#admit(position, settledNow);
    }
  }

  /** Skips as many takers as needed to keep min(live, desired) holders, the last in plan order first. */
  #deny({ live, desired, reason, takers }: HolderGate, givers: readonly number[]): void {
    const given = givers.filter((position) => this.#settled[position]?.status === 'applied').length;
    const keep = Math.min(live, desired);
    const may = Math.max(0, live + given - keep);
    for (const position of takers.slice(may)) this.#denied.set(position, reason);
  }

  #admit(position: number, settledNow: number[]): void {
    const denied = this.#denied.get(position);
    if (denied !== undefined) {
      this.#settle(position, skipped(denied), settledNow);
      return;
    }
    const lock = this.#schedule.writes[position]?.lock ?? null;
    if (lock === null) return this.#enqueue(position);
    const waiting = this.#lockQueues.get(lock);
    if (waiting !== undefined) {
      waiting.push(position);
      return;
    }
    this.#lockQueues.set(lock, []);
    this.#enqueue(position);
  }

  #enqueue(position: number): void {
    const provider = this.#schedule.writes[position]?.planned.scope.provider ?? '';
    const queue = this.#queues.get(provider);
    if (queue === undefined) this.#queues.set(provider, { ready: [position], next: 0, running: 0 });
    else queue.ready.push(position);
  }

  #pump(provider: string): void {
    const queue = this.#queues.get(provider);
    if (queue === undefined) return;
    const concurrency = this.#options.concurrency(provider);
    while (this.#defect === null && queue.running < concurrency && queue.next < queue.ready.length) {
      const position = queue.ready[queue.next] ?? 0;
      queue.next += 1;
      queue.running += 1;
      this.#underWay += 1;
      void this.#run(position, queue);
    }
  }

  async #run(position: number, queue: { running: number }): Promise<void> {
    const write = this.#schedule.writes[position];
    if (write === undefined) return;
    try {
      const stopped = this.#options.stopped(write);
      const settled =
        stopped === null ? await this.#options.write(write) : await Promise.resolve(skipped(stopped));
      queue.running -= 1;
      this.#underWay -= 1;
      const settledNow: number[] = [];
      this.#settle(position, settled, settledNow);
      this.#proceed(settledNow);
    } catch (error) {
      this.#underWay -= 1;
      this.#defect ??= { error };
    }
    if (this.#defect !== null && this.#underWay === 0) this.#reject(this.#defect.error);
  }

  #settle(position: number, settled: WriteOutcome, settledNow: number[]): void {
    this.#settled[position] = settled;
    this.#left -= 1;
    settledNow.push(position);
    this.#options.onSettled(position, settled);
    const lock = this.#schedule.writes[position]?.lock ?? null;
    if (lock === null || this.#denied.has(position)) return;
    const next = this.#lockQueues.get(lock)?.shift();
    if (next === undefined) this.#lockQueues.delete(lock);
    else this.#enqueue(next);
  }
}

function skipped(reason: string): WriteOutcome {
  return { status: 'skipped', reason, requestId: null, ms: 0 };
}

function inverted(lists: readonly (readonly number[])[], size: number): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: size }, () => []);
  lists.forEach((list, index) => {
    for (const entry of list) found[entry]?.push(index);
  });
  return found;
}
