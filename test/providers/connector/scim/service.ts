import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filtered, groupOf, listed, patched } from './resources.js';
import { type Answer, not, type ScimGroup, type ScimOptions } from './world.js';

export interface ScimService {
  readonly url: string;
  readonly requests: string[];
  /** Ids of members, by group. */
  readonly members: () => Readonly<Record<string, readonly string[]>>;
  readonly close: () => Promise<void>;
}

/** A SCIM 2.0 service that takes nothing but what RFC 7644 says, and has ways of its own. */
export async function startScimService(options: ScimOptions): Promise<ScimService> {
  const { base = '/scim/v2', mediaType = 'application/scim+json' } = options;
  const groups = new Map<string, ScimGroup>(
    Object.entries(options.groups).map(([id, { displayName, members = [] }]) => [
      id,
      { displayName, members: [...members] },
    ]),
  );
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', headers } = request;
      requests.push(`${method} ${request.url?.slice(base.length)}${text === '' ? '' : ` ${text}`}`);
      const { status, json, before } =
        headers.authorization !== `Bearer ${options.token}`
          ? not(401, 'unauthorized')
          : text !== '' && headers['content-type'] !== mediaType
            ? not(415, 'mediaType')
            : answered(method, new URL(request.url ?? '', 'http://scim.test'), text, groups, options, base);
      const send = (): void => {
        before?.();
        response.writeHead(status, json === undefined ? {} : { 'content-type': mediaType });
        response.end(json === undefined ? undefined : JSON.stringify(json));
      };
      if (before === undefined) send();
      else setTimeout(send, options.slow);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    requests,
    members: () =>
      Object.fromEntries([...groups].map(([id, { members }]) => [id, members.map(({ value }) => value)])),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answered(
  method: string,
  url: URL,
  text: string,
  groups: Map<string, ScimGroup>,
  options: ScimOptions,
  base: string,
): Answer {
  if (!url.pathname.startsWith(`${base}/`)) return not(404, 'noSuchPath');
  const [resource, id = ''] = url.pathname
    .slice(base.length + 1)
    .split('/')
    .map(decodeURIComponent);
  const { config = { patch: { supported: true }, filter: { supported: true, maxResults: 200 } } } = options;
  switch (`${method} ${resource} ${id === '' ? '' : 'ID'}`.trim()) {
    case 'GET ServiceProviderConfig':
      return config === null ? not(404, 'noSuchPath') : { status: 200, json: config };
    case 'GET Users':
      return listed(options.users, url, options);
    case 'GET Groups': {
      const kept = url.searchParams.get('excludedAttributes') === 'members' ? [] : ['members'];
      const all = [...groups].map(([key, group]) => groupOf(key, group, kept));
      const found = filtered(all, groups, url);
      return found === null ? not(400, 'invalidFilter') : listed(found, url, options);
    }
    case 'GET Groups ID': {
      const group = groups.get(id);
      if (group === undefined) return not(404, 'noSuchGroup');
      const whole = groupOf(id, group, ['members']);
      return { status: 200, json: options.group?.(whole) ?? whole };
    }
    case 'PATCH Groups ID': {
      const group = groups.get(id);
      if (group === undefined) return not(404, 'noSuchGroup');
      if (options.slow === undefined) return patched(group, JSON.parse(text), groups, options);
      const copy = structuredClone(group);
      return { ...patched(copy, JSON.parse(text), groups, options), before: () => groups.set(id, copy) };
    }
    default:
      return not(404, 'noSuchPath');
  }
}
