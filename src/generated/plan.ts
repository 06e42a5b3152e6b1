// Generated from schemas/plan.schema.json by `npm run generate`; do not edit.
/**
 * The ordered changes, as `plan --format json` prints and `plan --out` keeps them.
 */
export interface Plan {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * The instant the plan is made for.
   */
  now: string;
  /**
   * The revision given with --base.
   */
  base: string | null;
  /**
   * What the run was narrowed to; empty where it was not.
   */
  narrowing: {
    /**
     * Globs over addresses (--scope).
     */
    scope?: string[];
    /**
     * The part taken, I/N (--shard).
     */
    shard?: string;
    /**
     * Only scopes whose desired state differs from this revision's (--changed-since).
     */
    changedSince?: string;
  };
  /**
   * sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.
   */
  digest: string;
  /**
   * Counts. What is blocked or cannot be verified is not counted under its action.
   */
  summary: {
    /**
     * Grants.
     */
    grant: number;
    /**
     * Changes of a role or status.
     */
    change: number;
    /**
     * Revokes.
     */
    revoke: number;
    /**
     * What cannot be done.
     */
    blocked: number;
    /**
     * What is live, unlisted and kept.
     */
    unlisted: number;
    /**
     * Entries that hold already.
     */
    unchanged: number;
    /**
     * Changes whose result cannot be read back.
     */
    unverifiable?: number;
  };
  /**
   * The scopes of the run.
   */
  scopes: {
    /**
     * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
     */
    scope: string;
    /**
     * Its live name.
     */
    name: string | null;
    /**
     * What is revoked though no entry asks for it: all that is unlisted, only in the roles the document names, or nothing.
     */
    prune: true | false | 'listed';
    /**
     * False where the read failed, was cut short or contradicted itself: nothing is taken away there.
     */
    complete: boolean;
    /**
     * Live assignments.
     */
    live: number;
    /**
     * Assignments the files ask for now.
     */
    desired: number;
    /**
     * Unified diff of the role lists, where the scope changes.
     */
    diff?: string;
  }[];
  /**
   * The changes, in the order of the plan.
   */
  changes: Change[];
  /**
   * What is live, unlisted and kept.
   */
  unlisted: {
    /**
     * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
     */
    scope: string;
    /**
     * Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.
     */
    principal: string;
    /**
     * What people know the principal by: e-mail, else name, else id.
     */
    label: string;
    /**
     * Role.
     */
    role: string;
    /**
     * Status of the assignment; always active in Redox.
     */
    status: 'active' | 'inactive';
    /**
     * Present where it is a high-risk role.
     */
    risk?: 'high';
    /**
     * Present where the base's files ask for it, and these do not.
     */
    removed?: true;
    /**
     * With removed: why it is kept, and what would revoke it.
     */
    reason?: string;
  }[];
  /**
   * The guards that refuse; one is enough to stop the whole run.
   */
  guards: Guard[];
  /**
   * What should be looked at.
   */
  warnings: {
    /**
     * Stable name of the warning, kebab-case.
     */
    code: string;
    /**
     * For people.
     */
    message: string;
    /**
     * The line it is about, if any.
     */
    source: Source | null;
    /**
     * Addresses of the scopes it is about, where one cause touched several; sorted.
     */
    scopes?: string[];
  }[];
  /**
   * What the plan costs.
   */
  requests: {
    /**
     * Requests sent to make it.
     */
    made: number;
    /**
     * Writes to apply it.
     */
    toApply: number;
    /**
     * How long these take under the limits.
     */
    estimatedSeconds: number;
  };
  /**
   * What terms will start; only where a plan is kept for review by the GitHub Action.
   */
  later?: {
    /**
     * The instant the term starts.
     */
    at: string;
    /**
     * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
     */
    scope: string;
    /**
     * Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.
     */
    principal: string;
    /**
     * What people know the principal by: e-mail, else name, else id.
     */
    label: string;
    /**
     * What is held before; null for a grant.
     */
    from: State | null;
    /**
     * What is held after; null for a revoke.
     */
    to: State | null;
    /**
     * High for what gives a high-risk role and for what takes one away.
     */
    risk: 'high' | 'normal';
  }[];
}
/**
 * One difference between desired and live state.
 */
export interface Change {
  /**
   * What is done.
   */
  action: 'grant' | 'change' | 'revoke';
  /**
   * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
   */
  scope: string;
  /**
   * Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.
   */
  principal: string;
  /**
   * What people know the principal by: e-mail, else name, else id.
   */
  label: string;
  /**
   * What is held before; null for a grant.
   */
  from: State | null;
  /**
   * What is held after; null for a revoke.
   */
  to: State | null;
  /**
   * The entry that asks for it; null where no line of a file does.
   */
  source: Source | null;
  /**
   * Whether the files brought it about since the base, or it would be there without; null without --base.
   */
  cause: 'files' | 'drift' | null;
  /**
   * What the clock did to bring it about: a term started or ended, or the person left; null where it did not.
   */
  term: 'started' | 'ended' | 'left' | null;
  /**
   * High for what gives a high-risk role and for what takes one away.
   */
  risk: 'high' | 'normal';
  /**
   * Why it cannot be done; null where it can.
   */
  blocked: string | null;
  /**
   * False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.
   */
  verifiable?: false;
  /**
   * For the removal from an organization: the assignments that go with it, as an address and a role.
   */
  takesAlong?: string[];
}
/**
 * A role and its status.
 */
export interface State {
  /**
   * Role, in the API's spelling where one was seen, else as written.
   */
  role: string;
  /**
   * Status of the assignment; always active in Redox.
   */
  status: 'active' | 'inactive';
}
/**
 * A place in a file.
 */
export interface Source {
  /**
   * Path relative to the folder of rolecall.yaml, with /.
   */
  file: string;
  /**
   * Line, from 1.
   */
  line: number;
  /**
   * Column, from 1.
   */
  column: number;
}
/**
 * A guard that refuses the plan.
 */
export interface Guard {
  /**
   * Name of the guard.
   */
  guard: string;
  /**
   * The scope it counts in; null where it counts over the whole run.
   */
  scope: string | null;
  /**
   * Why it refuses.
   */
  message: string;
}
