import { validate } from '@octokit/graphql-schema';
import type { Actor, Comment, GitHubServer, Pull } from './server.js';

const judged = new Map<string, readonly string[]>();

/** What GitHub's schema has against a query; each query is judged once. */
function faultsOf(query: string): readonly string[] {
  const known = judged.get(query) ?? validate(query).map(({ message }) => message);
  judged.set(query, known);
  return known;
}

/** The answer to a query of the stand-in's repository, or to a mutation. */
export function graphqlAnswer(server: GitHubServer, query: string, variables: unknown): unknown {
  const faults = faultsOf(query);
  if (faults.length > 0) return { errors: faults.map((message) => ({ message })) };
  if (server.older && query.includes('fullDatabaseId')) {
    return { errors: [{ message: "Field 'fullDatabaseId' doesn't exist on type 'IssueComment'" }] };
  }
  if (query.startsWith('mutation')) return mutationAnswer(server, query, variables);
  return {
    data: { viewer: { login: server.viewer.login }, repository: repositoryOf(server, query, variables) },
  };
}

function mutationAnswer(server: GitHubServer, query: string, variables: unknown): unknown {
  const id = String(field(variables, 'id'));
  const place = server.placeOf(({ id: number }) => nodeId(number) === id);
  if (place === null)
    return { data: null, errors: [{ type: 'NOT_FOUND', message: `Could not resolve to ${id}` }] };
  const { comments, index, comment } = place;
  if (query.includes('deleteIssueComment')) comments.splice(index, 1);
  else server.edit(comment, String(field(variables, 'body')), server.viewer);
  return { data: {} };
}

function repositoryOf(server: GitHubServer, query: string, variables: unknown): unknown {
  const after = Number(field(variables, 'after') ?? 0);
  const all = [...server.pulls.values()];
  if (query.includes('associatedPullRequests')) {
    const objects = [...query.matchAll(/(\w+): object\(oid: \$(\w+)\)/gu)].map(([, name = '', oid = '']) => {
      const pulls = all.filter(({ commits }) => commits.includes(String(field(variables, oid))));
      const nodes = pulls.map((pull) => pullNode(server, pull));
      return [name, { associatedPullRequests: { nodes } }] as const;
    });
    return Object.fromEntries(objects);
  }
  if (query.includes('pullRequests(')) {
    const labels: unknown = field(variables, 'labels');
    const pulls = all
      .filter(({ merged, base }) => merged && base === field(variables, 'branch'))
      .filter((pull) => !Array.isArray(labels) || labels.some((label) => pull.labels.has(String(label))))
      .sort((a, b) => b.updatedAt - a.updatedAt || b.number - a.number);
    return {
      pullRequests: page(
        pulls.map((pull) => pullNode(server, pull)),
        after,
        100,
      ),
    };
  }
  if (query.includes('pullRequest(')) {
    const pull = server.pull(Number(field(variables, 'number')));
    const comments = pull.comments.map((comment) => commentNode(server, comment));
    return {
      pullRequest: { merged: pull.merged, labels: labelsOf(pull), comments: page(comments, after, 100) },
    };
  }
  const open = server.issues.filter(({ state }) => state === 'open');
  const nodes = open.map(({ number, title, body, author, labels }) => ({
    number,
    title,
    body,
    labels: { nodes: labels.map((name) => ({ name })) },
    viewerDidAuthor: author.login === server.viewer.login,
  }));
  return { issues: page(nodes, after, 100) };
}

function pullNode(server: GitHubServer, pull: Pull): unknown {
  const comments = pull.comments.map((comment) => commentNode(server, comment));
  return {
    number: pull.number,
    merged: pull.merged,
    mergedAt: pull.mergedAt === null ? null : new Date(pull.mergedAt).toISOString(),
    updatedAt: new Date(pull.updatedAt).toISOString(),
    baseRefName: pull.base,
    headRefOid: pull.head,
    isCrossRepository: pull.isFork,
    labels: labelsOf(pull),
    comments: page(comments, 0, 20),
  };
}

function labelsOf({ labels }: Pull): unknown {
  return { nodes: [...labels].map((name) => ({ name })) };
}

function nodeId(id: number): string {
  return `IC_${id}`;
}

/** An id above 2^31 makes `databaseId` an error of its own, as GraphQL has it for an Int. */
function commentNode(server: GitHubServer, { id, body, author, editor, lastEditedAt }: Comment): unknown {
  const actor = (one: Actor | null): unknown =>
    one === null ? null : { __typename: one.kind, login: one.login };
  return {
    id: nodeId(id),
    ...(server.older ? { databaseId: id } : { fullDatabaseId: String(id) }),
    body,
    viewerDidAuthor: author.login === server.viewer.login && author.kind === server.viewer.kind,
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
