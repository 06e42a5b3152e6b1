import { Refusal } from './answer.js';
import type { RedoxBehaviour } from './redox-behaviour.js';
import {
  isJsonObject,
  type JsonObject,
  jsonBody,
  knownQuery,
  refuseUnknown,
  requiredString,
  type SandboxRequest,
} from './request.js';

/** An id with the name that goes with it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The body of a role's POST and PUT (R2, R4, R5): id and name of role and user. @throws Refusal 400 */
export function assignmentBody(
  request: SandboxRequest,
  behaviour: RedoxBehaviour,
): { readonly role: Named; readonly user: Named } {
  const body = writeBody(request);
  refuseUnknown(body, ['role', 'user'], 'the body');
  return { role: named(body, 'role', 'string'), user: named(body, 'user', behaviour.userIdType) };
}

/** The body of a DELETE (R6). @throws Refusal 400 */
export function userBody(request: SandboxRequest, behaviour: RedoxBehaviour): Named {
  const body = writeBody(request);
  refuseUnknown(body, ['user'], 'the body');
  return named(body, 'user', behaviour.userIdType);
}

function writeBody(request: SandboxRequest): JsonObject {
  knownQuery(request, []);
  return jsonBody(request, 400);
}

function named(body: JsonObject, key: string, idType: 'string' | 'number'): Named {
  const value = body[key];
  if (!isJsonObject(value)) throw new Refusal(400, `${key} is required and must be an object`);
  refuseUnknown(value, ['id', 'name'], key);
  const name = requiredString(value, 'name', key);
  if (idType === 'string') return { id: requiredString(value, 'id', key), name };
  if (typeof value['id'] !== 'number') throw new Refusal(400, `${key}.id must be a number`);
  return { id: String(value['id']), name };
}
