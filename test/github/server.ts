import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphqlAnswer } from './graphql.js';

/** Whoever acts on the stand-in: a workflow's token, or a person. */
export interface Actor {
  readonly login: string;
  readonly kind: 'Bot' | 'User';
}

export const WORKFLOW: Actor = { login: 'github-actions', kind: 'Bot' };

export interface Comment {
  readonly id: number;
  body: string;
  readonly author: Actor;
  editor: Actor | null;
  lastEditedAt: string | null;
}

export interface Pull {
  readonly number: number;
  readonly comments: Comment[];
  head: string;
  base: string;
  merged: boolean;
  mergedAt: number | null;
  updatedAt: number;
  isFork: boolean;
  readonly labels: Set<string>;
  /** The commits it brought to its base. */
  commits: readonly string[];
}

export interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly author: Actor;
  labels: readonly string[];
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

/** What an answer is replaced by; null leaves it. */
export type Fault = (
  received: Received,
) => { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | null;

/** A stand-in of GitHub's API for one repository: the REST and GraphQL parts that the Action uses. */
export class GitHubServer {
  readonly repository = 'acme/access';
  readonly pulls = new Map<number, Pull>();
  readonly issues: Issue[] = [];
  readonly branches = new Map<string, string>();
  readonly received: Received[] = [];
  fault: Fault = () => null;
  /** Whose token it is that is asked with. */
  viewer: Actor = WORKFLOW;
  /** Whether it knows `fullDatabaseId` no more than older servers do. */
  older = false;
  /** Whether the token may see the repository. */
  visible = true;
  /** Beyond what 32 bits hold, as GitHub's ids are. */
  #next = 2 ** 31 + 1000;
  #nextIssue = 1000;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<GitHubServer> {
    const server = createServer();
    const stand = new GitHubServer(server);
    server.on('request', (request, response) => void stand.#handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return stand;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  pull(number: number): Pull {
    const known = this.pulls.get(number);
    if (known !== undefined) return known;
    const pull: Pull = {
      number,
      comments: [],
      head: '',
      base: 'main',
      merged: false,
      mergedAt: null,
      updatedAt: Date.now(),
      isFork: false,
      labels: new Set(),
      commits: [],
    };
    this.pulls.set(number, pull);
    return pull;
  }

  comment(number: number, body: string, author: Actor): Comment {
    const comment: Comment = { id: (this.#next += 1), body, author, editor: null, lastEditedAt: null };
    this.pull(number).comments.push(comment);
    return comment;
  }

  edit(comment: Comment, body: string, editor: Actor): void {
    Object.assign(comment, { body, editor, lastEditedAt: '2026-11-22T10:00:00Z' });
  }

  /** Where the comment is that fits. */
  placeOf(
    fits: (comment: Comment) => boolean,
  ): { readonly comments: Comment[]; readonly index: number; readonly comment: Comment } | null {
    for (const { comments } of this.pulls.values()) {
      const index = comments.findIndex(fits);
      const comment = comments[index];
      if (comment !== undefined) return { comments, index, comment };
    }
    return null;
  }

  /** What was written: method, path and body of everything but reads. */
  writes(): readonly Received[] {
    return this.received.filter(({ method, path, body }) => {
      const isQuery = path === '/graphql' && !String(field(body, 'query')).startsWith('mutation');
      return method !== 'GET' && !isQuery;
    });
  }

  queries(): readonly string[] {
    return this.received.flatMap(({ path, body }) =>
      path === '/graphql' ? [String(field(body, 'query'))] : [],
    );
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const received: Received = {
      method: request.method ?? '',
      path: decodeURI(request.url ?? ''),
      body: text === '' ? null : JSON.parse(text),
      authorization: request.headers.authorization,
    };
    this.received.push(received);
    const answer = this.fault(received) ?? this.#answer(received);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body ?? {}));
  }

  #answer(received: Received): NonNullable<ReturnType<Fault>> {
    const { method, path, body } = received;
    const base = `/repos/${this.repository}`;
    const notFound = { status: 404, body: { message: 'Not Found' } };
    if (path === '/graphql') return this.#graphql(body);
    if (method === 'GET' && path === base)
      return this.visible ? { status: 200, body: { id: 4711 } } : notFound;
    const labels = new RegExp(`^${base}/issues/(\\d+)/labels(?:/(.+))?$`, 'u').exec(path);
    if (labels !== null && !this.issues.some(({ number }) => number === Number(labels[1])))
      return this.#labels(method, this.pull(Number(labels[1])), labels[2], body) ?? notFound;
    const branch = new RegExp(`^${base}/branches/(.+)$`, 'u').exec(path)?.[1];
    if (method === 'GET' && branch !== undefined) {
      const sha = this.branches.get(decodeURIComponent(branch));
      return sha === undefined ? notFound : { status: 200, body: { name: branch, commit: { sha } } };
    }
    const onPull = new RegExp(`^${base}/issues/(\\d+)/comments$`, 'u').exec(path)?.[1];
    if (method === 'POST' && onPull !== undefined) {
      const text = String(field(body, 'body'));
      if (text.length > 65_536) return { status: 422, body: { message: 'body is too long' } };
      return { status: 201, body: { id: this.comment(Number(onPull), text, this.viewer).id } };
    }
    const one = new RegExp(`^${base}/issues/comments/(\\d+)$`, 'u').exec(path)?.[1];
    if (one !== undefined)
      return this.#oneComment(method, Number(one), String(field(body, 'body'))) ?? notFound;
    if (method === 'POST' && path === `${base}/issues`) {
      const issue: Issue = {
        number: (this.#nextIssue += 1),
        title: String(field(body, 'title')),
        body: String(field(body, 'body')),
        state: 'open',
        author: this.viewer,
        labels: labelsOf(body),
      };
      this.issues.push(issue);
      return { status: 201, body: { number: issue.number } };
    }
    const labelled = this.issues.find(({ number }) => path === `${base}/issues/${number}/labels`);
    if (method === 'POST' && labelled !== undefined) {
      labelled.labels = [...labelled.labels, ...labelsOf(body)];
      return { status: 200, body: [] };
    }
    const issue = this.issues.find(({ number }) => path === `${base}/issues/${number}`);
    if (method === 'PATCH' && issue !== undefined) {
      Object.assign(issue, body);
      return { status: 200, body: { number: issue.number } };
    }
    return notFound;
  }

  #labels(
    method: string,
    { labels }: Pull,
    name: string | undefined,
    body: unknown,
  ): { readonly status: number; readonly body: unknown } | null {
    const added: unknown = field(body, 'labels');
    if (method === 'POST' && Array.isArray(added)) for (const label of added) labels.add(String(label));
    else if (method !== 'DELETE' || !labels.delete(decodeURIComponent(name ?? ''))) return null;
    return { status: 200, body: [...labels].map((label) => ({ name: label })) };
  }

  #oneComment(method: string, id: number, body: string): { readonly status: number } | null {
    const place = this.placeOf((comment) => comment.id === id);
    if (place === null) return null;
    const { comments, index, comment } = place;
    if (method === 'DELETE') comments.splice(index, 1);
    else if (body.length > 65_536) return { status: 422 };
    else this.edit(comment, body, this.viewer);
    return { status: method === 'DELETE' ? 204 : 200 };
  }

  #graphql(body: unknown): { readonly status: number; readonly body: unknown } {
    const query = String(field(body, 'query'));
    const variables = field(body, 'variables');
    if (String(field(variables, 'body')).length > 65_536)
      return { status: 200, body: { errors: [{ message: 'body is too long' }] } };
    return { status: 200, body: graphqlAnswer(this, query, variables) };
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function labelsOf(body: unknown): readonly string[] {
  const labels = field(body, 'labels');
  return Array.isArray(labels) ? labels.map(String) : [];
}
