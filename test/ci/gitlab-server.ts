import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from './serve.js';

interface MergeRequest {
  readonly iid: number;
  /** The head that was merged. */
  readonly sha: string;
}

interface Note {
  readonly id: number;
  body: string;
}

const PROJECT = '/api/v4/projects/7';
const PACKAGES = `${PROJECT}/packages/generic/rolecall-records/`;

/**
 * A GitLab with one project, as far as a pipeline asks: merged merge requests and packages for the token of a job, notes
 * for a project access token. A download is redirected to another origin, as gitlab.com does, which must get no token.
 */
export class GitLabServer {
  readonly jobToken = 'glcbt-64_job';
  readonly notesToken = 'glpat-notes';
  readonly merged: MergeRequest[] = [];
  readonly packages = new Map<string, string>();
  readonly notes: Note[] = [];
  /** Method and path of every request that was answered, without the host. */
  readonly requests: string[] = [];
  /** What was wrong with requests. */
  readonly faults: string[] = [];
  url = '';
  #storage = '';

  static async start(): Promise<GitLabServer> {
    const server = new GitLabServer();
    server.url = await serve((request, body, response) => server.#answer(request, body, response));
    server.#storage = await serve((request, _, response) => server.#download(request, response));
    return server;
  }

  #answer(request: IncomingMessage, body: string, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    const { pathname, searchParams } = new URL(url, 'http://gitlab');
    this.requests.push(`${method} ${pathname.replace(PROJECT, '')}`);
    if (pathname.startsWith(PACKAGES))
      this.#package(request, response, pathname.slice(PACKAGES.length), body);
    else if (pathname === `${PROJECT}/merge_requests`) this.#mergeRequests(request, response, searchParams);
    else if (/^\/merge_requests\/\d+\/notes(?:\/\d+)?$/u.test(pathname.slice(PROJECT.length)))
      this.#note(request, response, pathname, body);
    else this.#refuse(response, 404, `${method} ${url}`);
  }

  #package(request: IncomingMessage, response: ServerResponse, path: string, body: string): void {
    const login = `Basic ${Buffer.from(`gitlab-ci-token:${this.jobToken}`).toString('base64')}`;
    if (request.headers.authorization !== login) this.#refuse(response, 401, `the login of ${path}`);
    else if (!/^\d+\/[\w.-]+$/u.test(path)) this.#refuse(response, 400, `the package ${path}`);
    else if (request.method === 'PUT') {
      this.packages.set(path, body);
      response.writeHead(201).end('{"message":"201 Created"}');
    } else if (this.packages.has(path)) {
      response.writeHead(302, { location: `${this.#storage}/${path}` }).end();
    } else response.writeHead(404).end('{"message":"404 Not found"}');
  }

  #download(request: IncomingMessage, response: ServerResponse): void {
    const { headers, url = '' } = request;
    const told = JSON.stringify(headers);
    const token = Buffer.from(`gitlab-ci-token:${this.jobToken}`).toString('base64');
    if (told.includes(this.jobToken) || told.includes(token))
      this.faults.push('the storage was sent the token');
    response.end(this.packages.get(url.slice(1)));
  }

  #mergeRequests(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const asked = Object.fromEntries(query);
    const known = { state: 'merged', target_branch: 'main', order_by: 'updated_at', per_page: '20' };
    if (request.headers['job-token'] !== this.jobToken) this.#refuse(response, 401, 'the token of a job');
    else if (JSON.stringify(asked) !== JSON.stringify(known))
      this.#refuse(response, 400, JSON.stringify(asked));
    else {
      const newest = [...this.merged].reverse().slice(0, 20);
      const list = newest.map((one) => ({ id: 900 + one.iid, milestone: { iid: 1 }, ...one }));
      response.end(JSON.stringify(list));
    }
  }

  #note(request: IncomingMessage, response: ServerResponse, path: string, body: string): void {
    const text = new URLSearchParams(body).get('body') ?? '';
    if (request.headers['private-token'] !== this.notesToken)
      this.#refuse(response, 401, 'the token of notes');
    else if (request.method === 'GET') response.end(JSON.stringify(this.notes));
    else if (request.method === 'POST') {
      this.notes.push({ id: this.notes.length + 301, body: text });
      response.writeHead(201).end('{}');
    } else {
      const note = this.notes.find(({ id }) => path.endsWith(`/${id}`));
      if (note === undefined) this.#refuse(response, 404, path);
      else {
        note.body = text;
        response.end('{}');
      }
    }
  }

  #refuse(response: ServerResponse, status: number, fault: string): void {
    this.faults.push(`${status}: ${fault}`);
    response.writeHead(status).end('{}');
  }
}
