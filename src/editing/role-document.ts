import type { Alias, Document, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { type EditableFile, keyOf } from './file.js';
import { lineStart } from './splices.js';

/** A document of an access file whose role lists can be edited. */
export interface RoleDocument {
  readonly file: EditableFile;
  readonly yaml: Document.Parsed;
  /** The mapping under `roles`. */
  readonly map: YAMLMap;
  readonly roles: readonly EditableRole[];
  /** Columns that the names of roles are indented by. */
  readonly indent: number;
}

/** A role and its list of entries. */
export interface EditableRole {
  readonly name: string;
  readonly pair: Pair;
  /** Null where the list is an alias. */
  readonly list: YAMLSeq | null;
  /** Stands for the list of another role. */
  readonly alias: Alias | null;
  /** The entries of the list; of an alias, those of the list it stands for. */
  readonly items: readonly EditableItem[];
}

/** An entry of a list, by offsets in the text. */
export interface EditableItem {
  readonly node: unknown;
  readonly start: number;
  readonly end: number;
}

/** What lists of entries stand below: roles of an access file, or teams of people.yaml. */
export type ListsKey = 'roles' | 'teams';

/** Opens the lists of a document; null where no mapping is written under their key. */
export function openRoles(
  file: EditableFile,
  yaml: Document.Parsed,
  under: ListsKey = 'roles',
): RoleDocument | null {
  if (!isMap(yaml.contents)) return null;
  const map = yaml.contents.items.find((pair) => keyOf(pair) === under)?.value;
  if (!isMap(map)) return null;
  const roles = map.items.flatMap((pair): EditableRole[] => {
    const name = keyOf(pair);
    if (name === null) return [];
    const alias = isAlias(pair.value) ? pair.value : null;
    const list = isSeq(pair.value) ? pair.value : null;
    const target = alias === null ? list : alias.resolve(yaml);
    return [{ name, pair, list, alias, items: isSeq(target) ? target.items.map(itemOf) : [] }];
  });
  return { file, yaml, map, roles, indent: indentOf(map, file.text) };
}

function itemOf(node: unknown): EditableItem {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : null;
  return { node, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function indentOf({ items, flow, range }: YAMLMap, text: string): number {
  if (flow === true || items.length === 0 || range == null) return 2;
  return range[0] - lineStart(text, range[0]);
}
