import { normalizedRequest } from '../model/example-request.js';
import { type Answer, Refusal, type SandboxRequest } from './messages.js';
import { type Handler, route } from './routes.js';
import type { Authenticate, SandboxSystem } from './system.js';
import { randomSecret } from './tokens.js';

/** A recorded exchange, as a connector file has it: method, path and query below the base URL, and the answer. */
interface ServedExample {
  readonly request: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A connector whose examples are served. */
export interface ServedConnector {
  /** What the settings call the provider. */
  readonly name: string;
  readonly title: string;
  /** How the settings name the connector. */
  readonly source: string;
  /** The environment variable of the credential. */
  readonly variable: string;
  /** The base URL that links in the answers begin with; null where there is none. */
  readonly baseUrl: string | null;
  readonly examples: readonly ServedExample[];
}

/**
 * A system that answers what the examples of a connector hold. It has no state: a write is answered as it was recorded, and
 * changes nothing.
 */
export function examplesSystem(served: ServedConnector): SandboxSystem {
  const { name, title, source, variable } = served;
  const basePath = `/connectors/${name}`;
  const tokenPath = `/connector-tokens/${name}`;
  return {
    name,
    label: title,
    pathPrefix: `${basePath}/`,
    tokenPath,
    defaultSeed: {},
    recorded: { basePath, seed: {} },
    refusal: ({ status, headers, message }) => ({ status, headers, json: { message } }),
    readSeed: () => ({
      start: async (tokens) => {
        const token = randomSecret(name);
        tokens.add(token, {});
        return {
          environment: { [variable]: token },
          settings: (url) => [
            `  ${name}:`,
            `    connector: ${source}`,
            `    url: ${url}${basePath}`,
            `    auth: { method: bearer, token: { env: ${variable} } }`,
          ],
          secretHeaders: [],
          tokenRoute: route(tokenPath, {}),
          authenticate: (request) => tokens.authenticate(request),
          load: (authenticate) => {
            const answer = answering(served, basePath, authenticate);
            const methods = { GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer };
            return { routes: [route('/**', methods)], snapshot: () => ({}) };
          },
        };
      },
    }),
  };
}

function answering(
  { baseUrl, examples }: ServedConnector,
  basePath: string,
  authenticate: Authenticate,
): Handler {
  const byRequest = new Map(examples.map((example) => [normalizedRequest(example.request), example]));
  return (request: SandboxRequest): Answer => {
    authenticate(request);
    const { method, path, rawQuery, origin } = request;
    const asked = normalizedRequest(`${method} ${path.slice(basePath.length)}?${rawQuery}`);
    const example = byRequest.get(asked);
    if (example === undefined) throw new Refusal(method === 'GET' ? 404 : 501, `No example answers ${asked}`);
    const { status, headers = {}, body } = example;
    const linked = (text: string): string =>
      baseUrl === null ? text : text.replaceAll(`${baseUrl}/`, `${origin}${basePath}/`);
    return {
      status,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), linked(value)]),
        ),
      },
      text: body === undefined ? '' : linked(JSON.stringify(body)),
    };
  };
}
