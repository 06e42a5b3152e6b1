import { type LiveKind, type LiveValues, looksLikeEmail } from './live-values.js';
import { shortestFound, ValueIndex } from './value-index.js';

/** What of a live system a text tells. */
export type Leak = 'secret' | LiveKind;

/** So many layers of encoding are undone: the JSON of a body stands in the JSON of a file. */
const mostLayers = 4;
/** Secrets are searched for in pieces of this length, in characters, since every form of a piece is built. */
const pieceLength = 50_000;
const overlap = 2_000;
/** Encoded, a shorter value is found by chance, in bytes. */
const shortestEncoded = 8;

export interface LeakSearchOptions {
  readonly live: LiveValues;
  /** What tells nothing, in lower case. */
  readonly known: ReadonlySet<string>;
  /** Each takes secrets out of a text. */
  readonly redactions: readonly ((text: string) => string)[];
}

/** Looks for what must not leave: secrets in any form, and live values of four characters or more, encoded ones too. */
export class LeakSearch {
  /** The live values, in lower case, and what they are in base64 and hexadecimal digits. */
  readonly values = new ValueIndex<LiveKind>();

  constructor(private readonly options: LeakSearchOptions) {
    for (const [value, { kinds, spellings }] of options.live.all()) {
      const kind = [...kinds].sort()[0];
      if (kind === undefined || value.length < shortestFound || options.known.has(value)) continue;
      // A key such as application/json stands elsewhere with good reason.
      if (kinds.size === 1 && kind === 'key' && !looksLikeEmail(value)) continue;
      // Web forms write a space as a plus.
      for (const text of new Set([value, value.replaceAll(' ', '+')]))
        this.values.add({ text, kind, apart: true });
      for (const spelling of new Set([value, ...spellings]))
        for (const form of encodedForms(spelling)) this.values.add({ ...form, kind });
    }
  }

  /** What a text tells first; null where it tells nothing. */
  find(text: string): Leak | null {
    for (const layer of layersOf(text.toLowerCase())) {
      const found = this.values.find(layer);
      if (found !== null) return found;
    }
    return this.#holdsSecret(text) ? 'secret' : null;
  }

  /** White space means nothing in a secret, and a text without it and without escapes is searched ten times as fast. */
  #holdsSecret(text: string): boolean {
    const plain = text.replaceAll(/\\(["\\])/g, '$1').replaceAll(/\s+/g, '');
    for (let from = 0; from === 0 || from + overlap < plain.length; from += pieceLength - overlap) {
      const piece = plain.slice(from, from + pieceLength);
      if (this.options.redactions.some((redact) => redact(piece) !== piece)) return true;
    }
    return false;
  }
}

/** What base64 and hexadecimal digits of a text that holds the value must hold, in lower case as what is searched. */
function encodedForms(value: string): readonly { readonly text: string; readonly apart: boolean }[] {
  const bytes = Buffer.from(value, 'utf8');
  const apart = bytes.length < shortestEncoded;
  const base64 = (apart ? [0] : [0, 1, 2]).map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and last characters depend on what stands beside the value.
    const end = apart ? whole.length : Math.floor(((shift + bytes.length) * 8) / 6);
    return whole
      .slice(shift === 0 ? 0 : shift + 1, end)
      .replace(/=+$/, '')
      .toLowerCase();
  });
  const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...base64, ...urlSafe, bytes.toString('hex')])].map((text) => ({ text, apart }));
}

/** A text, and what it is once its JSON escapes and percent codes are read, again and again. */
function* layersOf(text: string): Iterable<string> {
  let layer = text;
  for (let count = 0; count < mostLayers; count += 1) {
    yield layer;
    const decoded = percentDecoded(
      layer
        .replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll(/\\(["'\\/])/g, '$1'),
    ).toLowerCase();
    if (decoded === layer) return;
    layer = decoded;
  }
}

function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/g, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
