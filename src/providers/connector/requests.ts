import type { Method } from '../../http/request.js';
import type { Write } from './connector.js';

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

const METHODS = [
  ['put', 'PUT'],
  ['post', 'POST'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
] as const;
