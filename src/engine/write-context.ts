import type { LiveRoot } from '../model/live.js';
import type { PlannedChange } from '../model/planned.js';
import type { Runtime } from '../runtime.js';
import type { AuditLog } from './audit-log.js';
import type { Connection } from './connection.js';

/** What stops more than the change it happened to. */
export type BlockedPart = 'credential' | 'scope' | 'audit-log';

export interface WriteContext {
  readonly connection: Connection;
  readonly root: LiveRoot;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly audit: AuditLog;
  readonly block: (what: BlockedPart, planned: PlannedChange, reason: string) => void;
}
