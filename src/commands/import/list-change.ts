import type { Document } from 'yaml';
import type { Status } from '../../model/assignment.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { EditableItem } from './editable.js';
import { commentAfter, itemName, itemText } from './item.js';

/** An entry that comes into a list: its text, the comment of its line (with the space before), and its sort name. */
export interface Incoming {
  readonly text: string;
  readonly comment: string;
  readonly name: string;
}

/** All that happens to one list. */
export interface ListChange {
  readonly removed: Set<EditableItem>;
  readonly statuses: Map<EditableItem, Status>;
  readonly added: Incoming[];
}

export interface ListContext {
  readonly document: Document.Parsed;
  readonly text: string;
  /** What ends lines in this file. */
  readonly eol: string;
  /** Columns that roles are indented by. */
  readonly indent: number;
}

/** Entries that come in, each at its place where the others are sorted, else at the end. */
export function merged(kept: readonly Incoming[], added: readonly Incoming[]): readonly Incoming[] {
  const all = [...kept, ...[...added].sort((a, b) => byCodeUnit(a.name, b.name))];
  return isSorted(kept.map(({ name }) => name)) ? all.sort((a, b) => byCodeUnit(a.name, b.name)) : all;
}

export function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
}

/** The change a move brings to the list it goes to. */
export function incomingOf(item: EditableItem, document: Document.Parsed, text: string): Incoming {
  return {
    text: itemText(item, document, text),
    comment: commentAfter(item, text),
    name: itemName(item.node, document),
  };
}
