import type { Change } from '../../model/change.js';
import type { ScopeView } from './sections.js';

/** How much there is of something, or is left out. */
export interface Amount {
  readonly scopes: number;
  /** Blocked ones too. */
  readonly changes: number;
  /** Those of the changes that are of high risk. */
  readonly risky: number;
  readonly unlisted: number;
  readonly roleLists: number;
}

export const NONE: Amount = { scopes: 0, changes: 0, risky: 0, unlisted: 0, roleLists: 0 };

export function amountOf({ scope, changes, blocked, unlisted }: ScopeView): Amount {
  return {
    scopes: 1,
    changes: changes.length + blocked.length,
    risky: riskyIn(changes) + riskyIn(blocked),
    unlisted: unlisted.length,
    roleLists: scope.diff === undefined ? 0 : 1,
  };
}

export function riskyIn(rows: readonly { readonly risk?: Change['risk'] }[]): number {
  return rows.filter(({ risk }) => risk === 'high').length;
}

export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((all, one) => combined(all, one, 1), NONE);
}

export function without(all: Amount, part: Amount): Amount {
  return combined(all, part, -1);
}

function combined(one: Amount, other: Amount, sign: 1 | -1): Amount {
  return {
    scopes: one.scopes + sign * other.scopes,
    changes: one.changes + sign * other.changes,
    risky: one.risky + sign * other.risky,
    unlisted: one.unlisted + sign * other.unlisted,
    roleLists: one.roleLists + sign * other.roleLists,
  };
}
