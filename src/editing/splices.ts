/** A replacement of a part of a text, by offsets in code units. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies replacements. They must not overlap; those at one offset are applied in the order given. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let done = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < done) throw new Error(`replacements overlap at offset ${start}`);
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

/** Inserts a whole line at an offset: the start of a line, or the end of a text whose last line has no line break. */
export function lineSplice(at: number, line: string, text: string, eol: string): Splice {
  const isOpen = at > 0 && text[at - 1] !== '\n';
  return { start: at, end: at, text: isOpen ? `${eol}${line}` : `${line}${eol}` };
}

/** The start of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Columns before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The start of the line after the one that an offset is in; the text's end where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The start of the line after a node that ends at an offset: a block ends after its own line break. */
export function lineAfter(text: string, end: number): number {
  return text[end - 1] === '\n' ? end : nextLine(text, end);
}

/** An offset moved back over the spaces before it. */
export function beforeSpaces(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return start;
}

/** Whether nothing but spaces is left of the line after an offset. */
export function endsLine(text: string, offset: number): boolean {
  return /^[ \t]*\r?(?:\n|$)/u.test(text.slice(offset));
}
