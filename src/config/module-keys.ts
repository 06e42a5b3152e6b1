import type { SchemaError } from '../generated/validators.js';

/**
 * The errors of a schema that leaves room for the keys of modules, at the object that `pointer` leads to: a key that no
 * module knows is one error, and whatever is wrong below it is none.
 */
export function withUnknownKeys(
  errors: readonly SchemaError[],
  pointer: string,
  keys: Iterable<string>,
  isKnown: (key: string) => boolean,
): readonly SchemaError[] {
  const unknown = [...keys].filter((key) => !isKnown(key));
  if (unknown.length === 0) return errors;
  const below = unknown.map((key) => `${pointer}/${pointerStep(key)}`);
  const isBelow = ({ instancePath }: SchemaError): boolean =>
    below.some((path) => instancePath === path || instancePath.startsWith(`${path}/`));
  return [
    ...errors.filter((error) => !isBelow(error)),
    ...unknown.map((key) => unknownKeyError(pointer, key)),
  ];
}

/** The error of a closed schema for a key that it does not know. */
export function unknownKeyError(pointer: string, key: string): SchemaError {
  const params = { additionalProperty: key };
  return { keyword: 'additionalProperties', instancePath: pointer, schemaPath: '', params };
}

/** A step of a JSON pointer (RFC 6901). */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
