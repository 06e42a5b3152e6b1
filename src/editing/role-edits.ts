import { type Alias, type Document, isSeq, visit } from 'yaml';
import type { Status } from '../model/assignment.js';
import { byCodeUnit, byKeys } from '../model/ordering.js';
import type { SourceLocation } from '../model/diagnostic.js';
import {
  type EntryChange,
  type EntryKeys,
  type EntryName,
  entryOf,
  movedEntry,
  type NewEntry,
  newEntry,
} from './entries.js';
import { hasAnchor } from './entry-splices.js';
import { changedItems } from './flow-collection.js';
import { pairEnd, pairStart } from './map-context.js';
import { belowKey } from './pair-value.js';
import { type EditableFile, offsetOf } from './file.js';
import { listSplices } from './lists.js';
import {
  type EditableItem,
  type EditableRole,
  type ListsKey,
  openRoles,
  type RoleDocument,
} from './role-document.js';
import { yamlScalar } from './scalars.js';
import { beforeSpaces, endsLine, lineAfter, lineSplice, type Splice } from './splices.js';

/**
 * One edit of the entries below a document's `roles`. Entries are named by their position. `role` is the name that the
 * document has for the entry's role; where an entry comes in, any name that fits one of its roles, else a new role.
 */
export type RoleEdit =
  | {
      readonly kind: 'add';
      readonly role: string;
      readonly name: EntryName;
      readonly status: Status;
      readonly keys?: EntryKeys;
    }
  | { readonly kind: 'remove'; readonly role: string; readonly source: Place }
  | {
      readonly kind: 'move';
      readonly role: string;
      readonly source: Place;
      readonly to: string;
      readonly change?: EntryChange;
    }
  | { readonly kind: 'change'; readonly role: string; readonly source: Place; readonly change: EntryChange };

/** Where an entry stands, line and column from 1. */
type Place = Pick<SourceLocation, 'line' | 'column'>;

/** Finds the name that a document has for a role among those it writes; null where it does not name the role. */
export type WrittenRole = (role: string, written: readonly string[]) => string | null;

interface MutableChange {
  readonly removed: Set<EditableItem>;
  readonly changed: Map<EditableItem, EntryChange>;
  readonly added: NewEntry[];
}

/**
 * The replacements in a file that edit one of its documents; null where its roles are not written out. The members of the
 * teams of people.yaml are edited alike, `under` the key that their lists stand below.
 */
export function editRoles(
  file: EditableFile,
  yaml: Document.Parsed,
  edits: readonly RoleEdit[],
  writtenRole: WrittenRole,
  under: ListsKey = 'roles',
): readonly Splice[] | null {
  const document = openRoles(file, yaml, under);
  if (document === null) return null;
  const { changes, newRoles } = collectChanges(edits, document, writtenRole);
  return [
    ...[...changes].flatMap(([role, change]) => listSplices(role, sorted(change), document)),
    ...movedAnchors(changes, document),
    ...newRoleSplices(newRoles, document),
  ];
}

function sorted(change: MutableChange): MutableChange {
  return { ...change, added: change.added.toSorted(byKeys(({ name }) => name)) };
}

/** What happens to each list, and the entries of roles that the document does not name. */
function collectChanges(
  edits: readonly RoleEdit[],
  document: RoleDocument,
  writtenRole: WrittenRole,
): {
  readonly changes: ReadonlyMap<EditableRole, MutableChange>;
  readonly newRoles: ReadonlyMap<string, readonly NewEntry[]>;
} {
  const { file, roles } = document;
  const changes = new Map<EditableRole, MutableChange>();
  const newRoles = new Map<string, NewEntry[]>();
  const changeOf = (role: EditableRole): MutableChange => {
    const change = changes.get(role) ?? { removed: new Set(), changed: new Map(), added: [] };
    changes.set(role, change);
    return change;
  };
  const names = roles.map(({ name }) => name);
  const add = (name: string, entry: NewEntry): void => {
    const written = writtenRole(name, names);
    const role = roles.find((each) => each.name === written);
    if (role === undefined) newRoles.set(name, [...(newRoles.get(name) ?? []), entry]);
    else changeOf(role).added.push(entry);
  };
  for (const edit of edits) {
    if (edit.kind === 'add') {
      add(edit.role, newEntry(edit.name, edit.status, edit.keys));
      continue;
    }
    const role = roles.find(({ name }) => name === edit.role);
    const offset = offsetOf(file, edit.source);
    const item = role?.items.find(({ start }) => start === offset);
    if (role === undefined || item === undefined) continue;
    if (edit.kind === 'change') changeOf(role).changed.set(item, edit.change);
    else changeOf(role).removed.add(item);
    if (edit.kind === 'move') add(edit.to, movedEntry(item, document, edit.change ?? {}));
  }
  settleAliases(changes, changeOf, document);
  return { changes, newRoles };
}

