import { jsonText } from './escape.js';

/** Characters after which a piece is handed on; some items of a list may be longer. */
const PIECE = 256 * 1024;
/** Items of a list that are written at once. */
const BATCH = 64;

/**
 * The JSON of an object as `jsonText` writes it, in pieces, byte by byte the same: V8 holds no string of more than 512 Mi
 * characters. A member that is a generator is written as a list, item by item; any other member is one piece.
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let piece = '{';
  let separator = '\n';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    piece += `${separator}  ${indented(key, '')}: `;
    separator = ',\n';
    for (const part of isList(member) ? listParts(member) : [indented(member, '  ')]) {
      piece += part;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield `${piece}${separator === '\n' ? '}' : '\n}'}\n`;
}

function* listParts(items: Iterable<unknown>): Generator<string> {
  let open = '[\n';
  for (const batch of batches(items)) {
    // Without the brackets of the batch and their line breaks: `[`, and two spaces with `]`.
    yield `${open}${indented(batch, '  ').slice(2, -4)}`;
    open = ',\n';
  }
  yield open.startsWith('[') ? '[]' : '\n  ]';
}

/** Items some at a time, which is quicker to write than one by one. */
function* batches(items: Iterable<unknown>): Generator<readonly unknown[]> {
  let batch: unknown[] = [];
  for (const item of items) {
    if (batch.push(item) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** JSON whose lines but the first are moved in; a line break inside a text is escaped, so that none is touched. */
function indented(value: unknown, indent: string): string {
  return jsonText(value).trimEnd().replaceAll('\n', `\n${indent}`);
}

function isList(value: unknown): value is Generator {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);
}
