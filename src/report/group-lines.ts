import type { Risk } from '../model/change.js';
import type { SourceLocation } from '../model/diagnostic.js';
import type { AlikeRows } from './alike.js';
import { counted, number, people } from './counting.js';
import { visible } from './escape.js';
import type { ShortList } from './short-list.js';
import type { Colours } from './terminal.js';
import { isRisky, type ScopeNames } from './words.js';

/** What a list is of: one principal in one scope. */
interface ListedRow {
  readonly scope: string;
  readonly principal: string;
  readonly label: string;
  readonly risk?: Risk;
  readonly source?: SourceLocation | null;
}

/** What is said of rows that are alike. */
export interface GroupWords {
  /** As it is drawn. */
  readonly sign: string;
  /** What one principal, or several, do: `gain billing`. Escaped. */
  readonly what: string;
  /** Foreign text, not escaped. */
  readonly notes: readonly string[];
}

/** Scopes above this number are counted. */
const MOST_SCOPES = 3;

/** The lines for rows that share one: `+ 300 people gain billing in redox/organization/1024`, and one for what is only counted. */
export function groupLines<T extends ListedRow>(
  { groups, rest }: Pick<ShortList<T>, 'groups' | 'rest'>,
  wordsOf: (first: T, several: boolean) => GroupWords,
  names: ScopeNames = new Map(),
): readonly string[] {
  const risky = rest.filter(isRisky).length;
  const ofRisk = risky === 0 ? '' : `, ${number(risky)} of them of high risk`;
  return [
    ...groups.map((group) => groupLine(group, wordsOf, names)),
    ...(rest.length === 0 ? [] : [`    … and ${number(rest.length)} more${ofRisk}`]),
  ];
}

/** These lines under a heading; empty where there are none. */
export function groupedText(lines: readonly string[], paint: Colours): string {
  return lines.length === 0 ? '' : [paint.heading('Many alike:'), ...lines].join('\n');
}

function groupLine<T extends ListedRow>(
  group: AlikeRows<T>,
  wordsOf: (first: T, several: boolean) => GroupWords,
  names: ScopeNames,
): string {
  const [first] = group;
  const several = new Set(group.map(({ principal }) => principal)).size > 1;
  const { sign, what, notes } = wordsOf(first, several);
  const who = several ? people(group) : visible(first.label);
  const files = new Set(group.map(({ source }) => source?.file ?? null));
  const [file] = files;
  const shown = [...notes, ...(files.size === 1 && file != null ? [file] : [])].map(visible);
  const where = whereWords([...new Set(group.map(({ scope }) => scope))], names);
  return `  ${sign} ${who} ${what} in ${[where, ...shown].join(', ')}`;
}

/** Names a few scopes, and counts many with a glob that fits them, as `--scope` takes it. */
function whereWords(scopes: readonly string[], names: ScopeNames): string {
  const [only = ''] = scopes;
  if (scopes.length === 1) {
    const name = names.get(only);
    return name === undefined ? visible(only) : `${visible(name)} (${visible(only)})`;
  }
  if (scopes.length <= MOST_SCOPES) return scopes.map(visible).join(' and ');
  const glob = commonGlob(scopes);
  return `${counted(scopes.length, 'scope')}${glob === null ? '' : ` (${visible(glob)})`}`;
}

/** The narrowest glob of whole segments at the beginning; null where the scopes have none in common. */
function commonGlob(scopes: readonly string[]): string | null {
  const [first = [], ...others] = scopes.map((scope) => scope.split('/'));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  if (differs <= 0) return null;
  const isLast = [first, ...others].every((parts) => parts.length === differs + 1);
  return [...first.slice(0, differs), isLast ? '*' : '**'].join('/');
}
