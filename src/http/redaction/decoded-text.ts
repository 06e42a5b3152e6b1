/**
 * A text as a reader sees it who decodes what is encoded in it: UTF-8 bytes with lower-case letters and without white
 * space or invisible characters. Each byte knows which part of the original text it came from.
 */
export interface DecodedText {
  /** One character a byte (latin1). */
  readonly bytes: string;
  /** For each byte, where its part of the original starts. */
  readonly starts: readonly number[];
  /** For each byte, where its part of the original ends (exclusive). */
  readonly ends: readonly number[];
}

/** Nobody who echoes a secret encodes it more often than this. */
const maxDecodings = 5;

/** The text itself, then what it decodes to, and so on while there is anything to decode. */
export function decodedLayers(text: string): readonly DecodedText[] {
  let layer: DecodedText | null = plainLayer(text);
  const layers = [layer];
  while (layers.length <= maxDecodings) {
    layer = decodeOnce(layer);
    if (layer === null) break;
    layers.push(layer);
  }
  return layers;
}

/** The bytes of a secret, in the form in which `decodedLayers` shows them. */
export function searchableBytes(secret: string): string {
  return plainLayer(secret).bytes;
}

class LayerBuilder {
  readonly #codes: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Adds a byte; white space is left out, since it may break a secret in lines. */
  addByte(code: number, start: number, end: number): void {
    if (code <= 32) return;
    this.#codes.push(code >= 65 && code <= 90 ? code + 32 : code);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  addCharacter(codePoint: number, start: number, end: number): void {
    if (codePoint < 128) {
      this.addByte(codePoint, start, end);
      return;
    }
    const character = String.fromCodePoint(codePoint);
    if (/[\p{Cf}\p{Z}]/u.test(character)) return;
    for (const code of Buffer.from(character, 'utf8')) this.addByte(code, start, end);
  }

  build(): DecodedText {
    const bytes = Buffer.from(this.#codes).toString('latin1');
    return { bytes, starts: this.#starts, ends: this.#ends };
  }
}

function plainLayer(text: string): DecodedText {
  const layer = new LayerBuilder();
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + (codePoint > 0xffff ? 2 : 1);
    layer.addCharacter(codePoint, at, end);
    at = end;
  }
  return layer.build();
}

/** What encodes one character or byte, or stands for white space, in bytes with lower-case letters. */
const encoded = new RegExp(
  [
    // Percent-encoding and the escapes of program texts: a byte, or a code point.
    /(?:%|\\x)(?<byte>[0-9a-f]{2})/,
    /\\u(?<unicode>[0-9a-f]{4})/,
    /\\u\{(?<braced>10[0-9a-f]{4}|0?[0-9a-f]{1,5})\}/,
    /\\(?<escaped>["'`\\/])/,
    // HTML: numbers and names.
    /&#x0{0,4}(?<hexadecimal>[0-9a-f]{1,5});?/,
    /&#0{0,4}(?<decimal>[0-9]{1,6});?/,
    // What is seen as white space or not at all: escapes, HTML, and UTF-8 whose bytes were encoded one by one.
    /\\[nrtbf]|<w?br\/?>|&(?:nbsp|newline|shy|tab);/,
    /\xc2[\xa0\xad]|\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe2\x81[\x9f-\xaf]|\xef\xbb\xbf/,
    /&(?<name>[a-z]{2,6});/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** HTML's names for the characters that tokens and passwords are made of, each with its character. */
const namedCharacters: ReadonlyMap<string, string> = new Map(
  [
    "amp& apos' ast* bsol\\ colon: comma, commat@ dollar$ equals= excl! grave` gt> hat^ hyphen- lbrace{ lbrack[",
    'lcub{ lowbar_ lpar( lsqb[ lt< num# percnt% period. plus+ quest? quot" rbrace} rbrack] rcub} rpar) rsqb]',
    'semi; sol/ tilde~ verbar| vert|',
  ]
    .flatMap((line) => line.split(' '))
    .map((entry) => [entry.slice(0, -1), entry.slice(-1)]),
);

/** Null where there is nothing to decode. */
function decodeOnce({ bytes, starts, ends }: DecodedText): DecodedText | null {
  const layer = new LayerBuilder();
  let at = 0;
  const copyUntil = (end: number): void => {
    for (; at < end; at += 1) layer.addByte(bytes.charCodeAt(at), starts[at] ?? 0, ends[at] ?? 0);
  };
  for (const { 0: unit, index, groups = {} } of bytes.matchAll(encoded)) {
    const { byte, name } = groups;
    if (name !== undefined && !namedCharacters.has(name)) continue;
    copyUntil(index);
    at += unit.length;
    const [start, end] = [starts[index] ?? 0, ends[at - 1] ?? 0];
    if (byte === undefined) layer.addCharacter(decodedCharacter(groups), start, end);
    else layer.addByte(Number.parseInt(byte, 16), start, end);
  }
  if (at === 0) return null;
  copyUntil(bytes.length);
  return layer.build();
}

/** The code point that a match of `encoded` stands for, by its groups; a space where none of them matched. */
function decodedCharacter(groups: Readonly<Record<string, string | undefined>>): number {
  const { unicode, braced, escaped, hexadecimal, decimal, name } = groups;
  const digits = unicode ?? braced ?? hexadecimal;
  if (digits !== undefined) return Number.parseInt(digits, 16);
  if (decimal !== undefined) return Number(decimal);
  const character = name === undefined ? escaped : namedCharacters.get(name);
  return (character ?? ' ').charCodeAt(0);
}
