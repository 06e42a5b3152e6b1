import { constants } from 'node:buffer';
import { LargeObject, refuseSomething } from './large-object.js';

/** As many bytes as a string holds characters, less what is put around a piece to read it. */
const LONGEST = constants.MAX_STRING_LENGTH - 4;
const DEEPEST = 1000;

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A member or an item has more bytes than are read in one piece. */
export class ValueTooLong extends Error {
  override readonly name = 'ValueTooLong';

  constructor(readonly longest: number) {
    super(`a value has more than ${longest} bytes`);
  }
}

/**
 * What JSON.parse makes of a text, from its bytes and of any size: V8 holds no string of more than 512 Mi characters. The
 * text is only cut here: into the members of the outermost object, and those that are lists into items, as many at once as
 * a chunk holds.
 * @param longest bytes of one piece; a text that is no object is one
 * @throws SyntaxError where JSON.parse does, or above 1000 levels; ValueTooLong where a piece is longer
 */
export async function parseLargeJson(chunks: AsyncIterable<Buffer>, longest = LONGEST): Promise<unknown> {
  const text = new LargeText(longest);
  for await (const chunk of chunks) text.add(chunk);
  return text.end();
}

class LargeText {
  readonly #longest: number;
  readonly #object = new LargeObject();
  #piece: 'whole' | 'member' | 'items' | 'after list' | 'after object' = 'whole';
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Where the piece begins in the chunk, and its bytes in earlier ones. */
  #from = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Cuts at ASCII alone, which UTF-8 uses for nothing else: the bytes of a character stay together. */
  add(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#from = 0;
    let lastItem = 0;
    for (let at = this.#inString ? this.#afterString(0) : 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) at = this.#afterString(at + 1) - 1;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#open(byte, at);
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#close(byte, at);
      else if (byte !== COMMA) continue;
      else if (this.#depth === 2) lastItem = at;
      else if (this.#depth === 1 && this.#endMember(at, false)) this.#piece = 'member';
    }
    if (this.#piece === 'items' && lastItem > this.#from) this.#object.addItems(this.#cut(lastItem), false);
    if (this.#piece === 'after object') refuseSomething(this.#cut(chunk.length));
    else this.#hold(chunk.length);
  }

  end(): unknown {
    this.#chunk = Buffer.alloc(0);
    this.#from = 0;
    if (this.#piece === 'whole') return JSON.parse(this.#cut(0));
    if (this.#piece !== 'after object') throw new SyntaxError('the text ends too early');
    return this.#object.value();
  }

  /** The place after the string that a place is in; the end of the chunk where it goes on in the next. */
  #afterString(start: number): number {
    const chunk = this.#chunk;
    let at = this.#escaped ? start + 1 : start;
    while (at < chunk.length && chunk[at] !== QUOTE) at += chunk[at] === BACKSLASH ? 2 : 1;
    this.#inString = at >= chunk.length;
    this.#escaped = at > chunk.length;
    return Math.min(at + 1, chunk.length);
  }

  #open(byte: number, at: number): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new SyntaxError(`nested deeper than ${DEEPEST} levels`);
    if (this.#piece === 'whole' && this.#depth === 1 && byte === OPEN_OBJECT) {
      refuseSomething(this.#cut(at));
      this.#piece = 'member';
    } else if (this.#piece === 'member' && this.#depth === 2 && byte === OPEN_LIST) {
      this.#object.openList(this.#cut(at));
      this.#piece = 'items';
    }
  }

  #close(byte: number, at: number): void {
    this.#depth -= 1;
    if (this.#depth === 1 && this.#piece === 'items') {
      if (byte !== CLOSE_LIST) throw new SyntaxError('a list ends with }');
      this.#object.addItems(this.#cut(at), true);
      this.#piece = 'after list';
    } else if (this.#depth === 0 && this.#endMember(at, true)) {
      if (byte !== CLOSE_OBJECT) throw new SyntaxError('an object ends with ]');
      this.#piece = 'after object';
    }
  }

  /** Whether there was one to end. */
  #endMember(to: number, last: boolean): boolean {
    if (this.#piece === 'member') this.#object.addMember(this.#cut(to), last);
    else if (this.#piece === 'after list') this.#object.closeList(this.#cut(to));
    else return false;
    return true;
  }

  /** The piece's text, up to the byte that ends it. The next one begins after that. */
  #cut(to: number): string {
    this.#hold(to);
    const text = Buffer.concat(this.#held, this.#heldBytes).toString();
    this.#held = [];
    this.#heldBytes = 0;
    this.#from = to + 1;
    return text;
  }

  #hold(to: number): void {
    this.#heldBytes += to - this.#from;
    if (this.#heldBytes > this.#longest) throw new ValueTooLong(this.#longest);
    this.#held.push(this.#chunk.subarray(this.#from, to));
  }
}
