import { comparedState, type RoleState } from '../model/assignment.js';
import type { Change } from '../model/change.js';
import type { LiveRoot, LiveState } from '../model/live.js';
import { principalAddress } from '../model/principal.js';

/** An effect of a change: `-role/status` or `+role/status` of one principal in one scope. */
export interface Effect {
  readonly scope: string;
  readonly principal: string;
  readonly sign: '-' | '+';
  /** The role as effects compare it. */
  readonly state: RoleState;
}

/** The effects of a change: first what it takes, then what it gives. */
export function effectsOf(change: Pick<Change, 'scope' | 'principal' | 'from' | 'to'>): readonly Effect[] {
  const { scope, principal, from, to } = change;
  const effects: Effect[] = [];
  if (from !== null) effects.push({ scope, principal, sign: '-', state: comparedState(scope, from) });
  if (to !== null) effects.push({ scope, principal, sign: '+', state: comparedState(scope, to) });
  return effects;
}

/** One text for one effect, for sets. */
export function effectKey({ scope, principal, sign, state }: Effect): string {
  return JSON.stringify([scope, principal, `${sign}${state.role}/${state.status}`]);
}

/** The live assignments, indexed to tell whether a change is done. */
export class LiveIndex {
  /** The keys of the effects that granting each live assignment would have. */
  readonly #held = new Set<string>();
  readonly #roots = new Map<string, LiveRoot>();
  readonly #openEnded = new Set<string>();
  readonly #users = new Map<LiveRoot, ReadonlySet<string>>();

  constructor(live: LiveState) {
    for (const root of live.values()) {
      this.#users.set(root, new Set(root.users.map(({ id }) => principalAddress('user', id))));
      for (const { scope, complete, openEnded = false, assignments } of root.scopes) {
        if (root.complete && complete) this.#roots.set(scope.address, root);
        else if (openEnded) this.#openEnded.add(scope.address);
        for (const { principal, role, status } of assignments) {
          const address = principalAddress(principal.kind, principal.id);
          const state = comparedState(scope.address, { role, status });
          this.#held.add(effectKey({ scope: scope.address, principal: address, sign: '+', state }));
        }
      }
    }
  }

  /** Whether the effects of a change hold; null where its scope was not read whole, or the principal was not read. */
  hasEffects(change: Pick<Change, 'scope' | 'principal' | 'from' | 'to'>): boolean | null {
    const root = this.#roots.get(change.scope);
    if (root === undefined || !this.#wasRead(change.principal, root)) return null;
    return effectsOf(change).every(
      (effect) => this.#held.has(effectKey({ ...effect, sign: '+' })) === (effect.sign === '+'),
    );
  }

  /**
   * Whether what was read shows the effects of a change. A grant shows where nothing says that the read is whole, too: null
   * as long as it does not.
   */
  shows(change: Parameters<LiveIndex['hasEffects']>[0]): boolean | null {
    const isGrant = change.from === null && this.#openEnded.has(change.scope);
    const isHeld = effectsOf(change).every((effect) => this.#held.has(effectKey(effect)));
    return isGrant && isHeld ? true : this.hasEffects(change);
  }

  /** Where rows are read principal by principal, a listed user who was not asked for may hold anything. */
  #wasRead(principal: string, root: LiveRoot): boolean {
    if (root.unverifiable.has(principal)) return false;
    if (root.wholePrincipals === null || root.wholePrincipals.has(principal)) return true;
    return principal.startsWith('user:') && this.#users.get(root)?.has(principal) !== true;
  }
}
