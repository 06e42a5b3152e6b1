import type { Status } from './assignment.js';
import type { PrincipalRef } from './principal.js';
import type { Scope } from './scope.js';
import type { SourceLocation } from './diagnostic.js';

/** `true` revokes what is live and unlisted, `listed` only in the roles the document names, `false` nothing. */
export type Prune = boolean | 'listed';

/**
 * One principal reached by one entry: an entry that names a team makes one for each of its people.
 * Times are epoch milliseconds; an end is the first instant that no longer counts.
 */
export interface DesiredAssignment {
  readonly principal: PrincipalRef;
  /** What the file calls the principal: e-mail, key of people.yaml, or id. */
  readonly label: string;
  /** The role as written. */
  readonly role: string;
  readonly status: Status;
  /** The team the entry names, `team:core`; null where it names the principal. */
  readonly via: string | null;
  readonly from: number | null;
  readonly until: number | null;
  /** When the person leaves (people.yaml). */
  readonly leaves: number | null;
  /** Key of people.yaml, where the principal is in it. */
  readonly person: string | null;
  readonly reason: string | null;
  readonly source: SourceLocation;
}

/** One document of the files: a scope and who shall hold what in it. */
export interface DesiredScope {
  readonly scope: Scope;
  /** The label the document gives, and where. */
  readonly name: { readonly text: string; readonly source: SourceLocation } | null;
  readonly prune: Prune;
  /** Every role the document names, as written, with or without entries. */
  readonly roles: readonly string[];
  readonly assignments: readonly DesiredAssignment[];
  readonly source: SourceLocation;
}

/** A person of people.yaml. */
export interface Person {
  readonly key: string;
  readonly name: string | null;
  readonly github: string | null;
  readonly leaves: number | null;
  /** Who the person is in a provider: one reference, or one for each account or organization id. */
  readonly principals: ReadonlyMap<string, PrincipalRef | ReadonlyMap<string, PrincipalRef>>;
  readonly source: SourceLocation;
}

/** What git says. Scopes are sorted by address. */
export interface DesiredState {
  readonly scopes: readonly DesiredScope[];
  readonly people: readonly Person[];
}

/** Who a person is in the root (organization or account) of a scope; null where people.yaml does not say. */
export function personIn(person: Person, scope: Pick<Scope, 'provider' | 'rootId'>): PrincipalRef | null {
  const principal = person.principals.get(scope.provider);
  if (principal === undefined) return null;
  return 'kind' in principal ? principal : (principal.get(scope.rootId) ?? null);
}
