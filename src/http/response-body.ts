/** Levels of nesting above which JSON is not read: whatever recurses into it would run out of stack. */
const maxDepth = 100;

/** The JSON of a body; null where it is empty. Undefined where the text (null: no UTF-8) is no JSON, or nests too deeply. */
export function parseJsonBody(text: string | null): unknown {
  if (text === null || nestsDeeply(text)) return undefined;
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [34, 92, 91, 93, 123, 125];

/** Whether brackets outside of strings nest too deeply; the text need not be JSON. */
function nestsDeeply(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** Where the string that starts at `start` is closed: most of a body is strings, and this leaps over them. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

/** An excerpt is at most so long, in characters. */
const longest = 300;
/** A longer body is not searched for words, in characters: no server explains itself at such length. */
const longestSearched = 1_000_000;
/** So much is redacted and escaped, in characters: far more than is shown, since secrets may fill what comes first. */
const longestEscaped = 20_000;
/** Where servers put their words, likeliest first. */
const wordKeys = [
  'error_description',
  'message',
  'detail',
  'title',
  'error',
  'Text',
  'text',
  'reason',
  'description',
  'code',
];
const listKeys = ['errors', 'Errors', 'meta', 'Meta', 'payload', 'data'];

/**
 * What a server said about a failure, in one short escaped line; null if it said nothing. The body may be JSON of any
 * shape or text (A8, B8), and of any size. `redact` runs on far more than is shown, so that no secret is cut at an edge.
 */
export function excerptOf(body: string, redact: (text: string) => string): string | null {
  const words = wordsOf(body).slice(0, longestEscaped);
  return words === '' ? null : shorten(escapeControls(redact(words)));
}

function wordsOf(body: string): string {
  const text = body.trim();
  if (text.length > longestSearched || !/^[[{"]/.test(text)) return text;
  try {
    return messageIn(JSON.parse(text), 0) ?? text;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function messageIn(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value !== 'object' || value === null || depth > 4) return null;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 3)) {
      const found = messageIn(item, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  const code = entries.get('error');
  const description = entries.get('error_description');
  if (typeof code === 'string' && typeof description === 'string' && description !== '')
    return `${code}: ${description}`;
  for (const key of [...wordKeys, ...listKeys]) {
    const found = messageIn(entries.get(key), depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** One line, with control, bidirectional and invisible characters spelled out. */
export function escapeControls(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}
