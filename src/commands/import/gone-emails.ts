import type { DesiredAssignment, DesiredState } from '../../model/desired.js';
import type { LiveRoot, LiveState } from '../../model/live.js';
import { byCodeUnit } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { Identities, type RootIdentities } from '../../planning/identities.js';
import { areSame, principalIn, roleIn, rolesHeldBy } from './changed-emails.js';

/**
 * What a merge says of e-mails that a root does not list any more: their entries go, and where exactly one user whom no
 * file named holds the same roles, that user's come. For the `untouched` (`principalIn`) nothing is written. Pure.
 */
export function goneEmails(
  live: LiveState,
  desired: DesiredState,
  untouched: ReadonlySet<string>,
): readonly string[] {
  const identities = new Identities(desired.people, live);
  return [...live.values()]
    .filter(({ complete }) => complete)
    .flatMap((root) => goneIn(root, desired, identities.in(root.root), untouched));
}

function goneIn(
  root: LiveRoot,
  desired: DesiredState,
  identities: RootIdentities,
  untouched: ReadonlySet<string>,
): readonly string[] {
  const read = new Set(root.scopes.map(({ scope }) => scope.address));
  const documents = desired.scopes.filter(({ scope }) => read.has(scope.address));
  const gone = new Map<string, { readonly assignment: DesiredAssignment; readonly roles: Set<string> }>();
  const isUntouched = (address: string): boolean => untouched.has(principalIn(root.root.address, address));
  const taken = new Set<string>();
  for (const { scope, assignments } of documents) {
    for (const assignment of assignments) {
      const { address, principal, ambiguous } = identities.identify(assignment.principal);
      if (principal === null && !ambiguous && assignment.via === null && !isUntouched(address)) {
        const known = gone.get(address) ?? { assignment, roles: new Set<string>() };
        gone.set(address, known);
        known.roles.add(roleIn(scope.address, assignment.role));
      }
      taken.add(address);
    }
  }
  if (gone.size === 0) return [];
  const strangers = root.users
    .filter(({ id }) => {
      const address = principalAddress('user', id);
      return !taken.has(address) && !isUntouched(address);
    })
    .map((user) => ({ user, roles: rolesHeldBy(user, root) }));
  return [...gone]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { assignment, roles }]) => {
      const { value } = assignment.principal;
      const who = assignment.person === null ? value : `${assignment.person} (${value})`;
      const said = `${root.root.address} does not list ${who} any more, so its entries were taken out`;
      const [only, ...more] = strangers.filter(({ roles: held }) => areSame(held, roles));
      if (only === undefined || more.length > 0) return said;
      const { id, email, name } = only.user;
      const other = `${email ?? `user:${id}`}${name === null ? '' : ` (${name})`}`;
      const line =
        assignment.person === null
          ? 'With people.yaml it would be one line.'
          : 'Then change people.yaml instead.';
      return `${said}; ${other} holds the same roles and was added: a changed e-mail? ${line}`;
    });
}
