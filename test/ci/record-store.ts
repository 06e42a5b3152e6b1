import { serve } from './serve.js';

/** A server of files as a repository manager has one: PUT and GET, with a login. */
export class RecordStore {
  readonly login = 'rolecall:store-password';
  readonly files = new Map<string, string>();
  /** What was wrong with requests. */
  readonly faults: string[] = [];
  url = '';

  static async start(): Promise<RecordStore> {
    const store = new RecordStore();
    const expected = `Basic ${Buffer.from(store.login).toString('base64')}`;
    store.url = await serve(({ method, url = '', headers }, body, response) => {
      if (headers.authorization !== expected) {
        store.faults.push(`401: ${url}`);
        response.writeHead(401).end();
      } else if (method === 'PUT') {
        store.files.set(url.slice(1), body);
        response.writeHead(201).end();
      } else {
        const file = store.files.get(url.slice(1));
        response.writeHead(file === undefined ? 404 : 200).end(file ?? 'not found');
      }
    });
    return store;
  }
}
