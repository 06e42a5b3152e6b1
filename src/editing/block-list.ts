import type { YAMLSeq } from 'yaml';
import { isSorted, itemName, type ListChange } from './entries.js';
import { entrySplices } from './entry-splices.js';
import type { EditableItem, EditableRole, RoleDocument } from './role-document.js';
import { beforeSpaces, lineAfter, lineSplice, lineStart, type Splice } from './splices.js';

/** The replacements in a list of one entry a line: lines come and go whole, and comments stay. */
export function blockSplices(
  role: EditableRole,
  list: YAMLSeq,
  { removed, changed, added }: ListChange,
  document: RoleDocument,
): readonly Splice[] {
  const { text, eol } = document.file;
  const lines = dashes(list);
  const splices: Splice[] = [];
  const kept = role.items.filter((item) => !removed.has(item));
  if (kept.length === 0 && added.length === 0) splices.push(emptied(role, list));
  role.items.forEach((item, index) => {
    if (removed.has(item))
      splices.push(withoutLine(item, lines[index] ?? item.start, lines[index + 1], text));
    const change = changed.get(item);
    if (change !== undefined) splices.push(...entrySplices(item, change, document));
  });
  const first = lines[0] ?? 0;
  const indent = text.slice(lineStart(text, first), first).replace(/\S/gu, ' ');
  const names = kept.map(({ node }) => itemName(node, document));
  const sorted = isSorted(names);
  for (const entry of added) {
    const before = sorted ? names.findLastIndex((name) => name <= entry.name) : names.length - 1;
    const anchor = kept[before] ?? (kept.length === 0 ? role.items.at(-1) : undefined);
    const at = anchor === undefined ? lineStart(text, first) : lineAfter(text, anchor.end);
    splices.push(lineSplice(at, `${indent}- ${entry.text}${entry.comment}`, text, eol));
  }
  return splices;
}

/** An entry goes with its lines; where the colon of a key stands before its dash, up to the next dash. */
function withoutLine({ end }: EditableItem, dash: number, next: number | undefined, text: string): Splice {
  const start = lineStart(text, dash);
  if (text.slice(start, dash).trim() === '') return { start, end: lineAfter(text, end), text: '' };
  if (next !== undefined) return { start: dash, end: next, text: '' };
  const isLine = text[end - 1] === '\n';
  return { start: beforeSpaces(text, dash), end: isLine ? end - 1 : end, text: '' };
}

function dashes(list: YAMLSeq): readonly number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

/** A list without entries is written `[]`, since nothing at all would not be a list. The role stays named. */
function emptied({ pair }: EditableRole, list: YAMLSeq): Splice {
  const tokens = pair.srcToken?.sep ?? [];
  const last = tokens.findLast(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
  const at = last === undefined ? (list.range?.[0] ?? 0) : last.offset + last.source.length;
  return { start: at, end: at, text: ' []' };
}
