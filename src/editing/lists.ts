import { blockSplices } from './block-list.js';
import { entryOf, type ListChange, withAdded } from './entries.js';
import { flowSplices, isValueOfBlock } from './flow-list.js';
import type { EditableRole, RoleDocument } from './role-document.js';
import { beforeSpaces, lineAfter, lineSplice, nextLine, type Splice } from './splices.js';

/** The replacements that change a list as said and leave every other byte alone. */
export function listSplices(
  role: EditableRole,
  change: ListChange,
  document: RoleDocument,
): readonly Splice[] {
  const { list, alias } = role;
  if (list !== null) return (list.flow === true ? flowSplices : blockSplices)(role, list, change, document);
  // An alias cannot differ from its anchor, so the list is written in its place.
  const range = alias?.range;
  if (range == null) return [];
  const [start, end] = range;
  const { text, eol } = document.file;
  const kept = role.items
    .filter((item) => !change.removed.has(item))
    .map((item) => entryOf(item, document, change.changed.get(item)));
  const entries = withAdded(kept, change.added);
  const isLast = /^[ \t]*(?:#[^\n]*)?(?:\r?\n)?$/u.test(text.slice(end, nextLine(text, end)));
  if (entries.length === 0 || !isLast || !isValueOfBlock(start, text))
    return [{ start, end, text: `[${entries.map((entry) => entry.text).join(', ')}]` }];
  const pad = ' '.repeat(document.indent + 2);
  const lines = entries.map((entry) => `${pad}- ${entry.text}${entry.comment}`).join(eol);
  return [
    { start: beforeSpaces(text, start), end, text: '' },
    lineSplice(lineAfter(text, end), lines, text, eol),
  ];
}
