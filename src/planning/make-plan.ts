import type { Diagnostic } from '../model/diagnostic.js';
import { anyRole } from '../model/glob.js';
import { formatInstant } from '../model/instant.js';
import { cut } from '../model/label.js';
import { byKeys } from '../model/ordering.js';
import type { Plan, PlanScope, PlanSummary, Unlisted } from '../model/plan.js';
import { holdsHighRisk } from '../model/change.js';
import { type PlannedDifference, plannedChanges } from './changes.js';
import { compareRoots } from './compare.js';
import type { PlanInput, ScopeComparison } from './comparison.js';
import { digestOf } from './digest.js';
import { refusals } from './guards.js';
import { Identities } from './identities.js';
import { liveFindings } from './live-findings.js';
import { roleListDiff } from './role-lists.js';
import { warningsOf } from './warnings.js';

/** A plan, and what applying and explaining it need besides. */
export interface PlannedRun {
  readonly plan: Plan;
  /** The plan's changes, in its order, with the ids their requests need. */
  readonly changes: readonly PlannedDifference[];
  readonly comparisons: readonly ScopeComparison[];
  /** Contradictions of the files that only the live state brings to light. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Desired and live to the ordered changes. Pure: the same input gives the same plan.
 *
 * The way of one assignment:
 * 1. `identities` tells whom the entry names, and `principal-views` puts all that is asked for this principal in this
 *    scope beside all that it holds.
 * 2. `model/effective-roles` resolves what of it counts now; `compare-principal` tells how the live
 *    state differs, and `pruning` what becomes of what no entry lists. This is the comparison, and there is no other.
 * 3. `blocking` says why a difference cannot be written, also because of who is not found anywhere in the root. What else
 *    needs the whole root follows: `cascades` (what a removal takes with it), `guarded-roles` (changes in a cycle).
 * 4. `changes` puts the differences in the plan's order, `guards` refuses, `warnings` warns, `digest` hashes.
 * 5. `against-base` tells the causes, `review` what of the plan was reviewed, `schedule` which write waits for which.
 */
export function makePlan(input: PlanInput): PlannedRun {
  const { settings, at } = input;
  const isHighRisk = anyRole(settings.highRisk);
  const identities = new Identities(input.desired.people, input.live);
  const comparisons = compareRoots(input, identities);
  const asked = new Set(input.scopes);
  const own = comparisons.filter(({ desired }) => asked.has(desired));
  const planned = plannedChanges(comparisons, isHighRisk);
  const changes = planned.map(({ change }) => change);
  const unlisted = unlistedOf(own, isHighRisk);
  const plan: Plan = {
    formatVersion: 1,
    now: formatInstant(at),
    base: input.base,
    narrowing: input.narrowing,
    digest: digestOf(changes),
    summary: summarize(changes, unlisted.length, own),
    scopes: own.map((comparison) => scopeOf(comparison, input.roleLists ?? true)),
    changes,
    unlisted,
    guards: refusals(comparisons, settings, isHighRisk, input.allowRevokes, at),
    warnings: warningsOf({ changes: planned, comparisons }, own, input),
    requests: { made: 0, toApply: 0, estimatedSeconds: 0 },
  };
  return { plan, changes: planned, comparisons, diagnostics: liveFindings(own, input, identities) };
}

function scopeOf(comparison: ScopeComparison, roleLists: boolean): PlanScope {
  const { desired, live, complete, effective } = comparison;
  const name = live?.name ?? desired.name?.text ?? null;
  const diff = roleLists ? roleListDiff(comparison) : undefined;
  return {
    scope: desired.scope.address,
    name: name === null ? null : cut(name),
    prune: desired.prune,
    complete,
    live: live?.assignments.length ?? 0,
    desired: effective,
    ...(diff === undefined ? {} : { diff }),
  };
}

function unlistedOf(
  comparisons: readonly ScopeComparison[],
  isHighRisk: (role: string) => boolean,
): readonly Unlisted[] {
  return comparisons
    .flatMap(({ desired, unlisted }) =>
      unlisted.map(({ view, row }) => ({
        scope: desired.scope.address,
        principal: view.address,
        label: view.label,
        role: row.role,
        status: row.status,
        ...(holdsHighRisk(row, isHighRisk) ? { risk: 'high' as const } : {}),
      })),
    )
    .sort(
      byKeys(
        ({ scope }) => scope,
        ({ principal }) => principal,
        ({ role }) => role,
      ),
    );
}

function summarize(
  changes: readonly Plan['changes'][number][],
  unlisted: number,
  comparisons: readonly ScopeComparison[],
): PlanSummary {
  const counts = { grant: 0, change: 0, revoke: 0, blocked: 0, unverifiable: 0 };
  for (const { action, blocked, verifiable } of changes) {
    if (blocked !== null) counts.blocked += 1;
    else if (verifiable === false) counts.unverifiable += 1;
    else counts[action] += 1;
  }
  const unchanged = comparisons.reduce((sum, comparison) => sum + comparison.unchanged, 0);
  const { unverifiable, ...actions } = counts;
  return { ...actions, unlisted, unchanged, ...(unverifiable > 0 ? { unverifiable } : {}) };
}
