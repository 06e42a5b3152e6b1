import { isAlias, isMap, isScalar } from 'yaml';
import { nameIn, type WrittenName } from '../model/principal.js';
import type { Status } from '../model/assignment.js';
import { byKeys } from '../model/ordering.js';
import { keyOf } from './file.js';
import { pairEnd } from './map-context.js';
import type { EditableItem, RoleDocument } from './role-document.js';
import { yamlComment, yamlScalar } from './scalars.js';
import { lineStart, nextLine } from './splices.js';

/** How an entry names a principal. */
export interface EntryName {
  /** A key of people.yaml, an e-mail, `user:ID`, `team:NAME` or `group:ID`. */
  readonly text: string;
  /** What people call the principal, where the text does not say it. */
  readonly comment: string | null;
}

/** What an entry says beside its principal, in the order in which it is written. */
export const ENTRY_KEYS = ['from', 'until', 'reason', 'status'] as const;
type EntryKey = (typeof ENTRY_KEYS)[number];

/** What an entry says beside its principal, as written. */
export type EntryKeys = Readonly<Partial<Record<EntryKey, string>>>;

/** Keys of an entry that get another value; null drops the key. */
export type EntryChange = Readonly<Partial<Record<EntryKey, string | null>>>;

/** An entry that is written into a list. */
export interface NewEntry {
  readonly text: string;
  /** The comment of its line, with the space before it; empty where there is none. */
  readonly comment: string;
  /** Whether somebody wrote the comment, so that it must not be lost. */
  readonly isMoved?: true;
  /** What lists are sorted by. */
  readonly name: string;
}

/** All that happens to the entries of one list. */
export interface ListChange {
  readonly removed: ReadonlySet<EditableItem>;
  readonly changed: ReadonlyMap<EditableItem, EntryChange>;
  /** Sorted by name. */
  readonly added: readonly NewEntry[];
}

/** Entries with new ones among them: each at its position where the list is sorted, else at the end. */
export function withAdded(kept: readonly NewEntry[], added: readonly NewEntry[]): readonly NewEntry[] {
  const all = [...kept, ...added];
  return isSorted(kept.map(({ name }) => name)) ? all.sort(byKeys(({ name }) => name)) : all;
}

export function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
}

/** The entry that gives a principal a role. */
export function newEntry(name: EntryName, status: Status, keys: EntryKeys = {}): NewEntry {
  const comment = name.comment === null ? '' : yamlComment(name.comment);
  const all = status === 'active' ? keys : { ...keys, status };
  return { text: entryText(nameIn(name.text), all), comment, name: name.text };
}

/** An entry of one list as it is written into another. */
export function movedEntry(item: EditableItem, document: RoleDocument, change: EntryChange): NewEntry {
  const isChanged = Object.keys(change).length > 0;
  const comment = commentsOf(item, document.file.text);
  return { ...entryOf(item, document, isChanged ? change : null), comment, isMoved: true };
}

/** The comments that end the lines of an entry: that of an entry in brackets only where it stands alone on its line. */
function commentsOf({ node, start, end }: EditableItem, text: string): string {
  const isAlone = text.slice(lineStart(text, start), start).trim() === '';
  const ends = isMap(node) && node.flow !== true ? node.items.map(pairEnd) : [end];
  const comments = ends.map((each) => {
    const rest = text.slice(each, nextLine(text, each)).replace(isAlone ? /^,/u : '', '');
    return /^[ \t]+#[^\r\n]*/u.exec(rest)?.[0].trimEnd() ?? '';
  });
  return comments.join('');
}

/**
 * An entry on one line, without its comment: as it is written where it is on one line, else with its keys in braces.
 * With other keys, where a change is given.
 */
export function entryOf(
  item: EditableItem,
  document: RoleDocument,
  change: EntryChange | null = null,
): NewEntry {
  const written = document.file.text.slice(item.start, item.end);
  const isRewritten = change !== null || written.includes('\n') || isBlockMap(item.node);
  const text = isRewritten ? changedText(item.node, document, change ?? {}) : written;
  return { text, comment: '', name: itemName(item.node, document) };
}

/** Whom an entry names, as written. */
export function itemName(node: unknown, { yaml }: RoleDocument): string {
  const target = isAlias(node) ? node.resolve(yaml) : node;
  if (isScalar(target)) return String(target.value);
  if (!isMap(target)) return '';
  for (const key of ['user', 'group', 'team']) {
    const value = target.get(key);
    if (typeof value === 'string') return value;
  }
  return '';
}

/** Whom an entry names. */
function principalIn(node: unknown, document: RoleDocument): WrittenName {
  const target = isAlias(node) ? node.resolve(document.yaml) : node;
  const name = nameIn(itemName(node, document));
  if (!isMap(target) || name.kind !== 'name') return name;
  return target.has('team')
    ? { ...name, kind: 'team' }
    : target.has('group')
      ? { ...name, kind: 'group' }
      : name;
}

/** What an entry says beside its principal. */
export function keysIn(node: unknown, { yaml }: RoleDocument): EntryKeys {
  const target = isAlias(node) ? node.resolve(yaml) : node;
  if (!isMap(target)) return {};
  const pairs = target.items.flatMap((pair): readonly (readonly [EntryKey, string])[] => {
    const key = ENTRY_KEYS.find((each) => each === keyOf(pair));
    const value = isAlias(pair.value) ? pair.value.resolve(yaml) : pair.value;
    return key === undefined || !isScalar(value) ? [] : [[key, String(value.value)]];
  });
  return Object.fromEntries(pairs);
}

/** An entry with changed keys on one line, its aliases written out. */
export function changedText(node: unknown, document: RoleDocument, change: EntryChange): string {
  return entryText(principalIn(node, document), withChange(keysIn(node, document), change));
}

/** Keys after a change. */
export function withChange(keys: EntryKeys, change: EntryChange): EntryKeys {
  const all: EntryChange = { ...keys, ...change };
  return Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** A value of an entry as it is written: dates stay as people write them. */
export function keyValue(key: string, value: string): string {
  const isDate = (key === 'from' || key === 'until') && /^\d{4}-\d{2}-\d{2}$/u.test(value);
  return isDate ? value : yamlScalar(value);
}

/** An entry that says no more than whom it names is text. */
function entryText({ kind, value }: WrittenName, keys: EntryKeys): string {
  const pairs = ENTRY_KEYS.flatMap((key) => {
    const text = keys[key];
    return text === undefined ? [] : [`${key}: ${keyValue(key, text)}`];
  });
  if (pairs.length === 0) return yamlScalar(kind === 'name' ? value : `${kind}:${value}`);
  const principal =
    kind === 'team' || kind === 'group'
      ? `${kind}: ${yamlScalar(value)}`
      : `user: ${yamlScalar(kind === 'user' ? `user:${value}` : value)}`;
  return `{ ${[principal, ...pairs].join(', ')} }`;
}

function isBlockMap(node: unknown): boolean {
  return isMap(node) && node.flow !== true;
}
