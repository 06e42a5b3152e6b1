import type { SecretForm } from './secret-forms.js';

/** A part of a text, its end left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So long a part of a secret's middle tells too much of it. */
const innerLength = 12;
/** Places within a secret at which its parts are looked for, at most and at the closest. */
const mostPlaces = 256;
const closestPlaces = 4;
/** How many different glances there are: few of them belong to a secret. */
const glances = 262_144;

interface Place {
  readonly form: string;
  readonly offset: number;
}

/**
 * Finds forms of secrets in a text, in time that grows with the text and hardly with the number of secrets: most places
 * of a text are passed by after a glance at four bytes.
 */
export class SecretIndex {
  readonly #known = new Set<string>();
  /** By length of the part, then by the part itself. */
  readonly #places = new Map<number, Map<string, Place[]>>();
  readonly #glance = new Uint8Array(glances);

  add({ bytes, telling, anyPart }: SecretForm): void {
    if (this.#known.has(bytes)) return;
    this.#known.add(bytes);
    this.#place(bytes, 0, Math.min(telling, bytes.length));
    if (!anyPart) return;
    const apart = Math.max(closestPlaces, Math.ceil(bytes.length / mostPlaces));
    for (let offset = apart; offset + innerLength <= bytes.length; offset += apart) {
      this.#place(bytes, offset, innerLength);
    }
  }

  /** False only where nothing that was added is in the bytes. */
  mayBeIn(bytes: Uint8Array, length: number): boolean {
    let [first, second, third] = [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0];
    for (let at = 3; at < length; at += 1) {
      const fourth = bytes[at] ?? 0;
      if (this.#glance[glance(first, second, third, fourth)] === 1) return true;
      first = second;
      second = third;
      third = fourth;
    }
    return false;
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** Where secrets stand in a text, in order and apart from each other. */
  spansIn(bytes: string): readonly Span[] {
    const spans: Span[] = [];
    let from = 0;
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (this.#glance[glanceAt(bytes, at)] !== 1) continue;
      const span = this.#spanAt(bytes, at, from);
      if (span === null) continue;
      spans.push(span);
      from = span.to;
      at = span.to - 1;
    }
    return spans;
  }

  #place(form: string, offset: number, length: number): void {
    const part = form.slice(offset, offset + length);
    const ofLength = this.#places.get(length) ?? new Map<string, Place[]>();
    this.#places.set(length, ofLength);
    const places = ofLength.get(part);
    if (places === undefined) ofLength.set(part, [{ form, offset }]);
    else if (places[places.length - 1]?.form !== form) places.push({ form, offset });
    this.#glance[glanceAt(part, 0)] = 1;
  }

  /** The longest part of a secret around a place, from `from` on. */
  #spanAt(bytes: string, at: number, from: number): Span | null {
    let [start, end] = [at, at];
    for (const [length, ofLength] of this.#places) {
      for (const { form, offset } of ofLength.get(bytes.slice(at, at + length)) ?? []) {
        let [first, last] = [0, length];
        while (last + offset < form.length && bytes[at + last] === form[offset + last]) last += 1;
        while (first < offset && at - first > from && bytes[at - first - 1] === form[offset - first - 1]) {
          first += 1;
        }
        start = Math.min(start, at - first);
        end = Math.max(end, at + last);
      }
    }
    return end === at ? null : { from: start, to: end };
  }
}

/** Four bytes of a text in eighteen bits. */
function glanceAt(bytes: string, at: number): number {
  return glance(
    bytes.charCodeAt(at),
    bytes.charCodeAt(at + 1),
    bytes.charCodeAt(at + 2),
    bytes.charCodeAt(at + 3),
  );
}

function glance(first: number, second: number, third: number, fourth: number): number {
  return (first ^ (second << 4) ^ (third << 8) ^ (fourth << 11)) & (glances - 1);
}
