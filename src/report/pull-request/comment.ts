import type { Change } from '../../model/change.js';
import { cut } from '../../model/label.js';
import { type LaterChange, nothingRead, type Plan, type Unlisted } from '../../model/plan.js';
import { counted, number } from '../counting.js';
import { firstFitting, fitting } from '../fitting.js';
import { GUARDS_TITLE, markdownCode, markdownText } from '../markdown.js';
import { planCaveats, planLastLine } from '../plan/summary.js';
import { isRisky, riskFirst } from '../words.js';
import { type Detail, type ReviewContext, type ReviewFacts, type ScopeLabels, scopeLabels } from './facts.js';
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
  const context = { ...facts, names: scopeLabels(plan) };
  const parts = partsOf(plan, context);
  const { items } = parts;
  const render = (detail: Detail): string => textOf(plan, context, parts, detail);
  const least = plan.changes.length * SHORTEST;
  const details = LESS.filter(({ rows }) => rows < ALL || least <= limit);
  const whole = firstFitting(details, limit, render);
  if (whole !== null) return { text: whole, unnamed: [] };
  const { text, shown } = fitting(items.length, limit, (risky) =>
    render({ roleLists: false, tables: false, rows: 0, risky }),
  );
  return { text, unnamed: items.slice(shown).map(({ change }) => change) };
}

interface Parts {
  readonly items: readonly RiskyItem[];
  readonly totals: string;
  readonly sections: readonly { readonly title: string; readonly tables: readonly ScopeTable[] }[];
  readonly unlisted: readonly Unlisted[];
}

function partsOf(plan: Plan, context: ReviewContext): Parts {
  const { names } = context;
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  return {
    items: riskyItems(plan, names),
    totals: roleTotalsMarkdown(possible),
    sections: sectionsOf(plan, possible, context),
    unlisted: riskFirst([...plan.unlisted].sort((a, b) => names.compare(a, b))),
  };
}

