import { type Document, isAlias, isMap, isScalar } from 'yaml';
import type { SourceLocation } from '../model/diagnostic.js';
import { documentAt, type EditableFile, keyOf, offsetOf } from './file.js';
import { itemName } from './entries.js';
import { valueText } from './pair-value.js';
import { openRoles } from './role-document.js';
import type { Splice } from './splices.js';

/** Where an entry names its principal. */
export interface WrittenEntry {
  /** The name as written. */
  readonly name: string;
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
      const items = document?.roles.flatMap((role) => role.items) ?? [];
      entries = new Map(
        items.map(({ node, start }) => {
          const target = isAlias(node) ? node.resolve(yaml) : node;
          const name = document === null ? '' : itemName(target, document);
          return [start, { name, renamed: (to) => nameSplice(target, to, yaml) }];
        }),
      );
      known.set(yaml, entries);
    }
    return entries.get(offsetOf(file, source)) ?? null;
  };
}

/** An alias stands for a text elsewhere in the document: that is the one that changes. */
function nameSplice(node: unknown, to: string, yaml: Document.Parsed): Splice | null {
  const value = isMap(node) ? node.items.find((pair) => keyOf(pair) === 'user')?.value : node;
  const text = isAlias(value) ? value.resolve(yaml) : value;
  if (!isScalar(text) || text.range == null || text.type?.startsWith('BLOCK') === true) return null;
  return { start: text.range[0], end: text.range[1], text: valueText(text, { kind: 'scalar', text: to }) };
}
