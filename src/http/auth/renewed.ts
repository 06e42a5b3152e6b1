import type { Runtime } from '../../runtime.js';
import type { Credential } from './credential.js';
import type { Token } from './token-endpoint.js';

/** Renewal starts this long before a token runs out, or a fifth of its life if that is less, in milliseconds. */
const longestMarginMs = 60_000;
/** A token this close to its end is not sent any more, or a tenth of its life if that is less, in milliseconds. */
const longestReserveMs = 2_000;

interface Held {
  readonly value: string;
  readonly renewAt: number;
  readonly unusableAt: number;
  /** Whether a request has left with it. */
  readonly sent: boolean;
}

/**
 * A token that a token endpoint gives, kept in memory only. It is renewed in the background before it runs out; whoever
 * needs one shares the one renewal under way. Each token is sent at least once, however short a life the endpoint states:
 * a 401 is the worst that comes of it, and the endpoint is never asked more often than the API.
 */
export class RenewedCredential implements Credential {
  readonly header = 'authorization';
  readonly #runtime: Runtime;
  readonly #fetch: () => Promise<Token>;
  #held: Held | null = null;
  #pending: Promise<void> | null = null;

  constructor(runtime: Runtime, fetch: () => Promise<Token>) {
    this.#runtime = runtime;
    this.#fetch = fetch;
  }

  readonly value = (): string | null => {
    const held = this.#held;
    if (held === null) return null;
    if (!held.sent) return held.value;
    const now = this.#runtime.monotonic();
    if (now >= held.unusableAt) return null;
    if (now >= held.renewAt && this.#pending === null) this.#renewAhead(held);
    return held.value;
  };

  readonly sent = (value: string): void => {
    if (this.#held?.value === value && !this.#held.sent) this.#held = { ...this.#held, sent: true };
  };

  readonly ready = (): Promise<void> => {
    this.#pending ??= this.#renew();
    return this.#pending;
  };

  readonly replace = async (refused: string): Promise<boolean> => {
    if (this.#held?.value === refused) this.#held = null;
    if (this.#held === null) await this.ready();
    return true;
  };

  /** The token at hand still serves, so a failure here is none yet: whoever finds no token later asks again. */
  #renewAhead(held: Held): void {
    this.ready().catch(() => {
      if (this.#held?.value === held.value) this.#held = { ...held, renewAt: held.unusableAt };
    });
  }

  async #renew(): Promise<void> {
    const askedAt = this.#runtime.monotonic();
    try {
      const token = await this.#fetch();
      const answeredAt = this.#runtime.monotonic();
      // Its life began somewhere between asking and answering; half of it is left at the least.
      const endsAt = Math.max(askedAt + token.lifeMs, answeredAt + token.lifeMs / 2);
      this.#held = {
        value: `Bearer ${token.value}`,
        renewAt: endsAt - Math.min(longestMarginMs, token.lifeMs * 0.2),
        unusableAt: endsAt - Math.min(longestReserveMs, token.lifeMs * 0.1),
        sent: false,
      };
    } finally {
      this.#pending = null;
    }
  }
}
