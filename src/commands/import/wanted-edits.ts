import { roleKey, type Status } from '../../model/assignment.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { conflicts, isEffective } from '../../model/effective-roles.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { Difference, ScopeComparison } from '../../planning/comparison.js';
import type { PrincipalView } from '../../planning/principal-views.js';
import type { RoleEdit } from '../../editing/role-edits.js';
import { locationWords } from '../../report/words.js';
import { type Naming, unmanageable } from './live-entries.js';

/** The edits after which a scope's document asks for what is live, and what no edit can express. */
export interface WantedEdits {
  readonly edits: readonly RoleEdit[];
  readonly stuck: readonly string[];
}

/** Turns the comparison of desired and live around: the files follow the live state. Pure. */
export function wantedEdits(comparison: ScopeComparison, naming: Naming, at: number): WantedEdits {
  const edits: RoleEdit[] = [];
  const stuck: string[] = [];
  const take = (wanted: readonly RoleEdit[] | string): void => {
    if (typeof wanted === 'string') stuck.push(wanted);
    else edits.push(...wanted);
  };
  const context: Context = { comparison, naming, at };
  for (const difference of comparison.differences) {
    if (difference.unverifiable) continue;
    if (comparison.traits.exclusive) take(exclusive(difference, context));
    else {
      const { from, to } = difference;
      if (from !== null && to !== null && from.role === to.role) take(otherStatus(difference, context));
      else for (const wanted of otherRole(difference, context)) take(wanted);
    }
  }
  for (const { view, row } of comparison.unlisted) {
    if (comparison.live === null || unmanageable(row, comparison.live) !== null) continue;
    if (leaver(view, context) !== null) continue;
    take(added(view, row.role, row.status, context));
  }
  return { edits, stuck };
}

interface Context {
  readonly comparison: ScopeComparison;
  readonly naming: Naming;
  readonly at: number;
}

function exclusive(difference: Difference, context: Context): readonly RoleEdit[] | string {
  const { view, from } = difference;
  const { traits } = context.comparison;
  if (from === null) return lacking(difference, context);
  const winner = entryOf(difference);
  if (winner === undefined || !isEffective(winner, context.at) || winner.via !== null)
    return added(view, from.role, from.status, context);
  const remove = { role: winner.role, source: winner.source };
  const listed = view.assignments.some(
    (assignment) =>
      assignment !== winner &&
      assignment.via === null &&
      roleKey(assignment.role, traits.rolesIgnoreCase) === roleKey(from.role, traits.rolesIgnoreCase),
  );
  return [listed ? { kind: 'remove', ...remove } : { kind: 'move', ...remove, to: from.role }];
}

/** For a role that the files ask for and nobody holds: its entry is removed, or an exception is added. */
function lacking(difference: Difference, { comparison, naming, at }: Context): readonly RoleEdit[] | string {
  const { view } = difference;
  const winner = entryOf(difference);
  const same = view.assignments.filter(
    (assignment) =>
      isEffective(assignment, at) &&
      assignment.via === null &&
      (comparison.traits.exclusive || assignment.role === winner?.role),
  );
  if (same.length > 0) return same.map(({ role, source }) => ({ kind: 'remove', role, source }));
  const role = winner?.role ?? difference.to?.role ?? '';
  if (comparison.traits.statuses && view.principal?.kind === 'user' && winner !== undefined)
    return [{ kind: 'add', role, name: naming(view.principal), status: 'inactive' }];
  const place = winner === undefined ? '' : ` (${locationWords(winner.source)})`;
  return `${view.label} does not hold ${role} in ${comparison.desired.scope.address}, which ${winner?.via ?? 'a team'} gives${place}: no entry can say so; take the person out of the team`;
}

/** For a role that is held instead of another: the entry moves with its term, or one is added and the other removed. */
function otherRole(difference: Difference, context: Context): readonly (readonly RoleEdit[] | string)[] {
  const { from, to, view } = difference;
  const lack = to === null ? [] : lacking(difference, context);
  const [only, ...more] = typeof lack === 'string' ? [] : lack;
  if (from !== null && only?.kind === 'remove' && more.length === 0)
    return [[{ kind: 'move', role: only.role, source: only.source, to: from.role }]];
  return [...(from === null ? [] : [added(view, from.role, from.status, context)]), lack];
}

function otherStatus(difference: Difference, context: Context): readonly RoleEdit[] | string {
  const { view, from } = difference;
  const winner = entryOf(difference);
  if (from === null || winner === undefined) return [];
  if (winner.via !== null) return added(view, winner.role, from.status, context);
  return withSameStatus(winner, view.assignments, from.status, context.comparison.traits).map(
    ({ role, source }) => ({ kind: 'change', role, source, change: { status: from.status } }),
  );
}

/** An entry, and the others that would contradict it at any time once its status changes. */
function withSameStatus(
  first: DesiredAssignment,
  assignments: readonly DesiredAssignment[],
  status: Status,
  traits: ScopeTraits,
): readonly DesiredAssignment[] {
  const changed = new Set([first]);
  const after = (): readonly DesiredAssignment[] =>
    assignments.map((assignment) => (changed.has(assignment) ? { ...assignment, status } : assignment));
  for (let before = 0; before < changed.size; ) {
    before = changed.size;
    for (const pair of conflicts(after(), traits)) {
      for (const assignment of pair)
        if (assignment.via === null && assignments.includes(assignment)) changed.add(assignment);
    }
  }
  return [...changed];
}

function added(
  view: PrincipalView,
  role: string,
  status: Status,
  context: Context,
): readonly RoleEdit[] | string {
  const left = leaver(view, context);
  if (left !== null)
    return `${view.label} holds ${role} in ${context.comparison.desired.scope.address}, and ${left} has left (people.yaml): no entry can say so`;
  return view.principal === null ? [] : [{ kind: 'add', role, name: context.naming(view.principal), status }];
}

function leaver({ address }: PrincipalView, { comparison, at }: Context): string | null {
  const person = comparison.identities.in(comparison.desired.scope).person(address);
  return person?.leaves != null && person.leaves <= at ? person.key : null;
}

/** The assignment that a difference comes from: the one that wins, or else the one that ended. */
function entryOf({ effective, expired }: Difference): DesiredAssignment | undefined {
  return (effective ?? expired)?.assignment;
}
