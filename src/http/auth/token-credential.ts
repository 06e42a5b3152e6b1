import type { Runtime } from '../../runtime.js';
import type { Credential } from './credential.js';
import type { Token } from './token-endpoint.js';

/** Renewal starts this long before a token runs out, or a fifth of its life if that is less, in milliseconds. */
const longestMarginMs = 60_000;
/** A token this close to its end is not sent any more, or a tenth of its life if that is less, in milliseconds. */
const longestReserveMs = 2_000;

interface TokenInUse {
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
export class TokenCredential implements Credential {
  readonly header = 'authorization';
  #token: TokenInUse | null = null;
  #pending: Promise<void> | null = null;

  constructor(
    private readonly runtime: Runtime,
    private readonly fetch: () => Promise<Token>,
  ) {}

  readonly value = (): string | null => {
    const token = this.#token;
    if (token === null) return null;
    if (!token.sent) return token.value;
    const now = this.runtime.monotonic();
    if (now >= token.unusableAt) return null;
    if (now >= token.renewAt && this.#pending === null) this.#renewAhead(token);
    return token.value;
  };

  readonly sent = (value: string): void => {
    if (this.#token?.value === value && !this.#token.sent) this.#token = { ...this.#token, sent: true };
  };

  readonly ready = (): Promise<void> => {
    this.#pending ??= this.#renew();
    return this.#pending;
  };

  readonly replace = async (refused: string): Promise<boolean> => {
    if (this.#token?.value === refused) this.#token = null;
    if (this.#token === null) await this.ready();
    return true;
  };

  /** The token at hand still serves, so a failure here is none yet: whoever finds no token later asks again. */
  #renewAhead(token: TokenInUse): void {
    this.ready().catch(() => {
      if (this.#token?.value === token.value) this.#token = { ...token, renewAt: token.unusableAt };
    });
  }

  async #renew(): Promise<void> {
    const askedAt = this.runtime.monotonic();
    try {
      const token = await this.fetch();
      const answeredAt = this.runtime.monotonic();
      // Its life began somewhere between asking and answering; half of it is left at the least.
      const endsAt = Math.max(askedAt + token.lifeMs, answeredAt + token.lifeMs / 2);
      this.#token = {
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
