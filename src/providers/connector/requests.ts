import type { Method } from '../../http/request.js';
import type { Write } from './connector.js';
import { variablesIn, variablesInBody } from './templates.js';

/** The method and template of a write. */
export function requestOf(write: Write): {
  readonly method: Exclude<Method, 'GET'>;
  readonly template: string;
} {
  for (const [key, method] of METHODS) {
    const template = write[key];
    if (template !== undefined) return { method, template };
  }
  throw new Error('a write names no method');
}

/** The names that the URL and the body of a write use. */
export function variablesOfWrite(write: Write): readonly string[] {
  return [...variablesIn(requestOf(write).template), ...variablesInBody(write.body)];
}

const METHODS = [
  ['put', 'PUT'],
  ['post', 'POST'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
] as const;
