import type { DesiredAssignment } from '../../model/desired.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { formatInstant } from '../../model/instant.js';
import { groupBy } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';
import { assignmentsByPrincipal, holdingsOfUsers, type RuleInput, type ValidatedScope } from './rule.js';
import { errorAt, lineOf } from '../finding.js';
import { quote } from '../../model/label.js';
import type { Holding } from '../../model/effective-roles.js';

/**
 * A user of a scope who is removed from its root, whose document prunes and does not name them. Told only where it is
 * certain: a user known by id and one known by e-mail may be the same.
 */
export function* prunedFromRoot({ scopes, now }: RuleInput): Iterable<Diagnostic> {
  const roots = new Map(
    scopes
      .filter(({ desired, traits, whole }) => traits.removal && desired.prune === true && whole)
      .map((root) => [root.desired.scope.address, membersOf(root)]),
  );
  for (const scope of scopes) {
    const { desired, traits } = scope;
    const members = traits.rootKind === null ? undefined : roots.get(desired.scope.rootAddress);
    if (members === undefined) continue;
    for (const holding of holdingsOfUsers(scope, now)) {
      if (!isUnnamed(holding, members)) continue;
      const when = holding.start <= now ? '' : ` from ${formatInstant(holding.start)} on`;
      const message = `${quote(holding.assignment.label)} has a role here and is removed from ${desired.scope.rootAddress}${when}, which prunes and does not list them (${lineOf(members.root.desired.source)}): list them there, or remove them here.`;
      yield errorAt('pruned-from-organization', holding.assignment.source, message);
    }
  }
}

interface Members {
  readonly root: ValidatedScope;
  readonly byRef: ReadonlyMap<string, readonly DesiredAssignment[]>;
  readonly byPerson: ReadonlyMap<string | null, readonly DesiredAssignment[]>;
  /** Whether the root's document names somebody of whom only the id (or only the e-mail) is known. */
  readonly unlinked: ReadonlySet<'id' | 'email'>;
  readonly all: ReadonlySet<'id' | 'email'>;
}

function membersOf(root: ValidatedScope): Members {
  const users = root.desired.assignments;
  const nobody = users.filter(({ person }) => person === null);
  return {
    root,
    byRef: assignmentsByPrincipal(root),
    byPerson: groupBy(root.desired.assignments, ({ person }) => person),
    unlinked: new Set(nobody.map(({ principal }) => principal.by)),
    all: new Set(users.map(({ principal }) => principal.by)),
  };
}

/** Whether no entry of the root names the user, as far as that is certain. Whoever leaves does so everywhere. */
function isUnnamed({ assignment }: Holding, members: Members): boolean {
  const other = assignment.principal.by === 'id' ? 'email' : 'id';
  if ((assignment.person === null ? members.all : members.unlinked).has(other)) return false;
  return (
    !members.byRef.has(refKey(assignment.principal)) &&
    (assignment.person === null || !members.byPerson.has(assignment.person))
  );
}
