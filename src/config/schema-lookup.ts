import { isRecord } from '../model/record.js';
import { type Path, valueAt } from './yaml-document.js';

/** A schema, or a part of one, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The part of a schema that is about one value, and the last definition on the way to it. */
export interface SchemaPart {
  readonly schema: JsonSchema;
  readonly definition: string | null;
}

/**
 * The part of a schema about the value at a path. Of the branches of a choice the one is taken that the value means:
 * by its `method` where the branches have one, else by its type.
 */
export function schemaAt(root: JsonSchema, value: unknown, path: Path): SchemaPart {
  let part = resolve(root, { schema: root, definition: null }, value);
  let current = value;
  for (const key of path) {
    current = valueAt(current, [key]);
    part = resolve(root, { ...part, schema: childSchema(part.schema, key) }, current);
  }
  return part;
}

/** The values of `method` that the branches of a choice ask for. */
export function methodsOf(root: JsonSchema, choice: JsonSchema): readonly string[] {
  return branchesOf(choice).flatMap((branch) => {
    const method = methodOf(follow(root, branch).schema);
    return typeof method === 'string' ? [method] : [];
  });
}

/** The keys of which a choice takes exactly one. */
export function choiceKeys(choice: JsonSchema): readonly string[] {
  return branchesOf(choice).flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []));
}

/** The types of the branches of a choice, in their order. */
export function choiceTypes(root: JsonSchema, choice: JsonSchema): readonly string[] {
  return [...new Set(branchesOf(choice).map((branch) => typeOf(follow(root, branch).schema)))];
}

/** The definition that a schema stands for; null where it is one of its own. */
export function definitionOf({ $ref }: JsonSchema): string | null {
  return typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : null;
}

/** The keys an object may have. */
export function knownKeys({ properties }: JsonSchema): readonly string[] {
  return isRecord(properties) ? Object.keys(properties) : [];
}

/** Steps of a JSON pointer (RFC 6901). An index stays a text: properties of arrays are found by it as well. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childSchema(schema: JsonSchema, key: string | number): JsonSchema {
  const { properties, additionalProperties, items } = schema;
  const child = isRecord(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  for (const candidate of [child, items, additionalProperties]) if (isRecord(candidate)) return candidate;
  return {};
}

function resolve(root: JsonSchema, part: SchemaPart, value: unknown): SchemaPart {
  const followed = follow(root, part.schema);
  const here = { schema: followed.schema, definition: followed.definition ?? part.definition };
  const branches = branchesOf(here.schema).filter(
    (branch) => !('required' in branch) || 'properties' in branch,
  );
  const fitting = branches.map((branch) => follow(root, branch)).find(({ schema }) => isMeant(schema, value));
  return fitting === undefined ? here : { ...fitting, definition: fitting.definition ?? here.definition };
}

function isMeant(schema: JsonSchema, value: unknown): boolean {
  const method = methodOf(schema);
  if (method !== undefined) return isRecord(value) && value['method'] === method;
  return typeOf(schema) === (Array.isArray(value) ? 'array' : typeof value);
}

/** The type of what a schema describes; what is one of several words is a text. */
function typeOf({ type, enum: words }: JsonSchema): string {
  return words === undefined ? String(type) : 'string';
}

function methodOf({ properties }: JsonSchema): unknown {
  const method = isRecord(properties) ? properties['method'] : undefined;
  return isRecord(method) ? method['const'] : undefined;
}

function branchesOf({ oneOf, anyOf }: JsonSchema): readonly JsonSchema[] {
  return [oneOf, anyOf].flatMap((branches) => (Array.isArray(branches) ? branches.filter(isRecord) : []));
}

function follow(root: JsonSchema, schema: JsonSchema): SchemaPart {
  const definition = definitionOf(schema);
  if (definition === null) return { schema, definition };
  const { $ref: _, ...own } = schema;
  const definitions = root['$defs'];
  const target = isRecord(definitions) ? definitions[definition] : undefined;
  const followed = isRecord(target) ? follow(root, target).schema : {};
  const properties = { ...asKeys(followed['properties']), ...asKeys(own['properties']) };
  return { schema: { ...followed, ...own, properties }, definition };
}

function asKeys(properties: unknown): JsonSchema {
  return isRecord(properties) ? properties : {};
}
