import type { Diagnostic } from '../model/diagnostic.js';
import type { Position } from './finding.js';

/** Steps from the top of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** Where values are, given the very array or object that holds them. */
export interface Positions {
  /** Where an item of an array or the value of a key is; where the container is, if there is none. */
  readonly positionIn: (container: object, key: string | number) => Position;
  /** Where a key of an object is. */
  readonly keyPositionIn: (container: object, key: string) => Position;
}

/** One document as plain data: objects without prototype, arrays, strings, numbers, booleans and null. */
export interface YamlDocument extends Positions {
  readonly value: unknown;
  /** Where a value is; where its nearest container is, if it is not there itself. */
  readonly positionOf: (path: Path) => Position;
  /** Where the key of a value is. */
  readonly keyPositionOf: (path: Path) => Position;
  /** A scalar as it is written, before it became a number or a boolean; null for anything else. */
  readonly writtenAs: (path: Path) => string | null;
}

export interface YamlFile {
  /** The documents that could be read, empty ones left out. */
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A document whose top value is at `top`. */
export function documentOf(
  value: unknown,
  top: Position,
  positions: Positions,
  writtenAs: YamlDocument['writtenAs'],
): YamlDocument {
  const { positionIn, keyPositionIn } = positions;
  return {
    value,
    positionIn,
    keyPositionIn,
    positionOf: (path) => atPath(value, path, top, positionIn),
    keyPositionOf: (path) =>
      atPath(value, path, top, (container, key) => keyPositionIn(container, String(key))),
    writtenAs,
  };
}

/** What `find` says about the last step of a path in the container that the others lead to; `top` where none does. */
export function atPath<T>(
  value: unknown,
  path: Path,
  top: T,
  find: (container: object, key: string | number) => T,
): T {
  const key = path.at(-1);
  let container = value;
  for (const step of path.slice(0, -1))
    container = isContainer(container) ? Reflect.get(container, step) : null;
  return isContainer(container) && key !== undefined ? find(container, key) : top;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
