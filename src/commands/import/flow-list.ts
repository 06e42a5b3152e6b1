import type { YAMLSeq } from 'yaml';
import { byCodeUnit } from '../../model/ordering.js';
import type { EditableItem, EditableRole } from './editable.js';
import { itemName, withStatus } from './item.js';
import { type Incoming, type ListChange, type ListContext, merged } from './list-change.js';
import { lineStart, nextLine, type Splice, withoutSpace } from './splice.js';

/** The replacements in a list in brackets, on one line or several. */
export function flowSplices(
  role: EditableRole,
  list: YAMLSeq,
  change: ListChange,
  context: ListContext,
): readonly Splice[] {
  const { text, document, eol } = context;
  const [open, close] = [list.range?.[0] ?? 0, list.range?.[1] ?? 0];
  const splices: Splice[] = [];
  const kept = role.items.filter((item) => !change.removed.has(item));
  const several = text.slice(open, close).includes('\n');
  if (role.items.length === 0) {
    if (change.added.length === 0) return splices;
    return [...splices, filled(open, close, change.added, context)];
  }
  if (several || change.removed.size === 0) {
    for (const [item, status] of change.statuses) splices.push(...withStatus(item, status, document, text));
  }
  if (!several) return [...splices, ...oneLine(role, kept, change, open, close, context)];
  for (const item of change.removed) splices.push(withoutItem(item, close, text));
  const anchor = kept.at(-1);
  const added = [...change.added].sort((a, b) => byCodeUnit(a.name, b.name)).map((entry) => entry.text);
  if (added.length === 0) return splices;
  if (anchor === undefined)
    return [...splices, { start: open + 1, end: open + 1, text: ` ${added.join(', ')}` }];
  const comma = commaAfter(anchor.end, close, text);
  const indent = /^[ \t]*/u.exec(text.slice(lineStart(text, anchor.start)))?.[0] ?? '';
  const at = comma === null ? anchor.end : comma + 1;
  const ending = comma === null ? '' : ',';
  const lines = added.map((entry) => `${eol}${indent}${entry}`).join(',');
  return [...splices, { start: at, end: at, text: `${comma === null ? ',' : ''}${lines}${ending}` }];
}

/** An empty list that gets entries: a block where its line holds nothing else, so that each has its own line. */
function filled(open: number, close: number, added: readonly Incoming[], context: ListContext): Splice {
  const { text, eol, indent } = context;
  const sorted = [...added].sort((a, b) => byCodeUnit(a.name, b.name));
  const alone = /^[ \t]*\r?(?:\n|$)/u.test(text.slice(close));
  const inBlock = /^[ \t]*[^ \t{[][^{[]*:[ \t]*$/u.test(text.slice(lineStart(text, open), open));
  if (!alone || !inBlock)
    return { start: open, end: close, text: `[${sorted.map((entry) => entry.text).join(', ')}]` };
  const pad = ' '.repeat(indent + 2);
  const lines = sorted.map((entry) => `${eol}${pad}- ${entry.text}${entry.comment}`);
  return { start: withoutSpace(text, open), end: close, text: lines.join('') };
}

/** A list on one line: what is kept stays as it is written, between the list's own brackets. */
function oneLine(
  role: EditableRole,
  kept: readonly EditableItem[],
  change: ListChange,
  open: number,
  close: number,
  { text, document }: ListContext,
): readonly Splice[] {
  const [first] = role.items;
  const last = role.items.at(-1);
  if (first === undefined || last === undefined) return [];
  if (change.removed.size === 0) {
    const added = [...change.added]
      .sort((a, b) => byCodeUnit(a.name, b.name))
      .map((entry) => `, ${entry.text}`);
    return added.length === 0 ? [] : [{ start: last.end, end: last.end, text: added.join('') }];
  }
  const start = first.start - propsBefore(first, text);
  const items = kept.map((item): Incoming => {
    const status = change.statuses.get(item);
    const [splice] = status === undefined ? [] : withStatus(item, status, document, text);
    const props = text.slice(item.start - propsBefore(item, text), item.start);
    const written = splice === undefined ? text.slice(item.start, item.end) : relative(item, splice, text);
    return { text: `${props}${written}`, comment: '', name: itemName(item.node, document) };
  });
  const all = merged(items, change.added).map((entry) => entry.text);
  if (all.length === 0) return [{ start: open, end: close, text: '[]' }];
  return [{ start, end: last.end, text: all.join(', ') }];
}

function relative(item: EditableItem, splice: Splice, text: string): string {
  return text.slice(item.start, splice.start) + splice.text + text.slice(splice.end, item.end);
}

/** Characters of the anchor and tag before an item. */
function propsBefore({ start }: EditableItem, text: string): number {
  return /(?:[&!][^\s,[\]{}]*[ \t]+)+$/u.exec(text.slice(lineStart(text, start), start))?.[0].length ?? 0;
}

function withoutItem(item: EditableItem, close: number, text: string): Splice {
  const start = item.start - propsBefore(item, text);
  const comma = commaAfter(item.end, close, text);
  const end = comma === null ? item.end : comma + 1;
  const line = lineStart(text, start);
  const next = nextLine(text, end);
  const alone = text.slice(line, start).trim() === '' && text.slice(end, next).trim() === '';
  return alone ? { start: line, end: next, text: '' } : { start, end, text: '' };
}

/** The comma that follows an item, comments and line breaks aside; null where it is the last. */
function commaAfter(end: number, close: number, text: string): number | null {
  const between = /^(?:\s|#[^\n]*(?=\n))*/u.exec(text.slice(end, close))?.[0] ?? '';
  return text[end + between.length] === ',' ? end + between.length : null;
}
