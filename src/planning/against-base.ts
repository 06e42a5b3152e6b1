import { roleKey } from '../model/assignment.js';
import { type Change, changeKey } from '../model/change.js';
import { type Plan, type PlanWarning, REMOVED_KEPT, removedWords, type Unlisted } from '../model/plan.js';
import type { ScopeComparison } from './comparison.js';
import type { PlannedRun } from './make-plan.js';
import type { PrincipalView } from './principal-views.js';
import { keeperWords, keepingOf } from './pruning.js';
import { sortedWarnings } from './warnings.js';

/**
 * Compares a plan with the base's plan (its files and settings, the same live state, the same now). Each change gets its
 * cause, and assignments that were taken out of the files but stay live are marked.
 */
export function againstBase(run: PlannedRun, base: PlannedRun): PlannedRun {
  return withTakenOut(withCause(run, base), base);
}

/** A change that the base's plan has too is drift, unless it was blocked there and is possible here. */
function withCause(run: PlannedRun, base: PlannedRun): PlannedRun {
  const drift = new Set(base.plan.changes.map(keyOf));
  const caused = (change: Change): Change => ({
    ...change,
    cause: drift.has(keyOf(change)) ? 'drift' : 'files',
  });
  const changes = run.changes.map((planned) => ({ ...planned, change: caused(planned.change) }));
  return { ...run, plan: { ...run.plan, changes: changes.map(({ change }) => change) }, changes };
}

function keyOf(change: Change): string {
  return `${changeKey(change)} ${change.blocked === null}`;
}

/**
 * Marks assignments that the base's files ask for, these files do not, and `prune` keeps: on their unlisted row, and by a
 * warning. Those without such a row (a system role, a group whose roles cannot be read) get the warning alone.
 */
function withTakenOut(run: PlannedRun, base: PlannedRun): PlannedRun {
  const { plan } = run;
  const planned = new Set(plan.scopes.map(({ scope }) => scope));
  const earlier = new Map(base.comparisons.map((one) => [one.desired.scope.address, one]));
  const taken = run.comparisons.flatMap((comparison) => {
    const { address } = comparison.desired.scope;
    const before = earlier.get(address);
    return before === undefined || !planned.has(address) ? [] : takenOut(comparison, before);
  });
  return taken.length === 0 ? run : { ...run, plan: withMarks(plan, taken) };
}

/** An assignment that was taken out of the files and stays, as its row would be, and the warning that says so. */
interface TakenOut {
  readonly row: Unlisted;
  readonly warning: PlanWarning;
}

function withMarks(plan: Plan, taken: readonly TakenOut[]): Plan {
  const reasons = new Map(taken.map(({ row }) => [rowKey(row), row.reason]));
  const unlisted = plan.unlisted.map((row): Unlisted => {
    const reason = reasons.get(rowKey(row));
    return reason === undefined ? row : { ...row, removed: true, reason };
  });
  const warnings = [...plan.warnings, ...taken.map(({ warning }) => warning)];
  return { ...plan, unlisted, warnings: sortedWarnings(warnings) };
}

function rowKey({ scope, principal, role }: Unlisted): string {
  return JSON.stringify([scope, principal, role]);
}

function takenOut(now: ScopeComparison, before: ScopeComparison): readonly TakenOut[] {
  const { desired, live, root, traits, roleOf } = now;
  if (live === null || root === null) return [];
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  const keeping = keepingOf(desired, traits, roleOf, now.protection);
  const current = new Map(now.views.map((view) => [view.address, view]));
  const unlisted = new Set(now.unlisted.map(({ row }) => row));
  return before.views.flatMap((asked) => {
    const view = current.get(asked.address) ?? { ...asked, assignments: [], rows: [] };
    const { effective, expired } = now.resolve(view);
    const named = new Set([...effective.map(({ state }) => state), ...expired].map(({ role }) => key(role)));
    return now.resolve(asked).effective.flatMap(({ state }): readonly TakenOut[] => {
      const row = view.rows.find(({ role }) => key(role) === key(state.role));
      const kept = row ?? unseen(view, state.role, root.unverifiable);
      if (kept === null || named.has(key(state.role))) return [];
      if (row !== undefined && row.keep !== 'system-role' && !unlisted.has(row)) return [];
      const { role } = kept;
      const reason = keeperWords(keeping(kept, view), desired, role);
      const shown = { ...state, role, scope: desired.scope.address, principal: view.address };
      const taken: Unlisted = { ...shown, label: view.label, removed: true, reason };
      const message = removedWords(taken, row === undefined ? 'may keep' : 'keeps');
      const warning = { code: REMOVED_KEPT, message, source: desired.source };
      return [{ row: taken, warning }];
    });
  });
}

/** What a principal whose assignments cannot be read may still hold; null where they can. */
function unseen({ address, principal }: PrincipalView, role: string, unverifiable: ReadonlySet<string>) {
  return principal === null || !unverifiable.has(address) ? null : { principal, role, keep: null };
}
