import { Agent, createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface Seen {
  readonly method: string;
  /** Path and query, byte for byte. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * What becomes of a request: it is passed on; answered here; never answered; answered without end; cut before or after
 * the server acted; acted on with an answer that is held back for some milliseconds or changed on its way.
 */
export type Twist =
  | 'pass'
  | 'hang'
  | 'endless'
  | 'cut-before'
  | 'cut-after'
  | 'hang-after'
  | { readonly hold: number }
  | RawReply
  | ((reply: RawReply) => RawReply);

/** Decides by the request, and by how often its method and path were seen before. */
export type Rule = (seen: Seen, before: number) => Twist;

export interface Interposer {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Writes only, as `METHOD path`. */
  readonly writes: () => readonly string[];
  /** Puts another rule in place. */
  readonly twist: (rule: Rule) => void;
}

/** Stands between the program and a server and does to its answers what bad networks do. Gone after the test. */
export async function interpose(target: string, rule: Rule = () => 'pass'): Promise<Interposer> {
  const seen: Seen[] = [];
  const counts = new Map<string, number>();
  const agent = new Agent({ keepAlive: true });
  let current = rule;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const one: Seen = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      const key = `${method} ${url}`;
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      seen.push(one);
      void act(current(one, before), one, response);
    });
    incoming.on('error', () => undefined);
  });
  async function act(twist: Twist, one: Seen, response: ServerResponse): Promise<void> {
    const cut = (): void => void response.socket?.resetAndDestroy();
    if (twist === 'hang') return;
    if (twist === 'cut-before') return cut();
    if (twist === 'endless') return flood(response);
    if (typeof twist === 'object' && 'status' in twist) return reply(response, twist);
    const answer = await forward(target, one, agent);
    if (typeof twist === 'object') await new Promise((resolve) => setTimeout(resolve, twist.hold));
    if (twist === 'cut-after') return cut();
    if (twist === 'hang-after') return;
    reply(response, typeof twist === 'function' ? twist(answer) : answer);
  }
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  onTestFinished(async () => {
    agent.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    writes: () =>
      seen.flatMap(({ method, url }) =>
        method === 'GET' || url.endsWith('/token') ? [] : [`${method} ${url}`],
      ),
    twist: (next) => {
      current = next;
    },
  };
}

function reply(response: ServerResponse, { status, headers, body }: RawReply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}

/** Sends as fast as it is read, for ever. */
function flood(response: ServerResponse): void {
  const block = Buffer.alloc(1 << 20, ' ');
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once('drain', more);
  };
  response.on('error', () => undefined);
  more();
}

function forward(target: string, { method, url, headers, body }: Seen, agent: Agent): Promise<RawReply> {
  const { hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path: url, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const kept = ['content-type', 'x-request-id', 'retry-after', 'x-ratelimit-limit'].flatMap((name) => {
          const value = answer.headers[name];
          return typeof value === 'string' ? [[name, value]] : [];
        });
        const body = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(kept), body });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
