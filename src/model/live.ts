import type { Status } from './assignment.js';
import type { PrincipalId } from './principal.js';
import type { Scope } from './scope.js';

/** A user the root (organization or account) lists. */
export interface LiveUser {
  readonly id: string;
  /** Lower-case. */
  readonly email: string | null;
  readonly name: string | null;
  /** As the API gives it; null where it does not. */
  readonly lastLogin: string | null;
  readonly twoFactor: boolean | null;
}

/** Why a live assignment is never pruned. A system role is not even counted as unlisted. */
export type Keep =
  | 'system-role'
  | 'group'
  | 'resource-role'
  | 'unknown-role'
  | 'project-missing'
  | 'maybe-inherited'
  /** Held through another scope: nothing that is done in this one takes it away. */
  | 'inherited';

/** An assignment the API returned. */
export interface LiveAssignment {
  readonly principal: PrincipalId;
  /** The role as plans name it: Redox the role's name in the API's spelling, Aion the role's id. */
  readonly role: string;
  /** The id the API wants in a request. */
  readonly roleId: string;
  /** The id that the API gives the assignment itself, where requests name it. */
  readonly assignmentId?: string;
  readonly status: Status;
  readonly keep: Keep | null;
  /** Offered, and not accepted yet: it counts for no minimum of holders. */
  readonly pending?: true;
}

/** A role that may be granted in a scope, or why it may not. */
export interface KnownRole {
  /** As plans name it (see LiveAssignment.role). */
  readonly role: string;
  readonly roleId: string;
  /** Other names the files may use for it. */
  readonly aliases: readonly string[];
  /** Why it cannot be granted here (a RESOURCE role, a role of another kind of scope); null where it can. */
  readonly blocked: string | null;
  /** Set where its id is known from those who hold it, and from nothing else. */
  readonly fromHolders?: true;
  /** How high it is where roles have an order; the higher, the more. */
  readonly rank?: number;
  /** Set where the name fits several roles, so that nobody can tell which is meant. */
  readonly unclear?: true;
}

/** A role that a principal holds directly, with what requests may call it; null where that is not known. */
export interface DirectRole {
  readonly role: string;
  readonly id: string | number | boolean | null;
  readonly name: string | null;
}

/** All roles that a principal holds directly, in the order of the API, or why they are not known as they must be sent. */
export type DirectRoles = { readonly roles: readonly DirectRole[] } | { readonly problem: string };

export interface LiveScope {
  readonly scope: Scope;
  readonly name: string | null;
  /** False where the read failed, was cut short or contradicted itself: nothing that takes away is planned here. */
  readonly complete: boolean;
  /** True where the scope is incomplete only since nothing says that what came is all: grants go on. */
  readonly openEnded?: boolean;
  /** False where nothing that was read names the scope, and reading it would not tell whether it exists. */
  readonly seen?: boolean;
  /** True where every list that the scope was read from reached the total that the API itself states. */
  readonly confirmed?: boolean;
  readonly assignments: readonly LiveAssignment[];
  readonly roles: readonly KnownRole[];
  /** The role that the system gives some principals (`user:ID`) who hold one here, whichever is asked for. */
  readonly fixedRoles?: ReadonlyMap<string, string>;
  /** What each principal holds directly, by id, where a write replaces all of it; who is not there holds nothing. */
  readonly direct?: ReadonlyMap<string, DirectRoles>;
}

/** Why reads failed: told once, whatever it touched. */
export interface ReadCause {
  /** Equal for problems with the same cause. */
  readonly key: string;
  /** What happened, as it may be said of all that it touched. */
  readonly message: string;
  /** What to do, in whole sentences; null where the message says it. */
  readonly remedy: string | null;
  /** True where the credential may not read it. */
  readonly forbidden?: boolean;
}

/** Something that kept a read from being whole. */
export interface ReadProblem {
  readonly scope: string;
  readonly message: string;
  /** True where the API says that the scope is not there. */
  readonly missing?: boolean;
  /** None where an answer came and contradicted itself: then the message is the cause. */
  readonly cause?: ReadCause;
}

/** What the API returned for an organization with environments, or an account with projects. */
export interface LiveRoot {
  readonly root: Scope;
  readonly complete: boolean;
  /** The users the root lists. */
  readonly users: readonly LiveUser[];
  /** Users that rows name and the root does not list: known for their labels, and for nothing else. */
  readonly outsiders?: readonly LiveUser[];
  /** The scopes that were asked for. */
  readonly scopes: readonly LiveScope[];
  /**
   * Principals (`user:ID`, `group:ID`) whose own assignments were read whole. Null: rows are not read principal by
   * principal, so that a complete scope is whole for everyone.
   */
  readonly wholePrincipals: ReadonlySet<string> | null;
  /** True where rows were asked only of the principals the files name: what others hold was not looked at. */
  readonly namedOnly: boolean;
  /** Principals (`group:ID`) whose assignments cannot be read: what is written for them cannot be verified. */
  readonly unverifiable: ReadonlySet<string>;
  /** An inactive assignment that nobody asks for counts as gone, since revoking means deactivating. */
  readonly inactiveIsGone: boolean;
  readonly problems: readonly ReadProblem[];
}

/** Live state, by the address of the root. */
export type LiveState = ReadonlyMap<string, LiveRoot>;
