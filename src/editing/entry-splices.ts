import { isMap, isScalar } from 'yaml';
import { changedText, type EntryChange, ENTRY_KEYS, keysIn, keyValue, withChange } from './entries.js';
import type { KeyChange } from './map-change.js';
import { mapContext, nodeEnd, ownAnchor } from './map-context.js';
import { changeMap } from './map-edits.js';
import type { EditableItem, RoleDocument } from './role-document.js';
import type { Splice } from './splices.js';

/**
 * Gives an entry other keys and leaves the rest of it alone. A text becomes a map and a map on one line that says no more
 * than whom it names a text; a map without braces in a list in brackets gets them. An entry that aliases stand for is written anew without its anchor.
 */
export function entrySplices(
  item: EditableItem,
  change: EntryChange,
  document: RoleDocument,
): readonly Splice[] {
  const { node } = item;
  const { file, yaml } = document;
  const text = (): string => changedText(node, document, change);
  const end = nodeEnd(node) ?? item.end;
  const context = mapContext(file, yaml);
  if (ownAnchor(node, context) !== null)
    return [{ start: startWithProperties(item, file.text), end, text: text() }];
  if (!isMap(node)) return [{ start: item.start, end, text: text() }];
  const isWithoutBraces = node.flow === true && file.text[item.start] !== '{';
  if (isWithoutBraces) return [{ start: item.start, end, text: text() }];
  const isText = Object.keys(withChange(keysIn(node, document), change)).length === 0;
  const isOneLine = node.flow === true && !file.text.slice(item.start, end).includes('\n');
  if (isText && isOneLine) return [{ start: item.start, end, text: text() }];
  changeMap(node, null, keyChanges(change), [], context);
  return context.stuck.length === 0 ? context.splices : [{ start: item.start, end, text: text() }];
}

/** Where an item begins, the anchor and tag before it included. */
export function startWithProperties({ start }: EditableItem, text: string): number {
  const before = text.slice(0, start);
  return start - (/(?:[&!][^\s,[\]{}]*\s+)+$/u.exec(before.slice(-1000))?.[0].length ?? 0);
}

/** Whether an entry stands alone with its aliases: it can be one for which another entry stands. */
export function hasAnchor(node: unknown): boolean {
  return (isScalar(node) || isMap(node)) && node.anchor !== undefined;
}

function keyChanges(change: EntryChange): ReadonlyMap<string, KeyChange> {
  return new Map(
    ENTRY_KEYS.flatMap((key): readonly (readonly [string, KeyChange])[] => {
      const value = change[key];
      if (value === undefined) return [];
      if (value === null) return [[key, { kind: 'delete' }]];
      return [
        [
          key,
          { kind: 'set', value: { kind: 'scalar', text: keyValue(key, value), isYaml: true }, place: 'end' },
        ],
      ];
    }),
  );
}
