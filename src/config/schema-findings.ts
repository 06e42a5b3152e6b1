import type { SchemaError } from '../generated/validators.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { quote } from '../model/label.js';
import { isRecord } from '../model/record.js';
import { errorAt, inFile } from './finding.js';
import { type JsonSchema, pathOf, schemaAt } from './schema-lookup.js';
import { schemaMessage } from './schema-messages.js';
import { type Path, valueAt, type YamlDocument } from './yaml-document.js';

/** A finding of the schema, with the path of the value it is about. */
export interface SchemaFinding {
  readonly path: Path;
  readonly diagnostic: Diagnostic;
}

/** Turns what a validator found into findings at their positions. */
export function schemaFindings(
  file: string,
  document: YamlDocument,
  root: JsonSchema,
  errors: readonly SchemaError[],
): readonly SchemaFinding[] {
  return mainErrors(errors, document.value).map((error) => {
    const path = pathOf(error.instancePath);
    const name = nameOf(path);
    const value = valueAt(document.value, path);
    const part = schemaAt(root, document.value, path);
    const { code, message, position } = schemaMessage({ error, name, path, value, part, root, document });
    return { path, diagnostic: errorAt(code, inFile(file, position ?? document.positionOf(path)), message) };
  });
}

function nameOf(path: Path): string {
  const name = path.findLast((step) => !/^\d+$/u.test(String(step)));
  return name === undefined ? 'The document' : quote(String(name));
}

/**
 * Leaves out what only follows from another error: the branches of a choice that the value was never meant for, and
 * what a name breaks besides the finding about the name.
 */
function mainErrors(errors: readonly SchemaError[], value: unknown): readonly SchemaError[] {
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
    if (keyword !== 'anyOf') for (const path of pathsTo(instancePath)) better.add(path);
  }
  return rest.filter(({ keyword, instancePath }) => keyword !== 'anyOf' || !better.has(instancePath));
}

const nameKeywords: ReadonlySet<string> = new Set(['pattern', 'not', 'minLength']);

/** A JSON pointer and those to what holds its value, but for the top. */
function pathsTo(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}`);
}

function pathsWith(errors: readonly SchemaError[], keyword: string): ReadonlySet<string> {
  return new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
}

interface KeyAt {
  readonly pointer: string;
  readonly key: string;
}

/**
 * The errors of a schema that leaves room for the keys of modules, and those keys that no module knows: each is one
 * error, and whatever is wrong below it is none.
 */
export function withUnknownKeys(
  errors: readonly SchemaError[],
  unknown: readonly KeyAt[],
): readonly SchemaError[] {
  if (unknown.length === 0) return errors;
  const below = new Set(unknown.map(({ pointer, key }) => `${pointer}/${pointerStep(key)}`));
  return [
    ...errors.filter(({ instancePath }) => !pathsTo(instancePath).some((path) => below.has(path))),
    ...unknown.map(({ pointer, key }) => unknownKeyError(pointer, key)),
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
