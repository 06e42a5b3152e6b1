import { isRecord } from '../model/record.js';
import type { Meaning, Shape } from '../providers/answer.js';
import type { KnownWords } from './known-words.js';
import type { LiveValues, Piece, Redacted } from './live-values.js';
import { type Addresses, redactLink } from './redact-path.js';

/** What stands for a text that loses its value. */
export const lostText = 'redacted';
/** What every time becomes. */
export const oneTime = '1970-01-01T00:00:00.000Z';
/** A larger number counts nothing. */
const largestCount = 1_000_000_000;

/** What redacting needs to know. */
export interface RedactionContext {
  readonly words: KnownWords;
  readonly live: LiveValues;
  readonly addresses: Addresses;
}

/** A JSON value as it is kept. What `shape` does not describe keeps its keys and types, and loses its values. */
export function redactJson(value: unknown, shape: Shape | null, context: RedactionContext): Redacted {
  if (shape === null || value === null) return withoutValue(value, context);
  if ('fields' in shape) {
    return isRecord(value) ? redactFields(value, shape.fields, context) : withoutValue(value, context);
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return withoutValue(value, context);
    return { list: value.map((item) => redactJson(item, shape.list, context)) };
  }
  if ('each' in shape) {
    if (!isRecord(value)) return withoutValue(value, context);
    const { keys, each } = shape;
    return {
      fields: Object.entries(value).map(([key, item]): readonly [Piece, Redacted] => [
        keyOf(key, keys, context),
        redactJson(item, each, context),
      ]),
    };
  }
  return redactLeaf(value, shape.means, context);
}

/** A key that is data: a role that the documentation has stays. */
function keyOf(key: string, means: Meaning, { words, live }: RedactionContext): Piece {
  if (means === 'role' && words.isWord(key)) return key;
  return live.add(key, means === 'name' || means === 'email' ? means : 'id');
}

function redactFields(
  value: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Shape>>,
  context: RedactionContext,
): Redacted {
  return {
    fields: Object.entries(value).map(([name, item]): readonly [Piece, Redacted] => {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return shape === undefined
        ? [redactKey(name, context.live), withoutValue(item, context)]
        : [name, redactJson(item, shape, context)];
    }),
  };
}

function redactLeaf(value: unknown, means: Meaning, context: RedactionContext): Redacted {
  const { words, live, addresses } = context;
  if (value === '') return { value };
  switch (means) {
    case 'id':
    case 'name':
    case 'email':
      return redactLive(value, means, context);
    case 'role':
      // Connectors may list roles as numbers, and as yes and no.
      if (typeof value === 'boolean') return { value };
      return isPlainText(value) && words.isWord(String(value)) ? { value } : redactLive(value, 'id', context);
    case 'word':
      return typeof value === 'string' && words.isWord(value) ? { value } : withoutValue(value, context);
    case 'count':
      return isCount(value) ? { value } : withoutValue(value, context);
    case 'flag':
      return typeof value === 'boolean' ? { value } : withoutValue(value, context);
    case 'time':
      return typeof value === 'string' ? { value: oneTime } : withoutValue(value, context);
    case 'link':
      if (isCount(value)) return { value };
      return typeof value === 'string'
        ? { url: redactLink(value, addresses, { words, live }) }
        : withoutValue(value, context);
    case 'other':
      return withoutValue(value, context);
  }
}

function redactLive(value: unknown, kind: 'id' | 'name' | 'email', context: RedactionContext): Redacted {
  const { live } = context;
  if (typeof value === 'string') return { text: live.add(value, kind) };
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    return { numeric: live.add(String(value), kind) };
  return withoutValue(value, context);
}

function isPlainText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestCount;
}

/** Keeps keys and types alone. Depth is bounded where bodies are parsed. */
function withoutValue(value: unknown, context: RedactionContext): Redacted {
  if (Array.isArray(value)) return { list: value.map((item) => withoutValue(item, context)) };
  if (isRecord(value)) return redactFields(value, {}, context);
  switch (typeof value) {
    case 'string':
      return { value: value === '' ? '' : lostText };
    case 'number':
      return { value: 0 };
    case 'boolean':
      return { value: false };
    default:
      return { value: null };
  }
}

/** The words of a name in a program: capitals alone, or letters of which the first may be a capital. */
export function wordsOfKey(key: string): readonly string[] {
  return key.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
}

/** The key of a field that nobody documented: one that may be data, as in a map by id or e-mail, becomes a pseudonym. */
function redactKey(key: string, live: LiveValues): Piece {
  const words = wordsOfKey(key);
  const isName =
    /^[$_]{0,2}[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/.test(key) &&
    words.length <= 6 &&
    words.every((word) => word.length <= 20) &&
    !/\d{3}/.test(key);
  return isName ? { key } : live.add(key, 'key');
}
