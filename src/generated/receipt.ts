// Generated from schemas/receipt.schema.json by `npm run generate`; do not edit.
/**
 * What `apply --receipt FILE` keeps of a run.
 */
export interface Receipt {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * The commit of the files; null outside a git checkout.
   */
  commit: string | null;
  /**
   * Whether the files differed from that commit when the run began.
   */
  uncommitted: boolean;
  /**
   * sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.
   */
  digest: string;
  /**
   * When the run started.
   */
  startedAt: string;
  /**
   * When it ended.
   */
  finishedAt: string;
  result: ApplyResult;
}
/**
 * What apply did.
 */
export interface ApplyResult {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * How many changes ended how.
   */
  summary: {
    /**
     * Written and answered with success.
     */
    applied: number;
    /**
     * Tried and failed.
     */
    failed: number;
    /**
     * Not tried, because of something else.
     */
    skipped: number;
    /**
     * Could not be done from the start.
     */
    blocked: number;
    /**
     * Reviewed, and found to hold already.
     */
    alreadyDone: number;
    /**
     * Brought about by the clock since the review: not written.
     */
    held: number;
  };
  /**
   * Whether the touched scopes, read again, match what was asked; true where nothing was written.
   */
  converged: boolean;
  /**
   * sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.
   */
  digest: string;
  /**
   * The guards that refused.
   */
  guards: Guard[];
  /**
   * Changes the fresh plan holds and the review did not: nothing was written because of them.
   */
  unreviewed: Change[];
  /**
   * What became of each change.
   */
  results: Result[];
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
 * A change and what became of it.
 */
export interface Result {
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
  /**
   * What became of it.
   */
  status: 'applied' | 'failed' | 'skipped' | 'blocked' | 'alreadyDone' | 'held';
  /**
   * Why it was not applied; null where it was.
   */
  reason: string | null;
  /**
   * The API's id of the last request.
   */
  requestId: string | null;
  /**
   * Milliseconds from the first request to the last answer.
   */
  ms: number;
}
