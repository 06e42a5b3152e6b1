import type { SchemaError } from '../generated/validators.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { listed, quote } from '../model/label.js';
import { nearestOf, suggestion } from '../model/nearest.js';
import { pointerStep } from '../model/json-pointer.js';
import { isRecord } from '../model/record.js';
import type { DiagnosticCode } from './codes.js';
import { errorAt, inFile, type Position } from './finding.js';
import { mainErrors, pathsTo } from './main-errors.js';
import {
  choiceKeys,
  choiceTypes,
  definitionOf,
  type JsonSchema,
  knownKeys,
  methodsOf,
  pathOf,
  schemaAt,
  type SchemaPart,
} from './schema-lookup.js';
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
  return mainErrors(errors, document.value).flatMap((error) => {
    const path = pathOf(error.instancePath);
    const name = nameOf(path);
    const value = valueAt(document.value, path);
    const part = schemaAt(root, document.value, path);
    // Where another of its keys is wrong, a validator takes all keys of a `$ref` for unknown.
    const unevaluated = error.params['unevaluatedProperty'];
    if (typeof unevaluated === 'string' && knownKeys(part.schema).includes(unevaluated)) return [];
    const { code, message, position } = schemaMessage({ error, name, path, value, part, root, document });
    return { path, diagnostic: errorAt(code, inFile(file, position ?? document.positionOf(path)), message) };
  });
}

function nameOf(path: Path): string {
  const name = path.findLast((step) => !/^\d+$/u.test(String(step)));
  return name === undefined ? 'The document' : quote(String(name));
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

/** An error of a validator with what its message is made of. */
interface SchemaProblem {
  readonly error: SchemaError;
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
  readonly part: SchemaPart;
  readonly root: JsonSchema;
  readonly document: YamlDocument;
}

interface SchemaMessage {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Where it is not at the value itself. */
  readonly position?: Position;
}

/** Says what is wrong and what to write instead. No message holds what may be a secret. */
function schemaMessage(problem: SchemaProblem): SchemaMessage {
  const { error, name, path, value, part, document } = problem;
  if (part.definition === 'secret') {
    const message = `${name}: never write a secret here: write { env: NAME }, with the name of an environment variable.`;
    return { code: 'secret-literal', message };
  }
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
      return {
        ...unknownKeyMessage(key, knownKeys(part.schema)),
        position: document.keyPositionOf([...path, key]),
      };
    }
    case 'propertyNames': {
      const key = String(error.params['propertyName']);
      const { propertyNames } = part.schema;
      const form = isRecord(propertyNames) ? forms.get(definitionOf(propertyNames)) : undefined;
      const message =
        form !== undefined
          ? `${quote(key)} cannot be a name here: ${form}`
          : `${quote(key)} cannot be a name here: it is empty, "." or "..", or begins with user:, team: or group:.`;
      return { code: 'id-invalid', message, position: document.keyPositionOf([...path, key]) };
    }
    case 'required': {
      const key = quote(String(error.params['missingProperty']));
      return { code: 'missing-key', message: `${name} needs the key ${key}: add it.` };
    }
    case 'oneOf': {
      const count = Array.isArray(error.params['passingSchemas']) ? 'more than one' : 'none';
      const names = /^\d+$/u.test(String(path.at(-1))) ? 'has an entry that names' : 'names';
      const message = `${name} ${names} ${count} of ${listed(choiceKeys(part.schema))}: name one.`;
      return { code: 'schema', message };
    }
    case 'not':
      return { code: 'id-invalid', message: `${name}: ${shown(value)} is not an id.` };
    case 'discriminator': {
      const allowed = methodsOf(problem.root, part.schema).join(', ');
      const method = isRecord(value) ? value['method'] : undefined;
      if (method === undefined) {
        return { code: 'schema', message: `${name} needs a "method", one of: ${allowed}.` };
      }
      const named =
        typeof method === 'string' && /^[a-z-]{1,24}$/u.test(method) ? `is ${shown(method)}, and ` : '';
      const message = `"method" ${named}must be one of: ${allowed}.`;
      return { code: 'schema', message, position: document.positionOf([...path, 'method']) };
    }
    case 'enum':
    case 'const':
      return { code: 'schema', message: allowedValuesMessage(problem) };
    case 'minItems': {
      const has = Array.isArray(value) ? value.length : 0;
      const least = Number(error.params['limit']);
      const message = `${name} has ${items(has)}, but needs at least ${least}.`;
      return { code: 'schema', message };
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum': {
      const message = `${name} is ${shown(value)}, and must be ${limitWords[error.keyword]} ${String(error.params['limit'])}.`;
      return { code: 'schema', message };
    }
    case 'type':
    case 'anyOf':
      return typeMessage(problem);
    case 'pattern':
    case 'minLength':
      return { code: 'schema', message: patternMessage(problem) };
    default:
      return { code: 'schema', message: `${name} ${error.message ?? 'does not match the schema'}.` };
  }
}

