import type { DesiredAssignment } from '../../model/desired.js';
import { roleKey } from '../../model/assignment.js';
import type { ScopeComparison } from '../../planning/comparison.js';
import { incompleteReads } from '../../planning/warnings.js';
import type { LiveAnswer, UnlistedRole } from '../../model/explanation.js';
import type { CommandContext } from '../context.js';
import { openPlanningRun, planningDefaults, type PlanningOptions } from '../planning-run.js';
import { refsOf, type Who } from './who.js';

/** The live state compared with the files, and what of it could not be read. */
export interface LiveView {
  /** The one comparison of desired and live, by scope. */
  readonly comparisons: ReadonlyMap<string, ScopeComparison>;
  /** Whether every scope was read completely. */
  readonly whole: boolean;
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
}

/** Reads the live state of the scopes that are asked about, and compares it with the files. Sends reads only. */
export async function readLiveView(
  { scope, concurrency }: Pick<PlanningOptions, 'scope' | 'concurrency'>,
  context: CommandContext,
): Promise<LiveView> {
  const wanted = { ...planningDefaults, scope, concurrency, everyone: true };
  const run = await openPlanningRun(wanted, context);
  await run.close();
  const { comparisons } = run.planned;
  const unread = incompleteReads([...run.live.values()], comparisons, 'the roles there are not known');
  return {
    comparisons: new Map(comparisons.map((comparison) => [comparison.desired.scope.address, comparison])),
    whole: comparisons.every(({ complete }) => complete),
    unread: unread.map(({ message }) => message),
  };
}

/** What the live state says of the assignment. */
export function liveAnswer(
  assignment: DesiredAssignment,
  comparison: ScopeComparison | undefined,
): LiveAnswer {
  if (comparison?.live == null) return 'unknown';
  const { views, identities, desired, traits, roleOf, complete, root } = comparison;
  const { address } = identities.in(desired.scope).identify(assignment.principal);
  const view = views.find((each) => each.address === address);
  if (view === undefined) return 'unknown';
  const wanted = roleKey(roleOf(assignment.role).role, traits.rolesIgnoreCase);
  const row = view.rows.find(({ role }) => roleKey(role, traits.rolesIgnoreCase) === wanted);
  if (row !== undefined) return row.status;
  return complete && root?.unverifiable.has(view.address) !== true ? 'absent' : 'unknown';
}

/** What is live and unlisted: of the principal asked for, or of everyone. */
export function unlistedRoles(comparison: ScopeComparison, who: Who | null): readonly UnlistedRole[] {
  const refs = who === null ? [] : [...who.refs, ...who.people.flatMap(refsOf)];
  const identities = comparison.identities.in(comparison.desired.scope);
  const wanted = new Set(refs.map((ref) => identities.identify(ref).address));
  return comparison.unlisted
    .filter(({ view }) => who === null || wanted.has(view.address))
    .map(({ view, row }) => ({
      scope: comparison.desired.scope.address,
      label: view.label,
      role: row.role,
      status: row.status,
    }));
}