function sectionsOf({ base }: Plan, possible: readonly Change[], context: ReviewContext): Parts['sections'] {
  const isDrift = ({ cause }: Change): boolean => base !== null && cause === 'drift';
  const section = (title: string, changes: readonly Change[]): Parts['sections'] =>
    changes.length === 0 ? [] : [{ title, tables: scopeTables(changes, context) }];
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
  context: ReviewContext,
  { items, totals, sections, unlisted }: Parts,
  detail: Detail,
): string {
  const { names } = context;
  const whole = detail.rows === ALL && detail.tables;
  const unnamed = items.slice(detail.risky);
  const uncovered = unnamed.filter(({ kind }) => kind === 'now').length;
  const changes = (detail.tables ? sections : []).flatMap(({ title, tables }) => [
    title,
    ...tablesMarkdown(tables, context, detail),
  ]);
  const blocks = [
    titleMarkdown(plan, context, uncovered),
    ...context.alerts,
    guardsMarkdown(plan, names),
    highRiskAlert(items, context),
    countsMarkdown(plan, context),
    whole ? '' : context.whole,
    totals,
    ...(detail.tables
      ? [...changes, upcomingMarkdown(plan.later ?? [], names, detail)]
      : [highRiskList(items, names, detail)]),
    keptMarkdown(unlisted, names, detail),
    blockedMarkdown(plan.changes, context, detail),
    unreadMarkdown(plan, names, detail.rows),
    warningsMarkdown(plan, context, detail),
    unlistedMarkdown(unlisted, names, detail),
    nextStepMarkdown(plan, context, { now: uncovered, others: unnamed.length - uncovered }),
    detail.roleLists ? roleListsMarkdown(plan, names) : '',
    context.footer,
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

/** Says in one line what merging does. `uncovered` counts the changes that no text names, so that no review covers them. */
function titleMarkdown(plan: Plan, { config, byMerging }: ReviewFacts, uncovered: number): string {
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const changes = counted(made, 'change');
  const later = plan.later?.length ?? 0;
  const waiting = [...part(blocked, 'blocked'), ...part(later, 'to come')];
  const rest = waiting.length === 0 ? '' : ` (${waiting.join(', ')})`;
  return `### ${markdownCode(config)}: ${sentence()}`;

  function sentence(): string {
    if (plan.guards.length > 0) {
      return byMerging
        ? 'a guard refuses this, so merging makes no changes'
        : 'a guard refuses this, so nothing is written';
    }
    if (nothingRead(plan)) return 'no plan, since nothing could be read';
    if (!byMerging) return made === 0 ? `no changes to make${rest}` : `${changes} to make${rest}`;
    if (uncovered > 0) return `merging makes no changes: ${changes} are too many to review here`;
    return made === 0 ? `merging makes no changes${rest}` : `merging makes ${changes}${rest}`;
  }
}

function countsMarkdown(plan: Plan, { byMerging }: ReviewFacts): string {
  const drift = countsOf(plan, true);
  const own = countsOf(plan, false);
  const split =
    plan.base === null || drift === ''
      ? []
      : [
          `- ${byMerging ? 'this pull request' : 'the files'}: ${own === '' ? 'nothing' : own}`,
          `- drift, there without it: ${drift}${byMerging ? '. **Merging writes that drift too.**' : ''}`,
        ];
  const later = plan.later ?? [];
  const risky = later.filter(isRisky).length;
  const ofRisk = risky === 0 ? '' : ` (${number(risky)} of high risk)`;
  const coming = later.length === 0 ? [] : [`- to come, when terms start: ${number(later.length)}${ofRisk}`];
  const caveats = planCaveats(plan).map((caveat) => `- ${caveat}`);
  const lines = [...split, ...coming, ...caveats];
  return [`**${planLastLine(plan)}**`, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}

function countsOf({ changes }: Plan, drift: boolean): string {
  const own = changes.filter(
    ({ cause, verifiable }) => (cause === 'drift') === drift && verifiable !== false,
  );
  const possible = own.filter(({ blocked }) => blocked === null);
  const many = (action: string): number => possible.filter((change) => change.action === action).length;
  return [
    part(many('grant'), 'to grant'),
    part(many('change'), 'to change'),
    part(many('revoke'), 'to revoke'),
    part(own.length - possible.length, 'blocked'),
  ]
    .flat()
    .join(', ');
}

function part(value: number, words: string): readonly string[] {
  return value === 0 ? [] : [`${number(value)} ${words}`];
}

/** The numbers of high-risk changes that no text names: those of now, and those that are upcoming or blocked. */
interface Uncovered {
  readonly now: number;
  readonly others: number;
}

function nextStepMarkdown(plan: Plan, facts: ReviewFacts, { now, others }: Uncovered): string {
  if (!facts.byMerging) return '';
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const later = plan.later?.length ?? 0;
  if (plan.guards.length > 0) return `**Next:** ${facts.guardRemedy}`;
  if (now > 0) {
    return `**Next:** split this pull request. ${number(now + others)} changes of high risk are not named here, so the review does not cover them, and the apply after the merge ends with exit 5 and writes nothing. Or read the whole plan and apply it after the merge with the input ${markdownCode('digest')}: ${markdownCode(plan.digest)}.`;
  }
  const mend =
    blocked === 0 ? '' : ` What is blocked stays as it is${made > 0 ? '' : ': mend the files first'}.`;
  const own = plan.changes.filter((change) => change.blocked !== null && change.cause !== 'drift').length;
  if (own > 0 && facts.blockedFails) {
    const rest = made === 0 ? '' : ` Merging as it is makes the other ${number(made)}.`;
    return `**Next:** correct what is blocked: this check fails until then.${rest}`;
  }
  const held =
    others === 0
      ? ''
      : ` ${number(others)} of high risk that are to come or blocked are not named here, so the review does not cover them: they are held.`;
  const coming = later === 0 ? '' : ` ${made === 0 ? 'Changes' : 'More'} follow when their terms start.`;
  const merge = made === 0 ? 'merge; nothing is written' : 'merge, and exactly these changes are made';
  return `**Next:** ${merge}.${coming}${held}${mend}`;
}
