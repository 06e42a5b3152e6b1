import type { Status } from '../../model/assignment.js';
import type { Risk } from '../../model/change.js';
import type { Severity, SourceLocation } from '../../model/diagnostic.js';
import type { PlanWarning } from '../../model/plan.js';
import type { PrincipalKind } from '../../model/principal.js';

/**
 * `listed`: the files ask for it · `unlisted`: no file does · `drift`: the files ask for something else · `missing`: the
 * files ask for it and it is not held · `system`: the API gives it by itself.
 */
export type Standing = 'listed' | 'unlisted' | 'drift' | 'missing' | 'system';

/** One role of one person in one scope. */
export interface ReviewedRole {
  readonly scope: string;
  readonly role: string;
  readonly status: Status;
  readonly risk: Risk;
  readonly standing: Standing;
  readonly via: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** The term, or the person's time, ends within 14 days. */
  readonly endsSoon: boolean;
  readonly reason: string | null;
  readonly source: SourceLocation | null;
}

/** A person, or a group, with every role in any system. */
export interface ReviewedPerson {
  readonly kind: PrincipalKind;
  /** What people know the person by: e-mail, else name, else id. */
  readonly label: string;
  readonly name: string | null;
  /** Key of people.yaml. */
  readonly person: string | null;
  /** Who it is in each organization and account: `redox/organization/1024 user:3363`. */
  readonly principals: readonly string[];
  /** The latest login that an API tells, RFC 3339; null where none does. */
  readonly lastLogin: string | null;
  /** False where an API says that the second factor is not verified; null where none says anything. */
  readonly twoFactor: boolean | null;
  /** No login for as long as the review calls inactive. */
  readonly stale: boolean;
  /** The day the person leaves. */
  readonly leaves: string | null;
  readonly roles: readonly ReviewedRole[];
}

interface ReviewedScope {
  readonly scope: string;
  readonly name: string | null;
  /** Address of its organization or account. */
  readonly root: string;
  /** False where not everything could be read. */
  readonly complete: boolean;
  /** True where every list of it reached the total that the API itself states. */
  readonly confirmed: boolean;
}

/** Something to look at: of a policy, a guard, the files or the reading. */
export interface ReviewFinding extends Pick<PlanWarning, 'code' | 'message' | 'source'> {
  readonly severity: Severity;
}

export interface ReviewSummary {
  readonly people: number;
  readonly scopes: number;
  /** Live assignments. */
  readonly roles: number;
  readonly highRisk: number;
  readonly unlisted: number;
  /** Differences from the files: the changes of a plan, those that are blocked too. */
  readonly drift: number;
  readonly endingSoon: number;
  /** People. */
  readonly stale: number;
  /** People without a verified second factor. */
  readonly withoutTwoFactor: number;
  readonly findings: number;
}

/** The credentials of a provider, by the environment variables that hold them, and whose they are. */
export interface ReadAs {
  readonly provider: string;
  /** `self` of the settings; null where they do not say. */
  readonly self: string | null;
  readonly variables: readonly string[];
}

/** A file and the SHA-256 of its bytes, in hexadecimal digits. */
export interface FileHash {
  readonly file: string;
  readonly sha256: string;
}

/** What the review rests on. */
export interface ReviewEvidence {
  /** Digest of the changes that would bring live to what the files ask for. */
  readonly digest: string;
  /** The commit that is checked out; null outside of git. */
  readonly commit: string | null;
  /** Whether the files differ from that commit. */
  readonly uncommitted: boolean;
  /** Of rolecall. */
  readonly version: string;
  readonly inactiveDays: number;
  readonly narrowing: readonly string[];
  /** The account that ran it, as the environment says; null where it does not. */
  readonly ranBy: string | null;
  /** What the live state was read with, by provider. */
  readonly credentials: readonly ReadAs[];
  /** The files that it rests on, in the order of their names. */
  readonly files: readonly FileHash[];
  /** What the systems cannot list, so that it may be missing here. */
  readonly notListed: readonly string[];
}

/** Who holds what, and what to look at. Inert data. */
export interface AccessReview {
  readonly formatVersion: 1;
  /** RFC 3339, UTC. */
  readonly now: string;
  readonly evidence: ReviewEvidence;
  readonly summary: ReviewSummary;
  readonly scopes: readonly ReviewedScope[];
  readonly people: readonly ReviewedPerson[];
  readonly findings: readonly ReviewFinding[];
}

/** Whether it is a high-risk role that no file asks for. */
export function isUnlistedRisk({ risk, standing }: Pick<ReviewedRole, 'risk' | 'standing'>): boolean {
  return risk === 'high' && standing === 'unlisted';
}

/** What there is to say of a review in place of its counts where every read failed. */
export const NO_REPORT = 'No report: nothing could be read.';

/** Whether every read failed: then there is nothing to count. */
export function nothingReviewed({ scopes, people }: AccessReview): boolean {
  return scopes.length > 0 && people.length === 0 && scopes.every(({ complete }) => !complete);
}
