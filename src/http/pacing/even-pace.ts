/** Spreads requests evenly: one each `1 / rate` milliseconds. */
export class EvenPace {
  /** Requests a millisecond. */
  rate: number;
  /** How many requests may be made up for after falling behind. */
  catchUp: number;
  #next = Number.NEGATIVE_INFINITY;

  constructor(rate: number, catchUp: number) {
    this.rate = rate;
    this.catchUp = catchUp;
  }

  /** How long the next request must wait from now, in milliseconds. */
  delay(now: number): number {
    return Math.max(0, this.#next - now);
  }

  /** A request is sent now. */
  sent(now: number): void {
    const spacing = 1 / this.rate;
    this.#next = Math.max(this.#next, now - this.catchUp * spacing) + spacing;
  }

  /** Forgets what could be made up for: the next request is the first of an even row. */
  restart(now: number): void {
    this.#next = Math.max(this.#next, now);
  }
}
