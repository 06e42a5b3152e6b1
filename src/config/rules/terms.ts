import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import { endingOf, endOf, endsSoon } from '../../model/effective-roles.js';
import { formatEnd } from '../../model/instant.js';
import { quote } from '../../model/label.js';
import { warningAt } from '../finding.js';
import type { RuleInput } from './rule.js';

/** Entries that ended, or whose person left, and entries that end soon. A leaver in a team is not an entry. */
export function* terms({ scopes, now }: RuleInput): Iterable<Diagnostic> {
  for (const { desired } of scopes) {
    let last: SourceLocation | null = null;
    for (const assignment of desired.assignments) {
      if (assignment.source === last || (assignment.until === null && assignment.leaves === null)) continue;
      last = assignment.source;
      const found = findingAbout(withoutLeavingMembers(assignment), now);
      if (found !== null) yield found;
    }
  }
}

/** An entry that names a team has only its own term: when a member leaves, it goes on for the others. */
function withoutLeavingMembers(assignment: DesiredAssignment): DesiredAssignment {
  return assignment.via === null ? assignment : { ...assignment, leaves: null };
}

function findingAbout(assignment: DesiredAssignment, now: number): Diagnostic | null {
  const { label, via, role, source } = assignment;
  const end = endOf(assignment);
  if (end === null) return null;
  const who = quote(via ?? label);
  if (end <= now) {
    const ended =
      endingOf(assignment) === 'left'
        ? `${who} left (${formatEnd(end)}) and is still listed in ${quote(role)}`
        : `The entry for ${who} in ${quote(role)} has ended (${formatEnd(end)})`;
    return warningAt('term-over', source, `${ended}: "rolecall tidy" deletes the entry if no plan needs it.`);
  }
  if (!endsSoon(assignment, now)) return null;
  const message = `The entry for ${who} in ${quote(role)} ends soon (${formatEnd(end)}): "rolecall extend" moves the end.`;
  return warningAt('term-ends-soon', source, message);
}
