import { alarm } from '../runtime.js';

/** Something in flight that is to be ended when its time is over. */
export interface Flight {
  readonly expire: () => void;
  /** Kept by the InFlight that it was added to: its index there. */
  place: number;
  /** Kept by the InFlight that it was added to: the tick that ends it. */
  dueTick: number;
}

/**
 * What is in flight, and the end of what is so for too long. One coarse alarm serves all of it, since a timer a request
 * costs more than the few per cent of precision are worth; it rings only while something is in flight.
 *
 * An array, since a Map or Set that gains and loses an entry for each request leaves its outgrown tables behind, each
 * of which keeps the next and its entries from being collected while they are young.
 */
export class InFlight<T extends Flight> implements Iterable<T> {
  readonly #tickMs: number;
  readonly #flights: T[] = [];
  #tick = 0;
  #stop: (() => void) | null = null;

  /** `usualMs`: the time most of it gets; precision is a twentieth of that. */
  constructor(usualMs: number) {
    this.#tickMs = Math.min(250, Math.max(5, usualMs / 20));
  }

  /** Expires the flight after about `ms` real milliseconds, never before. */
  add(flight: T, ms: number): void {
    flight.dueTick = this.#tick + 1 + Math.ceil(ms / this.#tickMs);
    flight.place = this.#flights.push(flight) - 1;
    this.#stop ??= alarm(this.#tickMs, this.#ring);
  }

  /** Takes out what is in; anything else stays as it is. */
  remove(flight: T): void {
    if (this.#flights[flight.place] !== flight) return;
    const last = this.#flights.pop();
    if (last === undefined || last === flight) return;
    this.#flights[flight.place] = last;
    last.place = flight.place;
  }

  /** All of it as it is now, whatever is added or removed meanwhile. */
  [Symbol.iterator](): Iterator<T> {
    return [...this.#flights].values();
  }

  readonly #ring = (): void => {
    this.#tick += 1;
    for (const flight of this.#flights.filter(({ dueTick }) => dueTick <= this.#tick)) {
      this.remove(flight);
      flight.expire();
    }
    this.#stop = this.#flights.length === 0 ? null : alarm(this.#tickMs, this.#ring);
  };

  /** Stops the alarm; expires nothing. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#flights.length = 0;
  }
}
