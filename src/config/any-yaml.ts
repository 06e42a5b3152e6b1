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
import { addAll, errorAt, inFile, lineOf, type Position } from './finding.js';
import { quote } from '../model/label.js';
import { doubtOf } from './yaml-doubts.js';
import { yamlOptions } from './yaml-options.js';
import { conflictFindings, syntaxFindings, withoutOtherTabs, type YamlText } from './yaml-syntax.js';
import { atPath, documentOf, type YamlDocument, type YamlFile } from './yaml-document.js';

/** Levels of nesting above which YAML is refused. */
const MAX_DEPTH = 64;
/** Values that the aliases of one document may expand to. */
const MAX_EXPANDED = 100_000;
/** Findings of one file that are reported. */
const MAX_FINDINGS = 1000;

/** Reads a text with the YAML library, and says what is wrong with it. */
export function readAnyYaml(file: string, text: string): YamlFile {
  const conflicts = conflictFindings(file, text);
  if (conflicts.length > 0) return { documents: [], diagnostics: conflicts.slice(0, MAX_FINDINGS) };
  const lines = new LineCounter();
  const source: YamlText = { file, text, lines };
  const composed = compose(text, lines);
  if (composed === null) {
    const at = inFile(file, { line: lines.lineStarts.length, column: 1 });
    const message = `YAML is nested more than ${MAX_DEPTH} levels deep here: write it flatter.`;
    return { documents: [], diagnostics: [errorAt('yaml-depth', at, message)] };
  }
  const documents: YamlDocument[] = [];
  const diagnostics = [...syntaxFindings(source, composed.loose)];
  for (const document of composed.documents) {
    const problems = [...document.errors, ...document.warnings].slice(0, MAX_FINDINGS);
    addAll(diagnostics, withoutOtherTabs(syntaxFindings(source, problems, document), diagnostics));
    if (document.errors.length > 0 || isEmpty(document)) continue;
    const doubt = doubtOf(source, document);
    if (doubt !== null) diagnostics.push(doubt);
    else documents.push(plainDocument(file, document, lines, diagnostics));
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
  const composer = new Composer(yamlOptions);
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

type Pair = YAMLMap['items'][number];

/** What is known while a document is turned into plain data. */
interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly diagnostics: Diagnostic[];
  /** The node each array and object was made of. */
  readonly nodes: Map<object, YAMLMap | YAMLSeq>;
  /** Nodes that have ended: an alias inside its own anchor finds none. */
  readonly anchors: Map<string, unknown>;
  /** Values that aliases have expanded to. */
  expanded: number;
  isTooMuch: boolean;
}

/** A document as plain data; what is wrong with its keys, aliases and depth is added to `diagnostics`. */
function plainDocument(
  file: string,
  { contents }: Document.Parsed,
  lines: LineCounter,
  diagnostics: Diagnostic[],
): YamlDocument {
  const nodes = new Map<object, YAMLMap | YAMLSeq>();
  const reading = { file, lines, diagnostics, nodes, anchors: new Map(), expanded: 0, isTooMuch: false };
  const value = plain(reading, contents, 0, false);
  const indexes = new Map<object, ReadonlyMap<string, Pair>>();
  const pairIn = (container: object, name: string): Pair | undefined => {
    const node = nodes.get(container);
    if (!isMap(node)) return undefined;
    const index = indexes.get(container) ?? pairsByKey(node);
    indexes.set(container, index);
    return index.get(name);
  };
  const nodeIn = (container: object, key: string | number): unknown => {
    const node = nodes.get(container);
    return isSeq(node) ? node.items[Number(key)] : pairIn(container, String(key))?.value;
  };
  const positionIn = (container: object, key: string | number): Position =>
    positionAt(lines, offsetOf(nodeIn(container, key)) ?? offsetOf(nodes.get(container)));
  const keyPositionIn = (container: object, key: string): Position =>
    positionAt(lines, offsetOf(pairIn(container, key)?.key) ?? offsetOf(nodes.get(container)));
  return documentOf(value, positionAt(lines, offsetOf(contents)), { positionIn, keyPositionIn }, (path) => {
    const node = atPath<unknown>(value, path, contents, nodeIn);
    return isScalar(node) ? (node.source ?? null) : null;
  });
}

function plain(reading: Reading, node: unknown, depth: number, aliased: boolean): unknown {
  if (aliased) reading.expanded += 1;
  if (isScalar(node)) {
    if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
    return node.value;
  }
  if (depth >= MAX_DEPTH || reading.expanded > MAX_EXPANDED) {
    if (!reading.isTooMuch)
      report(reading, 'yaml-alias', node, 'Aliases expand to too much here: write the values out.');
    reading.isTooMuch = true;
    return null;
  }
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    if (target !== undefined) return plain(reading, target, depth, true);
    const message =
      'This alias has no anchor that ends before it: define it first, or quote a text that begins with *.';
    report(reading, 'yaml-alias', node, message);
    return null;
  }
  if (!isSeq(node) && !isMap(node)) return null;
  const container = isSeq(node)
    ? node.items.map((item) => plain(reading, item, depth + 1, aliased))
    : plainObject(reading, node, depth, aliased);
  reading.nodes.set(container, node);
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, node);
  return container;
}

/** Without prototype, so that no key means anything but itself. */
function plainObject(reading: Reading, node: YAMLMap, depth: number, aliased: boolean): object {
  const entries: Record<string, unknown> = { __proto__: null };
  let pairs: ReadonlyMap<string, Pair> | null = null;
  for (const { key, value } of node.items) {
    const name = keyText(key);
    if (name === null || name === '<<') {
      report(reading, isNumber(key) ? 'id-unquoted' : 'yaml-key', key, keyMessage(key));
    } else if (name in entries) {
      pairs ??= pairsByKey(node);
      const first = inFile(reading.file, positionAt(reading.lines, offsetOf(pairs.get(name)?.key)));
      const message = `The key ${quote(name)} is written twice, first at ${lineOf(first)}: keep one.`;
      report(reading, 'duplicate-key', key, message);
    } else entries[name] = plain(reading, value, depth + 1, aliased);
  }
  return entries;
}

function report(
  { file, lines, diagnostics }: Reading,
  code: DiagnosticCode,
  node: unknown,
  message: string,
): void {
  if (diagnostics.length < MAX_FINDINGS) {
    diagnostics.push(errorAt(code, inFile(file, positionAt(lines, offsetOf(node))), message));
  }
}

/** The first pair of each key. */
function pairsByKey(node: YAMLMap): ReadonlyMap<string, Pair> {
  return new Map(node.items.map((pair): [string, Pair] => [keyText(pair.key) ?? '', pair]).toReversed());
}

function positionAt(lines: LineCounter, offset = 0): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
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
