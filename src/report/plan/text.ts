import type { Change } from '../../model/change.js';
import type { GuardRefusal, Plan, PlanScope, PlanWarning } from '../../model/plan.js';
import { number } from '../counting.js';
import { visible } from '../escape.js';
import { groupedText } from '../group-lines.js';
import { shortenedText, shortenedWords } from '../short-list.js';
import type { ChangeLine, Colours, RenderOptions } from '../terminal.js';
import { changeLines, colours, folded } from '../terminal.js';
import { isRisky, locationWords, noteWords, rolesWords, SIGNS, stateWords, unlistedWords } from '../words.js';
import { planSections, type ScopeView } from './sections.js';
import { shortSection, shortWarnings } from './short-text.js';
import { planCaveats, planLastLine, shownWarnings } from './summary.js';

/** A part of a plan's text. */
export interface TextBlock {
  /** The words for the scope that it is about; null if it is about none. */
  readonly scope: string | null;
  readonly text: string;
}

/**
 * Renders a plan as text: the changes of each scope, then warnings and guards, then one last line. Ends with a newline.
 * With the rows of a terminal, a text of more than some screens puts together what is alike, and says how to see it whole.
 */
export function planText(plan: Plan, options: RenderOptions): string {
  const textOf = (blocks: readonly TextBlock[]): string =>
    folded(`${blocks.map(({ text }) => text).join('\n\n')}\n`, options.width);
  return shortenedText(textOf(planTextBlocks(plan, options)), options.rows, () =>
    textOf(shortBlocks(plan, options)),
  );
}

/** The parts of the whole text, between which stands an empty line. */
export function planTextBlocks(plan: Plan, options: RenderOptions): readonly TextBlock[] {
  const paint = colours(options.color);
  return [
    ...planSections(plan).flatMap(({ title, scopes }) => sectionBlocks(title, scopes, paint, options)),
    ...closingBlocks(plan, paint, warningsText(shownWarnings(plan), paint)),
  ];
}

function shortBlocks(plan: Plan, options: RenderOptions): readonly TextBlock[] {
  const paint = colours(options.color);
  const names = new Map(plan.scopes.flatMap(({ scope, name }) => (name === null ? [] : [[scope, name]])));
  const sections = planSections(plan).map(({ title, scopes }) => ({
    title,
    ...shortSection(scopes, names, paint),
  }));
  const { shown, more } = shortWarnings(shownWarnings(plan));
  const warnings = [
    warningsText(shown, paint),
    ...more.map((each) => `  ${paint.warning(visible(each.code))}  … and ${number(each.number)} more`),
  ];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const note = shortenedWords(
    sum(sections.map(({ sharing }) => sharing)),
    sum(sections.map(({ all }) => all)),
  );
  return [
    ...sections.flatMap(({ title, scopes, grouped }) => [
      ...sectionBlocks(title, scopes, paint, options),
      ...(grouped.length === 0 ? [] : [aside(groupedText(grouped, paint))]),
    ]),
    ...closingBlocks(plan, paint, warnings.join('\n'), { mostScopes: MOST_SCOPES, note }),
  ];
}

/** The most scopes that were not read whole and are named in a shortened text. */
const MOST_SCOPES = 20;
const WHOLE = { mostScopes: Number.POSITIVE_INFINITY, note: '' };

/** What stands below the changes. */
function closingBlocks(
  plan: Plan,
  paint: Colours,
  warnings: string,
  { mostScopes, note }: { readonly mostScopes: number; readonly note: string } = WHOLE,
): readonly TextBlock[] {
  const texts = [
    incompleteText(plan.scopes, paint, mostScopes),
    warnings,
    guardsText(plan.guards, paint),
    planCaveats(plan).join('\n'),
    note,
    paint.heading(planLastLine(plan)),
  ];
  return texts.filter((text) => text !== '').map(aside);
}

/** A part that is about no scope. */
function aside(text: string): TextBlock {
  return { scope: null, text };
}

function sectionBlocks(
  title: string | null,
  scopes: readonly ScopeView[],
  paint: Colours,
  options: RenderOptions,
): readonly TextBlock[] {
  return [
    ...(title === null ? [] : [aside(paint.heading(`${title}:`))]),
    ...scopes.map((view) => ({
      scope: scopeHeading(view.scope, paint),
      text: scopeText(view, paint, options),
    })),
  ];
}

function scopeText(view: ScopeView, paint: Colours, { width }: RenderOptions): string {
  const lines = [
    ...view.changes.map((change) => changeLine(change, paint)),
    ...view.blocked.map((change) => blockedLine(change, paint)),
    ...view.unlisted.map((row) => ({
      sign: (isRisky(row) ? paint.risk : paint.unlisted)('?'),
      who: row.label,
      what: stateWords(row),
      notes: notesText(unlistedWords(row), paint),
    })),
  ];
  return [scopeHeading(view.scope, paint), ...changeLines(lines, width)].join('\n');
}

function changeLine(change: Change, paint: Colours): ChangeLine {
  const { action, label, source, takesAlong = [] } = change;
  const notes = notesText(noteWords(change), paint);
  const where = source === null ? '' : paint.quiet(visible(locationWords(source)));
  return {
    sign: paint[action](SIGNS[action]),
    who: label,
    what: rolesWords(change),
    notes: [notes, where].filter((text) => text !== '').join(', '),
    below: takesAlong.map((taken) => `takes along ${visible(taken)}`),
  };
}

function blockedLine(change: Change, paint: Colours): ChangeLine {
  return {
    ...changeLine(change, paint),
    sign: paint.blocked('!'),
    what: `${change.action} ${rolesWords(change)}`,
    below: [`${paint.blocked('blocked')}: ${visible(change.blocked ?? '')}`],
  };
}

function notesText(notes: readonly string[], paint: Colours): string {
  return notes.map((note) => (note === 'high risk' ? paint.risk(note) : visible(note))).join(', ');
}

function scopeHeading(scope: PlanScope, paint: Colours): string {
  const name = scope.name === null ? '' : `${paint.heading(visible(scope.name))}  `;
  return `${name}${visible(scope.scope)}${scope.complete ? '' : paint.warning('  (not read whole)')}`;
}

function incompleteText(scopes: readonly PlanScope[], paint: Colours, most: number): string {
  const incomplete = scopes.filter(({ complete }) => !complete);
  if (incomplete.length === 0) return '';
  const lines = incomplete.slice(0, most).map((scope) => `  ${visible(scope.scope)}`);
  if (incomplete.length > most) lines.push(`  … and ${number(incomplete.length - most)} more`);
  return [paint.warning('Not read whole, so nothing is taken away there:'), ...lines].join('\n');
}

function warningsText(warnings: readonly PlanWarning[], paint: Colours): string {
  const lines = warnings.map(({ code, message, source }) => {
    const place = source === null ? '' : `  ${paint.quiet(visible(locationWords(source)))}`;
    return `  ${paint.warning(visible(code))}  ${visible(message)}${place}`;
  });
  return lines.length === 0 ? '' : [paint.heading('Warnings:'), ...lines].join('\n');
}

/** Lists the guards that refuse under a heading; empty if none does. */
export function guardsText(guards: readonly GuardRefusal[], paint: Colours): string {
  const lines = guards.map(({ guard, scope, message }) => {
    const place = scope === null ? '' : `${visible(scope)}: `;
    return `  ${paint.error(visible(guard))}  ${place}${visible(message)}`;
  });
  return lines.length === 0
    ? ''
    : [paint.error('Refused by a guard, so nothing is written:'), ...lines].join('\n');
}
