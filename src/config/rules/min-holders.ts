import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { roleKey } from '../../model/assignment.js';
import { addressGlob } from '../../model/glob.js';
import { formatInstant } from '../../model/instant.js';
import { groupBy } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';
import { assignmentsByPrincipal, holdingsOfUsers, type RuleInput, type ValidatedScope } from './rule.js';
import { errorAt, warningAt } from '../finding.js';
import { quote } from '../../model/label.js';
import { type Holding, holdingsOf } from '../../model/effective-roles.js';

/** Pruned scopes whose files leave a role with too few users: now, or once a date has passed. */
export function* minHolders({ scopes, guards, now }: RuleInput): Iterable<Diagnostic> {
  const configured = guards.minHolders.map((guard) => ({ ...guard, fits: addressGlob(guard.scope) }));
  for (const scope of scopes) {
    const { desired, traits, whole } = scope;
    if (desired.prune !== true || !whole) continue;
    const guarded = configured.filter(({ fits }) => fits(desired.scope.address));
    for (const { role, min } of [...traits.minHolders, ...guarded]) yield* tooFew(scope, role, min, now);
  }
}

function* tooFew(scope: ValidatedScope, role: string, min: number, now: number): Iterable<Diagnostic> {
  const { rolesIgnoreCase } = scope.traits;
  const isRole = (name: string): boolean => roleKey(name, rolesIgnoreCase) === roleKey(role, rolesIgnoreCase);
  const { address } = scope.desired.scope;
  const at = scope.roles.find(({ name }) => isRole(name))?.source ?? scope.desired.source;
  const possible = holdersAtAnyTime(scope, isRole);
  if (possible < min) {
    const message = `${address} would keep ${possible} of at least ${min} users with ${quote(role)}: list more.`;
    yield errorAt('min-holders', at, message);
    return;
  }
  const low = firstLow(
    holdingsOfUsers(scope, now).filter(
      ({ assignment }) => assignment.status === 'active' && isRole(assignment.role),
    ),
    min,
    now,
  );
  if (low === null) return;
  const when = low.at <= now ? 'has' : `will have, from ${formatInstant(low.at)} on,`;
  const message = `By the dates in the files ${address} ${when} ${low.count} of at least ${min} users with ${quote(role)}: list more, or change the dates.`;
  yield warningAt('min-holders', at, message);
}

/** How many users hold the role at one time or another: dates are not why the others do not. */
function holdersAtAnyTime(scope: ValidatedScope, isRole: (role: string) => boolean): number {
  const isHolder = (assignment: DesiredAssignment) =>
    assignment.principal.kind === 'user' && assignment.status === 'active' && isRole(assignment.role);
  return [...assignmentsByPrincipal(scope).values()].filter(
    (assignments) =>
      assignments.some(isHolder) &&
      holdingsOf(assignments, Number.NEGATIVE_INFINITY, scope.traits).some(({ assignment }) =>
        isHolder(assignment),
      ),
  ).length;
}

function firstLow(
  holdings: readonly Holding[],
  min: number,
  now: number,
): { readonly at: number; readonly count: number } | null {
  const steps = new Map<number, number>([[now, 0]]);
  for (const periods of groupBy(holdings, ({ assignment }) => refKey(assignment.principal)).values()) {
    for (const { start, end } of joined(periods)) {
      steps.set(start, (steps.get(start) ?? 0) + 1);
      if (end !== Number.POSITIVE_INFINITY) steps.set(end, (steps.get(end) ?? 0) - 1);
    }
  }
  let count = 0;
  for (const [at, step] of [...steps].sort(([a], [b]) => a - b)) {
    count += step;
    if (count < min) return { at, count };
  }
  return null;
}

/** Periods of one holder, those that touch or overlap joined. */
function joined(periods: readonly Holding[]): readonly Pick<Holding, 'start' | 'end'>[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...periods].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
