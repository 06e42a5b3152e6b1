/** What a live value is; the same value may be several. */
export type LiveKind = 'id' | 'name' | 'email' | 'key';

/** Stands for a live value until its pseudonym is drawn. */
export interface Placeholder {
  readonly live: string;
}

/**
 * A part of a text. `word`: a documented word or a number, which stays unless it is somebody's id as well. `key`: of a
 * field that is not documented, which stays unless it tells a live value.
 */
export type Piece = string | Placeholder | { readonly word: string } | { readonly key: string };

/** A part of an answer or a request as it is kept: nothing in it is live but what its placeholders stand for. */
export type Redacted =
  | { readonly value: string | number | boolean | null }
  | { readonly text: Placeholder }
  /** A documented word, which stays unless it is somebody's id as well. */
  | { readonly word: string }
  /** A link: what stands for its placeholders is percent-encoded. */
  | { readonly url: readonly Piece[] }
  /** A number that is an id. */
  | { readonly numeric: Placeholder }
  | { readonly list: readonly Redacted[] }
  | { readonly fields: readonly (readonly [Piece, Redacted])[] };

/** A live value: what it is, and how it was spelled. */
export interface LiveValue {
  readonly kinds: ReadonlySet<LiveKind>;
  readonly spellings: ReadonlySet<string>;
}

/** The live values that were met, in memory only. What differs in case alone is one value. */
export class LiveValues {
  readonly #values = new Map<string, { readonly kinds: Set<LiveKind>; readonly spellings: Set<string> }>();
  /** Words of the values, and each value without what stands between them. */
  readonly #parts = new Set<string>();
  readonly #joined = new Set<string>();

  add(value: string, kind: LiveKind): Placeholder {
    const folded = value.toLowerCase();
    const known = this.#values.get(folded);
    if (known === undefined) {
      this.#values.set(folded, { kinds: new Set([kind]), spellings: new Set([value]) });
      const parts = folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
      for (const part of parts) this.#parts.add(part);
      // Of an e-mail only what tells the person.
      this.#joined.add(
        (folded.includes('@') ? folded.slice(0, folded.indexOf('@')) : folded).replaceAll(
          /[^\p{L}\p{N}]/gu,
          '',
        ),
      );
    } else {
      known.kinds.add(kind);
      known.spellings.add(value);
    }
    return { live: value };
  }

  /** Whether a value was met as one of these kinds, in whatever case it came. */
  is(value: string, ...kinds: readonly LiveKind[]): boolean {
    const known = this.#values.get(value.toLowerCase())?.kinds;
    return known !== undefined && kinds.some((kind) => known.has(kind));
  }

  /** Whether a name of small letters tells a value: a word of one, such as somebody's first name, or all of it. */
  tells(words: readonly string[]): boolean {
    if (words.some((word) => this.#parts.has(word))) return true;
    const joined = words.join('');
    return [...this.#joined].some((value) => value.length >= 4 && joined.includes(value));
  }

  /** Every value, by its spelling in lower case. */
  all(): Iterable<readonly [string, LiveValue]> {
    return this.#values;
  }
}

export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
