import { isRecord } from '../../model/record.js';
import { shown } from '../fields.js';
import type { Condition, IdType, Path, Plain } from './connector.js';

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

/** A path as the connector writes it. */
export function pathText(path: Path): string {
  return typeof path === 'string' ? path : JSON.stringify(path);
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
