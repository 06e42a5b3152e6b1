/**
 * A text as somebody would read it who decodes what is encoded in it: lower-case UTF-8 bytes without white space, each
 * with the place in the original text that it came from.
 */
export interface DecodedText {
  /** One character a byte (latin1). */
  readonly bytes: string;
  /** Where each byte begins in the original, and where it ends (left out). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const [space, lessThan] = [32, 60];
/** Nothing that stands for one character is longer. */
const longestUnit = 12;
/** Whoever encodes more often than this no longer echoes. */
const mostLayers = 4;

/** The text itself, then what it decodes to, as long as there is anything to decode. */
export function decodedLayers(text: string): readonly DecodedText[] {
  const layers = [plainLayer(text)];
  while (layers.length <= mostLayers) {
    const next = decodedOnce(layers[layers.length - 1] ?? plainLayer(''));
    if (next === null) break;
    layers.push(next);
  }
  return layers;
}

/** The bytes of a secret as they are searched for. */
export function searchable(secret: string): string {
  return plainLayer(secret).bytes;
}

class Layer {
  readonly #codes: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.#codes = new Uint8Array(size);
    this.#starts = new Int32Array(size);
    this.#ends = new Int32Array(size);
  }

  /** Takes in a byte that came from this part of the original. White space, which breaks lines, is left out. */
  byte(code: number, start: number, end: number): void {
    if (code <= 32) return;
    this.#codes[this.#length] = code >= 65 && code <= 90 ? code + 32 : code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  character(codePoint: number, start: number, end: number): void {
    if (codePoint < 128) this.byte(codePoint, start, end);
    else if (!isInvisible(codePoint))
      for (const code of Buffer.from(String.fromCodePoint(codePoint), 'utf8')) this.byte(code, start, end);
  }

  done(): DecodedText {
    const bytes = Buffer.from(this.#codes.buffer, 0, this.#length).toString('latin1');
    return {
      bytes,
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}

function plainLayer(text: string): DecodedText {
  const layer = new Layer(text.length * 3);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lessThan) {
      const skipped = lineBreakAt(text, at);
      if (skipped > 0) {
        at += skipped - 1;
        continue;
      }
    }
    if (code < 128) {
      layer.byte(code, at, at + 1);
      continue;
    }
    const codePoint = text.codePointAt(at) ?? code;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    layer.character(codePoint, at, end);
    at = end - 1;
  }
  return layer.done();
}

/** The length of HTML's mark for a line that ends there, or may end. */
function lineBreakAt(text: string, at: number): number {
  return /^<w?br\s?\/?>/i.exec(text.slice(at, at + longestUnit))?.[0].length ?? 0;
}

/** Soft hyphens, zero-width characters and other spaces: nothing that a reader sees between two letters. */
function isInvisible(codePoint: number): boolean {
  return /[\p{Cf}\p{Z}]/u.test(String.fromCodePoint(codePoint));
}

/** Null where there is nothing to decode. */
function decodedOnce({ bytes, starts, ends }: DecodedText): DecodedText | null {
  if (!/[%&\\<\xc2\xe2\xef]/.test(bytes)) return null;
  const layer = new Layer(bytes.length);
  let changed = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const unit = unitAt(bytes, at);
    const start = starts[at] ?? 0;
    if (unit === null) {
      layer.byte(bytes.charCodeAt(at), start, ends[at] ?? start);
      continue;
    }
    changed = true;
    const last = at + unit.length - 1;
    if (unit.isByte) layer.byte(unit.code, start, ends[last] ?? start);
    else layer.character(unit.code, start, ends[last] ?? start);
    at = last;
  }
  return changed ? layer.done() : null;
}

interface Unit {
  /** A code point, or a byte of UTF-8. */
  readonly code: number;
  readonly isByte: boolean;
  /** How many bytes of the text it takes. */
  readonly length: number;
}

function unitAt(bytes: string, at: number): Unit | null {
  switch (bytes[at]) {
    case '%':
      return numeric(/^%([0-9a-f]{2})/, bytes, at, true);
    case '\\':
      return (
        numeric(/^\\u([0-9a-f]{4})/, bytes, at, false) ??
        numeric(/^\\u\{([0-9a-f]{1,6})\}/, bytes, at, false) ??
        numeric(/^\\x([0-9a-f]{2})/, bytes, at, true) ??
        escapeAt(bytes, at)
      );
    case '&':
      return (
        numeric(/^&#x0{0,4}([0-9a-f]{1,5});?/, bytes, at, false) ??
        numeric(/^&#0{0,4}([0-9]{1,6});?/, bytes, at, false, 10) ??
        namedAt(bytes, at)
      );
    case '<': {
      const length = lineBreakAt(bytes, at);
      return length === 0 ? null : { code: space, isByte: true, length };
    }
    case '\xc2':
    case '\xe2':
    case '\xef':
      return invisibleAt(bytes, at);
    default:
      return null;
  }
}

/** UTF-8 of an invisible character, whose bytes were encoded one by one. */
function invisibleAt(bytes: string, at: number): Unit | null {
  const found = /^(?:\xc2[\xa0\xad]|\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe2\x81[\x9f-\xaf]|\xef\xbb\xbf)/.exec(
    bytes.slice(at, at + longestUnit),
  );
  return found === null ? null : { code: space, isByte: true, length: found[0].length };
}

function numeric(pattern: RegExp, bytes: string, at: number, isByte: boolean, base = 16): Unit | null {
  const found = pattern.exec(bytes.slice(at, at + longestUnit));
  if (found === null) return null;
  const code = Number.parseInt(found[1] ?? '', base);
  return code > 0x10ffff ? null : { code, isByte, length: found[0].length };
}

/** JSON's and most languages' short escapes. */
function escapeAt(bytes: string, at: number): Unit | null {
  const next = bytes[at + 1];
  if (next === undefined) return null;
  if ('nrtbf'.includes(next)) return { code: space, isByte: true, length: 2 };
  return `\\/"'`.includes(next) ? { code: next.charCodeAt(0), isByte: true, length: 2 } : null;
}

/** HTML's names for the characters that tokens and passwords are made of. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  ast: '*',
  bsol: '\\',
  colon: ':',
  comma: ',',
  commat: '@',
  dollar: '$',
  equals: '=',
  excl: '!',
  grave: '`',
  gt: '>',
  hat: '^',
  hyphen: '-',
  lbrace: '{',
  lbrack: '[',
  lcub: '{',
  lowbar: '_',
  lpar: '(',
  lsqb: '[',
  lt: '<',
  nbsp: ' ',
  newline: ' ',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quest: '?',
  quot: '"',
  rbrace: '}',
  rbrack: ']',
  rcub: '}',
  rpar: ')',
  rsqb: ']',
  semi: ';',
  shy: ' ',
  sol: '/',
  tab: ' ',
  tilde: '~',
  verbar: '|',
  vert: '|',
};

function namedAt(bytes: string, at: number): Unit | null {
  const found = /^&([a-z]{2,7});/.exec(bytes.slice(at, at + longestUnit));
  const name = found?.[1] ?? '';
  const character = Object.hasOwn(named, name) ? named[name] : undefined;
  if (found === null || character === undefined) return null;
  return { code: character.charCodeAt(0), isByte: true, length: found[0].length };
}
