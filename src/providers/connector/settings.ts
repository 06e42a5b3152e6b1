import { isRecord } from '../../model/record.js';
import { connectionSettings, type SettingsPart } from '../settings.js';
import type { Connector } from './connector.js';

/** `providers.NAME` of a connector: which file describes it, and how its API is reached. */
export function connectorSettings(name: string, connector: Connector): SettingsPart {
  const { url, rateLimit, headers = {} } = connector;
  const connection = connectionSettings(name, url ?? '');
  const { properties, ...schema } = connection.schema;
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
      },
    },
    read: (value, source) => {
      const { connector: _, ...written } = isRecord(value) ? value : {};
      const read = connection.read({ ...(rateLimit === undefined ? {} : { rateLimit }), ...written }, source);
      if (read.settings === undefined) return read;
      if (url === undefined && written['url'] === undefined) {
        const params = { missingProperty: 'url' };
        return { errors: [{ keyword: 'required', instancePath: '', schemaPath: '#/required', params }] };
      }
      return { settings: { ...read.settings, headers: inLowerCase(headers) } };
    },
  };
}

function inLowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
