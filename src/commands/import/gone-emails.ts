import { roleKey } from '../../model/assignment.js';
import type { Claim, DesiredState } from '../../model/desired.js';
import type { LiveRoot, LiveState, LiveUser } from '../../model/live.js';
import { byCodeUnit } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { RootIndex } from '../../planning/root-index.js';

/**
 * What a merge says of e-mails that documents name themselves and that a root does not list any more: their entries go,
 * and where exactly one user whom no file named holds the same roles, that user's come. Pure.
 */
export function goneEmails(live: LiveState, desired: DesiredState): readonly string[] {
  return [...live.values()].filter(({ complete }) => complete).flatMap((root) => goneIn(root, desired));
}

function goneIn(root: LiveRoot, desired: DesiredState): readonly string[] {
  const index = new RootIndex(root, root.root, desired);
  const read = new Set(root.scopes.map(({ scope }) => scope.address));
  const documents = desired.scopes.filter(({ scope }) => read.has(scope.address));
  const rolesOf = new Map<string, Set<string>>();
  const taken = new Set<string>();
  for (const { scope, claims } of documents) {
    for (const claim of claims) {
      const { address, principal, ambiguous } = index.resolve(claim.principal);
      taken.add(address);
      if (principal !== null || ambiguous || claim.person !== null || claim.via !== null) continue;
      const roles = rolesOf.get(claim.principal.value) ?? new Set<string>();
      rolesOf.set(claim.principal.value, roles.add(placed(scope.address, claim)));
    }
  }
  if (rolesOf.size === 0) return [];
  const strangers = root.users
    .filter(({ id }) => !taken.has(principalAddress('user', id)))
    .map((user) => ({ user, roles: new Set(heldBy(user, root)) }));
  return [...rolesOf]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([email, roles]) => {
      const alike = strangers.filter(({ roles: held }) => isSame(held, roles));
      const [only, ...more] = alike;
      const gone = `${root.root.address} does not list ${email} any more, so its entries were taken out`;
      if (only === undefined || more.length > 0) return gone;
      const { id, email: own, name } = only.user;
      const who = `${own ?? `user:${id}`}${name === null ? '' : ` (${name})`}`;
      return `${gone}; ${who} holds the same roles and was added: a changed e-mail? With people.yaml it would be one line.`;
    });
}

function heldBy({ id }: LiveUser, { scopes }: LiveRoot): readonly string[] {
  return scopes.flatMap(({ scope, assignments }) =>
    assignments
      .filter(
        ({ principal, keep }) => principal.kind === 'user' && principal.id === id && keep !== 'system-role',
      )
      .map((row) => placed(scope.address, row)),
  );
}

function placed(address: string, { role }: Pick<Claim, 'role'>): string {
  return `${address} ${roleKey(role, true)}`;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
