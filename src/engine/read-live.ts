import type { ReadClient } from '../http/request.js';
import type { DesiredScope } from '../model/desired.js';
import type { LiveRoot, LiveState } from '../model/live.js';
import { byCodeUnit, groupBy } from '../model/ordering.js';
import { type PrincipalRef, refKey } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import type { Provider, RereadRequest } from '../providers/provider.js';
import { type Connections, connectionTo } from './connection.js';
import type { EventSink } from './events.js';

export interface ReadOptions {
  readonly connections: Connections;
  readonly events: EventSink;
  /** Roots (addresses) of which everyone's assignments are wanted, whatever their documents say. */
  readonly everyoneOf?: ReadonlySet<string>;
  /** Documents whose principals are read too, in the roots that are read anyway: those of a base. */
  readonly alsoNamedIn?: readonly DesiredScope[] | undefined;
}

/**
 * Reads the live state of the given scopes: an organization with its environments, an account with its projects, as one
 * root each, all concurrently. A scope that cannot be read whole comes back incomplete.
 * @throws HttpFailure for what stops the whole run: a variable that is not set, an interrupt
 */
export async function readLive(scopes: readonly DesiredScope[], options: ReadOptions): Promise<LiveState> {
  const { connections, events, everyoneOf, alsoNamedIn = [] } = options;
  const others = groupBy(alsoNamedIn, ({ scope }) => scope.rootAddress);
  const roots = [...groupBy(scopes, ({ scope }) => scope.rootAddress)].sort(([a], [b]) => byCodeUnit(a, b));
  events({ kind: 'read-started', roots: roots.length, scopes: scopes.length });
  let done = 0;
  const read = roots.map(async ([address, documents]): Promise<readonly [string, LiveRoot]> => {
    const root = rootScope(documents);
    const { provider, client } = connectionTo(connections, root.provider);
    const live = await provider.read(
      {
        root,
        scopes: documents.map(({ scope }) => scope),
        named: namedIn([...(others.get(address) ?? []), ...documents]),
        everyone: everyoneOf?.has(address) === true || documents.some(({ prune }) => prune !== false),
      },
      client.reading,
    );
    done += 1;
    events({
      kind: 'root-read',
      root: address,
      scopes: documents.length,
      done,
      roots: roots.length,
      complete: live.complete && live.scopes.every(({ complete }) => complete),
    });
    return [address, withoutSecrets(live, client.redact)];
  });
  return new Map(await Promise.all(read));
}

/** Reads scopes of a root again, to see what was written: by the provider's `read` where it has no `reread`. */
export function rereadLive(
  provider: Provider,
  request: RereadRequest,
  client: ReadClient,
): Promise<LiveRoot> {
  if (provider.reread !== undefined) return provider.reread(request, client);
  const { known, scopes, principals } = request;
  const named = principals.map(({ kind, id }): PrincipalRef => ({ kind, by: 'id', value: id }));
  return provider.read({ root: known.root, scopes, named, everyone: false }, client);
}

/** A root whose problems hold no secret: what a server says may echo what it was sent. */
export function withoutSecrets(root: LiveRoot, redact: (text: string) => string): LiveRoot {
  const problems = root.problems.map((problem) => ({
    ...problem,
    message: redact(problem.message),
    ...(problem.cause == null ? {} : { cause: { ...problem.cause, message: redact(problem.cause.message) } }),
  }));
  return { ...root, problems };
}

function rootScope(documents: readonly DesiredScope[]): Scope {
  const [first] = documents;
  if (first === undefined) throw new Error('a root without documents');
  return rootOf(first.scope);
}

/** The organization or account a scope belongs to. */
export function rootOf(scope: Scope): Scope {
  if (scope.address === scope.rootAddress) return scope;
  const kind = scope.rootAddress.split('/')[1] ?? '';
  return { ...scope, kind, id: scope.rootId, address: scope.rootAddress };
}

function namedIn(documents: readonly DesiredScope[]): readonly PrincipalRef[] {
  const named = new Map<string, PrincipalRef>();
  for (const { assignments } of documents) {
    for (const { principal } of assignments) named.set(refKey(principal), principal);
  }
  return [...named.keys()].sort(byCodeUnit).flatMap((key) => named.get(key) ?? []);
}
