import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { Plan } from '../../model/plan.js';
import { markdownCell, markdownCode } from '../escape-markdown.js';
import { byNatural } from '../natural-order.js';
import { stateWords } from '../words.js';
import { number } from './amounts.js';
import { whereMarkdown, whoMarkdown, whyMarkdown } from './change-words.js';
import type { ReviewFacts } from './facts.js';
import { type ScopeNames, scopeNames } from './names.js';
import { unreadMarkdown } from './parts.js';
import { fold } from './tables.js';

/** What a drift issue says beside the plan; Markdown. */
export interface DriftWays {
  /** The lines by which the files would ask for what is live; empty where there are none. */
  readonly keep: string;
  readonly undo: string;
}

/** What differs, as facts, in the order they are told. */
const FACTS = ['unasked', 'over', 'absent', 'other'] as const;
type Fact = (typeof FACTS)[number];

const WORDS: Readonly<Record<Fact, string>> = {
  unasked: 'held and in no file',
  over: 'held after the term',
  absent: 'in the files and not held',
  other: 'in another role or status',
};

const OPEN_ROWS = 15;
const FEWER = [Number.POSITIVE_INFINITY, 500, 100, 20, 0];

/** The changes that can be made, by what is the case now. */
export function driftFacts({ changes }: Plan): ReadonlyMap<Fact, readonly Change[]> {
  const drifted = changes.filter(({ blocked, verifiable }) => blocked === null && verifiable !== false);
  return groupBy(drifted, factOf);
}

function factOf({ from, to, term }: Change): Fact {
  if (from === null) return 'absent';
  if (term === 'ended' || term === 'left') return 'over';
  return to === null ? 'unasked' : 'other';
}

/** `2 held and in no file, 1 in the files and not held`: counts alone, nothing foreign. */
export function driftWords(plan: Plan): string {
  const facts = driftFacts(plan);
  return FACTS.flatMap((fact) => {
    const count = facts.get(fact)?.length ?? 0;
    return count === 0 ? [] : [`${number(count)} ${WORDS[fact]}`];
  }).join(', ');
}

/** What differs between the live state and the files, high risk first, and both ways out; at most so many UTF-16 units. */
export function driftMarkdown(plan: Plan, facts: ReviewFacts, ways: DriftWays, limit: number): string {
  const names = scopeNames(plan);
  const render = (rows: number, keep: string): string => textOf(plan, names, facts, { ...ways, keep }, rows);
  for (const rows of FEWER) {
    for (const keep of [ways.keep, '']) {
      const text = render(rows, keep);
      if (text.length <= limit) return text;
    }
  }
  return render(0, '');
}

function textOf(
  plan: Plan,
  names: ScopeNames,
  facts: ReviewFacts,
  { keep, undo }: DriftWays,
  rows: number,
): string {
  const byFact = driftFacts(plan);
  const risky = [...byFact.values()].flat().filter(({ risk }) => risk === 'high').length;
  const isRisky = (fact: Fact): boolean => (byFact.get(fact) ?? []).some(({ risk }) => risk === 'high');
  const inOrder = [...FACTS.filter(isRisky), ...FACTS.filter((fact) => !isRisky(fact))];
  const sections = inOrder.flatMap((fact) => {
    const changes = byFact.get(fact) ?? [];
    return changes.length === 0 ? [] : [sectionMarkdown(fact, changes, names, facts, rows)];
  });
  const blocks = [
    `**${driftWords(plan)}${risky === 0 ? '' : `: ${number(risky)} of high risk`}.**`,
    ...facts.alerts,
    ...sections,
    unreadMarkdown(plan, names, { roleLists: false, tables: true, rows, risky: 0 }),
    keep === '' ? '' : fold('To keep it, change the files', keep),
    `**To undo it:** ${undo}`,
    rows === Number.POSITIVE_INFINITY ? '' : facts.whole,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionMarkdown(
  fact: Fact,
  changes: readonly Change[],
  names: ScopeNames,
  facts: ReviewFacts,
  rows: number,
): string {
  const rank = ({ risk }: Change): number => (risk === 'high' ? 0 : 1);
  const sorted = [...changes].sort(
    (a, b) =>
      rank(a) - rank(b) || byNatural(names.text(a.scope), names.text(b.scope)) || byNatural(a.label, b.label),
  );
  const risky = sorted.filter(({ risk }) => risk === 'high').length;
  const shown = sorted.slice(0, risky + rows);
  const hidden = sorted.length - shown.length;
  const table = [
    '| Who | Held | In the files | Scope | Why | Where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...shown.map((change) => rowMarkdown(change, names, facts)),
    ...(hidden === 0 ? [] : [`| … and ${number(hidden)} more | | | | | |`]),
  ].join('\n');
  const title = `${number(changes.length)} ${WORDS[fact]}`;
  return `### ${capital(title)}\n\n${shown.length <= OPEN_ROWS ? table : fold(title, table)}`;
}

function rowMarkdown(change: Change, names: ScopeNames, facts: ReviewFacts): string {
  const { from, to, risk } = change;
  const held = from === null ? 'nothing' : markdownCell(stateWords(from));
  const asked = to === null ? 'nothing' : markdownCell(stateWords(to));
  const mark = risk === 'high' ? ' **high risk**' : '';
  const why = change.source === null ? '' : whyMarkdown(change, facts);
  return `| ${whoMarkdown(change, facts)}${mark} | ${held} | ${asked} | ${names.markdown(change.scope)} | ${why} | ${whereMarkdown(change, facts)} |`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How drift is undone: by applying exactly this plan. */
export function undoMarkdown(plan: Plan, actions: string): string {
  const allow =
    plan.guards.length === 0
      ? ''
      : ` A guard refuses it as it is: give ${markdownCode('allow-revokes')} too, after a look at each.`;
  return `run the workflow with ${markdownCode('command: apply')} by hand ([Actions](${actions})) with the input ${markdownCode('digest')}: ${markdownCode(plan.digest)}. It undoes exactly these differences, or nothing if they have changed since then.${allow}`;
}
