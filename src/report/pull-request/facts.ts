import type { Change } from '../../model/change.js';
import type { DesiredAssignment } from '../../model/desired.js';
import type { Plan } from '../../model/plan.js';
import type { SourceLocation } from '../../model/source.js';
import { codeHtml } from '../escape.js';
import { markdownCell } from '../markdown.js';
import { byNatural } from './natural-order.js';

/** What a text for reviewers needs besides the plan. Everything named Markdown is escaped already. */
export interface ReviewFacts {
  /** The path of the settings. */
  readonly config: string;
  /** Whether a merge makes the changes. */
  readonly byMerging: boolean;
  /** Whether the check fails if the files ask for something that is blocked. */
  readonly blockedFails: boolean;
  /** Markdown blocks that are shown first. */
  readonly alerts: readonly string[];
  /** Markdown: the roles that the pull request's author gains; null if there are none. */
  readonly authorGains: string | null;
  /** Finds the entry that a change comes from; null if none is known. */
  readonly entryOf: (change: Change) => DesiredAssignment | null;
  /** Gives the URL of a line of a file, without spaces or brackets; null if there is none. */
  readonly linkOf: (source: SourceLocation) => string | null;
  /** Markdown: what to do if a guard refuses; empty if nothing is known. */
  readonly guardRemedy: string;
  /** Markdown: where the whole plan is, for a text that is cut. */
  readonly whole: string;
  /** Markdown: the last line. */
  readonly footer: string;
}

/** How much of a plan a text shows. */
export interface Detail {
  readonly roleLists: boolean;
  /** Whether each scope has a table; otherwise one list names the high-risk changes. */
  readonly tables: boolean;
  /** Rows of a table and items of a list that are not of high risk. */
  readonly rows: number;
  /** High-risk changes that the one list names. */
  readonly risky: number;
}

/** Labels for scopes: the name, with the address beside it if several scopes have that name. */
export interface ScopeLabels {
  /** The label as Markdown. */
  markdown(address: string): string;
  /** The label as HTML, for a summary. */
  html(address: string): string;
  /** Compares rows in natural order: by scope, then by label. */
  compare(a: ScopeRow, b: ScopeRow): number;
}

interface ScopeRow {
  readonly scope: string;
  readonly label?: string;
}

export function scopeLabels({ scopes }: Pick<Plan, 'scopes'>): ScopeLabels {
  const known = new Map(scopes.map(({ scope, name }) => [scope, name ?? '']));
  const times = new Map<string, number>();
  for (const { name } of scopes) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  const parts = (address: string): readonly string[] => {
    const name = known.get(address) ?? '';
    if (name.trim() === '') return [address];
    return times.get(name) === 1 ? [name] : [name, address];
  };
  return {
    markdown: (address) => parts(address).map(markdownCell).join(' '),
    html: (address) => parts(address).map(codeHtml).join(' '),
    compare: (a, b) =>
      byNatural(parts(a.scope).join(' '), parts(b.scope).join(' ')) ||
      byNatural(a.label ?? '', b.label ?? ''),
  };
}
