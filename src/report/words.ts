import type { RoleState } from '../model/assignment.js';
import type { Action, Change, Risk, Term } from '../model/change.js';
import { cut } from '../model/label.js';
import type { Unlisted } from '../model/plan.js';
import type { SourceLocation } from '../model/diagnostic.js';

export const SIGNS: Readonly<Record<Action, '+' | '~' | '-'>> = { grant: '+', change: '~', revoke: '-' };

/** The words after the number of assignments that were taken out of the files and stay live. */
export const TAKEN_OUT = 'taken out of the files but kept';

/** The title of the list of assignments that were taken out of the files and stay live. */
export const REMOVED_TITLE = 'Taken out of the files, but kept';

/** The names of scopes by address. Foreign text, not escaped. */
export type ScopeNames = ReadonlyMap<string, string>;

/** `3 granted`, `1 revoked`: those that are not zero. */
export function counts(parts: readonly (readonly [number: number, words: string])[]): readonly string[] {
  return parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
}

/** A role, cut where it is long, and its status where it is not active. Foreign text, not escaped. */
export function stateWords(state: RoleState): string {
  const role = cut(state.role);
  return state.status === 'active' ? role : `${role} (${state.status})`;
}

/** `admin` for a grant or a revoke, `member -> admin` for a change. Foreign text, not escaped. */
export function rolesWords(change: Pick<Change, 'from' | 'to'>): string {
  const { from, to } = change;
  if (from !== null && to !== null) return `${stateWords(from)} -> ${stateWords(to)}`;
  const only = from ?? to;
  return only === null ? '' : stateWords(only);
}

const TERM_WORDS: Readonly<Record<Term, string>> = {
  started: 'term started',
  ended: 'term ended',
  left: 'person left',
};

/** `access/acme.yaml:6`. Foreign text, not escaped. */
export function locationWords(source: SourceLocation): string {
  return `${source.file}:${source.line}`;
}

/** The notes on a change: its risk, its term, and whether it can be verified. */
export function noteWords(change: Change): readonly string[] {
  return [
    ...(change.risk === 'high' ? ['high risk'] : []),
    ...(change.term === null ? [] : [TERM_WORDS[change.term]]),
    ...(change.verifiable === false ? ['cannot be verified'] : []),
  ];
}

/** The notes on an unlisted row: its risk, and why prune keeps it if it was taken out of the files. */
export function unlistedWords({ risk, removed, reason }: Unlisted): readonly string[] {
  return [
    ...(risk === 'high' ? ['high risk'] : []),
    ...(removed === undefined ? ['unlisted, kept'] : [`kept: ${reason ?? ''}`]),
  ];
}

/** Whether a row is of high risk. */
export function isRisky({ risk }: { readonly risk?: Risk }): boolean {
  return risk === 'high';
}

/** Moves rows of high risk to the front and keeps the order otherwise. */
export function riskFirst<T extends { readonly risk?: Risk }>(rows: readonly T[]): readonly T[] {
  return [...rows.filter(isRisky), ...rows.filter((row) => !isRisky(row))];
}
