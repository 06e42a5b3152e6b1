import type { SchemaError } from '../generated/validators.js';
import { isRecord } from '../model/record.js';
import type { Path } from './yaml-document.js';

/**
 * Leaves out what only follows from another error: the branches of a choice that the value was never meant for, and
 * what a name breaks besides the finding about the name.
 */
export function mainErrors(errors: readonly SchemaError[], value: unknown): readonly SchemaError[] {
  const names = pathsWith(errors, 'propertyNames');
  const choices = pathsWith(errors, 'anyOf');
  const methods = pathsWith(errors, 'discriminator');
  const rest = errors.filter(({ keyword, schemaPath, instancePath }) => {
    if (/\/oneOf\/\d+\/required$/u.test(schemaPath)) return false;
    if (keyword === 'oneOf' && !isRecord(valueAt(value, pathOf(instancePath)))) return false;
    if (keyword === 'type' && choices.has(instancePath)) return false;
    if (keyword === 'required' && methods.has(instancePath)) return false;
    const aboutName = names.has(instancePath) && nameKeywords.has(keyword);
    return !aboutName || !isRecord(valueAt(value, pathOf(instancePath)));
  });
  const better = new Set<string>();
  for (const { keyword, instancePath } of rest) {
    if (keyword === 'anyOf') continue;
    for (let end = instancePath.length; end > 0; end = instancePath.lastIndexOf('/', end - 1)) {
      better.add(instancePath.slice(0, end));
    }
  }
  return rest.filter(({ keyword, instancePath }) => keyword !== 'anyOf' || !better.has(instancePath));
}

/** Keywords that a schema of property names uses. */
const nameKeywords: ReadonlySet<string> = new Set(['pattern', 'not', 'minLength']);

/** Steps of a JSON pointer (RFC 6901). An index stays a text: properties of arrays are found by it as well. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    current = isRecord(current) || Array.isArray(current) ? Reflect.get(current, key) : undefined;
  }
  return current;
}

function pathsWith(errors: readonly SchemaError[], keyword: string): ReadonlySet<string> {
  return new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
}
