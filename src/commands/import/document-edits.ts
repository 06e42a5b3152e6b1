import { type Alias, type Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import { roleKey } from '../../model/assignment.js';
import type { LiveScope } from '../../model/live.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { ScopeTraits } from '../../model/scope.js';
import { newLine } from './block-list.js';
import {
  type EditableFile,
  type EditableItem,
  type EditableRole,
  offsetOf,
  rolesIn,
  rolesOf,
} from './editable.js';
import { entryText } from './entry.js';
import { incomingOf, type Incoming, type ListChange } from './list-change.js';
import { listSplices } from './list-edits.js';
import { yamlComment, yamlScalar } from './scalar.js';
import { lineStart, nextLine, type Splice, withoutSpace } from './splice.js';
import type { Edit } from './wanted-edits.js';

/** What is to be edited: a document and the scope it is about. */
export interface DocumentEdits {
  readonly document: Document.Parsed;
  readonly live: LiveScope;
  readonly traits: ScopeTraits;
  readonly edits: readonly Edit[];
}

/** The replacements in a file that edit one of its documents; null where its roles are not written out. */
export function documentSplices(
  file: EditableFile,
  { document, live, traits, edits }: DocumentEdits,
): readonly Splice[] | null {
  const map = rolesOf(document);
  if (map === null) return null;
  const { text } = file;
  const roles = rolesIn(document, map);
  const changes = new Map<EditableRole, ListChange>();
  const newRoles = new Map<string, Incoming[]>();
  const changeOf = (role: EditableRole): ListChange => {
    const known = changes.get(role);
    if (known !== undefined) return known;
    const change: ListChange = { removed: new Set(), statuses: new Map(), added: [] };
    changes.set(role, change);
    return change;
  };
  const add = (name: string, entry: Incoming): void => {
    const role = roleNamed(name, roles, live, traits);
    if (role !== null) changeOf(role).added.push(entry);
    else newRoles.set(name, [...(newRoles.get(name) ?? []), entry]);
  };
  for (const edit of edits) {
    if (edit.kind === 'add') {
      const comment = edit.name.comment === null ? '' : yamlComment(edit.name.comment);
      add(edit.role, { text: entryText(edit.name.text, edit.status), comment, name: edit.name.text });
      continue;
    }
    const role = roles.find(({ name }) => name === edit.role);
    const item = role === undefined ? undefined : itemAt(role, offsetOf(file, edit.source));
    if (role === undefined || item === undefined) continue;
    if (edit.kind === 'status') changeOf(role).statuses.set(item, edit.status);
    else changeOf(role).removed.add(item);
    if (edit.kind === 'move') add(edit.to, incomingOf(item, document, text));
  }
  freeAliases(roles, changes, changeOf, document);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOf(map, text);
  const context = { document, text, eol, indent };
  return [
    ...[...changes].flatMap(([role, change]) => listSplices(role, change, context)),
    ...freedAnchors(changes, document, text),
    ...(newRoles.size === 0 ? [] : roleSplices(map, sortedRoles(newRoles), context)),
  ];
}

function itemAt({ items }: EditableRole, offset: number): EditableItem | undefined {
  return items.find(({ start }) => start === offset);
}

/** The role of the document that a live role belongs to, by its name, its id or another name of it. */
function roleNamed(
  name: string,
  roles: readonly EditableRole[],
  live: LiveScope,
  traits: ScopeTraits,
): EditableRole | null {
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  const known = live.roles.find(({ role }) => key(role) === key(name));
  const names = [name, ...(known?.aliases ?? [])].map(key);
  return (
    roles.find((role) => role.name === name) ?? roles.find((role) => names.includes(key(role.name))) ?? null
  );
}

/** Lists that are aliases of one that changes are written out, since they are to stay as they are. */
function freeAliases(
  roles: readonly EditableRole[],
  changes: ReadonlyMap<EditableRole, ListChange>,
  changeOf: (role: EditableRole) => ListChange,
  document: Document.Parsed,
): void {
  const lists = new Set([...changes.keys()].map(({ list }) => list));
  for (const role of roles) {
    const target = role.alias?.resolve(document);
    if (isSeq(target) && lists.has(target)) changeOf(role);
  }
}

/** Where an entry that goes carries an anchor, the first alias of it that stays takes over its text and anchor. */
function freedAnchors(
  changes: ReadonlyMap<EditableRole, ListChange>,
  document: Document.Parsed,
  text: string,
): readonly Splice[] {
  const gone = [...changes].flatMap(([role, { removed }]) => (role.alias === null ? [...removed] : []));
  const goneNodes = new Set(gone.map(({ node }) => node));
  const writtenOut = new Set([...changes.keys()].flatMap(({ alias }) => alias ?? []));
  return gone.filter(hasAnchor).flatMap((item) => {
    const alias = firstAliasOf(item.node, document, (each) => !goneNodes.has(each) && !writtenOut.has(each));
    if (alias?.range == null) return [];
    const value = text.slice(item.start, item.end).trimEnd();
    return [{ start: alias.range[0], end: alias.range[1], text: `&${alias.source} ${value}` }];
  });
}

function hasAnchor({ node }: EditableItem): boolean {
  return (isScalar(node) || isMap(node)) && node.anchor !== undefined;
}

function firstAliasOf(
  node: unknown,
  document: Document.Parsed,
  stays: (alias: Alias) => boolean,
): Alias | null {
  const found: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (found.length === 0 && stays(alias) && alias.resolve(document) === node) found.push(alias);
    },
  });
  return found[0] ?? null;
}

function indentOf(map: YAMLMap, text: string): number {
  const key = map.items[0]?.key;
  const start = map.flow === true || key === undefined ? null : map.range?.[0];
  return start == null ? 2 : start - lineStart(text, start);
}

function sortedRoles<T>(roles: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...roles].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Roles the document did not name come after those it names. */
function roleSplices(
  map: YAMLMap,
  roles: ReadonlyMap<string, readonly Incoming[]>,
  { text, eol, indent }: { readonly text: string; readonly eol: string; readonly indent: number },
): readonly Splice[] {
  const [start = 0, end = 0] = map.range ?? [];
  const pad = ' '.repeat(indent);
  const block = [...roles].flatMap(([name, entries]) => [
    `${pad}${yamlScalar(name)}:`,
    ...[...entries]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => `${pad}  - ${entry.text}${entry.comment}`),
  ]);
  if (map.flow !== true) {
    const at = text[end - 1] === '\n' ? end : nextLine(text, end);
    return [newLine(at, block.join(eol), text, eol)];
  }
  if (map.items.length === 0 && /^[ \t]*\r?(?:\n|$)/u.test(text.slice(end)))
    return [{ start: withoutSpace(text, start), end, text: `${eol}${block.join(eol)}` }];
  const flow = [...roles].map(
    ([name, entries]) => `${yamlScalar(name)}: [${entries.map((entry) => entry.text).join(', ')}]`,
  );
  if (map.items.length === 0) return [{ start, end, text: `{ ${flow.join(', ')} }` }];
  const last = text.slice(start, end - 1).trimEnd();
  const comma = last.endsWith(',') ? ' ' : ', ';
  return [{ start: start + last.length, end: start + last.length, text: `${comma}${flow.join(', ')}` }];
}
