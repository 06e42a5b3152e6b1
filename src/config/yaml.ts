import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DiagnosticCode } from './codes.js';
import { errorAt, inFile, lineOf, type Place, quote } from './finding.js';
import { decodeText } from './text.js';

/** Levels of nesting above which YAML is refused. */
const MAX_DEPTH = 64;
/** Values that the aliases of one document may expand to. */
const MAX_EXPANDED = 100_000;
/** Findings of one file that are reported. */
const MAX_FINDINGS = 1000;

/** Steps from the top of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** One document as plain data: objects without prototype, arrays, strings, numbers, booleans and null. */
export interface YamlDocument {
  readonly value: unknown;
  /** Where a value is; where its nearest container is, if it is not there itself. */
  readonly placeOf: (path: Path) => Place;
  /** Where the key of a value is. */
  readonly keyPlaceOf: (path: Path) => Place;
  /** Where an item of an array or the value of a key is, given the very array or object. */
  readonly placeIn: (container: object, key: string | number) => Place;
  /** Where a key of an object is, given the very object. */
  readonly keyPlaceIn: (container: object, key: string) => Place;
  /** A scalar as it is written, before it became a number or a boolean; null for anything else. */
  readonly writtenAs: (path: Path) => string | null;
}

export interface YamlFile {
  /** The documents that could be read, empty ones left out. */
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML 1.2 (core schema, no merge keys, no other tags) as data with a place for every value. Size, depth and
 * what aliases expand to are bounded. Nothing is thrown: what is wrong is a finding at its place.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) {
    const at = inFile(file, { line: 1, column: 1 });
    return {
      documents: [],
      diagnostics: [errorAt('file-refused', at, `${quote(file)} is not read: ${decoded.refused}.`)],
    };
  }
  const lines = new LineCounter();
  const composed = compose(decoded.text, lines);
  if (composed === null) {
    const at = inFile(file, { line: lines.lineStarts.length, column: 1 });
    const message = `YAML is nested more than ${MAX_DEPTH} levels deep here: write it flatter.`;
    return { documents: [], diagnostics: [errorAt('yaml-depth', at, message)] };
  }
  const documents: YamlDocument[] = [];
  const diagnostics = composed.loose.map((error) => syntaxFinding(file, lines, error));
  for (const document of composed.documents) {
    const problems = [...document.errors, ...document.warnings];
    diagnostics.push(...problems.slice(0, MAX_FINDINGS).map((error) => syntaxFinding(file, lines, error)));
    if (document.errors.length > 0 || isEmpty(document)) continue;
    documents.push(plainDocument(file, document, lines, diagnostics));
  }
  return { documents, diagnostics: diagnostics.slice(0, MAX_FINDINGS) };
}

interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** What is wrong outside of any document. */
  readonly loose: readonly YAMLError[];
}

/** Null where the text is nested too deeply, which is seen before anything recurses into it. */
function compose(text: string, lines: LineCounter): Composed | null {
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) return null;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  const { errors, warnings } = composer.streamInfo();
  return { documents, loose: [...errors, ...warnings] };
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

/** Errors whose message is a part of the text. */
const quotingErrors: { readonly [code in YAMLError['code']]?: string } = {
  BAD_DIRECTIVE: 'a line that begins with % is not understood',
  BAD_DQ_ESCAPE: 'an escape sequence is not known',
};

/** The parser's message without the text it quotes, which may be a secret in the wrong place. */
function syntaxFinding(file: string, lines: LineCounter, error: YAMLError): Diagnostic {
  const { line, col } = lines.linePos(error.pos[0]);
  const at = inFile(file, { line, column: col });
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return errorAt('yaml-tag', at, 'This tag is not known: remove it, values are plain YAML here.');
  }
  const reason = quotingErrors[error.code] ?? error.message.replace(/: .*$/su, '');
  return errorAt('yaml-syntax', at, `This is not YAML: ${reason}.`);
}

