import { isRecord } from '../model/record.js';
import { type JsonObject, Refusal, type SandboxRequest } from './messages.js';

/**
 * The request's JSON object.
 * @param known the members that are documented
 * @param wrongType the status that this API gives to a body of another content type
 * @throws Refusal where the content type is not JSON, the body no JSON object, or a member not documented
 */
export function jsonBody(
  request: SandboxRequest,
  known: readonly string[],
  wrongType: 400 | 415,
): JsonObject {
  const type = mediaType(request);
  if (type !== 'application/json') {
    throw new Refusal(wrongType, `Content-Type must be application/json, not "${type}"`);
  }
  const value = parsed(request.body);
  if (!isRecord(value)) throw new Refusal(400, 'The body must be a JSON object');
  refuseUnknown(value, known, 'the body');
  return value;
}

/** @throws Refusal 400 where the body has a member that the documentation does not list */
export function refuseUnknown(body: JsonObject, known: readonly string[], where: string): void {
  for (const key of Object.keys(body)) {
    if (!known.includes(key)) throw new Refusal(400, `Unknown field "${key}" in ${where}`);
  }
}

/** A member that must be a non-empty string. @throws Refusal 400 */
export function requiredString(body: JsonObject, key: string, where: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') {
    throw new Refusal(400, `${where}.${key} is required and must be a non-empty string`);
  }
  return value;
}

/**
 * The query's parameters, each at most once and each of the known ones.
 * @throws Refusal 400 for another or a repeated one
 */
export function knownQuery(request: SandboxRequest, known: readonly string[]): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of request.query) {
    if (!known.includes(name)) throw new Refusal(400, `Unknown query parameter "${name}"`);
    if (query.has(name)) throw new Refusal(400, `Query parameter "${name}" is given twice`);
    query.set(name, value);
  }
  return query;
}

/** The content type of a request, without parameters and in lower case; empty where it has none. */
export function mediaType(request: SandboxRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not valid JSON');
  }
}

/** A query parameter from 1 to `max`. @throws Refusal 400 */
export function wholeNumber(
  query: ReadonlyMap<string, string>,
  name: string,
  fallback: number,
  max: number,
): number {
  const text = query.get(name);
  if (text === undefined) return fallback;
  const value = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max)
    throw new Refusal(400, `${name} must be a whole number from 1 to ${max}, not "${text}"`);
  return value;
}

/** One of the values that are allowed; undefined where there is none. @throws Refusal 400 for another value */
export function oneOf<T extends string>(value: unknown, name: string, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new Refusal(400, `${name} must be one of ${allowed.join(', ')}, not ${JSON.stringify(value)}`);
  return found;
}
