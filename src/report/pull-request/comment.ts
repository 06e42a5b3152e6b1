import type { Change } from '../../model/change.js';
import { cut } from '../../model/label.js';
import type { LaterChange, Plan, Unlisted } from '../../model/plan.js';
import { firstFitting, fitting } from '../fitting.js';
import { GUARDS_TITLE, markdownCode, markdownText } from '../markdown.js';
import { riskFirst } from '../words.js';
import { type Detail, type ReviewFacts, type ScopeLabels, scopeLabels } from './facts.js';
import { countsMarkdown, nextStepMarkdown, titleMarkdown } from './headline.js';
import { highRiskAlert, highRiskList, type RiskyItem, riskyItems } from './high-risk.js';
import {
  blockedMarkdown,
  keptMarkdown,
  roleListsMarkdown,
  roleTotalsMarkdown,
  unlistedMarkdown,
  unreadMarkdown,
  upcomingMarkdown,
  warningsMarkdown,
} from './lists.js';
import { type ScopeTable, scopeTables, tablesMarkdown } from './tables.js';

/** The text that reviewers read, and the changes that had no room in it. */
export interface Review {
  readonly text: string;
  /** The changes of high risk that the text does not name, upcoming and blocked ones included. */
  readonly unnamed: readonly (Change | LaterChange)[];
}

const ALL = Number.POSITIVE_INFINITY;
const WHOLE: Detail = { roleLists: true, tables: true, rows: ALL, risky: ALL };
/** Less and less detail. The counts and the names in changes of high risk stay in all of them. */
const LESS: readonly Detail[] = [
  WHOLE,
  ...[ALL, 1000, 200, 50, 10, 3, 0].map((rows) => ({ ...WHOLE, roleLists: false, rows })),
  ...[10, 0].map((rows) => ({ roleLists: false, tables: false, rows, risky: ALL })),
];
/** Fewer UTF-16 units than any change takes. A text that cannot fit is not rendered. */
const SHORTEST = 20;
/** The most guards that a text names, and the most characters of each reason. */
const MOST_GUARDS = 20;
const MESSAGE_LENGTH = 400;

/**
 * Renders a plan for its reviewers as GitHub flavoured Markdown of at most `limit` UTF-16 units: what it does in one line,
 * what is dangerous, counts, who gains and loses, the next step. If it has to be cut, details are left out first and the
 * names in changes of high risk last; the text says what it does not name.
 */
export function reviewMarkdown(plan: Plan, facts: ReviewFacts, limit: number): Review {
  const parts = partsOf(plan, facts);
  const { items } = parts;
  const render = (detail: Detail): string => textOf(plan, facts, parts, detail);
  const least = plan.changes.length * SHORTEST;
  const details = LESS.filter(({ rows }) => rows < ALL || least <= limit);
  const whole = firstFitting(details, limit, render);
  if (whole !== null) return { text: whole, unnamed: [] };
  const { text, shown } = fitting(items.length, limit, (risky) =>
    render({ roleLists: false, tables: false, rows: 0, risky }),
  );
  return { text, unnamed: items.slice(shown).map(({ change }) => change) };
}

/** The parts that all renderings share. */
interface Parts {
  readonly names: ScopeLabels;
  readonly items: readonly RiskyItem[];
  readonly totals: string;
  readonly sections: readonly { readonly title: string; readonly tables: readonly ScopeTable[] }[];
  readonly unlisted: readonly Unlisted[];
}

function partsOf(plan: Plan, facts: ReviewFacts): Parts {
  const names = scopeLabels(plan);
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  return {
    names,
    items: riskyItems(plan, names),
    totals: roleTotalsMarkdown(possible),
    sections: sectionsOf(plan, possible, names, facts),
    unlisted: riskFirst([...plan.unlisted].sort((a, b) => names.compare(a, b))),
  };
}

/** Divides what the pull request brings about from what would be there without it. */
function sectionsOf(
  { base }: Plan,
  possible: readonly Change[],
  names: ScopeLabels,
  facts: ReviewFacts,
): Parts['sections'] {
  const isDrift = ({ cause }: Change): boolean => base !== null && cause === 'drift';
  const section = (title: string, changes: readonly Change[]): Parts['sections'] =>
    changes.length === 0 ? [] : [{ title, tables: scopeTables(changes, names, facts) }];
  return [
    ...section(
      base === null ? '### Who gains and loses' : '### Brought about by the files',
      possible.filter((change) => !isDrift(change)),
    ),
    ...section('### Drift, there without these files', possible.filter(isDrift)),
  ];
}

function textOf(
  plan: Plan,
  facts: ReviewFacts,
  { names, items, totals, sections, unlisted }: Parts,
  detail: Detail,
): string {
  const whole = detail.rows === ALL && detail.tables;
  const unnamed = items.slice(detail.risky);
  const uncovered = unnamed.filter(({ kind }) => kind === 'now').length;
  const changes = (detail.tables ? sections : []).flatMap(({ title, tables }) => [
    title,
    ...tablesMarkdown(tables, names, facts, detail),
  ]);
  const blocks = [
    titleMarkdown(plan, facts, uncovered),
    ...facts.alerts,
    guardsMarkdown(plan, names),
    highRiskAlert(items, names, facts),
    countsMarkdown(plan, facts),
    whole ? '' : facts.whole,
    totals,
    ...(detail.tables
      ? [...changes, upcomingMarkdown(plan.later ?? [], names, detail)]
      : [highRiskList(items, names, detail)]),
    keptMarkdown(unlisted, names, detail),
    blockedMarkdown(plan.changes, names, facts, detail),
    unreadMarkdown(plan, names, detail.rows),
    warningsMarkdown(plan, facts, detail),
    unlistedMarkdown(unlisted, names, detail),
    nextStepMarkdown(plan, facts, { now: uncovered, others: unnamed.length - uncovered }),
    detail.roleLists ? roleListsMarkdown(plan, names) : '',
    facts.footer,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function guardsMarkdown({ guards }: Plan, names: ScopeLabels): string {
  if (guards.length === 0) return '';
  const hidden = guards.length - MOST_GUARDS;
  const lines = guards.slice(0, MOST_GUARDS).map(({ guard, scope, message }) => {
    const place = scope === null ? '' : ` in ${names.markdown(scope)}`;
    return `- ${markdownCode(guard)}${place}: ${markdownText(cut(message, MESSAGE_LENGTH))}`;
  });
  return `${GUARDS_TITLE}\n\n${[...lines, ...(hidden > 0 ? [`- … and ${hidden} more`] : [])].join('\n')}`;
}
