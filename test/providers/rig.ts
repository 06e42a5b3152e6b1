import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpClient, openHttpClient } from '../../src/http/client.js';
import type { LiveRoot } from '../../src/model/live.js';
import { principalAddress } from '../../src/model/principal.js';
import { makeScope, type Scope, traitsOf } from '../../src/model/scope.js';
import type { ProviderSettings } from '../../src/model/settings.js';
import { httpOptionsOf } from '../../src/providers/http-options.js';
import type { Provider, ProviderModule } from '../../src/providers/provider.js';
import { systemRuntime } from '../../src/runtime.js';

export const token = 'a-token-for-tests';

export function settingsFor(
  module: ProviderModule,
  url: string,
  options: Readonly<Record<string, unknown>> = {},
): ProviderSettings {
  return {
    name: module.traits.name,
    url,
    otherUrls: {},
    auth: { method: 'bearer', token: { env: 'TOKEN' } },
    rootAuth: new Map(),
    self: null,
    concurrency: 8,
    rateLimit: null,
    timeoutMs: 5000,
    options,
    written: {},
    source: { file: 'rolecall.yaml', line: 1, column: 1 },
  };
}

export interface Rig {
  readonly provider: Provider;
  readonly client: HttpClient;
}

/** A provider and the client that its own connection describes. */
export function rigFor(
  module: ProviderModule,
  settings: ProviderSettings,
  { signal, env = { TOKEN: token } }: { signal?: AbortSignal; env?: Readonly<Record<string, string>> } = {},
): Rig {
  const { concurrency, rateLimit, timeoutMs, name } = settings;
  const client = openHttpClient({
    name,
    ...httpOptionsOf(settings, module.traits),
    concurrency,
    rateLimit,
    timeoutMs,
    runtime: systemRuntime({ env }),
    userAgent: 'rolecall-test',
    signal,
  });
  return { provider: module.create(settings), client };
}

export function scopeOf(module: ProviderModule, kind: string, id: string, rootId = id): Scope {
  const { traits } = module;
  const kindTraits = traitsOf(new Map([[traits.name, traits]]), { provider: traits.name, kind });
  return makeScope(traits, kindTraits, id, rootId);
}

/** What is held, one line an assignment: address, principal, role, status and why it is kept. */
export function held(root: LiveRoot): readonly string[] {
  return root.scopes
    .flatMap(({ scope, assignments }) =>
      assignments.map(({ principal, role, status, keep }) =>
        [scope.address, principalAddress(principal.kind, principal.id), role, status, keep ?? '']
          .join(' ')
          .trim(),
      ),
    )
    .sort();
}

/** A request as one line: method, path with query, body. */
export function line(method: string, path: string, body: string): string {
  return `${method} ${path}${body === '' ? '' : ` ${body}`}`;
}

export interface LoopbackServer {
  readonly url: string;
  /** What was asked for, as lines. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Reply {
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly json: unknown;
}

/** A server on loopback that answers from a function of the path with its query. */
export async function serve(
  answer: (
    path: string,
    method: string,
    headers: IncomingHttpHeaders,
    body: string,
  ) => Reply | Promise<Reply>,
): Promise<LoopbackServer> {
  const asked: string[] = [];
  const reply = async (
    path: string,
    method: string,
    headers: IncomingHttpHeaders,
    body: string,
    response: ServerResponse,
  ): Promise<void> => {
    const { status = 200, json, headers: own } = await answer(path, method, headers, body);
    response.writeHead(status, { 'content-type': 'application/json', ...own });
    response.end(JSON.stringify(json));
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push(line(request.method ?? '', path, body));
      void reply(path, request.method ?? '', request.headers, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
