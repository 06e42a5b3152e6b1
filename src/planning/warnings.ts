import { endsSoon } from '../model/effective-roles.js';
import { formatEnd } from '../model/instant.js';
import { cut } from '../model/label.js';
import type { LiveRoot } from '../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import type { PlanWarning } from '../model/plan.js';
import type { Settings } from '../model/settings.js';
import { twoFactorPolicies } from './blocking.js';
import { groupedProblems, MISSING, problemsOf } from './read-problems.js';
import type { PlanInput, ScopeComparison } from './comparison.js';
import { handedOverRoles } from './role-handover.js';
import { type Scheduled, scheduleOf } from './schedule.js';

/** Leavers that are named; more are counted. */
const NAMED_LEAVERS = 10;

/** The warnings of a plan of these scopes. None of them stops anything. `run` has all changes of the plan. */
export function warningsOf(
  run: Scheduled,
  comparisons: readonly ScopeComparison[],
  { live, settings, at }: Pick<PlanInput, 'live' | 'settings' | 'at'>,
): readonly PlanWarning[] {
  const addresses = new Set(comparisons.map(({ desired }) => desired.scope.rootAddress));
  const roots = [...addresses].sort(byCodeUnit).flatMap((address) => live.get(address) ?? []);
  const warnings = [
    ...incompleteReads(roots, comparisons),
    ...roots.flatMap(unlistedNotRead),
    ...stillMembers(comparisons),
    ...comparisons.flatMap((comparison) => [
      ...notSeen(comparison),
      ...differingName(comparison),
      ...endingSoon(comparison, at),
      ...withoutTwoFactor(comparison, settings),
    ]),
    ...idsAtRisk(run, settings),
  ];
  return sortedWarnings(warnings);
}

/** Warnings in the order of a plan: by code, place and message. */
export function sortedWarnings(warnings: readonly PlanWarning[]): readonly PlanWarning[] {
  return [...warnings].sort(
    byKeys(
      ({ code }) => code,
      ({ source }) => source?.file ?? null,
      ({ source }) => source?.line ?? null,
      ({ message }) => message,
    ),
  );
}

/** Warns of incomplete reads, once for each cause. `consequence` says what follows, as half a sentence. */
export function incompleteReads(
  roots: readonly LiveRoot[],
  comparisons: readonly ScopeComparison[],
  consequence?: string,
): readonly PlanWarning[] {
  return groupedProblems(problemsOf(roots), consequence).map(({ message, scopes, missing }) => ({
    code: 'incomplete-read',
    message,
    source: missing === null ? null : documentOf(missing, comparisons),
    scopes,
  }));
}

function unlistedNotRead({ root, namedOnly }: LiveRoot): readonly PlanWarning[] {
  if (!namedOnly) return [];
  const message = `${root.address}: nothing is pruned here, so only the users that the files name were read; what others hold is not shown (with "prune: listed" everyone is read)`;
  return [{ code: 'unlisted-not-read', message, source: null }];
}

/** Where the files name a scope: its document, or else the first one that belongs to it. */
function documentOf(address: string, comparisons: readonly ScopeComparison[]): PlanWarning['source'] {
  const own = comparisons.find(({ desired: { scope } }) => scope.address === address);
  const inside = comparisons.find(({ desired: { scope } }) => scope.rootAddress === address);
  return (own ?? inside)?.desired.source ?? null;
}

/** Warns of a scope that may not exist: nothing that was read names it, and the files ask for something in it. */
function notSeen({ desired, live, complete, differences }: ScopeComparison): readonly PlanWarning[] {
  const isAsked = differences.some(({ to, unverifiable }) => to !== null && !unverifiable);
  if (live?.seen !== false || !complete || !isAsked) return [];
  const message = `${desired.scope.address} ${MISSING}, or nobody holds a role in it yet: no response names it`;
  return [{ code: 'scope-not-seen', message, source: desired.source }];
}

