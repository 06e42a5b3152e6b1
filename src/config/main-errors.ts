import type { SchemaError } from '../generated/validators.js';
import { isRecord } from '../model/record.js';
import { pathOf } from './schema-lookup.js';
import { valueAt } from './yaml-document.js';

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
    if (keyword === 'enum' && choices.has(instancePath))
      return !isRecord(valueAt(value, pathOf(instancePath)));
    if (keyword === 'required' && methods.has(instancePath)) return false;
    const aboutName = names.has(instancePath) && nameKeywords.has(keyword);
    return !aboutName || !isRecord(valueAt(value, pathOf(instancePath)));
  });
  const better = new Set<string>();
  for (const { keyword, instancePath } of rest) {
    if (keyword !== 'anyOf') for (const path of pathsTo(instancePath)) better.add(path);
  }
  return rest.filter(({ keyword, instancePath }) => keyword !== 'anyOf' || !better.has(instancePath));
}

const nameKeywords: ReadonlySet<string> = new Set(['pattern', 'not', 'minLength']);

/** A JSON pointer and those to what holds its value, but for the top. */
export function pathsTo(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`);
}

function pathsWith(errors: readonly SchemaError[], keyword: string): ReadonlySet<string> {
  return new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
}
