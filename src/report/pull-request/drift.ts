import type { Change } from '../../model/change.js';
import { type DesiredScope, type Person, personIn } from '../../model/desired.js';
import { capital } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import type { Plan } from '../../model/plan.js';
import { refAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { visible } from '../escape.js';
import { number } from '../counting.js';
import { firstFitting } from '../fitting.js';
import { fold, markdownCell, markdownCode, markdownFence } from '../markdown.js';
import { isRisky, riskFirst, stateWords } from '../words.js';
import { byNatural, type ReviewContext, type ReviewFacts, scopeLabels } from './facts.js';
import { unreadMarkdown } from './lists.js';
import { whereMarkdown, whoMarkdown, whyMarkdown } from './phrases.js';

/** The two remedies that a drift issue offers; Markdown. */
export interface DriftRemedies {
  /** The lines with which the files would ask for what is live; empty if there are none. */
  readonly keep: string;
  readonly undo: string;
}

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

/** Groups the changes that can be made by the kind of difference. */
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

/**
 * Renders the differences between the live state and the files, high risk first, and both remedies, in at most `limit`
 * UTF-16 units.
 */
export function driftMarkdown(plan: Plan, facts: ReviewFacts, ways: DriftRemedies, limit: number): string {
  const context = { ...facts, names: scopeLabels(plan) };
  const details = FEWER.flatMap((rows) => [ways.keep, ''].map((keep) => ({ rows, keep })));
  const render = ({ rows, keep }: (typeof details)[number]): string =>
    textOf(plan, context, { ...ways, keep }, rows);
  return firstFitting(details, limit, render) ?? render({ rows: 0, keep: '' });
}

function textOf(plan: Plan, context: ReviewContext, { keep, undo }: DriftRemedies, rows: number): string {
  const byFact = driftFacts(plan);
  const risky = [...byFact.values()].flat().filter(isRisky).length;
  const sections = FACTS.flatMap((fact) => {
    const changes = byFact.get(fact) ?? [];
    return changes.length === 0 ? [] : [{ fact, changes }];
  }).sort((a, b) => Number(b.changes.some(isRisky)) - Number(a.changes.some(isRisky)));
  const blocks = [
    `**${driftWords(plan)}${risky === 0 ? '' : `: ${number(risky)} of high risk`}.**`,
    ...context.alerts,
    ...sections.map(({ fact, changes }) => sectionMarkdown(fact, changes, context, rows)),
    unreadMarkdown(plan, context.names, rows),
    keep === '' ? '' : fold('To keep it, change the files', keep),
    `**To undo it:** ${undo}`,
    rows === Number.POSITIVE_INFINITY ? '' : context.whole,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionMarkdown(
  fact: Fact,
  changes: readonly Change[],
  context: ReviewContext,
  rows: number,
): string {
  const sorted = riskFirst([...changes].sort((a, b) => context.names.compare(a, b)));
  const shown = sorted.slice(0, sorted.filter(isRisky).length + rows);
  const hidden = sorted.length - shown.length;
  const table = [
    '| Who | Held | In the files | Scope | Why | Where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...shown.map((change) => rowMarkdown(change, context)),
    ...(hidden === 0 ? [] : [`| … and ${number(hidden)} more | | | | | |`]),
  ].join('\n');
  const title = `${number(changes.length)} ${WORDS[fact]}`;
  return `### ${capital(title)}\n\n${shown.length <= OPEN_ROWS ? table : fold(title, table)}`;
}

function rowMarkdown(change: Change, context: ReviewContext): string {
  const { from, to } = change;
  const held = from === null ? 'nothing' : markdownCell(stateWords(from));
  const asked = to === null ? 'nothing' : markdownCell(stateWords(to));
  const mark = isRisky(change) ? ' **high risk**' : '';
  const why = change.source === null ? '' : whyMarkdown(change, context);
  return `| ${whoMarkdown(change, context)}${mark} | ${held} | ${asked} | ${context.names.markdown(change.scope)} | ${why} | ${whereMarkdown(change, context)} |`;
}

/** Says how drift is undone: by applying exactly this plan. */
export function undoMarkdown(plan: Plan, actions: string): string {
  const allow =
    plan.guards.length === 0
      ? ''
      : ` A guard refuses it as it is: give ${markdownCode('allow-revokes')} too, after a look at each.`;
  return `run the workflow with ${markdownCode('command: apply')} by hand ([Actions](${actions})) with the input ${markdownCode('digest')}: ${markdownCode(plan.digest)}. It undoes exactly these differences, or nothing if they have changed since then.${allow}`;
}

const MOST_LINES = 300;

/** Renders the lines to add, by document and role, and the entries to take out so that the files ask for what is live. */
export function keepMarkdown(
  changes: readonly Change[],
  scopes: readonly DesiredScope[],
  people: readonly Person[],
  facts: ReviewFacts,
): string {
  const added = changes.filter(({ from }) => from !== null);
  const asked = changes.filter(({ to, source }) => to !== null && source !== null);
  const documents = new Map(scopes.map((desired) => [desired.scope.address, desired]));
  const lines = [...groupBy(added, ({ scope }) => scope)].flatMap(([address, own]) => {
    const desired = documents.get(address);
    return desired === undefined ? [] : documentLines(desired, own, people);
  });
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length > shown.length ? [`# … and ${lines.length - shown.length} more lines`] : [];
  const out = asked
    .slice(0, MOST_LINES)
    .map((change) => `- ${whoMarkdown(change, facts)}: ${whereMarkdown(change, facts)}`);
  return [
    ...(lines.length === 0 ? [] : ['Add:', markdownFence([...shown, ...more], 'yaml')]),
    ...(out.length === 0 ? [] : ['Take out, or change, the entries of:', out.join('\n')]),
  ].join('\n\n');
}

function documentLines(
  { scope, source }: DesiredScope,
  changes: readonly Change[],
  people: readonly Person[],
): readonly string[] {
  const roles = groupBy(changes, ({ from }) => from?.role ?? '');
  return [
    `# ${source.file}, ${scope.address}`,
    'roles:',
    ...[...roles].flatMap(([role, own]) => [
      `  ${scalar(role)}:`,
      ...[...own]
        .sort((a, b) => byNatural(a.label, b.label))
        .map((change) => entryLine(change, scope, people)),
    ]),
  ];
}

function entryLine(change: Change, scope: Scope, people: readonly Person[]): string {
  const person = people.find((one) => {
    const ref = personIn(one, scope);
    return ref !== null && [change.principal, `user:${change.label}`].includes(refAddress(ref));
  });
  const name = scalar(person?.key ?? decoded(change.principal));
  const entry = change.from?.status === 'inactive' ? `{ user: ${name}, status: inactive }` : name;
  return `    - ${entry}${person === undefined ? `  # ${visible(change.label)}` : ''}`;
}

function decoded(principal: string): string {
  try {
    return decodeURIComponent(principal);
  } catch {
    return principal;
  }
}

function scalar(text: string): string {
  return /^[A-Za-z][\w@.:-]*$/u.test(text) && !text.endsWith(':') ? text : JSON.stringify(text);
}
