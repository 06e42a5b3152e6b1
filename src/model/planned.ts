import type { Change } from './change.js';
import type { PrincipalId } from './principal.js';
import type { Scope } from './scope.js';

/** A change together with what its provider needs to write it: ids instead of addresses and names. Inert data. */
export interface PlannedChange {
  readonly change: Change;
  readonly scope: Scope;
  /** Null where it is blocked for want of one. */
  readonly principal: PrincipalId | null;
  readonly fromRoleId: string | null;
  readonly toRoleId: string | null;
}
