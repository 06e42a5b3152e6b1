import { LineStarts } from './line-starts.js';
import { PlainPlaces } from './plain-places.js';
import { atPath, documentOf, type YamlDocument } from './yaml-document.js';

/** Levels of nesting above which a text is not plain. */
const MAX_DEPTH = 16;
/** Characters of a key above which a text is not plain: YAML ends implicit keys at 1024. */
const MAX_KEY = 900;

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const DASH = 45;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Letters, digits and what has no meaning for YAML; a colon only where it ends nothing, as in `user:ada`. */
const BLOCK_TEXT =
  /[\w\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff](?: *(?:[\w@.+\-/()&=?!%~,;'$|\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff]|:(?=[\w@.+\-/])))*/y;
const FLOW_TEXT =
  /[\w\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff](?: *(?:[\w@.+\-/()&=?!%~;'$|\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff]|:(?=[\w@.+\-/])))*/y;
const QUOTED =
  /"[ !#-[\]-~\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff]*"|'[ -&(-~\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff]*'(?!')/y;
const KEY = /[A-Za-z_](?: ?[\w@.+\-/])*(?=:[ \n])/y;
const QUOTED_KEY = /"[ !#-[\]-~]*"(?=:[ \n])/y;
/** Whole numbers that are written as JavaScript writes them. */
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
/** What else the core schema takes for a number, a null or a boolean other than `true` and `false`. */
const OTHER_TYPE =
  /^(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|0x[\dA-Fa-f]+|0o[0-7]+|null|Null|NULL|True|TRUE|False|FALSE)$/;

/** Thrown where a text is more than plain; never leaves this file. */
class NotPlain extends Error {}

/**
 * Reads what nearly all access files are made of: mappings and lists in block style, one line a value, flow collections
 * within a line, texts that are plain or in quotes without escapes, `true`, `false` and
 * whole numbers. Null for anything else,
 * wrong or not, which the YAML library then reads. Where this one reads a text, it says what the library says, several
 * times faster.
 */
export function readPlainYaml(text: string): readonly YamlDocument[] | null {
  try {
    return new PlainReader(text).documents();
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

class PlainReader {
  readonly #text: string;
  readonly #lines = new LineStarts();
  /** Where the present line's content begins, its indentation, and where the next line begins. */
  #at = 0;
  #indent = 0;
  #next = 0;
  #isOver = false;
  #positions: PlainPlaces;

  constructor(text: string) {
    this.#text = text;
    this.#positions = new PlainPlaces(this.#lines);
  }

  documents(): readonly YamlDocument[] {
    const documents: YamlDocument[] = [];
    this.#advance();
    if (this.#isMarker()) this.#advance();
    while (!this.#isOver || documents.length === 0) {
      documents.push(this.#document());
      if (this.#isMarker()) this.#advance();
      else if (!this.#isOver) throw new NotPlain();
    }
    return documents;
  }

  #document(): YamlDocument {
    if (this.#isOver || this.#indent !== 0) throw new NotPlain();
    const top = this.#lines.positionAt(this.#at);
    const positions = new PlainPlaces(this.#lines);
    this.#positions = positions;
    const value = this.#mapping(0, this.#at, 0);
    return documentOf(value, top, positions, (path) => {
      const found = atPath<unknown>(value, path, value, (container, key) => Reflect.get(container, key));
      return typeof found === 'string' || typeof found === 'boolean' || typeof found === 'number'
        ? String(found)
        : null;
    });
  }

  /** Goes to the next line that has content. */
  #advance(): void {
    for (;;) {
      const start = this.#next;
      const { length } = this.#text;
      if (start >= length) {
        this.#isOver = true;
        return;
      }
      this.#lines.add(start);
      const end = this.#text.indexOf('\n', start);
      this.#next = end === -1 ? length : end + 1;
      let at = start;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      const first = this.#text.charCodeAt(at);
      if (first === NEWLINE || at >= length) continue;
      if (first === HASH) {
        this.#comment(at);
        continue;
      }
      this.#at = at;
      this.#indent = at - start;
      return;
    }
  }

  #isMarker(): boolean {
    if (this.#isOver || this.#indent !== 0 || !this.#text.startsWith('---', this.#at)) return false;
    return this.#text.charCodeAt(this.#at + 3) === NEWLINE;
  }

  /** The present line and those after it at the same column, as keys with their values. */
  #mapping(indent: number, start: number, depth: number): object {
    if (depth > MAX_DEPTH) throw new NotPlain();
    const entries: Record<string, unknown> = { __proto__: null };
    const { names, parts } = this.#positions.open(entries, start);
    do {
      const at = this.#at;
      const name = this.#key(entries);
      const isParent = this.#isLineEnd();
      if (isParent) this.#advance();
      names.push(name);
      parts.push(at, this.#at);
      entries[name] = isParent ? this.#child(indent, depth) : this.#lineValue();
    } while (!this.#isOver && this.#indent === indent && !this.#isMarker() && !this.#isItem());
    this.#end(indent);
    return entries;
  }

  /** The block that belongs to a key; a list may stand as far left as the key does. */
  #child(indent: number, depth: number): unknown {
    if (this.#isOver || this.#isMarker()) throw new NotPlain();
    if (this.#isItem() && this.#indent >= indent) return this.#list(this.#indent, depth + 1);
    if (this.#indent <= indent) throw new NotPlain();
    return this.#mapping(this.#indent, this.#at, depth + 1);
  }

  #list(indent: number, depth: number): unknown[] {
    if (depth > MAX_DEPTH) throw new NotPlain();
    const items: unknown[] = [];
    const { parts } = this.#positions.open(items, this.#at);
    do {
      this.#at += 2;
      parts.push(this.#at);
      if (this.#match(KEY, this.#at) !== null || this.#match(QUOTED_KEY, this.#at) !== null) {
        this.#indent = indent + 2;
        items.push(this.#mapping(indent + 2, this.#at, depth + 1));
      } else items.push(this.#lineValue());
    } while (!this.#isOver && this.#indent === indent && this.#isItem());
    this.#end(indent);
    return items;
  }

  /** What follows a block is as far left as something around it; that is checked there. */
  #end(indent: number): void {
    if (!this.#isOver && this.#indent > indent) throw new NotPlain();
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH && this.#text.charCodeAt(this.#at + 1) === SPACE;
  }

  /** A key and its colon. */
  #key(entries: object): string {
    const plain = this.#match(KEY, this.#at);
    const written = plain ?? this.#match(QUOTED_KEY, this.#at);
    if (written === null) throw new NotPlain();
    const name = plain ?? written.slice(1, -1);
    if (
      name.length > MAX_KEY ||
      name in entries ||
      (plain !== null && (OTHER_TYPE.test(name) || isBoolean(name)))
    )
      throw new NotPlain();
    this.#at += written.length + 1;
    this.#skipSpaces();
    return name;
  }

  /** A value that ends with its line, and a comment at most. */
  #lineValue(): unknown {
    const value = this.#value(BLOCK_TEXT, 0);
    if (!this.#isLineEnd()) throw new NotPlain();
    this.#advance();
    return value;
  }

  #value(texts: RegExp, depth: number): unknown {
    const first = this.#text.charCodeAt(this.#at);
    if (first === OPEN_MAP) return this.#flowMapping(depth);
    if (first === OPEN_LIST) return this.#flowList(depth);
    const text = this.#match(texts, this.#at);
    if (text !== null) {
      this.#at += text.length;
      if (isBoolean(text)) return text === 'true';
      if (WHOLE.test(text)) return Number(text);
      if (OTHER_TYPE.test(text)) throw new NotPlain();
      return text;
    }
    const quoted = this.#match(QUOTED, this.#at);
    if (quoted === null) throw new NotPlain();
    this.#at += quoted.length;
    return quoted.slice(1, -1);
  }

  #flowMapping(depth: number): object {
    if (depth > MAX_DEPTH) throw new NotPlain();
    const entries: Record<string, unknown> = { __proto__: null };
    const { names, parts } = this.#positions.open(entries, this.#at);
    do {
      this.#at += 1;
      this.#skipSpaces();
      if (parts.length === 0 && this.#text.charCodeAt(this.#at) === CLOSE_MAP) break;
      const at = this.#at;
      const name = this.#key(entries);
      names.push(name);
      parts.push(at, this.#at);
      entries[name] = this.#value(FLOW_TEXT, depth + 1);
      this.#skipSpaces();
    } while (this.#text.charCodeAt(this.#at) === COMMA);
    this.#close(CLOSE_MAP);
    return entries;
  }

  #flowList(depth: number): unknown[] {
    if (depth > MAX_DEPTH) throw new NotPlain();
    const items: unknown[] = [];
    const { parts } = this.#positions.open(items, this.#at);
    do {
      this.#at += 1;
      this.#skipSpaces();
      if (parts.length === 0 && this.#text.charCodeAt(this.#at) === CLOSE_LIST) break;
      parts.push(this.#at);
      items.push(this.#value(FLOW_TEXT, depth + 1));
      this.#skipSpaces();
    } while (this.#text.charCodeAt(this.#at) === COMMA);
    this.#close(CLOSE_LIST);
    return items;
  }

  #close(bracket: number): void {
    if (this.#text.charCodeAt(this.#at) !== bracket) throw new NotPlain();
    this.#at += 1;
  }

  /** Whether nothing but a comment is left of the line. */
  #isLineEnd(): boolean {
    this.#skipSpaces();
    if (this.#at >= this.#text.length || this.#text.charCodeAt(this.#at) === NEWLINE) return true;
    if (this.#text.charCodeAt(this.#at) !== HASH || this.#text.charCodeAt(this.#at - 1) !== SPACE)
      return false;
    this.#comment(this.#at);
    return true;
  }

  /** A comment may say anything that can be printed. */
  #comment(at: number): void {
    for (let index = at; index < this.#next; index += 1) {
      const code = this.#text.charCodeAt(index);
      if ((code < SPACE && code !== NEWLINE) || (code > 126 && code < 161) || code > 55_295)
        throw new NotPlain();
    }
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
  }

  #match(pattern: RegExp, at: number): string | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0] ?? null;
  }
}

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false';
}
