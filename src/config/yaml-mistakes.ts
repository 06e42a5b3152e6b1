import { type Document, isCollection, isMap, isPair, isScalar, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.js';
import { accessSchema } from '../generated/schemas/access.js';
import { peopleSchema } from '../generated/schemas/people.js';
import { settingsSchema } from '../generated/schemas/settings.js';
import { errorAt, inFile } from './finding.js';
import { quote } from '../model/label.js';
import { knownKeys } from './schema-lookup.js';
import { locationAt, locationOf, type YamlText } from './yaml-document.js';

/**
 * What a document most likely is not meant to say although it is YAML: a list whose items became one text, two
 * documents in one, or a key whose contents stand beside it. Whatever else were told of such a document would follow from it.
 */
export function doubtOf(source: YamlText, document: Document.Parsed): Diagnostic | null {
  return (
    swallowedItem(source, document) ?? missingSeparator(source, document) ?? emptiedKey(source, document)
  );
}

/** `- ada` and, deeper, `- alan` are one plain text over two lines: "ada - alan". */
function swallowedItem(source: YamlText, { contents }: Document.Parsed): Diagnostic | null {
  const offset = swallowedAt(source.text, contents);
  if (offset === null) return null;
  const message = `This line became part of the text above it: indent all items of the list alike, and deeper than the text.`;
  return errorAt('yaml-syntax', locationAt(source, offset), message);
}

/** Where the first plain text below a node has a line that begins like an item; null where none has. */
function swallowedAt(text: string, node: unknown): number | null {
  if (isPair(node)) return swallowedAt(text, node.key) ?? swallowedAt(text, node.value);
  if (isCollection(node)) {
    for (const item of node.items) {
      const found = swallowedAt(text, item);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range || node.source?.includes('- ') !== true)
    return null;
  const item = /\n[ \t]*(?=- )/u.exec(text.slice(node.range[0], node.range[1]));
  return item === null ? null : node.range[0] + item.index + item[0].length;
}

/** A second `roles` at the top, with another document's keys before it. */
function missingSeparator(source: YamlText, { contents }: Document.Parsed): Diagnostic | null {
  if (!isMap(contents)) return null;
  const keys = contents.items.map((pair) => keyOf(pair));
  const first = keys.indexOf('roles');
  const second = first === -1 ? -1 : keys.indexOf('roles', first + 1);
  if (second === -1 || second === first + 1) return null;
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) if (key !== null) (once.has(key) ? twice : once).add(key);
  const key = contents.items[first + 1]?.key;
  const words = [...twice].map(quote).join(' and ');
  const message = `A line --- seems to be missing before this one: ${words} ${twice.size === 1 ? 'is' : 'are'} written twice, as at the top of two documents.`;
  return errorAt('duplicate-key', locationOf(source, key), message);
}

/** The keys that hold what people write most, and that nobody leaves empty. */
const holders: ReadonlySet<string | null> = new Set(['roles', 'people', 'teams', 'providers']);
const topKeys: ReadonlySet<string | null> = new Set(
  [accessSchema, peopleSchema, settingsSchema].flatMap(knownKeys),
);

/** `roles:` with nothing in it, and names of roles in the lines after it. */
function emptiedKey(source: YamlText, { contents }: Document.Parsed): Diagnostic | null {
  if (!isMap(contents)) return null;
  for (const [index, pair] of contents.items.entries()) {
    const next = contents.items[index + 1];
    if (!isEmpty(pair.value) || !holders.has(keyOf(pair)) || next === undefined) continue;
    const isText = isScalar(next.value) && !isEmpty(next.value);
    if (isText || topKeys.has(keyOf(next))) continue;
    const message = `This line stands beside ${quote(keyOf(pair) ?? '')}, which is therefore empty: indent the line deeper.`;
    return errorAt('yaml-syntax', locationOf(source, next.key), message);
  }
  return null;
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.source === '');
}

function keyOf({ key }: YAMLMap['items'][number]): string | null {
  return isScalar(key) && typeof key.value === 'string' ? key.value : null;
}

/** One finding for each block that a merge left unresolved; a mark that was left alone is a block too. */
export function conflictFindings(file: string, text: string): readonly Diagnostic[] {
  if (!/^(?:<{7}|\|{7}|={7}|>{7})/mu.test(text)) return [];
  const found: Diagnostic[] = [];
  let inside = false;
  for (const [index, line] of text.split(/\r\n|[\r\n]/u).entries()) {
    const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/u.exec(line)?.[0];
    if (mark === undefined) continue;
    const begins = mark.startsWith('<');
    if (begins || !inside) {
      const message =
        'This is an unresolved merge conflict: keep what is meant, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.';
      found.push(errorAt('yaml-syntax', inFile(file, { line: index + 1, column: 1 }), message));
    }
    inside = !mark.startsWith('>');
  }
  return found;
}
