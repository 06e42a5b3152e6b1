import { type Document, isAlias, isMap, isScalar } from 'yaml';
import type { Status } from '../../model/assignment.js';
import { type EditableItem, keyOf } from './editable.js';
import { entryText } from './entry.js';
import { yamlScalar } from './scalar.js';
import { nextLine, type Splice } from './splice.js';

/** An entry's text on one line: as it is written where it is, else with its keys in braces. */
export function itemText(item: EditableItem, document: Document.Parsed, text: string): string {
  const written = text.slice(item.start, item.end);
  return written.includes('\n') || isBlockMap(item.node) ? flowText(item.node, document, null) : written;
}

/** The comment that ends an entry's line, with the space before it; empty where there is none. */
export function commentAfter({ end }: EditableItem, text: string): string {
  return /^[ \t]+#[^\r\n]*/u.exec(text.slice(end, nextLine(text, end)))?.[0]?.trimEnd() ?? '';
}

/** Whom an entry names, as written; what lists are sorted by. */
export function itemName(node: unknown, document: Document.Parsed): string {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isScalar(target)) return String(target.value);
  if (!isMap(target)) return '';
  for (const key of ['user', 'group', 'team']) {
    const value = target.get(key);
    if (typeof value === 'string') return value;
  }
  return '';
}

/** Gives an entry another status, leaving the rest of it alone. */
export function withStatus(
  item: EditableItem,
  status: Status,
  document: Document.Parsed,
  text: string,
): readonly Splice[] {
  const { node } = item;
  if (isScalar(node))
    return [{ start: item.start, end: item.end, text: entryText(String(node.value), status) }];
  if (!isMap(node)) return [{ start: item.start, end: item.end, text: flowText(node, document, status) }];
  const written = node.items.find((pair) => keyOf(pair) === 'status')?.value;
  if (isScalar(written) && written.range != null)
    return [{ start: written.range[0], end: written.range[1], text: status }];
  if (isBlockMap(node)) {
    const indent = ' '.repeat(columnOf(item.start, text));
    const at = text[item.end - 1] === '\n' ? item.end : nextLine(text, item.end);
    const start = text[at - 1] === '\n' ? at : text.length;
    const before = text[start - 1] === '\n' ? '' : '\n';
    return [{ start, end: start, text: `${before}${indent}status: ${status}\n` }];
  }
  return [{ start: item.start, end: item.end, text: flowText(node, document, status) }];
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function isBlockMap(node: unknown): boolean {
  return isMap(node) && node.flow !== true;
}

/** An entry with its keys in braces, aliases written out. */
function flowText(node: unknown, document: Document.Parsed, status: Status | null): string {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (isScalar(target)) {
    const name = String(target.value);
    return status === null ? yamlScalar(name) : entryText(name, status);
  }
  if (!isMap(target)) return '{}';
  const pairs = target.items.flatMap((pair): readonly (readonly [string, string])[] => {
    const value = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
    const key = keyOf(pair);
    return key === null || key === 'status' || !isScalar(value) ? [] : [[key, String(value.value)]];
  });
  const kept = isMap(target) ? target.get('status') : undefined;
  const shown = status ?? (kept === 'active' || kept === 'inactive' ? kept : null);
  const all = shown === null ? pairs : [...pairs, ['status', shown] as const];
  return `{ ${all.map(([key, value]) => `${key}: ${flowScalar(key, value)}`).join(', ')} }`;
}

/** Dates stay as people write them. */
function flowScalar(key: string, value: string): string {
  const isDate = (key === 'from' || key === 'until') && /^\d{4}-\d{2}-\d{2}$/u.test(value);
  return isDate ? value : yamlScalar(value);
}
