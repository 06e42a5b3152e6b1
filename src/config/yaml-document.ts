import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from './finding.js';

/** Steps from the top of a document to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** Where values are, given the very array or object that holds them. */
export interface Places {
  /** Where an item of an array or the value of a key is; where the container is, if there is none. */
  readonly placeIn: (container: object, key: string | number) => Place;
  /** Where a key of an object is. */
  readonly keyPlaceIn: (container: object, key: string) => Place;
}

/** One document as plain data: objects without prototype, arrays, strings, numbers, booleans and null. */
export interface YamlDocument extends Places {
  readonly value: unknown;
  /** Where a value is; where its nearest container is, if it is not there itself. */
  readonly placeOf: (path: Path) => Place;
  /** Where the key of a value is. */
  readonly keyPlaceOf: (path: Path) => Place;
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
  top: Place,
  places: Places,
  writtenAs: YamlDocument['writtenAs'],
): YamlDocument {
  const { placeIn, keyPlaceIn } = places;
  return {
    value,
    placeIn,
    keyPlaceIn,
    placeOf: (path) => atPath(value, path, top, placeIn),
    keyPlaceOf: (path) => atPath(value, path, top, (container, key) => keyPlaceIn(container, String(key))),
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
