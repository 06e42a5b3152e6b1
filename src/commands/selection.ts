import type { Change } from '../model/change.js';
import { traitsOf } from '../model/scope.js';
import type { PlanningRun } from './planning-run.js';

/** What a selection needs of a run. */
export interface SelectableRun extends Pick<PlanningRun, 'planned' | 'plannedAt' | 'scopes'> {
  readonly config: Pick<PlanningRun['config'], 'catalogue'>;
}

/** What may be written of a run's plan, by index in it. Blocked changes are in none of the lists. */
export interface Selection {
  readonly allowed: readonly number[];
  /** Changes that are reported and not written, each with the reason: a date alone caused it, or somebody else must review it. */
  readonly held: readonly { readonly index: number; readonly reason: string }[];
  /** Changes that nobody reviewed. With any of them nothing at all is written. */
  readonly unreviewed: readonly number[];
  /** The reviewed changes. Those that the fresh plan lacks are reported too. */
  readonly reviewed: readonly Change[];
}

/** Selects every change that is not blocked, for a run whose fresh plan was just agreed to. */
export function selectAll({ planned }: Pick<SelectableRun, 'planned'>): Selection {
  const allowed = planned.plan.changes.flatMap(({ blocked }, index) => (blocked === null ? [index] : []));
  return { allowed, held: [], unreviewed: [], reviewed: [] };
}

/** Selects the whole plan if it has the digest that was reviewed, else nothing. */
export function selectByDigest({ planned }: Pick<SelectableRun, 'planned'>, digest: string): Selection {
  const all = selectAll({ planned });
  return planned.plan.digest === digest ? all : { ...all, allowed: [], unreviewed: all.allowed };
}

/** The role that a scope's members fall back to, by the scope's address. */
export function floorRoleOf({
  scopes,
  config,
}: Pick<SelectableRun, 'scopes' | 'config'>): (scope: string) => string | null {
  const floors = new Map(
    scopes.map(({ scope }) => [scope.address, traitsOf(config.catalogue, scope).floorRole]),
  );
  return (scope) => floors.get(scope) ?? null;
}
