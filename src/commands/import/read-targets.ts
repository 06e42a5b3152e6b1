import { type Connections, connectionTo } from '../../engine/connection.js';
import type { EventSink } from '../../engine/events.js';
import { readLive } from '../../engine/read-live.js';
import type { DesiredScope } from '../../model/desired.js';
import type { LiveRoot, LiveState, ReadProblem } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { notListedBy, type ProviderCatalogue, type Scope } from '../../model/scope.js';
import { isMissing, problemsOf } from '../../planning/read-problems.js';
import type { Target } from './targets.js';

/** What was read for an import. */
export interface TargetsRead {
  readonly live: LiveState;
  /** What the systems cannot list, for people. */
  readonly notListed: readonly string[];
  /** Why not everything was read. */
  readonly problems: readonly ReadProblem[];
}

/** Reads everyone's assignments in the named scopes, and in all that a named root holds. Sends reads only. */
export async function readTargets(
  targets: readonly Target[],
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
  connections: Connections,
  events: EventSink,
): Promise<TargetsRead> {
  const found = await Promise.all(targets.map((target) => scopesOf(target, declared, connections)));
  const documents = found.flatMap(({ scopes }) => scopes).map((scope) => documentOf(scope, declared));
  const everyoneOf = new Set(targets.map(({ root }) => root.address));
  const read = await readLive(documents, { connections, events, everyoneOf });
  const names = new Map(found.flatMap((each) => [...each.names]));
  const live = new Map([...read].map(([address, root]) => [address, withNames(root, names)] as const));
  return {
    live,
    notListed: notListedBy(
      catalogue,
      targets.map(({ root }) => root.provider),
    ),
    problems: [
      ...found.flatMap(({ problems }) => problems).filter(({ scope }) => !isMissing(live.get(scope))),
      ...problemsOf([...live.values()]),
    ],
  };
}

interface Found {
  readonly scopes: readonly Scope[];
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly ReadProblem[];
}

async function scopesOf(
  { root, whole, scopes }: Target,
  declared: readonly DesiredScope[],
  connections: Connections,
): Promise<Found> {
  if (!whole) return { scopes, names: new Map(), problems: [] };
  const { provider, client } = connectionTo(connections, root.provider);
  const discovery = await provider.discover(root, client.reading);
  const all = [
    root,
    ...scopes,
    ...discovery.scopes.map(({ scope }) => scope),
    ...declared.map(({ scope }) => scope).filter(({ rootAddress }) => rootAddress === root.address),
  ];
  return {
    scopes: [...new Map(all.map((scope) => [scope.address, scope])).values()].sort(
      byKeys(({ address }) => address),
    ),
    names: new Map(
      discovery.scopes.flatMap(({ scope, name }) => (name === null ? [] : [[scope.address, name] as const])),
    ),
    problems: discovery.problems,
  };
}

function documentOf(scope: Scope, declared: readonly DesiredScope[]): DesiredScope {
  const document = declared.find((each) => each.scope.address === scope.address);
  const source = { file: '', line: 1, column: 1 };
  return document ?? { scope, name: null, prune: false, roles: [], assignments: [], source };
}

/** Fills in names from the listing: an empty environment has its name nowhere else. */
function withNames(root: LiveRoot, names: ReadonlyMap<string, string>): LiveRoot {
  return {
    ...root,
    scopes: root.scopes.map((live) => ({
      ...live,
      name: live.name ?? names.get(live.scope.address) ?? null,
    })),
  };
}
