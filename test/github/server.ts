import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  #next = 1000;
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
    const pull: Pull = { number, comments: [], head: '', base: 'main', merged: false, commits: [] };
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

  /** What was written: method, path and body of everything but reads. */
  writes(): readonly Received[] {
    return this.received.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
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
    if (path === '/graphql') return { status: 200, body: this.#graphql(body) };
    const base = `/repos/${this.repository}`;
    const notFound = { status: 404, body: { message: 'Not Found' } };
    const branch = new RegExp(`^${base}/branches/(.+)$`, 'u').exec(path)?.[1];
    if (method === 'GET' && branch !== undefined) {
      const sha = this.branches.get(decodeURIComponent(branch));
      return sha === undefined ? notFound : { status: 200, body: { name: branch, commit: { sha } } };
    }
    const onPull = new RegExp(`^${base}/issues/(\\d+)/comments$`, 'u').exec(path)?.[1];
    if (method === 'POST' && onPull !== undefined) {
      const text = String(field(body, 'body'));
      if (text.length > 65_536) return { status: 422, body: { message: 'body is too long' } };
      return { status: 201, body: { id: this.comment(Number(onPull), text, WORKFLOW).id } };
    }
    const one = new RegExp(`^${base}/issues/comments/(\\d+)$`, 'u').exec(path)?.[1];
    if (one !== undefined)
      return this.#oneComment(method, Number(one), String(field(body, 'body'))) ?? notFound;
    if (method === 'POST' && path === `${base}/issues`) {
      const issue: Issue = {
        number: (this.#next += 1),
        title: String(field(body, 'title')),
        body: String(field(body, 'body')),
        state: 'open',
        author: WORKFLOW,
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

  #oneComment(method: string, id: number, body: string): { readonly status: number } | null {
    for (const { comments } of this.pulls.values()) {
      const index = comments.findIndex((comment) => comment.id === id);
      const comment = comments[index];
      if (comment === undefined) continue;
      if (method === 'DELETE') comments.splice(index, 1);
      else if (body.length > 65_536) return { status: 422 };
      else this.edit(comment, body, WORKFLOW);
      return { status: method === 'DELETE' ? 204 : 200 };
    }
    return null;
  }

  #graphql(body: unknown): unknown {
    const query = String(field(body, 'query'));
    const variables = field(body, 'variables');
    const after = Number(field(variables, 'after') ?? 0);
    const repository = (value: unknown): unknown => ({ data: { repository: value } });
    if (query.includes('associatedPullRequests')) {
      const oid = field(variables, 'oid');
      const pulls = [...this.pulls.values()].filter(({ commits }) => commits.includes(String(oid)));
      return repository({
        object: { associatedPullRequests: { nodes: pulls.map((pull) => this.#pullNode(pull)) } },
      });
    }
    if (query.includes('pullRequests(')) {
      const branch = field(variables, 'branch');
      const pulls = [...this.pulls.values()]
        .filter(({ merged, base }) => merged && base === branch)
        .reverse();
      return repository({
        pullRequests: page(
          pulls.map((pull) => this.#pullNode(pull)),
          after,
          100,
        ),
      });
    }
    if (query.includes('pullRequest(')) {
      const pull = this.pull(Number(field(variables, 'number')));
      return repository({
        pullRequest: { merged: pull.merged, comments: page(pull.comments.map(commentNode), after, 100) },
      });
    }
    const open = this.issues.filter(({ state }) => state === 'open');
    const nodes = open.map(({ number, title, body: text, author, labels }) => ({
      number,
      title,
      body: text,
      labels: { nodes: labels.map((name) => ({ name })) },
      viewerDidAuthor: author.login === WORKFLOW.login,
    }));
    return repository({ issues: page(nodes, after, 100) });
  }

  #pullNode({ number, merged, base, head, comments }: Pull): unknown {
    return {
      number,
      merged,
      baseRefName: base,
      headRefOid: head,
      comments: page(comments.map(commentNode), 0, 20),
    };
  }
}

function commentNode({ id, body, author, editor, lastEditedAt }: Comment): unknown {
  const actor = (one: Actor | null): unknown =>
    one === null ? null : { __typename: one.kind, login: one.login };
  return {
    databaseId: id,
    body,
    viewerDidAuthor: author.login === WORKFLOW.login && author.kind === WORKFLOW.kind,
    lastEditedAt,
    author: actor(author),
    editor: actor(editor),
  };
}

function page(nodes: readonly unknown[], after: number, size: number): unknown {
  const end = after + size;
  return {
    nodes: nodes.slice(after, end),
    pageInfo: { hasNextPage: end < nodes.length, endCursor: nodes.length === 0 ? null : String(end) },
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function labelsOf(body: unknown): readonly string[] {
  const labels = field(body, 'labels');
  return Array.isArray(labels) ? labels.map(String) : [];
}
