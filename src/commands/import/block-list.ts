import type { YAMLSeq } from 'yaml';
import { byCodeUnit } from '../../model/ordering.js';
import type { EditableItem, EditableRole } from './editable.js';
import { itemName, withStatus } from './item.js';
import { isSorted, type ListChange, type ListContext } from './list-change.js';
import { lineStart, nextLine, type Splice } from './splice.js';

/** The replacements in a list of one entry a line: lines come and go whole, and comments stay. */
export function blockSplices(
  role: EditableRole,
  list: YAMLSeq,
  change: ListChange,
  context: ListContext,
): readonly Splice[] {
  const { text, eol, document } = context;
  const lines = dashes(list);
  const splices: Splice[] = [];
  const kept = role.items.filter((item) => !change.removed.has(item));
  if (kept.length === 0 && change.added.length === 0) splices.push(emptied(role, list));
  role.items.forEach((item, index) => {
    const start = lineStart(text, lines[index] ?? item.start);
    if (change.removed.has(item)) splices.push({ start, end: endOf(item, text), text: '' });
    const status = change.statuses.get(item);
    if (status !== undefined) splices.push(...withStatus(item, status, document, text));
  });
  const [first] = lines;
  const indent = text.slice(lineStart(text, first ?? 0), first ?? 0);
  const names = kept.map(({ node }) => itemName(node, document));
  const sorted = isSorted(names);
  for (const entry of [...change.added].sort((a, b) => byCodeUnit(a.name, b.name))) {
    const before = sorted ? names.findLastIndex((name) => name <= entry.name) : names.length - 1;
    const anchor = before === -1 ? undefined : kept[before];
    const at =
      anchor !== undefined
        ? endOf(anchor, text)
        : kept.length > 0 || first === undefined
          ? lineStart(text, first ?? 0)
          : endOfLast(role.items, text);
    splices.push(newLine(at, `${indent}- ${entry.text}${entry.comment}`, text, eol));
  }
  return splices;
}

function endOfLast(items: readonly EditableItem[], text: string): number {
  const last = items.at(-1);
  return last === undefined ? text.length : endOf(last, text);
}

/** A line at the start of a line, or after a last line that nothing ends. */
export function newLine(at: number, line: string, text: string, eol: string): Splice {
  const open = at > 0 && text[at - 1] !== '\n';
  return { start: at, end: at, text: open ? `${eol}${line}` : `${line}${eol}` };
}

/** Where the line after an entry begins. */
function endOf({ end }: EditableItem, text: string): number {
  return text[end - 1] === '\n' ? end : nextLine(text, end);
}

/** Offsets of the dashes of a block list. */
function dashes(list: YAMLSeq): readonly number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

/** A list without entries is written `[]`: nothing at all would not be a list. The role stays named. */
function emptied({ pair }: EditableRole, list: YAMLSeq): Splice {
  const tokens = pair.srcToken?.sep ?? [];
  const last = tokens.findLast(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
  const at = last === undefined ? (list.range?.[0] ?? 0) : last.offset + last.source.length;
  return { start: at, end: at, text: ' []' };
}
