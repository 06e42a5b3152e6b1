// The least a program on this runtime does for such requests: an undici Pool, p-limit, and every answer read.
import pLimit from 'p-limit';
import { Pool } from 'undici';

/** @typedef {{ method: 'GET' | 'PUT', path: string, body: string | null }} BareRequest */

/** @type {{ url: string, concurrency: number, requests: BareRequest[] }} */
const { url, concurrency, requests } = JSON.parse(await text());
const pool = new Pool(url, { connections: concurrency, pipelining: 1 });
const limit = pLimit(concurrency);
const headers = {
  authorization: 'Bearer bench',
  accept: 'application/json',
  'content-type': 'application/json',
};
await Promise.all(
  requests.map((request) =>
    limit(async () => {
      const { statusCode, body } = await pool.request({ ...request, headers });
      await body.json();
      if (statusCode !== 200) throw new Error(`${request.method} ${request.path}: ${statusCode}`);
    }),
  ),
);
await pool.close();

async function text() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
