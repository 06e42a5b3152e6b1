import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { onTestFinished } from 'vitest';
import { quickRuntime } from '../../safety/quick-runtime.js';
import { programFolder } from '../world.js';

/** What an API answers. */
export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that fits its route. */
export interface Asked {
  /** What the route's pattern captured. */
  readonly captured: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One request of an API: method and path, the keys its query may have, and those its body must have. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly query?: readonly string[];
  /** The type of each value of the body, as `typeof` says it; a request with another body is refused. */
  readonly body?: unknown;
  readonly answer: (asked: Asked) => Answer;
}

/** An API on loopback that refuses whatever its routes do not document. `refused` holds what it refused. */
export async function startApi(routes: readonly Route[], headers: Readonly<Record<string, string>>) {
  const requests: string[] = [];
  const refused: string[] = [];
  const answerTo = (method: string, url: URL, body: unknown): Answer => {
    const path = decodeURI(url.pathname);
    const route = routes.find((each) => each.method === method && each.path.test(path));
    const query = Object.fromEntries(url.searchParams);
    const isKnown = Object.keys(query).every((key) => route?.query?.includes(key));
    const isSingle = Object.keys(query).length === url.searchParams.size;
    if (route === undefined || !isKnown || !isSingle || !isDeepStrictEqual(typesIn(body), route.body)) {
      refused.push(`${method} ${url.pathname}${url.search} ${JSON.stringify(body)}`);
      return { status: 400, json: { message: 'not as documented' } };
    }
    return route.answer({ captured: route.path.exec(path)?.slice(1) ?? [], query, body });
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      requests.push(`${request.method} ${request.url}${text === '' ? '' : ` ${text}`}`);
      const allowed = Object.entries(headers).every(([name, value]) => request.headers[name] === value);
      const answered = allowed
        ? answerTo(
            request.method ?? '',
            new URL(request.url ?? '', 'http://api.test'),
            text === '' ? undefined : JSON.parse(text),
          )
        : { status: 401, json: { message: 'who are you?' } };
      response.writeHead(answered.status ?? 200, answered.headers);
      response.end(answered.json === undefined ? '' : JSON.stringify(answered.json));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, requests, refused, writes: () => requests.filter((request) => !request.startsWith('GET')) };
}

function typesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesIn);
  if (typeof value !== 'object' || value === null) return value === undefined ? undefined : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typesIn(each)]));
}

/** A folder with these files, and the program in it. */
export function folderWith(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
  return programFolder(files, quickRuntime(env)).rolecall;
}
