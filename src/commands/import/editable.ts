import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { yamlOptions } from '../../config/yaml-options.js';
import type { SourceLocation } from '../../model/source.js';

/** The text of an access file and its documents, every node with its place in the text. */
export interface EditableFile {
  readonly text: string;
  /** Offsets at which lines begin. */
  readonly lines: readonly number[];
  readonly documents: readonly Document.Parsed[];
}

/** A role of a document and its list, which may be another role's by an alias. */
export interface EditableRole {
  readonly name: string;
  readonly pair: Pair;
  /** Null where the list is an alias. */
  readonly list: YAMLSeq | null;
  readonly alias: Alias | null;
  /** The items, whoever's they are. */
  readonly items: readonly EditableItem[];
}

export interface EditableItem {
  readonly node: unknown;
  readonly start: number;
  readonly end: number;
}

/** Parses a file that the configuration has read without findings, so that it is well-formed and bounded. */
export function editableFile(text: string): EditableFile {
  const documents = parseAllDocuments(text, { ...yamlOptions, keepSourceTokens: true });
  return { text, lines: lineStarts(text), documents: Array.isArray(documents) ? documents : [] };
}

/** The document that a place is in. */
export function documentAt(file: EditableFile, source: SourceLocation): Document.Parsed | null {
  const offset = offsetOf(file, source);
  return file.documents.find(({ contents }) => contents !== null && contains(contents.range, offset)) ?? null;
}

function contains(range: readonly [number, number, number] | null | undefined, offset: number): boolean {
  return range != null && range[0] <= offset && offset < range[2];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offset of a line and column, which both start at 1. */
export function offsetOf(
  { lines, text }: Pick<EditableFile, 'lines' | 'text'>,
  { line, column }: Pick<SourceLocation, 'line' | 'column'>,
): number {
  return (lines[line - 1] ?? text.length) + column - 1;
}

/** The map under `roles`; null where it is not written out there. */
export function rolesOf(document: Document.Parsed): YAMLMap | null {
  if (!isMap(document.contents)) return null;
  const roles = document.contents.items.find((pair) => keyOf(pair) === 'roles')?.value;
  return isMap(roles) ? roles : null;
}

export function rolesIn(document: Document.Parsed, roles: YAMLMap): readonly EditableRole[] {
  return roles.items.flatMap((pair) => {
    const name = keyOf(pair);
    if (name === null) return [];
    const alias = isAlias(pair.value) ? pair.value : null;
    const list = isSeq(pair.value) ? pair.value : null;
    const target = alias === null ? list : alias.resolve(document);
    const items = isSeq(target) ? target.items.map(itemOf) : [];
    return [{ name, pair, list, alias, items }];
  });
}

function itemOf(node: unknown): EditableItem {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : null;
  return { node, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

export function keyOf({ key }: Pair): string | null {
  return isScalar(key) && typeof key.value === 'string' ? key.value : null;
}
