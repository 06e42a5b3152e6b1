import type { Change } from '../model/change.js';

/** `3,000`. */
export function number(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 change`, `3,000 changes`. */
export function counted(value: number, one: string, several = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : several}`;
}

/** `1 person`, `3,000 people`; groups are neither. One who holds in several scopes counts once. */
export function people(rows: readonly Pick<Change, 'scope' | 'principal'>[]): string {
  const distinct = new Set(rows.map(({ scope, principal }) => `${scope.split('/')[0]} ${principal}`));
  const groups = rows.some(({ principal }) => !principal.startsWith('user:'));
  return groups ? counted(distinct.size, 'principal') : counted(distinct.size, 'person', 'people');
}
