import { blockSplices } from './block-list.js';
import { entryOf, type ListChange, withAdded } from './entries.js';
import { flowSplices } from './flow-list.js';
import type { EditableRole, RoleDocument } from './role-document.js';
import { beforeSpaces, type Splice } from './splices.js';

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
  const { text, eol } = document.file;
  const kept = role.items
    .filter((item) => !change.removed.has(item))
    .map((item) => entryOf(item, document, change.changed.get(item)));
  const pad = ' '.repeat(document.indent + 2);
  const lines = withAdded(kept, change.added).map((entry) => `${eol}${pad}- ${entry.text}${entry.comment}`);
  if (lines.length === 0) return [{ start: range[0], end: range[1], text: '[]' }];
  return [{ start: beforeSpaces(text, range[0]), end: range[1], text: lines.join('') }];
}
