import { connectionSettingsSchema } from '../generated/schemas/connection-settings.js';
import { schemaFolder } from '../generated/version.js';
import { isRecord } from '../model/record.js';
import { rootsSchema } from '../providers/connector/settings.js';
import { composedSchemas, type FileSchemas, type SchemaModule } from './composed-schemas.js';
import type { JsonSchema } from './schema-lookup.js';

/**
 * The JSON Schemas of the files for editors, which do not read the settings: beside the systems of these modules they take
 * any other that names a connector, and documents of any kind that name another provider. Pure.
 */
export function editorSchemas(modules: readonly SchemaModule[]): FileSchemas {
  const { access, people, settings } = composedSchemas(modules);
  const names = modules.map(({ traits }) => traits.name);
  return {
    access: published('access', accessForAll(access, names)),
    people: published('people', people),
    settings: published('settings', settingsForAll(settings)),
  };
}

/** A schema under the address that it is published at. */
function published(name: string, schema: JsonSchema): JsonSchema {
  return { ...schema, $id: `${schemaFolder}/${name}.schema.json` };
}

/** A provider under any name, described by a connector. */
function settingsForAll(settings: JsonSchema): JsonSchema {
  const { properties, $defs } = connectionSettingsSchema;
  const connector = {
    description: 'A system that a connector describes.',
    type: 'object',
    // By the plural of any root kind.
    additionalProperties: rootsSchema,
    required: ['connector'],
    properties: {
      connector: {
        description: 'The connector: the name of one that ships with rolecall, or the path of a file.',
        type: 'string',
        examples: ['github', 'connectors/grafana.yaml'],
      },
      ...record(properties),
    },
  };
  const all = record(settings['properties']);
  const providers = { ...record(all['providers']), additionalProperties: { $ref: '#/$defs/connector' } };
  return {
    ...settings,
    properties: { ...all, providers },
    $defs: { ...record($defs), ...record(settings['$defs']), connector },
  };
}

const COMMON = ['provider', 'name', 'prune', 'roles'];

function accessForAll({ $defs, ...access }: JsonSchema, names: readonly string[]): JsonSchema {
  const { additionalProperties, dependentRequired, oneOf, properties, ...rest } = access;
  const common = Object.entries(record(properties)).filter(([key]) => COMMON.includes(key));
  const id = {
    $ref: '#/$defs/id',
    description: 'The id of the scope, or of the root that it is in, by its kind.',
  };
  return {
    ...rest,
    if: { required: ['provider'], properties: { provider: { not: { enum: names } } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { $ref: '#/$defs/connectorDocument' },
    else: { $ref: '#/$defs/document' },
    $defs: {
      ...record($defs),
      document: { type: 'object', additionalProperties, dependentRequired, oneOf, properties },
      connectorDocument: {
        description: 'A scope of a system that a connector describes.',
        type: 'object',
        properties: Object.fromEntries(common),
        additionalProperties: id,
      },
    },
  };
}

function record(value: unknown): JsonSchema {
  return isRecord(value) ? value : {};
}
