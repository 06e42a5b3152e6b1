import type { SourceLocation } from './diagnostic.js';

/** The roles known live, as `rolecall roles` gives them. */
export interface RoleList {
  readonly formatVersion: 1;
  /** Sorted by provider and kind, in the order of the provider's kinds. */
  readonly kinds: readonly RoleKind[];
  /** The roles that the files ask for and that cannot be granted there. */
  readonly unknown: readonly UnknownRole[];
  /** What the systems cannot list. */
  readonly notListed: readonly string[];
}

/** The roles of one kind of scope. */
export interface RoleKind {
  readonly provider: string;
  readonly kind: string;
  /** How many scopes of the kind were read. */
  readonly scopes: number;
  /** False if one of them could not be read whole: it may have more roles and holders. */
  readonly complete: boolean;
  /** Sorted by name and id. */
  readonly roles: readonly ListedRole[];
}

/** One role of a kind of scope: one name with one id. */
export interface ListedRole {
  /** As plans name it. */
  readonly name: string;
  readonly id: string;
  /** Other names that the files may use for it. */
  readonly aliases: readonly string[];
  /** How many principals hold it, inactive ones left out; someone who holds it in several scopes of one root counts once. */
  readonly holders: number;
  /** Why it cannot be granted in any of these scopes; null if it can. */
  readonly blocked: string | null;
  /** The scopes that know it, sorted by address. */
  readonly scopes: readonly { readonly scope: string; readonly holders: number }[];
}

/** A role that the files ask for and that cannot be granted there. */
export interface UnknownRole {
  readonly scope: string;
  readonly role: string;
  /** Why, with the nearest role. */
  readonly reason: string;
  /** The first entry that asks for it. */
  readonly source: SourceLocation;
}
