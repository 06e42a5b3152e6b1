import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { PlanWarning, Unlisted } from '../../model/plan.js';
import { effectPhrase, UNMADE } from '../effects.js';
import { visible } from '../escape.js';
import { groupLines, type GroupWords } from '../group-lines.js';
import { isRevoked, type RowKind, shortList } from '../short-list.js';
import type { Colours } from '../terminal.js';
import { isRisky, noteWords, type ScopeNames, SIGNS, stateWords, unlistedWords } from '../words.js';
import { hasRows, type ScopeView, withRows } from './sections.js';

type Row = Change | Unlisted;

/** A section of a plan for a terminal: the scopes with the rows that keep a line, and lines for the others. */
export interface ShortSection {
  readonly scopes: readonly ScopeView[];
  readonly grouped: readonly string[];
  /** How many rows have no line of their own, and how many there are. */
  readonly sharing: number;
  readonly all: number;
}

export function shortSection(scopes: readonly ScopeView[], names: ScopeNames, paint: Colours): ShortSection {
  const rows = scopes.flatMap((view): readonly Row[] => [...view.changes, ...view.blocked, ...view.unlisted]);
  const short = shortList(rows, KIND);
  return {
    scopes: scopes.map((view) => withRows(view, short.lines)).filter(hasRows),
    grouped: groupLines(short, (first, several) => wordsOf(first, several, paint), names),
    sharing: rows.length - short.lines.size,
    all: rows.length,
  };
}

const KIND: RowKind<Row> = {
  weightOf: (row) => {
    if (!('action' in row)) return isRisky(row) ? 1 : 0;
    return isRisky(row) ? 3 : isRevoked(row) ? 2 : 0;
  },
  keyOf: (row) => {
    if (!('action' in row)) return JSON.stringify([row.role, row.status, row.risk, row.removed, row.reason]);
    const { action, from, to, risk, term, verifiable, blocked } = row;
    return JSON.stringify([action, from, to, risk, term, verifiable, blocked]);
  },
};

function wordsOf(row: Row, several: boolean, paint: Colours): GroupWords {
  if (!('action' in row)) {
    const verb = row.removed === true ? ['keeps', 'keep'] : ['holds', 'hold'];
    return {
      sign: (isRisky(row) ? paint.risk : paint.unlisted)('?'),
      what: `${verb[several ? 1 : 0]} ${visible(stateWords(row))}`,
      notes: unlistedWords(row),
    };
  }
  const isBlocked = row.blocked !== null;
  return {
    sign: isBlocked ? paint.blocked('!') : paint[row.action](SIGNS[row.action]),
    what: effectPhrase(row, visible, isBlocked ? UNMADE : undefined, several),
    notes: [...noteWords(row), ...(isBlocked ? [`blocked: ${row.blocked}`] : [])],
  };
}

/** The most warnings of one code that a long list shows. */
const MOST_OF_A_CODE = 5;

/** The first warnings of each code, and how many more there are of it. */
export function shortWarnings(warnings: readonly PlanWarning[]): {
  readonly shown: readonly PlanWarning[];
  readonly more: readonly { readonly code: string; readonly number: number }[];
} {
  const groups = [...groupBy(warnings, ({ code }) => code)];
  return {
    shown: groups.flatMap(([, own]) => own.slice(0, MOST_OF_A_CODE)),
    more: groups.flatMap(([code, own]) =>
      own.length > MOST_OF_A_CODE ? [{ code, number: own.length - MOST_OF_A_CODE }] : [],
    ),
  };
}
