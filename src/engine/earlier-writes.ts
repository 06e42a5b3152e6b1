import type { RoleState } from '../model/assignment.js';
import type { PlannedChange } from '../model/change.js';
import type { LiveRoot } from '../model/live.js';
import { type PrincipalId, principalAddress } from '../model/principal.js';
import { LiveIndex } from '../planning/effects.js';

/** A step that took effect, and the root that it was planned with. */
export interface EarlierWrite {
  readonly planned: PlannedChange;
  readonly gives: RoleState | null;
  readonly takes: RoleState | null;
  readonly root: LiveRoot;
}

/**
 * What a run has written for each principal of a system. An API may be slow to show it, and a list of all roles that is made
 * from such a read would undo it.
 */
export class EarlierWrites {
  readonly #writes = new Map<string, EarlierWrite[]>();

  add(write: EarlierWrite): void {
    const key = keyOf(write.planned);
    const own = this.#writes.get(key);
    if (own === undefined) this.#writes.set(key, [write]);
    else own.push(write);
  }

  /** What was written for the principal of a change, in whatever scope. */
  of(planned: PlannedChange): readonly EarlierWrite[] {
    return this.#writes.get(keyOf(planned)) ?? [];
  }
}

function keyOf({ scope, change }: PlannedChange): string {
  return `${scope.provider} ${change.principal}`;
}

/** Whether a read shows what a step brought about; null where it cannot tell. */
export function showsStep(
  live: LiveRoot,
  { planned, gives, takes }: Omit<EarlierWrite, 'root'>,
  principal: PrincipalId,
): boolean | null {
  return new LiveIndex(new Map([[live.root.address, live]])).shows({
    scope: planned.change.scope,
    principal: principalAddress(principal.kind, principal.id),
    from: takes,
    to: gives,
  });
}
