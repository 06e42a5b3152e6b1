import type { Change } from '../../model/change.js';
import { actionOf } from '../../planning/difference.js';

/** `3,000`. */
export function number(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 person`, `3,000 people`; groups are neither. One who holds in several scopes counts once. */
export function people(changes: readonly Pick<Change, 'scope' | 'principal'>[]): string {
  const distinct = new Set(changes.map(({ scope, principal }) => `${scope.split('/')[0]} ${principal}`));
  const groups = changes.some(({ principal }) => !principal.startsWith('user:'));
  const [one, several] = groups ? ['principal', 'principals'] : ['person', 'people'];
  return `${number(distinct.size)} ${distinct.size === 1 ? one : several}`;
}

const EFFECTS = [
  ['grant', 'gains', 'gain'],
  ['change', 'changes role', 'change role'],
  ['revoke', 'loses', 'lose'],
] as const;

/** `2 gain, 1 changes role, 1 loses`. */
export function effectWords(changes: readonly Pick<Change, 'from' | 'to'>[]): string {
  return EFFECTS.flatMap(([action, one, several]) => {
    const count = changes.filter((change) => actionOf(change) === action).length;
    return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : several}`];
  }).join(', ');
}
