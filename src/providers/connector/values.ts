import type { HttpResponse } from '../../http/request.js';
import { isRecord } from '../../model/record.js';
import { shown } from '../fields.js';
import type { Condition, IdType, Path, Place, Plain } from './connector.js';

/** What stands at a path; undefined where nothing does. A key that is a number also leads into a list. */
export function valueAt(value: unknown, path: Path): unknown {
  if (path === '.') return value;
  let at = value;
  for (const key of typeof path === 'string' ? path.split('.') : path) {
    if (Array.isArray(at)) at = /^\d+$/u.test(key) ? (at[Number(key)] as unknown) : undefined;
    else at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** The plain value that stands at a path; null where none does. */
export function plainAt(value: unknown, path: Path): Plain {
  const found = valueAt(value, path);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? found : null;
}

/** Whether a null stands at a path or on the way to it: the answer says that there is nothing. */
export function isNullAt(value: unknown, path: Path): boolean {
  const keys = typeof path === 'string' ? path.split('.') : path;
  return keys.some((_, index) => valueAt(value, keys.slice(0, index + 1)) === null);
}

/** What stands at a place of an answer; undefined where nothing does. */
export function valueIn({ body, header }: Pick<HttpResponse, 'body' | 'header'>, place: Place): unknown {
  return isHeader(place) ? header?.(place.header.toLowerCase()) : valueAt(body, place);
}

export function isHeader(place: Place): place is { readonly header: string } {
  return typeof place === 'object' && 'header' in place;
}

/** A place as the connector writes it. */
export function pathText(place: Place): string {
  if (isHeader(place)) return `the header ${place.header}`;
  if (place === '.') return '"." (all of it)';
  return typeof place === 'string' ? place : JSON.stringify(place);
}

/** Whether a condition holds, where one that is true or false holds for every row or for none (see holds). */
export function holdsForRow(condition: boolean | Condition | undefined, row: unknown): boolean | string {
  return typeof condition === 'object' ? holds(condition, row) : condition === true;
}

/**
 * Whether a condition holds. A text says why nobody can tell: a path that an answer lacks is an error, and never a no.
 */
export function holds(condition: Condition, value: unknown): boolean | string {
  const found = valueAt(value, condition.at);
  if (condition.present !== undefined) return (found !== undefined && found !== null) === condition.present;
  if (found === undefined && condition.optional === true) return false;
  if (found === undefined) return `nothing stands at ${pathText(condition.at)}: ${shown(value)}`;
  return (condition.oneOf ?? [condition.is]).some((each) => each === found);
}

/** An id as bodies have it. One that is not exactly a number stays the text that it is, for the API to refuse. */
export function typedId(id: string, type: IdType = 'string'): Plain {
  const number = Number(id);
  return type === 'number' && Number.isSafeInteger(number) && String(number) === id ? number : id;
}
