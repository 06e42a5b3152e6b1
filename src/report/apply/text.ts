import { groupBy } from '../../model/ordering.js';
import type { ApplyResult, ChangeResult, ResultStatus } from '../../model/result.js';
import { type Colours, colours } from '../colour.js';
import { visible } from '../escape.js';
import { column, folded } from '../layout.js';
import type { RenderOptions } from '../options.js';
import { guardsText } from '../plan/text.js';
import { noteWords, rolesWords, type ScopeNames, SIGNS } from '../words.js';
import { applyLastLine, isTraced, statusWords, unsettledWords } from './last-line.js';

/** What apply did, as text: per scope (by name where one is known) what became of each change, what was not reviewed, then one last line: the counts, or what is given. */
export function applyText(
  result: ApplyResult,
  options: RenderOptions,
  names: ScopeNames = new Map(),
  lastLine = applyLastLine(result),
): string {
  const paint = colours(options.color);
  const unsettled = unsettledWords(result);
  const scopes = [...groupBy(result.results, ({ scope }) => scope)];
  const blocks = [
    ...scopes.map(([scope, changes]) => scopeText(headingOf(scope, names, paint), changes, paint, options)),
    unreviewedText(result, paint),
    guardsText(result.guards, paint),
    unsettled === null ? '' : paint.warning(unsettled),
    paint.heading(lastLine),
  ];
  return folded(`${blocks.filter((block) => block !== '').join('\n\n')}\n`, options.width);
}

function headingOf(scope: string, names: ScopeNames, paint: Colours): string {
  const name = names.get(scope);
  return name === undefined
    ? paint.heading(visible(scope))
    : `${paint.heading(visible(name))}  ${visible(scope)}`;
}

function scopeText(
  heading: string,
  changes: readonly ChangeResult[],
  paint: Colours,
  options: RenderOptions,
): string {
  const names = changes.map(({ label }) => visible(label));
  const states = changes.map((change) => visible(rolesWords(change)));
  const who = column(names, options.width);
  const what = column(states, options.width);
  const lines = changes.map((change, index) => {
    const notes = [statusPaint(change.status, paint)(statusWords(change.status)), ...noteWords(change)];
    const name = who.padded(names[index] ?? '');
    const roles = what.padded(states[index] ?? '');
    const reason = change.reason === null ? [] : [`      ${visible(change.reason)}`];
    const trace = isTraced(change) ? [`      request id ${visible(change.requestId ?? '')}`] : [];
    const sign = paint[change.action](SIGNS[change.action]);
    return [`  ${sign} ${name}  ${roles}  ${notes.join(', ')}`, ...reason, ...trace].join('\n');
  });
  return [heading, ...lines].join('\n');
}

function unreviewedText({ unreviewed }: ApplyResult, paint: Colours): string {
  if (unreviewed.length === 0) return '';
  const lines = unreviewed.map((change) => {
    const sign = paint[change.action](SIGNS[change.action]);
    return `  ${sign} ${visible(change.label)}  ${visible(rolesWords(change))}  in ${visible(change.scope)}`;
  });
  return [paint.error('Not among what was reviewed:'), ...lines].join('\n');
}

function statusPaint(status: ResultStatus, paint: Colours): (text: string) => string {
  switch (status) {
    case 'applied':
      return paint.grant;
    case 'failed':
      return paint.error;
    case 'skipped':
    case 'blocked':
      return paint.warning;
    case 'alreadyDone':
    case 'held':
      return paint.quiet;
  }
}
