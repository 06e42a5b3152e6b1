// Generated from schemas/audit-line.schema.json by `npm run generate`; do not edit.
/**
 * One line of `--audit-log FILE`. The line before a write is on disk before its request leaves.
 */
export interface AuditLine {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * When the line was written.
   */
  time: string;
  /**
   * Before the request leaves, or after its answer.
   */
  phase: 'before' | 'after';
  /**
   * One id for all lines of one change.
   */
  id: string;
  /**
   * Which try of the request, from 1.
   */
  attempt: number;
  /**
   * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
   */
  scope: string;
  /**
   * Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.
   */
  principal: string;
  /**
   * What is done.
   */
  action: 'grant' | 'change' | 'revoke';
  /**
   * What is held before; null for a grant.
   */
  from: State | null;
  /**
   * What is held after; null for a revoke.
   */
  to: State | null;
  /**
   * HTTP method.
   */
  method: string;
  /**
   * Path of the request, without secrets.
   */
  path: string;
  /**
   * Status of the answer; null before it, and where none came.
   */
  httpStatus: number | null;
  /**
   * What came of this sending: accepted, refused, sent again, or its answer lost and to be settled by reading; null before it.
   */
  outcome: 'applied' | 'failed' | 'repeated' | 'lost' | null;
  /**
   * The API's id of the request; null before the answer.
   */
  requestId: string | null;
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
