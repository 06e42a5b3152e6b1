import { isAlias, isMap, isScalar } from 'yaml';
import { nameIn } from '../model/principal.js';
import type { Status } from '../model/assignment.js';
import { byKeys } from '../model/ordering.js';
import { keyOf } from './file.js';
import type { EditableItem, RoleDocument } from './role-document.js';
import { yamlComment, yamlScalar } from './scalars.js';
import { lineAfter, lineStart, nextLine, type Splice } from './splices.js';

/** How an entry names a principal. */
export interface EntryName {
  /** A key of people.yaml, an e-mail, `user:ID` or `group:ID`. */
  readonly text: string;
  /** What people call the principal, where the text does not say it. */
  readonly comment: string | null;
}

/** An entry that is written into a list. */
export interface NewEntry {
  readonly text: string;
  /** The comment of its line, with the space before it; empty where there is none. */
  readonly comment: string;
  /** What lists are sorted by. */
  readonly name: string;
}

/** All that happens to the entries of one list. */
export interface ListChange {
  readonly removed: ReadonlySet<EditableItem>;
  readonly statuses: ReadonlyMap<EditableItem, Status>;
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
export function newEntry(name: EntryName, status: Status): NewEntry {
  const comment = name.comment === null ? '' : yamlComment(name.comment);
  return { text: entryText(name.text, status), comment, name: name.text };
}

/** An entry of one list as it is written into another. */
export function movedEntry(item: EditableItem, document: RoleDocument): NewEntry {
  const { text } = document.file;
  const comment = /^[ \t]+#[^\r\n]*/u.exec(text.slice(item.end, nextLine(text, item.end)))?.[0] ?? '';
  return { ...entryOf(item, document), comment: comment.trimEnd() };
}

/**
 * An entry on one line, without its comment: as it is written where it is on one line, else with its keys in braces.
 * With another status, where one is given.
 */
export function entryOf(item: EditableItem, document: RoleDocument, status: Status | null = null): NewEntry {
  const written = document.file.text.slice(item.start, item.end);
  const isRewritten = status !== null || written.includes('\n') || isBlockMap(item.node);
  const text = isRewritten ? flowText(item.node, document, status) : written;
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

/** Gives an entry another status and leaves the rest of it alone. */
export function statusSplice(item: EditableItem, status: Status, document: RoleDocument): Splice {
  const { node, start, end } = item;
  const { text } = document.file;
  const written = isMap(node) ? node.items.find((pair) => keyOf(pair) === 'status')?.value : null;
  if (isScalar(written) && written.range != null)
    return { start: written.range[0], end: written.range[1], text: status };
  if (!isBlockMap(node)) return { start, end, text: flowText(node, document, status) };
  const indent = ' '.repeat(start - lineStart(text, start));
  const after = lineAfter(text, end);
  const at = text[after - 1] === '\n' ? after : text.length;
  const before = text[at - 1] === '\n' ? '' : '\n';
  return { start: at, end: at, text: `${before}${indent}status: ${status}\n` };
}

function entryText(name: string, status: Status): string {
  if (status === 'active') return yamlScalar(name);
  const { kind, value } = nameIn(name);
  const principal = kind === 'group' ? `group: ${yamlScalar(value)}` : `user: ${yamlScalar(name)}`;
  return `{ ${principal}, status: ${status} }`;
}

function isBlockMap(node: unknown): boolean {
  return isMap(node) && node.flow !== true;
}

/** An entry with its keys in braces and its aliases written out; with another status, where one is given. */
function flowText(node: unknown, { yaml }: RoleDocument, status: Status | null): string {
  const target = isAlias(node) ? node.resolve(yaml) : node;
  if (isScalar(target)) return entryText(String(target.value), status ?? 'active');
  if (!isMap(target)) return '{}';
  const pairs = target.items.flatMap((pair): readonly (readonly [string, string])[] => {
    const value = isAlias(pair.value) ? pair.value.resolve(yaml) : pair.value;
    const key = keyOf(pair);
    return key === null || key === 'status' || !isScalar(value) ? [] : [[key, String(value.value)]];
  });
  const kept = target.get('status');
  const shown = status ?? (kept === 'active' || kept === 'inactive' ? kept : null);
  const all = shown === null ? pairs : [...pairs, ['status', shown] as const];
  return `{ ${all.map(([key, value]) => `${key}: ${flowScalar(key, value)}`).join(', ')} }`;
}

/** Dates stay as people write them. */
function flowScalar(key: string, value: string): string {
  const isDate = (key === 'from' || key === 'until') && /^\d{4}-\d{2}-\d{2}$/u.test(value);
  return isDate ? value : yamlScalar(value);
}
