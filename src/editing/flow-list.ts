import type { YAMLSeq } from 'yaml';
import { itemName, type ListChange, type NewEntry, withAdded } from './entries.js';
import { entrySplices, startWithProperties } from './entry-splices.js';
import { changedItems, type Span } from './flow-collection.js';
import type { EditableItem, EditableRole, RoleDocument } from './role-document.js';
import { applySplices, beforeSpaces, endsLine, lineStart, type Splice } from './splices.js';

/** The replacements in a list in brackets, on one line or several. */
export function flowSplices(
  role: EditableRole,
  list: YAMLSeq,
  change: ListChange,
  document: RoleDocument,
): readonly Splice[] {
  return [...itemSplices(role, list, change, document), ...movedComments(list, change, document)];
}

function itemSplices(
  role: EditableRole,
  list: YAMLSeq,
  change: ListChange,
  document: RoleDocument,
): readonly Splice[] {
  const { file } = document;
  const brackets = { start: list.range?.[0] ?? 0, end: list.range?.[1] ?? 0 };
  const between = file.text.slice(brackets.start, brackets.end);
  if (role.items.length === 0 && !between.includes('#'))
    return change.added.length === 0 ? [] : [filled(brackets, change.added, document)];
  const isOneLine = !between.includes('\n');
  if (isOneLine && change.removed.size > 0) return [rewritten(role, change, brackets, document)];
  const spans = new Map(
    role.items.map((item): [EditableItem, Span] => [
      item,
      { start: startWithProperties(item, file.text), end: item.end },
    ]),
  );
  const removed = new Set([...change.removed].flatMap((item) => spans.get(item) ?? []));
  const added = change.added.map(({ text }) => text);
  return [
    ...[...change.changed].flatMap(([item, keys]) => entrySplices(item, keys, document)),
    ...changedItems({ brackets, items: [...spans.values()] }, removed, added, file),
  ];
}

/** Comments of entries that come in from elsewhere stand after the list, where its line has none. */
function movedComments(
  { range, items }: YAMLSeq,
  { added }: ListChange,
  { file: { text } }: RoleDocument,
): readonly Splice[] {
  const [open, close] = [range?.[0] ?? 0, range?.[1] ?? 0];
  const comment = added.map((entry) => (entry.isMoved === true ? entry.comment : '')).join('');
  const isFilled = items.length === 0 && !text.slice(open, close).includes('#');
  if (comment === '' || !endsLine(text, close) || (isFilled && isValueOfBlock(open, text))) return [];
  return [{ start: close, end: close, text: comment }];
}

/** Whether a list stands alone after the key of a block, so that lines can take its place. */
export function isValueOfBlock(open: number, text: string): boolean {
  const before = text.slice(lineStart(text, open), open);
  return /^[ \t]*[^ \t{[][^{[]*:(?:[ \t]+[&!]\S*)*[ \t]*$/u.test(before);
}

/** An empty list that gets entries: a block where its line holds nothing else, so that each has its own line. */
function filled(
  { start: open, end: close }: Span,
  added: readonly NewEntry[],
  document: RoleDocument,
): Splice {
  const { text, eol } = document.file;
  if (!endsLine(text, close) || !isValueOfBlock(open, text))
    return { start: open, end: close, text: `[${joined(added)}]` };
  const pad = ' '.repeat(document.indent + 2);
  const lines = added.map((entry) => `${eol}${pad}- ${entry.text}${entry.comment}`);
  return { start: beforeSpaces(text, open), end: close, text: lines.join('') };
}

/** A list on one line that loses entries: what is kept stays as it is written, between the list's own brackets. */
function rewritten(
  { items }: EditableRole,
  { removed, changed, added }: ListChange,
  brackets: Span,
  document: RoleDocument,
): Splice {
  const { text } = document.file;
  const kept = items
    .filter((item) => !removed.has(item))
    .map((item): NewEntry => {
      const start = startWithProperties(item, text);
      const change = changed.get(item);
      const splices = change === undefined ? [] : entrySplices(item, change, document);
      const moved = splices.map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
      const written = applySplices(text.slice(start, item.end), moved);
      return { text: written, comment: '', name: itemName(item.node, document) };
    });
  const [first] = items;
  const last = items.at(-1);
  const all = withAdded(kept, added);
  if (first === undefined || last === undefined || all.length === 0) return { ...brackets, text: '[]' };
  return { start: startWithProperties(first, text), end: last.end, text: joined(all) };
}

function joined(entries: readonly NewEntry[]): string {
  return entries.map(({ text }) => text).join(', ');
}