const limitWords = { minimum: 'at least', maximum: 'at most', exclusiveMinimum: 'more than' };

function items(count: number): string {
  return count === 0 ? 'no items' : count === 1 ? '1 item' : `${count} items`;
}

/** A value in quotes is not the number or boolean that looks like it. */
function allowedValuesMessage({ error, name, value }: SchemaProblem): string {
  const allowed = allowedValues(error);
  const one = allowed.length === 1;
  const must = `${name} is ${shown(value)}, and must be ${one ? '' : 'one of: '}${allowed.join(', ')}.`;
  if (typeof value !== 'string') return must;
  return allowed.includes(value)
    ? `${must} Write it without quotes.`
    : `${must}${suggestion(nearestOf(allowed)(value))}`;
}

function unknownKeyMessage(key: string, known: readonly string[]): SchemaMessage {
  const hint = suggestion(nearestOf(known)(key)) || ` Known keys: ${known.join(', ')}.`;
  return { code: 'unknown-key', message: `The key ${quote(key)} is not known here.${hint}` };
}

const dateKeys: ReadonlySet<unknown> = new Set(['from', 'until', 'leaves']);
const idDefinitions: ReadonlySet<string | null> = new Set(['id', 'entry', 'identity']);

function typeMessage({ error, name, path, value, part, root, document }: SchemaProblem): SchemaMessage {
  const types = error.keyword === 'anyOf' ? choiceTypes(root, part.schema) : [String(error.params['type'])];
  const wantsText = types.includes('string');
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean') && !path.includes('auth')) {
    const written = quote(document.writtenAs(path) ?? String(value));
    const form = forms.get(part.definition);
    if (form !== undefined && part.definition !== 'path')
      return { code: 'schema', message: `${name} is ${written}: ${form}` };
    if (dateKeys.has(path.at(-1))) {
      const message = `${name} is ${written}: write a date such as 2027-01-31, or an RFC 3339 time.`;
      return { code: 'term-invalid', message };
    }
    if (idDefinitions.has(part.definition) || path[0] === 'teams') {
      return { code: 'id-unquoted', message: `${name}: ids must be quoted: write ${written}.` };
    }
    return { code: 'schema', message: `${name} must be text: write ${written}, with the quotes.` };
  }
  if (
    error.keyword === 'anyOf' &&
    (value === null || value === undefined) &&
    /^\d+$/u.test(String(path.at(-1)))
  ) {
    return { code: 'schema', message: `${name} has an empty item: write a name, or remove it.` };
  }
  if (error.keyword === 'anyOf') {
    const wanted = listed(types.map(kindName), 'or');
    return { code: 'schema', message: `${name} has ${kindOf(value)} where it needs ${wanted}.` };
  }
  const wanted = kindName(String(error.params['type']));
  const hint =
    value === null && wanted === 'a list' ? ' Write [] for an empty list.' : itemHint(part.schema, path);
  return { code: 'schema', message: `${name} is ${kindOf(value)}, and must be ${wanted}.${hint}` };
}

/** How an item of a list is written that needs one key alone. */
function itemHint({ required }: JsonSchema, path: Path): string {
  const [key, more] = Array.isArray(required) ? required.map(String) : [];
  const isItem = /^\d+$/u.test(String(path.at(-1)));
  return !isItem || key === undefined || more !== undefined ? '' : ` Write { ${key}: … }.`;
}

/** What a text of a definition looks like. */
const forms: ReadonlyMap<string | null, string> = new Map([
  ['duration', 'write a duration such as 500ms, 30s, 5m or 1h.'],
  [
    'url',
    'write a path below the base URL that begins with "/", such as "/orgs/{organization}/members{?role}".',
  ],
  ['path', 'write keys with a dot between them, such as user.id, or "." for all of it.'],
  ['kindName', 'write a small letter, then letters, digits and hyphens.'],
  ['request', 'write a method and a path with its query, such as "GET /orgs/acme/members?role=admin".'],
]);

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a mapping',
  integer: 'a whole number',
  number: 'a number',
};

function kindName(type: string): string {
  return kindNames[type] ?? type;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a mapping';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function patternMessage({ name, value, part, path }: SchemaProblem): string {
  const form = forms.get(part.definition);
  if (form !== undefined) return `${name} is ${shown(value)}: ${form}`;
  if (path.includes('auth') && value !== '') return `${name} is not a valid header name.`;
  return `${name} is empty: write a text.`;
}

function allowedValues({ keyword, params }: SchemaError): readonly string[] {
  const allowed: unknown = keyword === 'const' ? [params['allowedValue']] : params['allowedValues'];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}
