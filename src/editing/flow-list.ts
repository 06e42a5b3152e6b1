import type { YAMLSeq } from 'yaml';
import { itemName, type ListChange, type NewEntry, statusSplice, withAdded } from './entries.js';
import type { EditableItem, EditableRole, RoleDocument } from './role-document.js';
import { beforeSpaces, endsLine, lineStart, nextLine, type Splice } from './splices.js';

interface Brackets {
  readonly open: number;
  readonly close: number;
}

/** The replacements in a list in brackets, on one line or several. */
export function flowSplices(
  role: EditableRole,
  list: YAMLSeq,
  change: ListChange,
  document: RoleDocument,
): readonly Splice[] {
  const { text } = document.file;
  const brackets = { open: list.range?.[0] ?? 0, close: list.range?.[1] ?? 0 };
  if (role.items.length === 0)
    return change.added.length === 0 ? [] : [filled(brackets, change.added, document)];
  const isOneLine = !text.slice(brackets.open, brackets.close).includes('\n');
  if (isOneLine && change.removed.size > 0) return [rewritten(role, change, brackets, document)];
  const statuses = [...change.statuses].map(([item, status]) => statusSplice(item, status, document));
  const removed = [...change.removed].map((item) => withoutItem(item, brackets, text));
  const added = isOneLine ? appended(role, change) : newLines(role, change, brackets, document);
  return [...statuses, ...removed, ...added];
}

/** An empty list that gets entries: a block where its line holds nothing else, so that each has its own line. */
function filled({ open, close }: Brackets, added: readonly NewEntry[], document: RoleDocument): Splice {
  const { text, eol } = document.file;
  const isValueOfBlock = /^[ \t]*[^ \t{[][^{[]*:[ \t]*$/u.test(text.slice(lineStart(text, open), open));
  if (!endsLine(text, close) || !isValueOfBlock)
    return { start: open, end: close, text: `[${joined(added)}]` };
  const pad = ' '.repeat(document.indent + 2);
  const lines = added.map((entry) => `${eol}${pad}- ${entry.text}${entry.comment}`);
  return { start: beforeSpaces(text, open), end: close, text: lines.join('') };
}

/** A list on one line that loses entries: what is kept stays as it is written, between the list's own brackets. */
function rewritten(
  { items }: EditableRole,
  { removed, statuses, added }: ListChange,
  { open, close }: Brackets,
  document: RoleDocument,
): Splice {
  const { text } = document.file;
  const kept = items
    .filter((item) => !removed.has(item))
    .map((item): NewEntry => {
      const start = startWithProperties(item, text);
      const status = statuses.get(item);
      const splice = status === undefined ? null : statusSplice(item, status, document);
      const written =
        splice === null
          ? text.slice(start, item.end)
          : text.slice(start, splice.start) + splice.text + text.slice(splice.end, item.end);
      return { text: written, comment: '', name: itemName(item.node, document) };
    });
  const [first] = items;
  const last = items.at(-1);
  const all = withAdded(kept, added);
  if (first === undefined || last === undefined || all.length === 0)
    return { start: open, end: close, text: '[]' };
  return { start: startWithProperties(first, text), end: last.end, text: joined(all) };
}

/** New entries at the end of a list on one line. */
function appended({ items }: EditableRole, { added }: ListChange): readonly Splice[] {
  const end = items.at(-1)?.end;
  return end === undefined || added.length === 0 ? [] : [{ start: end, end, text: `, ${joined(added)}` }];
}

/** New entries at the end of a list on several lines, each on a line of its own. */
function newLines(
  { items }: EditableRole,
  { removed, added }: ListChange,
  { open, close }: Brackets,
  document: RoleDocument,
): readonly Splice[] {
  const { text, eol } = document.file;
  const last = items.findLast((item) => !removed.has(item));
  if (added.length === 0) return [];
  if (last === undefined) return [{ start: open + 1, end: open + 1, text: ` ${joined(added)}` }];
  const indent = /^[ \t]*/u.exec(text.slice(lineStart(text, last.start)))?.[0] ?? '';
  const lines = added.map((entry) => `${eol}${indent}${entry.text}`).join(',');
  const comma = commaAfter(last.end, close, text);
  if (comma === null) return [{ start: last.end, end: last.end, text: `,${lines}` }];
  return [{ start: comma + 1, end: comma + 1, text: `${lines},` }];
}

function withoutItem(item: EditableItem, { close }: Brackets, text: string): Splice {
  const start = startWithProperties(item, text);
  const comma = commaAfter(item.end, close, text);
  const end = comma === null ? item.end : comma + 1;
  const [line, next] = [lineStart(text, start), nextLine(text, end)];
  const isAlone = text.slice(line, start).trim() === '' && text.slice(end, next).trim() === '';
  return isAlone ? { start: line, end: next, text: '' } : { start, end, text: '' };
}

/** Where an item begins, the anchor and tag before it included. */
function startWithProperties({ start }: EditableItem, text: string): number {
  const before = text.slice(lineStart(text, start), start);
  return start - (/(?:[&!][^\s,[\]{}]*[ \t]+)+$/u.exec(before)?.[0].length ?? 0);
}

/** The comma that follows an item, comments and line breaks aside; null where it is the last. */
function commaAfter(end: number, close: number, text: string): number | null {
  const between = /^(?:\s|#[^\n]*(?=\n))*/u.exec(text.slice(end, close))?.[0] ?? '';
  return text[end + between.length] === ',' ? end + between.length : null;
}

function joined(entries: readonly NewEntry[]): string {
  return entries.map(({ text }) => text).join(', ');
}
