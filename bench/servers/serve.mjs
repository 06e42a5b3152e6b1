// The shell of every server of the bench: a process of its own, asked by messages what it saw.
import { createServer } from 'node:http';
import { latency } from './latency.mjs';

/** @typedef {import('./protocol.mjs').Seen} Seen */

/**
 * What a server says to a request: a status, a body that is JSON already, and headers of its own.
 * @typedef {{ status: number, json: string, headers?: Record<string, string> }} Answer
 */

/**
 * Serves `answer` on a free port of the loopback, every answer `ms` late, and tells the parent process its port. On the
 * message `seen` it tells what it saw since it was last asked.
 * @param {(method: string, path: string, body: string) => Answer} answer
 * @param {number} ms
 * @param {() => Answer | null} [refuse] asked as a request arrives: an answer in place of the other, or none
 */
export function serve(answer, ms, refuse = () => null) {
  const later = latency(ms);
  let seen = nothing();
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const { method = '', url = '' } = request;
    const writes = method !== 'GET';
    seen.requests += 1;
    if (writes) {
      seen.writes += 1;
      seen.firstWriteAt ??= performance.now();
    }
    const refused = refuse();
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      later(() => {
        const { status, json, headers } = refused ?? answer(method, url, body);
        if (status === 429) seen.bounced += 1;
        response.writeHead(status, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(json),
          ...headers,
        });
        response.end(json);
        const now = performance.now();
        seen.lastAt = now;
        if (writes) seen.lastWriteAt = now;
      });
    });
    seen.firstAt ??= performance.now();
  });
  server.on('connection', () => (seen.connections += 1));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
  });
  process.on('message', (message) => {
    if (message !== 'seen') return;
    process.send?.({ seen });
    seen = nothing();
  });
  process.on('disconnect', () => process.exit(0));
}

/** @returns {Seen} */
function nothing() {
  return {
    requests: 0,
    writes: 0,
    bounced: 0,
    connections: 0,
    firstAt: null,
    lastAt: null,
    firstWriteAt: null,
    lastWriteAt: null,
  };
}