/**
 * A list that is an alias of one that changes either changes likewise, which the change of the other does, or is to be
 * another list since, and is written out.
 */
function settleAliases(
  changes: Map<EditableRole, MutableChange>,
  changeOf: (role: EditableRole) => MutableChange,
  { roles, yaml }: RoleDocument,
): void {
  for (const role of roles) {
    const target = role.alias?.resolve(yaml);
    const owner = isSeq(target) ? roles.find(({ list }) => list === target) : undefined;
    const change = owner === undefined ? undefined : changes.get(owner);
    if (change === undefined) continue;
    if (textOf(change) === textOf(changeOf(role))) changes.delete(role);
  }
}

/** The same text for changes that make the same of one list. */
function textOf({ removed, changed, added }: MutableChange): string {
  const starts = [...removed].map(({ start }) => start).toSorted((a, b) => a - b);
  const others = [...changed].map(([{ start }, change]) => [start, change] as const);
  return JSON.stringify([starts, others.toSorted(([a], [b]) => a - b), added]);
}

/** Where an entry that goes or changes carries an anchor, the first alias of it that stays takes over its text and anchor. */
function movedAnchors(
  changes: ReadonlyMap<EditableRole, MutableChange>,
  document: RoleDocument,
): readonly Splice[] {
  const { yaml } = document;
  const gone = [...changes].flatMap(([role, { removed, changed }]) =>
    role.alias === null ? [...removed, ...changed.keys()] : [],
  );
  if (!gone.some(({ node }) => hasAnchor(node))) return [];
  const goneNodes = new Set(gone.map(({ node }) => node));
  const writtenOut = new Set([...changes.keys()].flatMap(({ alias }) => alias ?? []));
  const staying: Alias[] = [];
  visit(yaml, {
    Alias: (_, alias) => {
      if (!goneNodes.has(alias) && !writtenOut.has(alias)) staying.push(alias);
    },
  });
  return gone.flatMap((item) => {
    const { node } = item;
    const alias = hasAnchor(node) ? staying.find((each) => each.resolve(yaml) === node) : undefined;
    if (alias?.range == null) return [];
    const { text: value } = entryOf(item, document);
    return [{ start: alias.range[0], end: alias.range[1], text: `&${alias.source} ${value}` }];
  });
}

/** Roles that the document did not name come after those it names. */
function newRoleSplices(
  roles: ReadonlyMap<string, readonly NewEntry[]>,
  { file: { text, eol }, map, indent }: RoleDocument,
): readonly Splice[] {
  if (roles.size === 0) return [];
  const [start = 0, end = 0] = map.range ?? [];
  const pad = ' '.repeat(indent);
  const ordered = [...roles].sort(([a], [b]) => byCodeUnit(a, b));
  const block = ordered
    .flatMap(([name, entries]) => [
      `${pad}${yamlScalar(name)}:`,
      ...entries
        .toSorted(byKeys((entry) => entry.name))
        .map((entry) => `${pad}  - ${entry.text}${entry.comment}`),
    ])
    .join(eol);
  const last = map.items.at(-1);
  if (map.flow !== true) {
    const at = last === undefined ? lineAfter(text, end) : belowKey(pairEnd(last), indent, text);
    return [lineSplice(at, block, text, eol)];
  }
  if (last === undefined && endsLine(text, end))
    return [{ start: beforeSpaces(text, start), end, text: `${eol}${block}` }];
  const flow = ordered.map(
    ([name, entries]) => `${yamlScalar(name)}: [${entries.map((entry) => entry.text).join(', ')}]`,
  );
  const items = map.items.map((pair) => ({ start: pairStart(pair), end: pairEnd(pair) }));
  return changedItems({ brackets: { start, end }, items }, new Set(), flow, { text, eol });
}
