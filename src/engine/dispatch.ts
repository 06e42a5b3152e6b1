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
 * `write` to bound. Resolves with the outcomes, in the order of the schedule, when every write has one. What `write`
 * throws is a defect: nothing more is started, those under way finish, and it rejects with that.
 */
export function dispatch(schedule: Schedule, options: DispatchOptions): Promise<readonly WriteOutcome[]> {
  return new Promise((resolve, reject) => new Dispatcher(schedule, options, resolve, reject).start());
}

/** Writes and gates are known by their index in the schedule. */
class Dispatcher {
  readonly #schedule: Schedule;
  readonly #options: DispatchOptions;
  readonly #resolve: (outcomes: readonly WriteOutcome[]) => void;
  readonly #reject: (error: unknown) => void;
  readonly #outcomes: (WriteOutcome | undefined)[];
  /** For each write, how many of its gates are closed. */
  readonly #closedGates: number[];
  /** For each gate, how many of its members have no outcome yet. */
  readonly #openMembers: number[];
  readonly #gatesOfMember: readonly (readonly number[])[];
  readonly #writesBehind: readonly (readonly number[])[];
  readonly #denied = new Map<number, string>();
  /** The writes that wait for each lock that is taken. */
  readonly #waitingFor = new Map<string, number[]>();
  #left: number;
  #underWay = 0;
  #defect: { readonly error: unknown } | null = null;

  constructor(
    schedule: Schedule,
    options: DispatchOptions,
    resolve: (outcomes: readonly WriteOutcome[]) => void,
    reject: (error: unknown) => void,
  ) {
    const { writes, gates } = schedule;
    this.#schedule = schedule;
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#left = writes.length;
    this.#outcomes = writes.map(() => undefined);
    this.#closedGates = writes.map(({ waitsFor }) => waitsFor.length);
    this.#openMembers = gates.map(({ members }) => members.length);
    this.#gatesOfMember = inverted(
      gates.map(({ members }) => members),
      writes.length,
    );
    this.#writesBehind = inverted(
      writes.map(({ waitsFor }) => waitsFor),
      gates.length,
    );
  }

  start(): void {
    const ended: number[] = [];
    const free = [...this.#closedGates.keys()].filter((write) => this.#closedGates[write] === 0);
    for (const write of free) this.#admit(write, ended);
    const empty = [...this.#openMembers.keys()].filter((gate) => this.#openMembers[gate] === 0);
    for (const gate of empty) this.#open(gate, ended);
    this.#proceed(ended);
  }

  /** Opens the gates that the ended writes were the last members of. */
  #proceed(ended: number[]): void {
    for (let write = ended.pop(); write !== undefined; write = ended.pop()) {
      for (const gate of this.#gatesOfMember[write] ?? []) {
        const members = (this.#openMembers[gate] ?? 0) - 1;
        this.#openMembers[gate] = members;
        if (members === 0) this.#open(gate, ended);
      }
    }
    if (this.#left === 0) this.#resolve(this.#outcomes.filter((outcome) => outcome !== undefined));
  }

  #open(gate: number, ended: number[]): void {
    const { holders, members } = this.#schedule.gates[gate] ?? { holders: null, members: [] };
    if (holders !== null) this.#deny(holders, members);
    for (const write of this.#writesBehind[gate] ?? []) {
      const closed = (this.#closedGates[write] ?? 0) - 1;
      this.#closedGates[write] = closed;
      if (closed === 0) this.#admit(write, ended);
    }
  }

  /** Denies as many takers as needed to keep min(live, desired) holders, the last in plan order first. */
  #deny({ live, desired, reason, takers }: HolderGate, givers: readonly number[]): void {
    const given = givers.filter((write) => this.#outcomes[write]?.status === 'applied').length;
    const allowed = Math.max(0, live + given - Math.min(live, desired));
    for (const write of takers.slice(allowed)) this.#denied.set(write, reason);
  }

  /** All gates of a write are open: it starts once its lock is free. */
  #admit(write: number, ended: number[]): void {
    const denied = this.#denied.get(write);
    if (denied !== undefined) {
      this.#end(write, skipped(denied), ended);
      return;
    }
    const lock = this.#schedule.writes[write]?.lock ?? null;
    const waiting = lock === null ? undefined : this.#waitingFor.get(lock);
    if (waiting !== undefined) {
      waiting.push(write);
      return;
    }
    if (lock !== null) this.#waitingFor.set(lock, []);
    void this.#run(write, lock);
  }

  async #run(index: number, lock: string | null): Promise<void> {
    const write = this.#schedule.writes[index];
    if (write === undefined || this.#defect !== null) return;
    this.#underWay += 1;
    try {
      const outcome = await this.#options.write(write, this.#attempt);
      this.#underWay -= 1;
      const ended: number[] = [];
      this.#end(index, outcome, ended);
      if (lock !== null) this.#release(lock);
      this.#proceed(ended);
    } catch (error) {
      this.#underWay -= 1;
      this.#defect ??= { error };
    }
    if (this.#defect !== null && this.#underWay === 0) this.#reject(this.#defect.error);
  }

  readonly #attempt: Attempt = async (send) => {
    if (this.#defect !== null) throw this.#defect.error;
    try {
      return await send();
    } catch (error) {
      this.#defect ??= { error };
      throw error;
    }
  };

  #release(lock: string): void {
    const next = this.#waitingFor.get(lock)?.shift();
    if (next === undefined) this.#waitingFor.delete(lock);
    else void this.#run(next, lock);
  }

  #end(write: number, outcome: WriteOutcome, ended: number[]): void {
    this.#outcomes[write] = outcome;
    this.#left -= 1;
    ended.push(write);
    this.#options.onOutcome(write, outcome);
  }
}

/** For each number below `size`, the indexes of the lists that hold it. */
function inverted(lists: readonly (readonly number[])[], size: number): readonly (readonly number[])[] {
  const found: number[][] = Array.from({ length: size }, () => []);
  lists.forEach((list, index) => {
    for (const entry of list) found[entry]?.push(index);
  });
  return found;
}
