import type { Claim, DesiredState } from '../../model/desired.js';
import { roleKey } from '../../model/assignment.js';
import { refKey } from '../../model/principal.js';
import { roleResolver } from '../../planning/roles.js';
import type { SettledComparison } from '../../planning/removal.js';
import { RootIndex } from '../../planning/root-index.js';
import type { LiveAnswer, UnlistedRole } from '../../report/explain.js';
import { refsOf, type Who } from './who.js';

/** What the live state says of the claim. */
export function liveAnswer(claim: Claim, comparison: SettledComparison | undefined): LiveAnswer {
  const subject = comparison?.subjects.find(({ claims }) => claims.some((each) => isSameEntry(each, claim)));
  if (comparison?.live == null || subject === undefined) return 'unknown';
  const { traits, live, complete, root } = comparison;
  const roleOf = roleResolver(live, traits);
  const wanted = roleKey(roleOf(claim.role).role, traits.rolesIgnoreCase);
  const row = subject.rows.find(({ role }) => roleKey(role, traits.rolesIgnoreCase) === wanted);
  if (row !== undefined) return row.status;
  return complete && root?.unverifiable.has(subject.address) !== true ? 'absent' : 'unknown';
}

/** The files are read twice, so that claims are told by their place and principal. */
function isSameEntry(a: Claim, b: Claim): boolean {
  return (
    a.role === b.role &&
    refKey(a.principal) === refKey(b.principal) &&
    a.source.file === b.source.file &&
    a.source.line === b.source.line &&
    a.source.column === b.source.column
  );
}

/** What is live and unlisted: of the principal asked for, or of everyone. */
export function unlistedRoles(
  comparison: SettledComparison,
  who: Who | null,
  desired: DesiredState,
): readonly UnlistedRole[] {
  const index = new RootIndex(comparison.root ?? undefined, comparison.desired.scope, desired);
  const refs = who === null ? [] : [...who.refs, ...who.people.flatMap(refsOf)];
  const wanted = new Set(refs.map((ref) => index.resolve(ref).address));
  return comparison.unlisted
    .filter(({ subject }) => who === null || wanted.has(subject.address))
    .map(({ subject, row }) => ({
      scope: comparison.desired.scope.address,
      label: subject.label,
      role: row.role,
      status: row.status,
    }));
}
