import { fieldsOf } from '../fields.js';

/** The items of apis.md (A2, C2, C3, C5, C6) that the settings decide. */
export interface RedoxOptions {
  readonly environmentFirstAssignment: 'post' | 'put';
  readonly environmentPath: 'environments' | 'environment';
  readonly userIdType: 'string' | 'number';
  /** Role name -> id, for roles nobody holds yet. */
  readonly roles: {
    readonly organization: ReadonlyMap<string, string>;
    readonly environment: ReadonlyMap<string, string>;
  };
}

/** The options of settings that were checked against their schema, defaults filled in. */
export function redoxOptions(raw: Readonly<Record<string, unknown>>): RedoxOptions {
  const { organization, environment } = fieldsOf(raw['roles']);
  return {
    environmentFirstAssignment: raw['environmentFirstAssignment'] === 'put' ? 'put' : 'post',
    environmentPath: raw['environmentPath'] === 'environment' ? 'environment' : 'environments',
    userIdType: raw['userIdType'] === 'number' ? 'number' : 'string',
    roles: { organization: idsByName(organization), environment: idsByName(environment) },
  };
}

function idsByName(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(fieldsOf(value)).map(([name, id]) => [name, String(id)]));
}
