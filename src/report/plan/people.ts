import type { Change } from '../../model/change.js';
import { byKeys, groupBy } from '../../model/ordering.js';

/** What a plan means for people. A change of role is a gain; only a revoke, and a deactivation, is a loss. */
export interface PeopleEffects {
  readonly gains: readonly Change[];
  readonly losses: readonly Change[];
}

/** The possible changes by what they mean for people: high risk first, then by label and scope. */
export function peopleEffects(changes: readonly Change[]): PeopleEffects {
  const possible = changes.filter(({ blocked }) => blocked === null);
  const groups = groupBy([...possible].sort(forPeople), (change) => (isLoss(change) ? 'losses' : 'gains'));
  return { gains: groups.get('gains') ?? [], losses: groups.get('losses') ?? [] };
}

function isLoss({ from, to }: Change): boolean {
  if (to === null) return true;
  return from !== null && from.role === to.role && to.status === 'inactive';
}

const forPeople = byKeys<Change>(
  ({ risk }) => (risk === 'high' ? 0 : 1),
  ({ label }) => label,
  ({ scope }) => scope,
  ({ to }) => to?.role ?? null,
  ({ from }) => from?.role ?? null,
);
