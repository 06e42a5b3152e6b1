import { alarm } from '../runtime.js';

/** A call that is to be ended when its time is over. */
export interface Timed {
  readonly expire: () => void;
  /** Kept by the TimeOuts that it was added to: its index there. */
  place: number;
  /** Kept by the TimeOuts that it was added to: the tick that ends it. */
  dueTick: number;
}

/**
 * The calls in flight, each ended when its time is over. One coarse alarm serves all of it, since a timer a request
 * costs more than the few per cent of precision are worth; it rings only while a call is in flight.
 *
 * An array, since a Map or Set that gains and loses an entry for each request leaves its outgrown tables behind, each
 * of which keeps the next and its entries from being collected while they are young.
 */
export class TimeOuts<T extends Timed> implements Iterable<T> {
  readonly #tickMs: number;
  readonly #calls: T[] = [];
  #tick = 0;
  #stop: (() => void) | null = null;

  /** `usualMs`: the time most of it gets; precision is a twentieth of that. */
  constructor(usualMs: number) {
    this.#tickMs = Math.min(250, Math.max(5, usualMs / 20));
  }

  /** Expires the call after about `ms` real milliseconds, never before. */
  add(call: T, ms: number): void {
    call.dueTick = this.#tick + 1 + Math.ceil(ms / this.#tickMs);
    call.place = this.#calls.push(call) - 1;
    this.#stop ??= alarm(this.#tickMs, this.#ring);
  }

  /** Takes out what is in; anything else stays as it is. */
  remove(call: T): void {
    if (this.#calls[call.place] !== call) return;
    const last = this.#calls.pop();
    if (last === undefined || last === call) return;
    this.#calls[call.place] = last;
    last.place = call.place;
  }

  /** All of it as it is now, whatever is added or removed meanwhile. */
  [Symbol.iterator](): Iterator<T> {
    return [...this.#calls].values();
  }

  readonly #ring = (): void => {
    this.#tick += 1;
    for (const call of this.#calls.filter(({ dueTick }) => dueTick <= this.#tick)) {
      this.remove(call);
      call.expire();
    }
    this.#stop = this.#calls.length === 0 ? null : alarm(this.#tickMs, this.#ring);
  };

  /** Stops the alarm; expires nothing. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#calls.length = 0;
  }
}