function differingName({ desired, live }: ScopeComparison): readonly PlanWarning[] {
  if (desired.name === null || live?.name == null || live.name === desired.name.text) return [];
  const message = `${desired.scope.address} is named ${JSON.stringify(cut(live.name))} in the API, ${JSON.stringify(cut(desired.name.text))} in the file`;
  return [{ code: 'name-differs', message, source: desired.name.source }];
}

function endingSoon({ desired, views }: ScopeComparison, at: number): readonly PlanWarning[] {
  const where = cut(desired.name?.text ?? desired.scope.address);
  return views.flatMap(({ label, assignments }) =>
    assignments.flatMap((assignment) => {
      const { until, role, source } = assignment;
      if (until === null || !endsSoon(assignment, at)) return [];
      return [
        {
          code: 'term-ends-soon',
          message: `${label}: ${cut(role)} in ${where} ends ${formatEnd(until)}; rolecall extend moves the end`,
          source,
        },
      ];
    }),
  );
}

/** Names everyone who has left and is still a member somewhere, in one warning. */
function stillMembers(comparisons: readonly ScopeComparison[]): readonly PlanWarning[] {
  const leavers = comparisons.flatMap(({ desired: { scope }, leftButListed }) =>
    leftButListed.map((view) => ({ view, address: scope.address })),
  );
  const [first] = leavers;
  if (first === undefined) return [];
  const people = [...groupBy(leavers, ({ view }) => view.label)].sort(([a], [b]) => byCodeUnit(a, b));
  const named = people
    .slice(0, NAMED_LEAVERS)
    .map(([label, held]) => `${label} (${held.map(({ address }) => address).join(', ')})`);
  const more = people.length > NAMED_LEAVERS ? ` and ${people.length - NAMED_LEAVERS} more` : '';
  const who =
    people.length === 1
      ? '1 person has left and is still a member'
      : `${people.length} people have left and are still members`;
  const message = `${who}: ${named.join(', ')}${more}; removal needs prune: true in the document, or the dashboard`;
  return [{ code: 'left-but-listed', message, source: first.view.assignments[0]?.source ?? null }];
}

function withoutTwoFactor(comparison: ScopeComparison, settings: Settings): readonly PlanWarning[] {
  const policies = twoFactorPolicies(settings, comparison.desired);
  if (policies.length === 0) return [];
  const { address } = comparison.desired.scope;
  const gained = comparison.differences
    .filter(({ blocked, to }) => blocked === null && to !== null)
    .map(({ view, to }) => ({ view, role: to?.role ?? '' }));
  const held = comparison.views.flatMap((view) =>
    view.rows.filter(({ status }) => status === 'active').map(({ role }) => ({ view, role })),
  );
  return [...held, ...gained]
    .filter(({ view, role }) => view.user?.twoFactor === false && policies.some(({ fits }) => fits(role)))
    .map(({ view, role }) => ({
      code: 'without-2fa',
      message: `${view.label} has ${cut(role)} in ${address} and has not verified 2FA`,
      source:
        view.assignments.find((assignment) => assignment.role.toLowerCase() === role.toLowerCase())?.source ??
        null,
    }));
}

/** Warns of roles that change hands in a cycle: no order of the writes keeps a holder of each, and only holders tell its id. */
function idsAtRisk({ changes, comparisons }: Scheduled, settings: Settings): readonly PlanWarning[] {
  if (handedOverRoles(changes, comparisons).length === 0) return [];
  const possible = changes.flatMap(({ change: { blocked } }, index) => (blocked === null ? [index] : []));
  const { unordered } = scheduleOf({ changes, comparisons }, possible, settings);
  return unordered.map(({ scope, role }) => ({
    code: 'role-id-at-risk',
    message: `${role} in ${scope} moves between its holders in a cycle, and its id is known only from them: if the run stops between the writes, a second run cannot grant it; add the id to options.roles to be safe`,
    source: null,
  }));
}
