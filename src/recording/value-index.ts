/** A text to be found, and what it is. */
export interface Needle<Kind> {
  /** Four characters at least, in lower case. */
  readonly text: string;
  readonly kind: Kind;
  /** Whether it counts only where no letter or digit stands beside it. */
  readonly apart: boolean;
}

/** A shorter value tells too little to be looked for: it stands in any text. */
export const shortestFound = 4;

const hashes = 2 ** 20;

/** Finds many texts in one, in time that grows with the text and hardly with their number. */
export class ValueIndex<Kind> {
  readonly #needles = new Map<string, Needle<Kind>>();
  /** The lengths of the needles that begin with four characters. */
  readonly #lengths = new Map<string, Set<number>>();
  /** The beginnings by a hash, so that most places of a text are passed by with one look. */
  readonly #beginnings = new Uint8Array(hashes);

  add(needle: Needle<Kind>): void {
    const { text, apart } = needle;
    if (text.length < shortestFound || this.#needles.get(text)?.apart === false) return;
    if (this.#needles.has(text) && apart) return;
    this.#needles.set(text, needle);
    this.#beginnings[hashAt(text, 0)] = 1;
    const beginning = text.slice(0, shortestFound);
    const lengths = this.#lengths.get(beginning);
    if (lengths === undefined) this.#lengths.set(beginning, new Set([text.length]));
    else lengths.add(text.length);
  }

  /** What a text in lower case holds first; null where it holds none. `anywhere`: counts within words too. */
  find(text: string, anywhere = false): Kind | null {
    for (let at = 0; at + shortestFound <= text.length; at += 1) {
      if (this.#beginnings[hashAt(text, at)] !== 1) continue;
      const lengths = this.#lengths.get(text.slice(at, at + shortestFound));
      if (lengths === undefined) continue;
      for (const length of lengths) {
        const needle = this.#needles.get(text.slice(at, at + length));
        if (needle === undefined) continue;
        if (anywhere || !needle.apart || isApart(text, at, at + length)) return needle.kind;
      }
    }
    return null;
  }
}

/** Four characters in twenty bits. */
function hashAt(text: string, at: number): number {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const [third, fourth] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
  return (first ^ (second << 5) ^ (third << 9) ^ (fourth << 13)) & (hashes - 1);
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function isApart(text: string, from: number, to: number): boolean {
  return !letterOrDigit.test(text.charAt(from - 1)) && !letterOrDigit.test(text.charAt(to));
}
