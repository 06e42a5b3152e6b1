import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, type ExchangeCheck, readExchangeCheck, type Violation } from './exchange-check.js';

/** A running proxy; `violations` grows as messages pass. */
export interface ValidatingProxy {
  readonly url: string;
  readonly violations: readonly Violation[];
  /** How many exchanges were checked. */
  readonly checked: () => number;
  readonly close: () => Promise<void>;
}

/**
 * Starts a proxy on loopback that hands everything through to `target` unchanged, the Host header included, and checks
 * each request and each answer by the OpenAPI documents (paths of YAML files). Paths under `/_sandbox/` are not checked.
 */
export async function startValidatingProxy(options: {
  readonly target: string;
  /** Paths of YAML files, or the check made of them. */
  readonly documents: readonly string[] | ExchangeCheck;
}): Promise<ValidatingProxy> {
  const { documents } = options;
  const check = typeof documents === 'function' ? documents : await readExchangeCheck(documents);
  const violations: Violation[] = [];
  let checked = 0;

  function note(exchange: Exchange): void {
    if (exchange.path.startsWith('/_sandbox/')) return;
    checked += 1;
    violations.push(...check(exchange));
  }

  const server = createServer((incoming, response) => {
    forward(options.target, incoming, response, note).catch(() => incoming.socket.resetAndDestroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    violations,
    checked: () => checked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function forward(
  target: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  note: (exchange: Exchange) => void,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = await collect(incoming);
  const [path = '/', query = ''] = url.split('?', 2);
  const seen = { method, path, query, headers, body: body.toString('utf8') };
  const { hostname, port } = new URL(target);
  const answer = await exchanged(send({ hostname, port, method, path: url, headers, agent: false }), body);
  const status = answer?.statusCode ?? 0;
  const answerType = (answer?.headers['content-type'] ?? '').split(';')[0] ?? '';
  const bytes = answer === undefined ? Buffer.alloc(0) : await collect(answer);
  note({ ...seen, status, answerType, answer: bytes.toString('utf8') });
  if (answer === undefined) incoming.socket.resetAndDestroy();
  else response.writeHead(status, answer.headers).end(bytes);
}

/** The answer to a request, or undefined where the connection was cut. */
function exchanged(outgoing: ClientRequest, body: Buffer): Promise<IncomingMessage | undefined> {
  return new Promise((resolve) => {
    outgoing.on('error', () => resolve(undefined));
    outgoing.on('response', resolve);
    outgoing.end(body);
  });
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
