import type { RoleState } from '../model/assignment.js';
import type { Action, Change, Term } from '../model/change.js';
import type { SourceLocation } from '../model/source.js';

export const SIGNS: Readonly<Record<Action, '+' | '~' | '-'>> = { grant: '+', change: '~', revoke: '-' };

/** `1 scope`, `2 scopes`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** A role and, where it is not active, its status. Foreign text, not escaped. */
export function stateWords(state: RoleState): string {
  return state.status === 'active' ? state.role : `${state.role} (${state.status})`;
}

/** `admin` for a grant or a revoke, `member -> admin` for a change. Foreign text, not escaped. */
export function rolesWords(change: Pick<Change, 'from' | 'to'>): string {
  const { from, to } = change;
  if (from !== null && to !== null) return `${stateWords(from)} -> ${stateWords(to)}`;
  const only = from ?? to;
  return only === null ? '' : stateWords(only);
}

function termWords(term: Term): string {
  switch (term) {
    case 'started':
      return 'term started';
    case 'ended':
      return 'term ended';
    case 'left':
      return 'person left';
  }
}

/** `access/acme.yaml:6`. Foreign text, not escaped. */
export function placeWords(source: SourceLocation): string {
  return `${source.file}:${source.line}`;
}

/** What is to be known of a change besides who and what: risk, term, whether it can be verified. */
export function noteWords(change: Change): readonly string[] {
  return [
    ...(change.risk === 'high' ? ['high risk'] : []),
    ...(change.term === null ? [] : [termWords(change.term)]),
    ...(change.verifiable === false ? ['cannot be verified'] : []),
  ];
}

/** High risk first, else the order of the plan. */
export function riskFirst<T extends Pick<Change, 'risk'>>(changes: readonly T[]): readonly T[] {
  return [...changes.filter(({ risk }) => risk === 'high'), ...changes.filter(({ risk }) => risk !== 'high')];
}
