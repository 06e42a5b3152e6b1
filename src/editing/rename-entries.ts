import { type Document, isAlias, isMap, isScalar } from 'yaml';
import type { SourceLocation } from '../model/diagnostic.js';
import { documentAt, type EditableFile, keyOf, offsetOf } from './file.js';
import { itemName } from './entries.js';
import { valueText } from './pair-value.js';
import { type EditableItem, type EditableRole, openRoles, type RoleDocument } from './role-document.js';
import { lineStart, nextLine, type Splice } from './splices.js';

/** Where an entry names its principal. */
export interface WrittenEntry {
  /** The name as written. */
  readonly name: string;
  /** Whether it is a text of its own, without an anchor, in a list that nothing else stands for. */
  readonly isPlain: boolean;
  /** Whether the line above it is a comment. */
  readonly isExplained: boolean;
  /** The comment that ends its line; null where there is none. */
  readonly comment: string | null;
  /** The replacement that makes it another name; null where no text of the entry's own says it. */
  readonly renamed: (to: string) => Splice | null;
}

/** Finds the entries of a file's role lists by their position; null where none stands there. */
export function entriesOf(file: EditableFile): (source: SourceLocation) => WrittenEntry | null {
  const known = new Map<unknown, ReadonlyMap<number, WrittenEntry>>();
  return (source) => {
    const yaml = documentAt(file, source);
    if (yaml === null) return null;
    let entries = known.get(yaml);
    if (entries === undefined) {
      const document = openRoles(file, yaml);
      if (document === null) return null;
      entries = new Map(
        document.roles.flatMap((role) =>
          role.items.map((item) => [item.start, writtenEntry(item, role, document)] as const),
        ),
      );
      known.set(yaml, entries);
    }
    return entries.get(offsetOf(file, source)) ?? null;
  };
}

function writtenEntry(
  { node, start, end }: EditableItem,
  { list }: EditableRole,
  document: RoleDocument,
): WrittenEntry {
  const { file, yaml } = document;
  const target = isAlias(node) ? node.resolve(yaml) : node;
  const line = lineStart(file.text, start);
  const above = line === 0 ? 0 : lineStart(file.text, line - 1);
  const comment = /^[ \t]+#([^\r\n]*)/u.exec(file.text.slice(end, nextLine(file.text, start)))?.[1];
  return {
    name: itemName(target, document),
    isPlain: list !== null && list.anchor === undefined && isScalar(node) && node.anchor === undefined,
    isExplained: /^[ \t]*#/u.test(file.text.slice(above, line)),
    comment: comment?.trim() ?? null,
    renamed: (to) => nameSplice(target, to, yaml),
  };
}

/** An alias stands for a text elsewhere in the document: that is the one that changes. */
function nameSplice(node: unknown, to: string, yaml: Document.Parsed): Splice | null {
  const value = isMap(node) ? node.items.find((pair) => keyOf(pair) === 'user')?.value : node;
  const text = isAlias(value) ? value.resolve(yaml) : value;
  if (!isScalar(text) || text.range == null || text.type?.startsWith('BLOCK') === true) return null;
  return { start: text.range[0], end: text.range[1], text: valueText(text, { kind: 'scalar', text: to }) };
}
