import { type Document, isScalar, type Pair, parseAllDocuments } from 'yaml';
import { yamlOptions } from '../config/yaml-reader.js';
import type { SourceLocation } from '../model/diagnostic.js';
import { applySplices, type Splice } from './splices.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of a YAML file and its documents, every node with its range in the text. */
export interface EditableFile {
  /** Without the byte order mark. Offsets count its code units. */
  readonly text: string;
  readonly byteOrderMark: string;
  /** What ends its lines. */
  readonly eol: string;
  /** Offsets at which lines begin. */
  readonly lines: readonly number[];
  readonly documents: readonly Document.Parsed[];
}

/** Opens a text to edit it. It must be one that the configuration reads without errors: well-formed and bounded. */
export function openFile(written: string): EditableFile {
  const byteOrderMark = written.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const text = written.slice(byteOrderMark.length);
  const documents = parseAllDocuments(text, { ...yamlOptions, keepSourceTokens: true });
  return {
    text,
    byteOrderMark,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    lines: [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)],
    documents: Array.isArray(documents) ? documents : [],
  };
}

/** The whole text with replacements applied; every other byte stays, and a last line without a line break has none. */
export function editedText({ text, byteOrderMark }: EditableFile, splices: readonly Splice[]): string {
  const edited = applySplices(text, splices);
  const isOpen = text !== '' && !text.endsWith('\n');
  return `${byteOrderMark}${isOpen ? edited.replace(/\r?\n$/u, '') : edited}`;
}

/** The document at a position; null where there is none. */
export function documentAt(file: EditableFile, source: SourceLocation): Document.Parsed | null {
  const offset = offsetOf(file, source);
  return (
    file.documents.find(({ contents }) => {
      const range = contents?.range;
      return range != null && range[0] <= offset && offset < range[2];
    }) ?? null
  );
}

/** The offset of a line and column, which both start at 1. */
export function offsetOf(
  { lines, text }: EditableFile,
  { line, column }: Pick<SourceLocation, 'line' | 'column'>,
): number {
  return (lines[line - 1] ?? text.length) + column - 1;
}

/** The key of a pair; null where it is not text. */
export function keyOf({ key }: Pair): string | null {
  return isScalar(key) && typeof key.value === 'string' ? key.value : null;
}
