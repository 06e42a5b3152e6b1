/** Who sends nothing for longer than this was not late but had nothing to send, in milliseconds. */
const restMs = 100;

/** Spreads requests evenly: one each `1 / rate` milliseconds. */
export class EvenPace {
  /** Requests a millisecond. */
  rate: number;
  /** How much lateness the next requests may make up for, in distances between requests. */
  catchUp: number;
  /** Whether the last request would have been sent earlier but for the pace. */
  binding = false;
  #next = Number.NEGATIVE_INFINITY;

  constructor(rate: number, catchUp: number) {
    this.rate = rate;
    this.catchUp = catchUp;
  }

  /** From one request to the next, in milliseconds. */
  get distanceMs(): number {
    return 1 / this.rate;
  }

  /** How long the next request must wait from now, in milliseconds. */
  delay(now: number): number {
    return Math.max(0, this.#next - now);
  }

  /** A request is sent now. One that comes after a rest starts a new row and has nothing to make up for. */
  sent(now: number): void {
    const distance = this.distanceMs;
    const late = now - this.#next;
    this.binding = late <= distance;
    const rested = late > Math.max(restMs, 4 * distance);
    this.#next = now - (rested ? 0 : Math.min(late, this.catchUp * distance)) + distance;
  }
}
