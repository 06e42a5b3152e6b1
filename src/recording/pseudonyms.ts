import { createHmac } from 'node:crypto';
import { type LiveValues, looksLikeEmail } from './live-values.js';
import { type Draw, idLike, localPart, nameLike } from './pseudonym-forms.js';
import type { ValueIndex } from './value-index.js';

/** Domains that nobody has (RFC 2606); the first that no live value tells is used. */
const domains = ['example.test', 'people.invalid', 'somebody.example'];
/** So often a pseudonym is drawn before it may hold a live value within a word, and before it becomes longer. */
const strictDraws = 8;
const drawsOfOneLength = 16;
const mostDraws = 64 * drawsOfOneLength;

export interface PseudonymOptions {
  /** Random bytes that nobody keeps. */
  readonly key: Uint8Array;
  readonly live: LiveValues;
  /** What no pseudonym may hold. */
  readonly avoided: ValueIndex<unknown>;
  /** What none may be, in lower case. */
  readonly known: ReadonlySet<string>;
  readonly isAffix: (text: string) => boolean;
}

/**
 * Draws for each live value one of the same form, with HMAC under a key that is thrown away: the same for the same value,
 * another for another one, and none that holds a live value. What differs in case alone still does.
 */
export class Pseudonyms {
  readonly #drawn = new Map<string, string>();
  /** Pseudonyms in lower case, each with the value in lower case that it stands for. */
  readonly #taken = new Map<string, string>();
  readonly #exact = new Set<string>();
  readonly #domain: string;

  constructor(private readonly options: PseudonymOptions) {
    this.#domain = domains.find((domain) => options.avoided.find(domain) === null) ?? 'invalid';
  }

  /** The pseudonym of a value, whether it is one of the table or not. */
  of(value: string): string {
    const known = this.#drawn.get(value);
    if (known !== undefined) return known;
    const folded = value.toLowerCase();
    for (let draws = 0; draws < mostDraws; draws += 1) {
      const pseudonym = this.#draw(value, folded, draws);
      if (!this.#isFree(pseudonym, folded, draws < strictDraws)) continue;
      this.#drawn.set(value, pseudonym);
      this.#taken.set(pseudonym.toLowerCase(), folded);
      this.#exact.add(pseudonym);
      return pseudonym;
    }
    throw new Error('no pseudonym could be drawn');
  }

  #isFree(pseudonym: string, folded: string, strictly: boolean): boolean {
    const lower = pseudonym.toLowerCase();
    if (this.options.known.has(lower)) return false;
    if ((this.#taken.get(lower) ?? folded) !== folded || this.#exact.has(pseudonym)) return false;
    return this.options.avoided.find(lower, strictly) === null;
  }

  #draw(value: string, folded: string, draws: number): string {
    const { live, isAffix } = this.options;
    const draw = this.#stream(`${draws} ${folded}`);
    const additions = Math.floor(draws / drawsOfOneLength);
    if (looksLikeEmail(value)) return inCaseOf(value, localPart(draw, additions)) + `@${this.#domain}`;
    const isName = live.is(value, 'name') && !live.is(value, 'id', 'email', 'key');
    return inCaseOf(
      value,
      isName ? nameLike(value, draw, additions) : idLike(value, draw, additions, isAffix),
    );
  }

  #stream(text: string): Draw {
    const { key } = this.options;
    let block = 0;
    let bytes = Buffer.alloc(0);
    return (bound) => {
      if (bytes.length < 4) {
        bytes = createHmac('sha256', key).update(`${block} ${text}`).digest();
        block += 1;
      }
      const number = bytes.readUInt32BE(0);
      bytes = bytes.subarray(4);
      return Math.floor((number / 2 ** 32) * bound);
    };
  }
}

/** A text in small letters as another one is written: in capitals, or with one at the beginning of each word. */
function inCaseOf(model: string, text: string): string {
  const letters = model.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return text.toUpperCase();
  if (!/^\p{Lu}/u.test(letters)) return text;
  return text.replaceAll(/(?<![\p{L}\p{N}])\p{Ll}/gu, (first) => first.toUpperCase());
}
