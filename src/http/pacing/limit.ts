/** Says when the next request may be sent. Times are those of the monotonic clock, in milliseconds. */
export interface Limit {
  /** How long the next request must wait from now; 0 if it may be sent. */
  readonly delay: (now: number) => number;
  /** A request is sent now. */
  readonly sent: (now: number) => void;
  /** A request sent at `sentAt` was let through, and its answer is here. */
  readonly accepted: (sentAt: number, now: number) => void;
  /** A request sent at `sentAt` was turned away with 429. `pauseMs`: nothing is sent for so long. */
  readonly throttled: (sentAt: number, now: number, pauseMs: number) => void;
}
