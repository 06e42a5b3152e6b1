import type { Change } from '../../model/change.js';
import type { DesiredAssignment } from '../../model/desired.js';
import type { Plan } from '../../model/plan.js';
import type { SourceLocation } from '../../model/source.js';
import { codeHtml } from '../escape.js';
import { markdownCell } from '../markdown.js';
import { byNatural } from './natural-order.js';

/** What a text for reviewers says beside the plan. Everything named Markdown is escaped already. */
export interface ReviewFacts {
  /** What the settings are called: their path. */
  readonly config: string;
  /** Whether it is a merge that makes the changes. */
  readonly byMerging: boolean;
  /** Whether the check fails while the files ask for something that is blocked. */
  readonly blockedFails: boolean;
  /** Markdown blocks that are shown first. */
  readonly alerts: readonly string[];
  /** Markdown: which roles the pull request's author gains; null where there are none. */
  readonly authorGains: string | null;
  /** The entry of the files that a change comes from, where one is known. */
  readonly entryOf: (change: Change) => DesiredAssignment | null;
  /** Where a line of a file can be looked at: a URL without spaces or brackets; null where nowhere. */
  readonly linkOf: (source: SourceLocation) => string | null;
  /** Markdown: what to do where a guard refuses; empty where nothing is known. */
  readonly guardRemedy: string;
  /** Markdown: where the whole plan is, for a text that had to be cut. */
  readonly whole: string;
  /** Markdown: the last line. */
  readonly footer: string;
}

/** How much of a plan a text shows. */
export interface Detail {
  readonly roleLists: boolean;
  /** Whether there is a table for each scope; else every high-risk change stands in one list. */
  readonly tables: boolean;
  /** Rows of a table and items of a list that are not of high risk. */
  readonly rows: number;
  /** High-risk changes that the one list names. */
  readonly risky: number;
}

/** How the scopes of a plan are called: by name, with the address beside it where a name is not theirs alone. */
export interface ScopeLabels {
  /** Within Markdown. */
  markdown(address: string): string;
  /** Within the HTML of a summary. */
  html(address: string): string;
  /** The order in which people look for rows: by scope, then by label. */
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
