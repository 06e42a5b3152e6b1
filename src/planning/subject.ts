import type { Claim, DesiredScope } from '../model/desired.js';
import { principalLabel } from '../model/label.js';
import type { LiveAssignment, LiveScope, LiveUser } from '../model/live.js';
import { byKeys } from '../model/ordering.js';
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
  user: LiveUser | null;
  outsider: LiveUser | null;
  ambiguous: boolean;
  claims: Claim[];
  rows: LiveAssignment[];
}

/** The principals of a scope, declared or live, sorted by address. */
export function subjectsOf(
  desired: DesiredScope,
  live: LiveScope | undefined,
  index: RootIndex,
): readonly Subject[] {
  const growing = new Map<string, Growing>();
  const none: never[] = [];
  const at = (address: string): Growing => {
    let subject = growing.get(address);
    if (subject === undefined) {
      subject = { principal: null, user: null, outsider: null, ambiguous: false, claims: none, rows: none };
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
    subject.claims = and(subject.claims, withPerson(claim, index, address));
  }
  for (const row of live?.assignments ?? []) {
    const subject = at(principalAddress(row.principal.kind, row.principal.id));
    subject.principal = row.principal;
    subject.user ??= row.principal.kind === 'user' ? index.user(row.principal.id) : null;
    if (subject.user === null && row.principal.kind === 'user')
      subject.outsider = index.outsider(row.principal.id);
    subject.rows = and(subject.rows, row);
  }
  return [...growing.keys()].sort().map((address) => finish(address, growing.get(address)));
}

/** The list with one more. An empty one that is pushed to makes room for 17, and nearly all of these hold one. */
function and<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** People are recognised once their id is known, so that whoever leaves does so however an entry names them. */
export function withPerson(claim: Claim, index: RootIndex, address: string): Claim {
  if (claim.person !== null) return claim;
  const person = index.person(address);
  return person === null ? claim : { ...claim, person: person.key, leaves: person.leaves };
}

function finish(address: string, subject: Growing | undefined): Subject {
  if (subject === undefined) throw new Error(`no subject at ${address}`);
  const { principal, user, outsider, ambiguous, rows } = subject;
  const claims = subject.claims.length > 1 ? subject.claims.sort(byPlace) : subject.claims;
  const unknown = claims.find(({ principal: { by } }) => by === 'email' && principal === null);
  const label = principalLabel(address, {
    id: principal?.id ?? null,
    email: user?.email ?? outsider?.email ?? unknown?.principal.value ?? null,
    name: claims.find((claim) => claim.label.includes('@'))?.label ?? nameOf(user ?? outsider, claims),
  });
  return { address, principal, label, user, ambiguous, claims, rows };
}

function nameOf(user: LiveUser | null, [claim]: readonly Claim[]): string | null {
  return user?.name ?? claim?.label ?? null;
}

/** Claims in the order of the files. */
export const byPlace = byKeys<Claim>(
  ({ source }) => source.file,
  ({ source }) => source.line,
  ({ source }) => source.column,
  ({ role }) => role,
  ({ via }) => via,
);
