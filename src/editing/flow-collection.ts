import { lineStart, nextLine, type Splice } from './splices.js';

/** A part of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A list or map in brackets, by offsets. */
export interface FlowCollection {
  /** From the opening bracket to after the closing one. */
  readonly brackets: Span;
  readonly items: readonly Span[];
}

/** The text that a collection stands in, and what ends its lines. */
interface Lines {
  readonly text: string;
  readonly eol: string;
}

/** Takes items out of a collection in brackets and puts others at its end. What stays is not touched. */
export function changedItems(
  collection: FlowCollection,
  removed: ReadonlySet<Span>,
  added: readonly string[],
  lines: Lines,
): readonly Splice[] {
  const { brackets, items } = collection;
  const { text } = lines;
  const isOneLine = !text.slice(brackets.start, brackets.end).includes('\n');
  const isEmptied = items.every((item) => removed.has(item));
  if (isEmptied && isOneLine && removed.size + added.length > 0) {
    const [open, close] = [text.charAt(brackets.start), text.charAt(brackets.end - 1)];
    const pad = open === '{' && added.length > 0 ? ' ' : '';
    return [{ ...brackets, text: `${open}${pad}${added.join(', ')}${pad}${close}` }];
  }
  const taken = isOneLine
    ? withoutOnLine(items, removed)
    : [...removed].map((item) => withoutItem(item, brackets, text));
  return [...taken, ...withMoreItems(collection, removed, added, lines)];
}

/** On one line a run of items goes with the space after it, or at the end with the comma before it. */
function withoutOnLine(items: readonly Span[], removed: ReadonlySet<Span>): readonly Splice[] {
  const splices: Splice[] = [];
  let kept: Span | null = null;
  let first: Span | null = null;
  for (const item of items) {
    if (removed.has(item)) first ??= item;
    else {
      if (first !== null) splices.push({ start: first.start, end: item.start, text: '' });
      [kept, first] = [item, null];
    }
  }
  const last = items.at(-1);
  if (first !== null && last !== undefined)
    splices.push({ start: kept?.end ?? first.start, end: last.end, text: '' });
  return splices;
}

/** An item on lines of its own goes with them, its comma and comment included. */
function withoutItem({ start, end: itemEnd }: Span, brackets: Span, text: string): Splice {
  const comma = commaAfter(itemEnd, brackets.end, text);
  const end = comma === null ? itemEnd : comma + 1;
  const [line, next] = [lineStart(text, start), nextLine(text, end)];
  const isAlone = text.slice(line, start).trim() === '' && isRestOfLine(text.slice(end, next));
  return isAlone ? { start: line, end: next, text: '' } : { start, end, text: '' };
}

/** Further items come on the line of the last, or on lines of their own where it has its own, below its comment. */
function withMoreItems(
  { brackets, items }: FlowCollection,
  removed: ReadonlySet<Span>,
  added: readonly string[],
  { text, eol }: Lines,
): readonly Splice[] {
  if (added.length === 0) return [];
  const last = items.findLast((item) => !removed.has(item));
  if (last === undefined) return withFirstItems(brackets, added, { text, eol });
  const comma = commaAfter(last.end, brackets.end, text);
  const after = comma === null ? last.end : comma + 1;
  const before = lineStart(text, last.start);
  const isAlone =
    before > brackets.start &&
    text.slice(before, last.start).trim() === '' &&
    isRestOfLine(text.slice(after, nextLine(text, after)));
  if (!isAlone) {
    const joined = added.join(', ');
    return [{ start: after, end: after, text: comma === null ? `, ${joined}` : ` ${joined},` }];
  }
  const indent = text.slice(before, last.start);
  const more = added.map((each) => `${indent}${each}`).join(`,${eol}`);
  const at = nextLine(text, after);
  const insertion = { start: at, end: at, text: `${more}${comma === null ? '' : ','}${eol}` };
  return comma === null ? [{ start: last.end, end: last.end, text: ',' }, insertion] : [insertion];
}

/** The first items come below the comments between the brackets, or after the opening one where the lines say nothing. */
function withFirstItems(
  { start: open, end }: Span,
  added: readonly string[],
  { text, eol }: Lines,
): readonly Splice[] {
  const line = lineStart(text, end - 1);
  const outer = text.slice(line, end - 1);
  if (line <= open || outer.trim() !== '')
    return [{ start: open + 1, end: open + 1, text: ` ${added.join(', ')}` }];
  const indent = /\n([ \t]*)#/u.exec(text.slice(open, line))?.[1] ?? `${outer}  `;
  return [{ start: line, end: line, text: `${added.map((each) => indent + each).join(`,${eol}`)}${eol}` }];
}

/** Whether nothing but a comment is left of a line. */
function isRestOfLine(text: string): boolean {
  return /^[ \t]*(?:#[^\n]*)?\r?\n$/u.test(text);
}

/** The comma that follows an item, comments and line breaks aside; null where it is the last. */
function commaAfter(end: number, close: number, text: string): number | null {
  const between = /^(?:\s|#[^\n]*(?=\n))*/u.exec(text.slice(end, close))?.[0] ?? '';
  return text[end + between.length] === ',' ? end + between.length : null;
}
