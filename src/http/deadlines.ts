import { alarm } from '../runtime.js';

/** Something in flight that is to be ended when its time is over. */
export interface Deadline {
  readonly expire: () => void;
}

interface Entry {
  readonly deadline: Deadline;
  readonly dueTick: number;
}

/**
 * Ends what is in flight for too long. One coarse alarm serves all of it, since a timer a request costs more than the
 * few per cent of precision are worth; it rings only while something is in flight.
 */
export class Deadlines {
  readonly #tickMs: number;
  readonly #entries = new Map<Deadline, Entry>();
  #tick = 0;
  #stop: (() => void) | null = null;

  /** `usualMs`: the time most entries get; precision is a twentieth of it. */
  constructor(usualMs: number) {
    this.#tickMs = Math.min(250, Math.max(5, usualMs / 20));
  }

  /** Expires the deadline after about `ms` real milliseconds, never before. */
  add(deadline: Deadline, ms: number): void {
    this.#entries.set(deadline, { deadline, dueTick: this.#tick + 1 + Math.ceil(ms / this.#tickMs) });
    this.#stop ??= alarm(this.#tickMs, this.#ring);
  }

  remove(deadline: Deadline): void {
    this.#entries.delete(deadline);
  }

  readonly #ring = (): void => {
    this.#tick += 1;
    const due = [...this.#entries.values()].filter((entry) => entry.dueTick <= this.#tick);
    for (const { deadline } of due) {
      this.#entries.delete(deadline);
      deadline.expire();
    }
    this.#stop = this.#entries.size === 0 ? null : alarm(this.#tickMs, this.#ring);
  };

  /** Stops the alarm; expires nothing. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.#entries.clear();
  }
}
