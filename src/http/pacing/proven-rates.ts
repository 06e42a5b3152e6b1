/** Fewer requests than this, or those of a shorter time, prove nothing: a burst may use up what was saved. */
const enough = 40;
const longEnoughMs = 5_000;
/** A rate at which more than this part bounces is above the limit. */
const mostBounced = 0.1;
/** The part of the best proven rate below which bounces are taken for chance. */
const floorPart = 0.5;

interface Tally {
  accepted: number;
  bounced: number;
}

/**
 * What came of requests at each rate (in steps of half a doubling). Under a limit nothing bounces well below it; so who
 * is bounced at half the rate that was proven to work is bounced by chance, and gains nothing by going slower still.
 */
export class ProvenRates {
  readonly #tallies = new Map<number, Tally>();

  accepted(rate: number): void {
    this.#at(rate).accepted += 1;
  }

  bounced(rate: number): void {
    this.#at(rate).bounced += 1;
  }

  /** The rate below which it makes no sense to go; 0 while nothing is proven. In requests a millisecond, as all rates. */
  floor(): number {
    let best = 0;
    for (const [step, { accepted, bounced }] of this.#tallies) {
      const total = accepted + bounced;
      const rate = 2 ** (step / 2);
      if (total >= enough && total >= rate * longEnoughMs && bounced <= mostBounced * total)
        best = Math.max(best, rate);
    }
    return floorPart * best;
  }

  forget(): void {
    this.#tallies.clear();
  }

  #at(rate: number): Tally {
    const step = Math.floor(Math.log2(rate) * 2);
    const known = this.#tallies.get(step);
    if (known !== undefined) return known;
    const tally: Tally = { accepted: 0, bounced: 0 };
    this.#tallies.set(step, tally);
    return tally;
  }
}
