import type { RoleState } from '../model/assignment.js';
import type { Action } from '../model/change.js';

/** One line of the audit log (schemas/audit-line.schema.json): one before a request leaves, one after its answer. */
export interface AuditLine {
  readonly formatVersion: 1;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly phase: 'before' | 'after';
  /** One id for all lines of one change. */
  readonly id: string;
  /** From 1. */
  readonly attempt: number;
  readonly scope: string;
  readonly principal: string;
  readonly action: Action;
  readonly from: RoleState | null;
  readonly to: RoleState | null;
  readonly method: string;
  readonly path: string;
  readonly httpStatus: number | null;
  /** What the answer meant; null before it. */
  readonly outcome: string | null;
  readonly requestId: string | null;
}

/** A line of the audit log, its newline included; keys stand in the documented order. */
export function auditLineText(line: AuditLine): string {
  const { formatVersion, time, phase, id, attempt, scope, principal, action, from, to } = line;
  const { method, path, httpStatus, outcome, requestId } = line;
  const what = { formatVersion, time, phase, id, attempt, scope, principal, action, from, to };
  return `${JSON.stringify({ ...what, method, path, httpStatus, outcome, requestId })}\n`;
}
