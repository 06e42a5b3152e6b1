import type { DesiredScope, DesiredState } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { anyRole } from '../model/glob.js';
import { formatInstant } from '../model/instant.js';
import { cut } from '../model/label.js';
import type { LiveRoot, LiveState } from '../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { Narrowing, Plan, PlanScope, PlanSummary, Unlisted } from '../model/plan.js';
import { holdsHighRisk } from '../model/risk.js';
import { type ProviderCatalogue, traitsOf } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { type PlannedDifference, plannedChanges } from './changes.js';
import { compareScope } from './compare.js';
import type { ScopeComparison } from './comparison.js';
import { digestOf } from './digest.js';
import { refusals } from './guards.js';
import { guardedRoles } from './holders.js';
import { withCascades } from './cascades.js';
import { missingPeople } from './unresolved.js';
import { changesInCycles } from './cycles.js';
import { roleListDiff } from './role-lists.js';
import { Identities } from './identities.js';
import { idsAtRisk } from './ids-at-risk.js';
import { liveSeparation } from './separation.js';
import { sortedWarnings, warningsOf } from './warnings.js';

/** Everything a plan is made from. */
export interface PlanInput {
  readonly desired: DesiredState;
  /** The scopes of `desired` that are planned. Others that were read count only for what a removal takes along. */
  readonly scopes: readonly DesiredScope[];
  readonly live: LiveState;
  readonly settings: Settings;
  readonly catalogue: ProviderCatalogue;
  /** Plan as of this instant, epoch milliseconds. */
  readonly at: number;
  readonly base: string | null;
  readonly narrowing: Narrowing;
  /** `--allow-revokes`; null: the settings' maxRevokes holds. */
  readonly allowRevokes: number | null;
  /** Whether the plan's scopes carry the unified diffs of their role lists; true if left out. */
  readonly roleLists?: boolean | undefined;
}

/** A plan, and what its application needs besides. Inert data. */
export interface PlannedRun {
  readonly plan: Plan;
  /** The plan's changes, in its order, with the ids their requests need. */
  readonly changes: readonly PlannedDifference[];
  readonly comparisons: readonly ScopeComparison[];
  /** Who is who, for the scopes of the plan and all others of their roots. */
  readonly identities: Identities;
  /** Contradictions of the files that only the live state brings to light. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Desired and live to the ordered changes. Pure: the same input gives the same plan. */
export function makePlan(input: PlanInput): PlannedRun {
  const { settings, live, at } = input;
  const identities = new Identities(input.desired.people, live);
  const documents = groupBy(input.desired.scopes, ({ scope }) => scope.rootAddress);
  const comparisons = [...groupBy(input.scopes, ({ scope }) => scope.rootAddress)]
    .flatMap(([root, scopes]) =>
      compareRoot(scopes, live.get(root) ?? null, {
        ...input,
        identities,
        documents: documents.get(root) ?? [],
      }),
    )
    .sort(byKeys(({ desired }) => desired.scope.address));
  const isHighRisk = anyRole(settings.highRisk);
  const planned = plannedChanges(comparisons, isHighRisk);
  const changes = planned.map(({ change }) => change);
  const asked = new Set(input.scopes);
  const own = comparisons.filter(({ desired }) => asked.has(desired));
  const unlisted = unlistedOf(own, isHighRisk);
  const roots = rootsOf(own, live);
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
    warnings: sortedWarnings([
      ...warningsOf(own, roots, settings, at),
      ...idsAtRisk(planned, comparisons, settings),
    ]),
    requests: { made: 0, toApply: 0, estimatedSeconds: 0 },
  };
  const diagnostics = [...own.flatMap(contradictionDiagnostics), ...liveSeparation({ ...input, identities })];
  return { plan, changes: planned, comparisons, identities, diagnostics };
}

/** What comparing one root takes beside its scopes. */
interface RootInput extends PlanInput {
  readonly identities: Identities;
  /** All documents of the root, those of scopes that are not planned included. */
  readonly documents: readonly DesiredScope[];
}

function compareRoot(
  scopes: readonly DesiredScope[],
  root: LiveRoot | null,
  input: RootInput,
): readonly ScopeComparison[] {
  const [first] = scopes;
  if (first === undefined) return [];
  const identities = input.identities.in(first.scope);
  const { settings, at } = input;
  const missing = missingPeople(input.documents, root, identities, at);
  const liveScopes = new Map(root?.scopes.map((live) => [live.scope.address, live]));
  const compare = (desired: DesiredScope): ScopeComparison => {
    const traits = traitsOf(input.catalogue, desired.scope);
    const live = liveScopes.get(desired.scope.address) ?? null;
    return compareScope({ desired, live, root, identities, missing, traits, settings, at });
  };
  const planned = new Set(scopes);
  const compared = [...scopes, ...reachedIn(root, scopes, input)].map(compare);
  return withCascades(compared, input.documents, identities, settings, at).map((comparison) =>
    planned.has(comparison.desired) ? blockCycles(comparison, input) : onlyReached(comparison),
  );
}

/** What was read of a root beside the scopes that are planned. */
function reachedIn(
  root: LiveRoot | null,
  scopes: readonly DesiredScope[],
  { desired }: PlanInput,
): readonly DesiredScope[] {
  if (root === null || root.scopes.length <= scopes.length) return [];
  const planned = new Set(scopes.map(({ scope }) => scope.address));
  const read = new Set(root.scopes.map(({ scope }) => scope.address));
  return desired.scopes.filter(({ scope }) => read.has(scope.address) && !planned.has(scope.address));
}

/** A scope that is read because a removal reaches into it: what else differs there is not planned. */
function onlyReached(comparison: ScopeComparison): ScopeComparison {
  return { ...comparison, differences: [], unlisted: [], contradictions: [] };
}

function blockCycles(comparison: ScopeComparison, { settings }: PlanInput): ScopeComparison {
  const { desired, traits, differences } = comparison;
  const rings = changesInCycles(differences, guardedRoles(desired.scope, traits, settings), traits);
  if (rings.size === 0) return comparison;
  const blocked =
    'these changes wait for each other, since each takes a guarded role that another gives: do it in two steps';
  return {
    ...comparison,
    differences: differences.map((difference) =>
      rings.has(difference) ? { ...difference, blocked } : difference,
    ),
  };
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

function rootsOf(comparisons: readonly ScopeComparison[], live: LiveState): readonly LiveRoot[] {
  const addresses = new Set(comparisons.map(({ desired }) => desired.scope.rootAddress));
  return [...addresses].sort(byCodeUnit).flatMap((address) => live.get(address) ?? []);
}

function contradictionDiagnostics({ contradictions }: ScopeComparison): readonly Diagnostic[] {
  return contradictions.flatMap(({ view, conflict }) =>
    conflict.map((assignment, side): Diagnostic => {
      const other = conflict[side === 0 ? 1 : 0];
      const message = `${JSON.stringify(cut(assignment.label))} and ${JSON.stringify(cut(other.label))} (${other.source.file}:${other.source.line}) are both ${view.address}, and differ: ${cut(assignment.role)} here, ${cut(other.role)} there; keep one`;
      return { severity: 'error', code: 'two-roles', message, ...assignment.source };
    }),
  );
}
