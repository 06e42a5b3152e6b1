import type { Connections } from '../engine/connection.js';
import type { EventSink } from '../engine/events.js';
import { readLive } from '../engine/read-live.js';
import type { DesiredScope } from '../model/desired.js';
import type { LiveState } from '../model/live.js';
import { type ProviderCatalogue, traitsOf } from '../model/scope.js';
import type { PlannedRun } from '../planning/make-plan.js';

export interface ReadingNeeds {
  /** The scopes to plan. */
  readonly scopes: readonly DesiredScope[];
  /** Every scope of the files. */
  readonly declared: readonly DesiredScope[];
  /** The same scopes in the base, so that whoever was taken out since is read too. */
  readonly base: readonly DesiredScope[];
  /** Read what everyone holds, whether anything is pruned or not. */
  readonly everyone: boolean;
  readonly catalogue: ProviderCatalogue;
  readonly connections: Connections;
  readonly events: EventSink;
  /** Makes the plan for a live state. */
  readonly planWith: (live: LiveState) => PlannedRun;
}

/** Reads the live state that the plan needs; more of it if a guard or a cascade depends on it. */
export async function readForPlan(needs: ReadingNeeds): Promise<LiveState> {
  const { scopes, base: alsoNamedIn, connections, events } = needs;
  const roots = new Set(scopes.map(({ scope }) => scope.rootAddress));
  const everyoneOf = needs.everyone ? roots : new Set<string>();
  const live = await readLive(scopes, { connections, events, everyoneOf, alsoNamedIn });
  return includeCascades(needs.everyone ? live : await readAllForGuards(live, needs), needs);
}

/**
 * Reads everybody where only named principals were read and a guard would refuse: the others may be the holders that
 * the guard misses, and a limit in percent counts their assignments too.
 */
async function readAllForGuards(
  live: LiveState,
  { scopes, base: alsoNamedIn, connections, events, planWith }: ReadingNeeds,
): Promise<LiveState> {
  if (![...live.values()].some(({ namedOnly }) => namedOnly)) return live;
  const refused = new Set(planWith(live).plan.guards.flatMap(({ scope }) => scope ?? []));
  const again = scopes
    .filter(({ scope }) => refused.has(scope.address))
    .map(({ scope }) => scope.rootAddress);
  const everyoneOf = new Set(again.filter((root) => live.get(root)?.namedOnly === true));
  if (everyoneOf.size === 0) return live;
  const rest = scopes.filter(({ scope }) => everyoneOf.has(scope.rootAddress));
  return new Map([...live, ...(await readLive(rest, { connections, events, everyoneOf, alsoNamedIn }))]);
}

/**
 * A removal from a root also ends everything inside that root, whatever the run is narrowed to. The declared scopes there
 * are read too, so that the plan names what the removal takes along and the guards see it.
 */
async function includeCascades(
  live: LiveState,
  { scopes, base: alsoNamedIn, declared, catalogue, connections, events, planWith }: ReadingNeeds,
): Promise<LiveState> {
  const planned = new Set(scopes.map(({ scope }) => scope.address));
  const removing = new Set(
    scopes
      .filter(({ scope, prune }) => prune === true && traitsOf(catalogue, scope).removal)
      .map(({ scope }) => scope.rootAddress),
  );
  const outside = declared.filter(
    ({ scope }) => removing.has(scope.rootAddress) && !planned.has(scope.address),
  );
  if (outside.length === 0) return live;
  const removals = new Set(
    planWith(live)
      .changes.filter(({ change, scope }) => change.to === null && traitsOf(catalogue, scope).removal)
      .map(({ scope }) => scope.rootAddress),
  );
  const reached = new Set(outside.map(({ scope }) => scope.rootAddress).filter((root) => removals.has(root)));
  if (reached.size === 0) return live;
  const whole = [...scopes, ...outside].filter(({ scope }) => reached.has(scope.rootAddress));
  return new Map([...live, ...(await readLive(whole, { connections, events, alsoNamedIn }))]);
}
