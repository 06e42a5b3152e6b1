import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml';
import type { EditableFile } from './file.js';
import type { Layout, NewValue } from './new-values.js';
import { columnOf, type Splice } from './splices.js';

/** A path whose value no edit of the text can change. */
export interface Stuck {
  readonly path: readonly string[];
  /** The anchor whose aliases would change too; null: what stands there is not a map. */
  readonly anchor: string | null;
}

/** What the edits of one document are made with, and collected in. */
export interface MapContext {
  readonly file: EditableFile;
  readonly aliases: readonly Alias[];
  readonly yaml: Document.Parsed;
  /** Spaces of each level. */
  readonly step: number;
  readonly splices: Splice[];
  readonly stuck: Stuck[];
}

export function mapContext(file: EditableFile, yaml: Document.Parsed): MapContext {
  const aliases: Alias[] = [];
  visit(yaml, {
    Alias: (_, alias) => {
      aliases.push(alias);
    },
  });
  return { file, yaml, aliases, step: stepOf(yaml.contents, file), splices: [], stuck: [] };
}

/** The anchor of a node or of one within it that an alias elsewhere stands for; null where there is none. */
export function sharedAnchor(
  node: unknown,
  { aliases, yaml }: Pick<MapContext, 'aliases' | 'yaml'>,
): string | null {
  if (!isNode(node) || aliases.length === 0) return null;
  const within = new Set<unknown>();
  visit(node, (_, each) => {
    within.add(each);
  });
  const shared = aliases.find((alias) => !within.has(alias) && within.has(alias.resolve(yaml)));
  return shared?.source ?? null;
}

/** The anchor of this very node, if an alias stands for it. */
export function ownAnchor(
  node: unknown,
  { aliases, yaml }: Pick<MapContext, 'aliases' | 'yaml'>,
): string | null {
  return aliases.find((alias) => alias.resolve(yaml) === node)?.source ?? null;
}

/** Where the text of a pair ends, comments aside. */
export function pairEnd(pair: Pair): number {
  return nodeEnd(pair.value) ?? keyEnd(pair);
}

/** Where a value of a pair may begin: after the colon, and the anchor and tag that follow it. */
export function keyEnd({ key, srcToken }: Pair): number {
  const tokens = srcToken !== undefined && 'sep' in srcToken ? (srcToken.sep ?? []) : [];
  const last = tokens.findLast(({ type }) => type === 'map-value-ind' || type === 'anchor' || type === 'tag');
  return last === undefined ? (nodeEnd(key) ?? 0) : last.offset + last.source.length;
}

/** Where a pair begins. */
export function pairStart({ key }: Pair): number {
  return isNode(key) ? (key.range?.[0] ?? 0) : 0;
}

/** Where the text of a node ends, comments aside; null where it has no text. */
export function nodeEnd(node: unknown): number | null {
  if (!isNode(node) || node.range == null) return null;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return isPair(last) ? pairEnd(last) : nodeEnd(last);
  }
  return node.range[1] > node.range[0] ? node.range[1] : null;
}

/** How a map writes its collections of one kind; null where it has none. */
export function layoutBeside({ items }: YAMLMap, kind: NewValue['kind']): Layout | null {
  const isOfKind = (value: unknown): boolean => (kind === 'map' ? isMap(value) : isSeq(value));
  const last = items.findLast(({ value }) => isOfKind(value) && !isNothing(value))?.value;
  return isCollection(last) ? (last.flow === true ? 'flow' : 'block') : null;
}

/** Whether a node is nothing: not written, or `null`. */
export function isNothing(node: unknown): boolean {
  return (
    node == null || (isScalar(node) && node.value === null) || (isCollection(node) && node.items.length === 0)
  );
}

function stepOf(contents: unknown, { text }: EditableFile): number {
  if (!isMap(contents)) return 2;
  const nested = contents.items.find(
    ({ value }) => isMap(value) && value.flow !== true && value.items.length > 0,
  );
  const [outer, inner] = [contents, nested?.value].map((map) => (isMap(map) ? (map.range?.[0] ?? 0) : 0));
  const columns = columnOf(text, inner ?? 0) - columnOf(text, outer ?? 0);
  return nested === undefined || columns < 1 ? 2 : columns;
}