/** A document as plain data; what is wrong with its keys, aliases and depth is added to `diagnostics`. */
function plainDocument(
  file: string,
  document: Document.Parsed,
  lines: LineCounter,
  diagnostics: Diagnostic[],
): YamlDocument {
  const anchors = new Map<string, unknown>();
  const nodes = new Map<object, YAMLMap | YAMLSeq>();
  let expanded = 0;
  let isTooMuch = false;
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const report = (code: DiagnosticCode, node: unknown, message: string): void => {
    diagnostics.push(errorAt(code, inFile(file, placeAt(offsetOf(node) ?? 0)), message));
  };

  const plain = (node: unknown, depth: number, aliased: boolean): unknown => {
    if (isScalar(node)) {
      if (aliased) expanded += 1;
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return node.value;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        report(
          'yaml-alias',
          node,
          `The alias ${quote(node.source)} has no anchor that ends before it: define it first.`,
        );
        return null;
      }
      if (depth >= MAX_DEPTH || expanded > MAX_EXPANDED) {
        if (!isTooMuch) report('yaml-alias', node, 'Aliases expand to too much here: write the values out.');
        isTooMuch = true;
        return null;
      }
      return plain(target, depth, true);
    }
    if (aliased) expanded += 1;
    if (expanded > MAX_EXPANDED || depth >= MAX_DEPTH) return null;
    if (isSeq(node)) {
      const items = node.items.map((item) => plain(item, depth + 1, aliased));
      nodes.set(items, node);
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return items;
    }
    if (!isMap(node)) return null;
    const entries: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === null || name === '<<') {
        report(isNumber(key) ? 'id-unquoted' : 'yaml-key', key, keyMessage(key));
        continue;
      }
      if (name in entries) {
        const first = inFile(file, keyPlaceOfNode(node, name));
        report(
          'duplicate-key',
          key,
          `The key ${quote(name)} is written twice, first at ${lineOf(first)}: keep one.`,
        );
        continue;
      }
      entries[name] = plain(value, depth + 1, aliased);
    }
    nodes.set(entries, node);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    return entries;
  };
  const keyPlaceOfNode = (map: YAMLMap, name: string): Place =>
    placeAt(offsetOf(map.items.find(({ key }) => keyText(key) === name)?.key) ?? 0);

  const value = plain(document.contents, 0, false);
  const indexes = new Map<object, ReadonlyMap<string, YAMLMap['items'][number]>>();
  const pairIn = (container: object, name: string): YAMLMap['items'][number] | undefined => {
    const node = nodes.get(container);
    if (!isMap(node)) return undefined;
    let index = indexes.get(container);
    if (index === undefined) {
      index = new Map(node.items.map((pair) => [keyText(pair.key) ?? '', pair] as const).toReversed());
      indexes.set(container, index);
    }
    return index.get(name);
  };
  const nodeIn = (container: object, key: string | number): unknown => {
    const node = nodes.get(container);
    return isSeq(node) ? node.items[Number(key)] : pairIn(container, String(key))?.value;
  };
  const placeIn = (container: object, key: string | number): Place =>
    placeAt(offsetOf(nodeIn(container, key)) ?? offsetOf(nodes.get(container)) ?? 0);
  const keyPlaceIn = (container: object, key: string): Place =>
    placeAt(offsetOf(pairIn(container, key)?.key) ?? offsetOf(nodes.get(container)) ?? 0);
  const containerOf = (path: Path): object | null => {
    let current = value;
    for (const key of path.slice(0, -1)) current = isContainer(current) ? Reflect.get(current, key) : null;
    return isContainer(current) ? current : null;
  };
  const top = placeAt(offsetOf(document.contents) ?? 0);
  return {
    value,
    placeIn,
    keyPlaceIn,
    placeOf: (path) => {
      const container = containerOf(path);
      const key = path.at(-1);
      return container === null || key === undefined ? top : placeIn(container, key);
    },
    keyPlaceOf: (path) => {
      const container = containerOf(path);
      const key = path.at(-1);
      return container === null || key === undefined ? top : keyPlaceIn(container, String(key));
    },
    writtenAs: (path) => {
      const container = containerOf(path);
      const key = path.at(-1);
      const node = container === null || key === undefined ? document.contents : nodeIn(container, key);
      return isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function keyText(key: unknown): string | null {
  return isScalar(key) && typeof key.value === 'string' ? key.value : null;
}

function isNumber(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'number';
}

function keyMessage(key: unknown): string {
  if (keyText(key) === '<<') return 'Merge keys (<<) are not supported: write the keys out.';
  const written = isScalar(key) && key.value !== null ? key.source : undefined;
  return written === undefined
    ? 'A key is a text: write a name before the colon.'
    : `Keys are text, and ids are quoted: write ${quote(written)}.`;
}

function offsetOf(node: unknown): number | undefined {
  if (!isScalar(node) && !isAlias(node) && !isMap(node) && !isSeq(node)) return undefined;
  return node.range?.[0];
}
