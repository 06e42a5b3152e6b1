import { blockSplices } from './block-list.js';
import type { EditableRole } from './editable.js';
import { flowSplices } from './flow-list.js';
import { itemName, itemText, withStatus } from './item.js';
import { type Incoming, type ListChange, type ListContext, merged } from './list-change.js';
import { type Splice, withoutSpace } from './splice.js';

/** The replacements that bring a list's changes about and leave every other byte alone. */
export function listSplices(role: EditableRole, change: ListChange, context: ListContext): readonly Splice[] {
  const { list, alias } = role;
  if (alias !== null || list === null) return writtenOut(role, change, context);
  return list.flow === true
    ? flowSplices(role, list, change, context)
    : blockSplices(role, list, change, context);
}

/** An alias cannot differ from its anchor: the list is written out in its place. */
function writtenOut(role: EditableRole, change: ListChange, context: ListContext): readonly Splice[] {
  const range = role.alias?.range;
  if (range == null) return [];
  const { document, text } = context;
  const kept = role.items
    .filter((item) => !change.removed.has(item))
    .map((item): Incoming => {
      const status = change.statuses.get(item);
      const [splice] =
        status === undefined ? [] : withStatus({ ...item, node: item.node }, status, document, text);
      return {
        text: splice?.text.trim() ?? itemText(item, document, text),
        comment: '',
        name: itemName(item.node, document),
      };
    });
  const all = merged(kept, change.added);
  const lines = all.map(
    (entry) => `${context.eol}${' '.repeat(context.indent + 2)}- ${entry.text}${entry.comment}`,
  );
  const start = lines.length === 0 ? range[0] : withoutSpace(text, range[0]);
  return [{ start, end: range[1], text: lines.length === 0 ? '[]' : lines.join('') }];
}
