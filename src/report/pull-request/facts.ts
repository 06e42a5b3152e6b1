import type { Change } from '../../model/change.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { Plan } from '../../model/plan.js';
import { asciiLower, principalAddress, refAddress } from '../../model/principal.js';
import type { SourceLocation } from '../../model/diagnostic.js';
import { codeHtml } from '../escape.js';
import { markdownCell } from '../markdown.js';

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

/** What the parts of a text for reviewers are rendered with. */
export interface ReviewContext extends ReviewFacts {
  readonly names: ScopeLabels;
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

/** Finds the entry that a change comes from: the one at its line for its principal, or the only one there. */
export function entriesOf(scopes: readonly DesiredScope[]): (change: Change) => DesiredAssignment | null {
  const entries = new Map<string, Map<string, DesiredAssignment>>();
  for (const { scope, assignments } of scopes) {
    for (const assignment of assignments) {
      const place = placeKey(scope.address, assignment.source);
      const there = entries.get(place) ?? new Map<string, DesiredAssignment>();
      there.set(asciiLower(refAddress(assignment.principal)), assignment);
      entries.set(place, there);
    }
  }
  return ({ scope, source, principal, label }) => {
    const there = source === null ? undefined : entries.get(placeKey(scope, source));
    if (there === undefined) return null;
    const named = there.get(asciiLower(principal)) ?? there.get(principalAddress('user', asciiLower(label)));
    const [only, ...others] = there.values();
    return named ?? (others.length === 0 ? (only ?? null) : null);
  };
}

function placeKey(scope: string, { file, line, column }: SourceLocation): string {
  return JSON.stringify([scope, file, line, column]);
}

const PARTS = /\d+|\D+/gu;

/** Compares names as people sort them: numbers by value (p2 before p10), letters without regard to case. */
export function byNatural(a: string, b: string): number {
  const own = a.toLowerCase().match(PARTS) ?? [];
  const others = b.toLowerCase().match(PARTS) ?? [];
  for (const [index, part] of own.entries()) {
    const other = others[index];
    if (other === undefined) return 1;
    const order = byPart(part, other);
    if (order !== 0) return order;
  }
  return own.length < others.length ? -1 : byCodeUnit(a, b);
}

function byPart(a: string, b: string): number {
  if (!/^\d/u.test(a) || !/^\d/u.test(b)) return byCodeUnit(a, b);
  const [own, other] = [a.replace(/^0+/u, ''), b.replace(/^0+/u, '')];
  return own.length - other.length || byCodeUnit(own, other);
}
