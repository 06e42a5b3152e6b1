import type { Alias, Document, LineCounter, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { quote } from '../model/label.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import type { DiagnosticCode } from './codes.js';
import { errorAt, lineOf, type Position } from './finding.js';

/** Levels of nesting above which YAML is refused. */
export const MAX_DEPTH = 64;
/** Values that the aliases of one document may expand to. */
const MAX_EXPANDED = 100_000;
/** Findings of one file that are reported. */
export const MAX_FINDINGS = 1000;

/** Steps from the top of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** The text of a file, its name and its lines. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
}

/** Where the character at an offset of a text is. */
export function locationAt({ file, lines }: YamlText, offset: number): SourceLocation {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

/** Where a node begins; the start of the text for anything else. */
export function locationOf(source: YamlText, node: unknown): SourceLocation {
  return locationAt(source, isNode(node) ? (node.range?.[0] ?? 0) : 0);
}

type Collection = YAMLMap | YAMLSeq;
type Pair = YAMLMap['items'][number];

/**
 * One document as plain data: objects without prototype, arrays, strings, numbers, booleans and null. Positions are
 * looked up in the nodes of the YAML library when somebody asks.
 */
export class YamlDocument {
  readonly value: unknown;
  readonly #contents: Document.Parsed['contents'];
  readonly #nodes: ReadonlyMap<object, Collection>;
  /** The pairs of each mapping that was asked for a key. */
  readonly #pairs = new Map<object, ReadonlyMap<string, Pair>>();

  /** Adds what is wrong with keys, aliases and depth to `diagnostics`. */
  constructor(
    private readonly source: YamlText,
    { contents }: Document.Parsed,
    diagnostics: Diagnostic[],
  ) {
    const reader = new ValueReader(source, diagnostics);
    this.value = reader.read(contents, 0, false);
    this.#contents = contents;
    this.#nodes = reader.nodes;
  }

  /** Where an item of an array or the value of a key is; where the container is, if there is none. */
  positionIn(container: object, key: string | number): Position {
    return this.#at(this.#child(container, key), container);
  }

  /** Where a key of an object is; where the object is, if there is none. */
  keyPositionIn(container: object, key: string): Position {
    return this.#at(this.#pair(container, key)?.key, container);
  }

  /** Where a value is; where its nearest container is, if it is not there itself. */
  positionOf(path: Path): Position {
    const at = this.#containerOf(path);
    return at === null ? this.#begin(this.#contents) : this.positionIn(at.container, at.key);
  }

  /** Where the key of a value is. */
  keyPositionOf(path: Path): Position {
    const at = this.#containerOf(path);
    return at === null ? this.positionOf([]) : this.keyPositionIn(at.container, String(at.key));
  }

  /** A scalar as it is written, before it became a number or a boolean; null for anything else. */
  writtenAs(path: Path): string | null {
    const at = this.#containerOf(path);
    const node = at === null ? this.#contents : this.#child(at.container, at.key);
    return isScalar(node) ? (node.source ?? null) : null;
  }

  /** The container that all steps but the last lead to; null where they lead to none. */
  #containerOf(path: Path): { readonly container: object; readonly key: string | number } | null {
    const key = path.at(-1);
    const container = valueAt(this.value, path.slice(0, -1));
    return typeof container === 'object' && container !== null && key !== undefined
      ? { container, key }
      : null;
  }

  #at(node: unknown, container: object): Position {
    return this.#begin(isNode(node) ? node : this.#nodes.get(container));
  }

  #begin(node: unknown): Position {
    const { line, column } = locationOf(this.source, node);
    return { line, column };
  }

  #child(container: object, key: string | number): unknown {
    const node = this.#nodes.get(container);
    return isSeq(node) ? node.items[Number(key)] : this.#pair(container, String(key))?.value;
  }

  #pair(container: object, key: string): Pair | undefined {
    const node = this.#nodes.get(container);
    if (!isMap(node)) return undefined;
    const pairs = this.#pairs.get(container) ?? pairsByKey(node);
    this.#pairs.set(container, pairs);
    return pairs.get(key);
  }
}

/** What plain data holds at a path; undefined where it holds nothing there. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
  }
  return current;
}

class ValueReader {
  /** The node each array and object was made of. */
  readonly nodes = new Map<object, Collection>();
  /** Nodes that have ended: an alias inside its own anchor finds none. */
  readonly #anchors = new Map<string, unknown>();
  /** Values that aliases have expanded to. */
  #expanded = 0;
  #isTooMuch = false;

  constructor(
    private readonly source: YamlText,
    private readonly diagnostics: Diagnostic[],
  ) {}

  read(node: unknown, depth: number, aliased: boolean): unknown {
    if (aliased) this.#expanded += 1;
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      return node.value;
    }
    if (depth >= MAX_DEPTH || this.#expanded > MAX_EXPANDED) return this.#tooMuch(node);
    if (isAlias(node)) return this.#alias(node, depth);
    if (!isSeq(node) && !isMap(node)) return null;
    const container = isSeq(node)
      ? node.items.map((item) => this.read(item, depth + 1, aliased))
      : this.#object(node, depth + 1, aliased);
    this.nodes.set(container, node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return container;
  }

  /** Without prototype, so that no key means anything but itself. */
  #object(node: YAMLMap, depth: number, aliased: boolean): object {
    const entries: Record<string, unknown> = { __proto__: null };
    let pairs: ReadonlyMap<string, Pair> | null = null;
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === null || isMerge(key)) {
        this.#report(isNumber(key) ? 'id-unquoted' : 'yaml-key', key, keyMessage(key));
      } else if (name in entries) {
        pairs ??= pairsByKey(node);
        this.#repeated(name, key, pairs.get(name)?.key);
      } else entries[name] = this.read(value, depth, aliased);
    }
    return entries;
  }

  #repeated(name: string, key: unknown, first: unknown): void {
    const at = lineOf(locationOf(this.source, first));
    const message = `The key ${quote(name)} is written twice, first at ${at}: keep one.`;
    this.#report('duplicate-key', key, message);
  }

  #alias(node: Alias, depth: number): unknown {
    const target = this.#anchors.get(node.source);
    if (target !== undefined) return this.read(target, depth, true);
    const message =
      'This alias refers to no anchor above it: define the anchor first, or quote the text if it begins with *.';
    this.#report('yaml-alias', node, message);
    return null;
  }

  /** Told once. */
  #tooMuch(node: unknown): null {
    if (!this.#isTooMuch)
      this.#report('yaml-alias', node, 'Aliases expand to too many values here: write the values out.');
    this.#isTooMuch = true;
    return null;
  }

  #report(code: DiagnosticCode, node: unknown, message: string): void {
    if (this.diagnostics.length >= MAX_FINDINGS) return;
    this.diagnostics.push(errorAt(code, locationOf(this.source, node), message));
  }
}

function pairsByKey(node: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of node.items) {
    const name = keyText(pair.key);
    if (name !== null && !pairs.has(name)) pairs.set(name, pair);
  }
  return pairs;
}

function keyText(key: unknown): string | null {
  return isScalar(key) && typeof key.value === 'string' ? key.value : null;
}

/** In quotes, it is a text like any other. */
function isMerge(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function isNumber(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'number';
}

function keyMessage(key: unknown): string {
  if (isMerge(key)) return 'Merge keys (<<) are not supported: write the keys out.';
  const written = isScalar(key) && key.value !== null ? key.source : undefined;
  return written === undefined
    ? 'A key must be text: write a name before the colon.'
    : `Keys must be text, and ids must be quoted: write ${quote(written)}.`;
}
