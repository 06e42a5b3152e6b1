import { encodeId } from './scope.js';

export type PrincipalKind = 'user' | 'group';

/** How the files name a principal: by the API's id, or (users only) by e-mail, lower-case. */
export interface PrincipalRef {
  readonly kind: PrincipalKind;
  readonly by: 'id' | 'email';
  readonly value: string;
}

/** A principal the API knows. */
export interface PrincipalId {
  readonly kind: PrincipalKind;
  readonly id: string;
}

/**
 * `user:ID` or `group:ID`, the id percent-encoded. `@` stays as it is, as RFC 3986 allows in a path segment, so that
 * a user known by e-mail alone reads `user:ada@acme.test`.
 */
export function principalAddress(kind: PrincipalKind, id: string): string {
  return `${kind}:${encodeId(id).replaceAll('%40', '@')}`;
}

/** One text for one reference, for maps: two references with the same key name the same principal. */
export function refKey(ref: PrincipalRef): string {
  return ref.by === 'email' ? `email:${ref.value}` : `${ref.kind}:${ref.value}`;
}

/** A reference as an address: an e-mail stands where no id is known. */
export function refAddress(ref: PrincipalRef): string {
  return principalAddress(ref.kind, ref.value);
}
