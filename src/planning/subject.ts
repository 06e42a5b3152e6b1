import type { Claim, DesiredScope } from '../model/desired.js';
import type { LiveAssignment, LiveScope, LiveUser } from '../model/live.js';
import { type PrincipalId, principalAddress } from '../model/principal.js';
import type { RootIndex } from './root-index.js';

/** One principal in one scope: everything the files claim for it and everything it holds. */
export interface Subject {
  readonly address: string;
  /** Null where the files name somebody the root does not list. */
  readonly principal: PrincipalId | null;
  readonly label: string;
  readonly user: LiveUser | null;
  /** The files' e-mail fits several users. */
  readonly ambiguous: boolean;
  readonly claims: readonly Claim[];
  readonly rows: readonly LiveAssignment[];
}

interface Growing {
  principal: PrincipalId | null;
  label: string | null;
  user: LiveUser | null;
  ambiguous: boolean;
  readonly claims: Claim[];
  readonly rows: LiveAssignment[];
}

/** The principals of a scope, declared or live, sorted by address. */
export function subjectsOf(
  desired: DesiredScope,
  live: LiveScope | undefined,
  index: RootIndex,
): readonly Subject[] {
  const growing = new Map<string, Growing>();
  const at = (address: string): Growing => {
    let subject = growing.get(address);
    if (subject === undefined) {
      subject = { principal: null, label: null, user: null, ambiguous: false, claims: [], rows: [] };
      growing.set(address, subject);
    }
    return subject;
  };
  for (const claim of desired.claims) {
    const { address, principal, user, ambiguous } = index.resolve(claim.principal);
    const subject = at(address);
    subject.principal ??= principal;
    subject.user ??= user;
    subject.ambiguous ||= ambiguous;
    if (subject.label === null || (claim.label.includes('@') && !subject.label.includes('@')))
      subject.label = claim.label;
    subject.claims.push(withPerson(claim, index, address));
  }
  for (const row of live?.assignments ?? []) {
    const subject = at(principalAddress(row.principal.kind, row.principal.id));
    subject.principal = row.principal;
    subject.user ??= row.principal.kind === 'user' ? index.user(row.principal.id) : null;
    if (subject.user === null && subject.label === null) {
      const outsider = index.outsider(row.principal.id);
      subject.label = outsider?.email ?? outsider?.name ?? null;
    }
    subject.rows.push(row);
  }
  return [...growing.keys()].sort().map((address) => finish(address, growing.get(address)));
}

/** People are recognised once their id is known, so that whoever leaves does so however an entry names them. */
function withPerson(claim: Claim, index: RootIndex, address: string): Claim {
  if (claim.person !== null) return claim;
  const person = index.person(address);
  return person === null ? claim : { ...claim, person: person.key, leaves: person.leaves };
}

function finish(address: string, subject: Growing | undefined): Subject {
  if (subject === undefined) throw new Error(`no subject at ${address}`);
  const { principal, user, ambiguous, claims, rows } = subject;
  const label =
    user?.email ?? (subject.label?.includes('@') ? subject.label : null) ?? user?.name ?? subject.label;
  return { address, principal, label: label ?? principal?.id ?? address, user, ambiguous, claims, rows };
}
