import type { Status } from './assignment.js';
import type { SourceLocation } from './diagnostic.js';
import type { Unlisted } from './plan.js';

/** The commit that brought an entry. */
export interface EntryCommit {
  readonly sha: string;
  readonly author: string;
  readonly date: string;
  readonly subject: string;
}

/** What the live state says of a role the files ask for. */
export type LiveAnswer = Status | 'absent' | 'unknown';

/** A role that an entry asks for, and why. */
export interface ExplainedRole {
  readonly scope: string;
  /** The label of the scope's document. */
  readonly scopeName: string | null;
  /** What the file calls the principal. */
  readonly label: string;
  /** The same with the address beside a key of people.yaml, as it is shown. */
  readonly who: string;
  readonly role: string;
  readonly status: Status;
  readonly via: string | null;
  /** The teams from the one the entry names to the one that lists the person. */
  readonly teams: readonly string[];
  /** As a date or RFC 3339 time. */
  readonly from: string | null;
  readonly until: string | null;
  /** The day the person leaves. */
  readonly leaves: string | null;
  readonly reason: string | null;
  readonly inForce: boolean;
  /** Why it does not count now. */
  readonly standing: 'in-force' | 'not-yet' | 'ended' | 'left';
  /** The entry that counts in its place, where a scope knows one role a person. */
  readonly outrankedBy: SourceLocation | null;
  readonly source: SourceLocation;
  readonly commit: EntryCommit | null;
  /** Null where the live state was not asked for. */
  readonly live: LiveAnswer | null;
}

/** A role that is live and that no entry asks for. */
export type UnlistedRole = Pick<Unlisted, 'scope' | 'label' | 'role' | 'status'>;

/** How far back git tells who brought an entry: all the way, to where the clone was cut, or not at all. */
export type History = 'whole' | 'shallow' | 'none';

/** Every role of a principal, or everyone's in some scopes and roles. */
export interface Explanation {
  /** As asked for; null where the question was who holds a role. */
  readonly principal: string | null;
  /** What is known of a person: name, key, who the person is in each system. */
  readonly who: string | null;
  readonly roles: readonly ExplainedRole[];
  readonly history: History;
  /** Null where the live state was not asked for. */
  readonly unlisted: readonly UnlistedRole[] | null;
}

/** What the files give one principal and not the other. */
export interface ExplainedComparison {
  /** Each with only the roles that the other lacks. */
  readonly first: Explanation;
  readonly second: Explanation;
  /** How many roles both have. */
  readonly common: number;
}
