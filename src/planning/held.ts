import type { Change } from '../model/change.js';
import type { LiveState } from '../model/live.js';
import { principalAddress } from '../model/principal.js';
import { effectsOf } from './effects.js';

/** What everyone holds, to be asked change by change. */
export class HeldStates {
  readonly #states = new Map<string, Set<string>>();
  readonly #unread = new Set<string>();
  readonly #scopes = new Set<string>();

  constructor(live: LiveState) {
    for (const root of live.values()) {
      for (const principal of root.unverifiable) this.#unread.add(principal);
      for (const { scope, complete, assignments } of root.scopes) {
        if (root.complete && complete) this.#scopes.add(scope.address);
        for (const { principal, role, status } of assignments) {
          const key = keyOf(scope.address, principalAddress(principal.kind, principal.id));
          const states = this.#states.get(key);
          if (states === undefined) this.#states.set(key, new Set([`${role}/${status}`]));
          else states.add(`${role}/${status}`);
        }
      }
    }
  }

  /** Whether the effects of a change hold; null where its scope was not read whole, or the principal cannot be read. */
  hold(change: Pick<Change, 'scope' | 'principal' | 'from' | 'to'>): boolean | null {
    if (!this.#scopes.has(change.scope) || this.#unread.has(change.principal)) return null;
    const states = this.#states.get(keyOf(change.scope, change.principal));
    return effectsOf(change).every(
      ({ sign, state }) => (states?.has(`${state.role}/${state.status}`) ?? false) === (sign === '+'),
    );
  }
}

function keyOf(scope: string, principal: string): string {
  return `${scope} ${principal}`;
}
