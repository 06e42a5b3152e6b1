import { accessSchema } from '../generated/schemas/access.js';
import { peopleSchema } from '../generated/schemas/people.js';
import { settingsSchema } from '../generated/schemas/settings.js';
import { capital, listed, withArticle } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import { isRecord } from '../model/record.js';
import { type ProviderTraits, rootTraits } from '../model/scope.js';
import type { JsonSchema } from './schema-lookup.js';

/** What a provider module adds to the schemas of the files. */
export interface SchemaModule {
  readonly traits: ProviderTraits;
  readonly settings: { readonly schema: JsonSchema };
}

/** The JSON Schemas of the files for some providers: editors read them, and findings name their keys. */
export interface FileSchemas {
  readonly access: JsonSchema;
  readonly people: JsonSchema;
  readonly settings: JsonSchema;
}

/** Where the roles of a separation policy must not meet: in one scope, in one root of a kind, or anywhere. */
export function separationAreas(providers: Iterable<ProviderTraits>): readonly string[] {
  const roots = [...providers].map((traits) => rootTraits(traits).kind);
  return [...new Set(['scope', ...roots, 'everywhere'])];
}

/** The schemas of the files, each its common part with what the modules add. Pure. */
export function composedSchemas(modules: readonly SchemaModule[]): FileSchemas {
  const providers = modules.map(({ traits }) => traits);
  const words = wordsOf(providers);
  const withWords = (schema: JsonSchema): JsonSchema =>
    rewritten(schema, (key, value) =>
      key === 'description' && typeof value === 'string'
        ? value.replaceAll(/\{([^}]+)\}/gu, (braced, word: string) => words[word] ?? braced)
        : value,
    );
  return {
    access: withWords(accessFor(providers)),
    people: withWords(peopleFor(providers)),
    settings: withWords(settingsFor(modules)),
  };
}

function accessFor(providers: readonly ProviderTraits[]): JsonSchema {
  const kinds = providers.flatMap(({ scopes }) => scopes);
  const roots = [...new Set(providers.map((traits) => rootTraits(traits).kind))];
  const { additionalProperties: id, properties, $defs, ...rest } = accessSchema;
  const heads: Record<string, JsonSchema> = {};
  const nested: Record<string, readonly string[]> = {};
  for (const [kind, alike] of groupBy(kinds, (traits) => traits.kind)) {
    heads[kind] = { ...record(id), description: alike.map(({ description }) => description).join(' Or: ') };
    const [root = null, ...others] = new Set(alike.map(({ rootKind }) => rootKind));
    if (root !== null && others.length === 0) nested[kind] = [root];
  }
  return {
    ...rest,
    additionalProperties: false,
    dependentRequired: nested,
    oneOf: roots.map((kind) => ({ required: [kind] })),
    properties: { ...heads, ...record(properties) },
    $defs,
  };
}

function peopleFor(providers: readonly ProviderTraits[]): JsonSchema {
  const { $defs, ...rest } = peopleSchema;
  const { person, ...definitions } = record($defs);
  const { additionalProperties: identity, properties, ...ofPerson } = record(person);
  const { name, ...others } = record(properties);
  const keys: Record<string, JsonSchema> = {};
  for (const { peopleKey } of providers) {
    if (peopleKey === null) continue;
    keys[peopleKey.key] = { ...record(identity), description: peopleKey.description };
  }
  const all = { name, ...keys, ...others };
  const closed = { ...ofPerson, additionalProperties: false, properties: all };
  return { ...rest, $defs: { ...definitions, person: closed } };
}

function settingsFor(modules: readonly SchemaModule[]): JsonSchema {
  const { properties, $defs, ...rest } = settingsSchema;
  const { providers, policies } = record(properties);
  const definitions: Record<string, unknown> = { ...record($defs) };
  const parts: Record<string, JsonSchema> = {};
  for (const { traits, settings } of modules) {
    addDefinitions(definitions, traits.name, settings.schema);
    parts[traits.name] = { $ref: `#/$defs/${traits.name}` };
  }
  const areas = separationAreas(modules.map(({ traits }) => traits));
  const closed = { ...record(providers), additionalProperties: false, properties: parts };
  const withAreas = rewritten(record(policies), (key, value) =>
    key === 'within' ? { ...record(value), enum: areas } : value,
  );
  return {
    ...rest,
    properties: { ...record(properties), providers: closed, policies: withAreas },
    $defs: definitions,
  };
}

/** Adds a module's part and its own definitions; one whose name another definition has is renamed. */
function addDefinitions(definitions: Record<string, unknown>, name: string, schema: JsonSchema): void {
  const { $defs, $schema: _dialect, $id: _id, title: _title, ...part } = schema;
  const own = Object.entries(record($defs));
  const isTaken = (key: string, definition: unknown): boolean =>
    Object.hasOwn(definitions, key) && JSON.stringify(definitions[key]) !== JSON.stringify(definition);
  const nameOf = new Map(
    own.map(([key, value]) => [`#/$defs/${key}`, isTaken(key, value) ? `${name}-${key}` : key]),
  );
  const renamed = (value: unknown): JsonSchema =>
    rewritten(record(value), (key, each) =>
      key === '$ref' && typeof each === 'string' ? `#/$defs/${nameOf.get(each) ?? each}` : each,
    );
  for (const [key, value] of own)
    Object.assign(definitions, { [nameOf.get(`#/$defs/${key}`) ?? key]: renamed(value) });
  Object.assign(definitions, { [name]: renamed(part) });
}

function wordsOf(providers: readonly ProviderTraits[]): Readonly<Record<string, string>> {
  const kinds = providers.flatMap(({ scopes }) => scopes);
  const roots = providers.map((provider) => ({ root: rootTraits(provider), scopes: provider.scopes }));
  const kept = kinds.filter(({ inheritsPrune }) => !inheritsPrune);
  const titled = (has: 'groups' | 'statuses' | 'rolesIgnoreCase'): string =>
    listed(providers.filter(({ scopes }) => scopes.some((traits) => traits[has])).map(({ title }) => title));
  const root = listed([...new Set(roots.map((each) => each.root.kind))], 'or');
  return {
    'pruning kinds': listed(kinds.filter(({ inheritsPrune }) => inheritsPrune).map(({ plural }) => plural)),
    'Removal kinds': capital(listed(kept.map(({ plural }) => plural))),
    'A removal kind': capital(
      listed(
        kept.map(({ kind }) => withArticle(kind)),
        'or',
      ),
    ),
    'built-in holders': listed(
      kinds.flatMap(({ kind, minHolders }) =>
        minHolders.map(({ role }) => `${role} of ${withArticle(kind)}`),
      ),
    ),
    'systems that ignore case': titled('rolesIgnoreCase'),
    'Systems with groups': titled('groups'),
    'Systems with statuses': titled('statuses'),
    'in roots': roots
      .map((each) => {
        const inner = each.scopes.filter(({ rootKind }) => rootKind !== null).map(({ plural }) => plural);
        const place = `in ${withArticle(each.root.kind)}`;
        return inner.length === 0 ? place : `${place} with its ${listed(inner)}`;
      })
      .join(', '),
    root,
    Root: capital(root),
  };
}

function rewritten(schema: JsonSchema, change: (key: string, value: unknown) => unknown): JsonSchema {
  return record(JSON.parse(JSON.stringify(schema), change));
}

function record(value: unknown): JsonSchema {
  return isRecord(value) ? value : {};
}
