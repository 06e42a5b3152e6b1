import type { SchemaError } from '../../generated/validators.js';
import type { SourceLocation } from '../../model/diagnostic.js';
import { pointerStep } from '../../model/json-pointer.js';
import { isRecord } from '../../model/record.js';
import { isId } from '../../model/scope.js';
import type { Credential, ProviderSettings } from '../../model/settings.js';
import { connectionSettings, type SettingsPart } from '../settings.js';
import type { Connector } from './connector.js';

/** `providers.NAME` of a connector: which file describes it, and how its API is reached. */
export function connectorSettings(name: string, connector: Connector): SettingsPart {
  const { url, rateLimit, headers = {} } = connector;
  const connection = connectionSettings(name, url ?? '');
  const { properties, ...schema } = connection.schema;
  const ofRoots = rootsKey(connector, isRecord(properties) ? properties : {});
  return {
    schema: {
      ...schema,
      ...(url === undefined ? { required: ['url'] } : {}),
      properties: {
        connector: {
          description: 'The connector: the name of one that ships with rolecall, or the path of a file.',
          type: 'string',
        },
        ...(isRecord(properties) ? properties : {}),
        ...(ofRoots === null ? {} : { [ofRoots]: rootsSchema }),
      },
    },
    read: (value, source) => {
      const { connector: _, ...all } = isRecord(value) ? value : {};
      const roots = ofRoots === null ? undefined : all[ofRoots];
      const written = Object.fromEntries(Object.entries(all).filter(([key]) => key !== ofRoots));
      const read = connection.read({ ...(rateLimit === undefined ? {} : { rateLimit }), ...written }, source);
      const own = rootsRead(roots, ofRoots ?? '', connection, source);
      if (read.settings === undefined || own.errors.length > 0)
        return { errors: [...(read.errors ?? []), ...own.errors] };
      if (url === undefined && written['url'] === undefined) {
        const params = { missingProperty: 'url' };
        return { errors: [{ keyword: 'required', instancePath: '', schemaPath: '#/required', params }] };
      }
      return { settings: { ...read.settings, rootAuth: own.rootAuth, headers: inLowerCase(headers) } };
    },
  };
}

/** The key that other credentials of single roots stand below, such as `organizations`; null where it means something else. */
function rootsKey({ kinds }: Connector, taken: Readonly<Record<string, unknown>>): string | null {
  const [[root, { plural }] = ['', { plural: undefined }]] = Object.entries(kinds);
  const key = plural ?? `${root}s`;
  return key === 'connector' || Object.hasOwn(taken, key) ? null : key;
}

/** Other credentials of single roots. It names what the schema of the connection defines. */
export const rootsSchema = {
  description: 'Other credentials, by the id of the root.',
  type: 'object',
  propertyNames: { $ref: '#/$defs/id' },
  additionalProperties: {
    description: 'Settings of one root.',
    type: 'object',
    additionalProperties: false,
    required: ['auth'],
    properties: { auth: { $ref: '#/$defs/auth' } },
  },
};

interface RootsRead {
  readonly rootAuth: ProviderSettings['rootAuth'];
  readonly errors: readonly SchemaError[];
}

/** Reads each root's credential as the one of the provider is. */
function rootsRead(roots: unknown, key: string, connection: SettingsPart, source: SourceLocation): RootsRead {
  const rootAuth = new Map<string, Credential>();
  if (roots === undefined) return { rootAuth, errors: [] };
  const at = `/${pointerStep(key)}`;
  const error = (keyword: string, path: string, params: SchemaError['params']): SchemaError => ({
    keyword,
    instancePath: path,
    schemaPath: '',
    params,
  });
  if (!isRecord(roots)) return { rootAuth, errors: [error('type', at, { type: 'object' })] };
  const errors: SchemaError[] = [];
  for (const [id, root] of Object.entries(roots)) {
    const path = `${at}/${pointerStep(id)}`;
    if (!isId(id)) errors.push(error('propertyNames', at, { propertyName: id }));
    else if (!isRecord(root)) errors.push(error('type', path, { type: 'object' }));
    else {
      for (const other of Object.keys(root).filter((name) => name !== 'auth'))
        errors.push(error('additionalProperties', path, { additionalProperty: other }));
      if (!Object.hasOwn(root, 'auth')) errors.push(error('required', path, { missingProperty: 'auth' }));
      const read = connection.read({ auth: root['auth'] }, source);
      if (read.settings?.auth != null) rootAuth.set(id, read.settings.auth);
      for (const each of Object.hasOwn(root, 'auth') ? (read.errors ?? []) : [])
        errors.push({ ...each, instancePath: path + each.instancePath });
    }
  }
  return { rootAuth, errors };
}

function inLowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
