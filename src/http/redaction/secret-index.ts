import type { SecretForm } from './secret-forms.js';

/** A part of a text; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A part of a secret's middle that is at least this long tells too much of it. */
const innerLength = 12;
/** How many parts of a secret's middle are known at most, and how far apart they start at least. */
const maxParts = 256;
const minDistance = 4;
/** The beginnings of parts are kept by a hash of this many values, so that few places of a text are looked at twice. */
const hashes = 2 ** 18;

interface Part {
  readonly form: string;
  readonly offset: number;
}

/**
 * Finds forms of secrets in a text, in time that grows with the text and hardly with the number of secrets: one look at
 * four bytes passes most places by.
 */
export class SecretIndex {
  readonly #forms = new Set<string>();
  /** By length, then by the bytes of the part. */
  readonly #parts = new Map<number, Map<string, Part[]>>();
  readonly #beginnings = new Uint8Array(hashes);

  add({ bytes, telling, anyPart }: SecretForm): void {
    if (this.#forms.has(bytes)) return;
    this.#forms.add(bytes);
    this.#addPart(bytes, 0, Math.min(telling, bytes.length));
    if (!anyPart) return;
    const distance = Math.max(minDistance, Math.ceil(bytes.length / maxParts));
    for (let offset = distance; offset + innerLength <= bytes.length; offset += distance)
      this.#addPart(bytes, offset, innerLength);
  }

  get isEmpty(): boolean {
    return this.#forms.size === 0;
  }

  /** Where secrets stand in a text, in order and apart from each other. */
  spansIn(bytes: string): readonly Span[] {
    const spans: Span[] = [];
    let from = 0;
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (this.#beginnings[hashAt(bytes, at)] !== 1) continue;
      const span = this.#spanAt(bytes, at, from);
      if (span === null) continue;
      spans.push(span);
      from = span.to;
      at = span.to - 1;
    }
    return spans;
  }

  #addPart(form: string, offset: number, length: number): void {
    const part = form.slice(offset, offset + length);
    const ofLength = this.#parts.get(length) ?? new Map<string, Part[]>();
    this.#parts.set(length, ofLength);
    const known = ofLength.get(part);
    if (known === undefined) ofLength.set(part, [{ form, offset }]);
    else if (known.at(-1)?.form !== form) known.push({ form, offset });
    this.#beginnings[hashAt(part, 0)] = 1;
  }

  /** The longest stretch of a secret around a place, not before `from`; null where no part of a secret starts there. */
  #spanAt(bytes: string, at: number, from: number): Span | null {
    let [start, end] = [at, at];
    for (const [length, ofLength] of this.#parts) {
      for (const { form, offset } of ofLength.get(bytes.slice(at, at + length)) ?? []) {
        let [before, after] = [0, length];
        while (offset + after < form.length && bytes[at + after] === form[offset + after]) after += 1;
        while (before < Math.min(offset, at - from) && bytes[at - before - 1] === form[offset - before - 1])
          before += 1;
        start = Math.min(start, at - before);
        end = Math.max(end, at + after);
      }
    }
    return end === at ? null : { from: start, to: end };
  }
}

/** Four bytes of a text in eighteen bits. */
function hashAt(bytes: string, at: number): number {
  const [first, second] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)];
  const [third, fourth] = [bytes.charCodeAt(at + 2), bytes.charCodeAt(at + 3)];
  return (first ^ (second << 4) ^ (third << 8) ^ (fourth << 11)) & (hashes - 1);
}
