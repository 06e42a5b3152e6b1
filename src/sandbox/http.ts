import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, SandboxRequest } from './messages.js';

const largestBody = 1024 * 1024;

/** Collects a request. Of a body beyond 1 MiB, which the APIs answer with 413 (R21), the rest is dropped. */
export function readRequest(
  incoming: IncomingMessage,
  handle: (request: SandboxRequest, whole: boolean) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  });
  incoming.on('end', () => {
    const { method = 'GET', url = '/', headers } = incoming;
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const rawQuery = mark < 0 ? '' : url.slice(mark + 1);
    const query = new URLSearchParams(rawQuery);
    const body = Buffer.concat(chunks).toString('utf8');
    const origin = `http://${headers.host ?? ''}`;
    handle({ method, path, rawQuery, query, headers, body, origin }, size <= largestBody);
  });
}

/** Sends an answer under its request id. */
export function send(response: ServerResponse, answer: Answer, id: string): void {
  const isText = answer.text !== undefined;
  const body = isText ? answer.text : JSON.stringify(answer.json ?? null);
  response.writeHead(answer.status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body ?? ''),
    'x-request-id': id,
    ...answer.headers,
  });
  response.end(body);
}

/** The client's own tracing id (N12), or one made here. */
export function requestId(request: SandboxRequest, index: number): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,128}$/.test(given) ? given : `sandbox-${index + 1}`;
}
