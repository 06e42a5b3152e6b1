import type { LeakSearch } from './leak-search.js';
import type { LiveValues, Piece, Redacted } from './live-values.js';
import { wordsOfKey } from './redact-json.js';
import type { Pseudonyms } from './pseudonyms.js';

export interface DrawnOptions {
  readonly pseudonyms: Pseudonyms;
  readonly live: LiveValues;
  readonly search: LeakSearch;
  /** Words that tell nothing, in lower case. */
  readonly known: ReadonlySet<string>;
}

/** What was kept, with a pseudonym in place of every placeholder. */
export class DrawnValues {
  readonly #keys = new Map<string, string>();

  constructor(private readonly options: DrawnOptions) {}

  json(redacted: Redacted): unknown {
    const { pseudonyms } = this.options;
    if ('value' in redacted) return redacted.value;
    if ('text' in redacted) return pseudonyms.of(redacted.text.live);
    if ('word' in redacted) return this.#text(redacted);
    if ('numeric' in redacted) return Number(pseudonyms.of(redacted.numeric.live));
    if ('url' in redacted) return this.url(redacted.url);
    if ('list' in redacted) return redacted.list.map((item) => this.json(item));
    return Object.fromEntries(redacted.fields.map(([key, value]) => [this.#text(key), this.json(value)]));
  }

  /** A text of a URL: what stands for a live value is percent-encoded. */
  url(pieces: readonly Piece[]): string {
    return pieces
      .map((piece) => (typeof piece === 'string' ? piece : encodeURIComponent(this.#text(piece))))
      .join('');
  }

  #text(piece: Piece): string {
    const { pseudonyms, live } = this.options;
    if (typeof piece === 'string') return piece;
    if ('live' in piece) return pseudonyms.of(piece.live);
    if ('word' in piece) return live.is(piece.word, 'id') ? pseudonyms.of(piece.word) : piece.word;
    const known = this.#keys.get(piece.key);
    if (known !== undefined) return known;
    const key = this.#isTelling(piece.key) ? pseudonyms.of(piece.key) : piece.key;
    this.#keys.set(piece.key, key);
    return key;
  }

  /** A key that nobody documented may be data after all. Its documented words tell nothing. */
  #isTelling(key: string): boolean {
    const { live, search, known } = this.options;
    if (known.has(key.toLowerCase())) return false;
    const words = wordsOfKey(key).map((word) => word.toLowerCase());
    return (
      live.tells([...words, key.toLowerCase()].filter((word) => !known.has(word))) ||
      search.find(key) !== null
    );
  }
}
