import { encodeId, isId, type UserIds } from './scope.js';

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

/** A reference as a system has it. */
export function foldedRef(ref: PrincipalRef, { idsIgnoreCase, idsAreEmails }: UserIds): PrincipalRef {
  if (ref.kind !== 'user') return ref;
  const { kind, by } = ref;
  const value = idsIgnoreCase === true ? asciiLower(ref.value) : ref.value;
  return { kind, by: idsAreEmails === true ? 'id' : by, value };
}

/** One text for one reference, for maps: two references with the same key name the same principal. */
export function refKey(ref: PrincipalRef): string {
  return ref.by === 'email' ? `email:${ref.value}` : `${ref.kind}:${ref.value}`;
}

/** A reference as an address: an e-mail stands where no id is known. */
export function refAddress(ref: PrincipalRef): string {
  return principalAddress(ref.kind, ref.value);
}

/** What a name in the files is. `name` is a key of people.yaml, an e-mail or an id: which, the directory says. */
export interface WrittenName {
  readonly kind: 'name' | 'user' | 'team' | 'group';
  /** Without the prefix. */
  readonly value: string;
}

/** `name`, `user:ID`, `team:NAME` or `group:ID`. */
export function nameIn(text: string): WrittenName {
  if (text.startsWith('user:')) return { kind: 'user', value: text.slice(5) };
  if (text.startsWith('team:')) return { kind: 'team', value: text.slice(5) };
  if (text.startsWith('group:')) return { kind: 'group', value: text.slice(6) };
  return { kind: 'name', value: text };
}

/** A user by e-mail where there is an `@`, else by `user:ID` or an id; null where the text is neither. */
export function userRef(text: string): PrincipalRef | null {
  const { kind, value } = nameIn(text);
  if (kind === 'name' && value.includes('@')) return { kind: 'user', by: 'email', value: asciiLower(value) };
  return (kind === 'name' || kind === 'user') && isId(value) ? { kind: 'user', by: 'id', value } : null;
}

/**
 * Letters A to Z as a to z; any other character stays. What two systems must agree on is compared so, since
 * `toLowerCase` takes other letters, as the Kelvin sign, for these.
 */
export function asciiLower(text: string): string {
  return /[A-Z]/u.test(text) ? text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase()) : text;
}
