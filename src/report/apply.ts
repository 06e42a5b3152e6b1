import type { ApplyResult, ChangeResult, ResultStatus } from '../model/result.js';
import { groupBy } from '../model/ordering.js';
import { type Colours, colours, column, folded, type RenderOptions } from './terminal.js';
import { visible } from './escape.js';
import { guardsText } from './plan/text.js';
import { noteWords, rolesWords, type ScopeNames, SIGNS } from './words.js';
import {
  changeMarkdown,
  fold,
  guardsMarkdown,
  markdownCode,
  markdownText,
  undoneMarkdown,
} from './markdown.js';

const STATUS_WORDS: Readonly<Record<ResultStatus, string>> = {
  applied: 'applied',
  failed: 'failed',
  skipped: 'skipped',
  blocked: 'blocked',
  alreadyDone: 'already done',
  held: 'held',
};

const STATUS_ORDER: readonly ResultStatus[] = [
  'failed',
  'skipped',
  'blocked',
  'applied',
  'alreadyDone',
  'held',
];

export function statusWords(status: ResultStatus): string {
  return STATUS_WORDS[status];
}

/** The last line of a result: `Apply: 3 applied, 1 failed.`; zero parts are left out. */
export function applyLastLine({ summary, guards, unreviewed }: ApplyResult): string {
  const parts = (['applied', 'failed', 'skipped', 'blocked', 'alreadyDone', 'held'] as const)
    .filter((status) => summary[status] > 0)
    .map((status) => `${summary[status]} ${statusWords(status)}`);
  if (guards.length > 0) return 'Nothing was written: a guard refused the plan.';
  if (unreviewed.length > 0) return 'Nothing was written: the reviewed plan no longer matches.';
  return parts.length === 0 ? 'Nothing to apply.' : `Apply: ${parts.join(', ')}.`;
}

/** Why the live state is not as the plan has it; null where it is, or where a run that was refused wrote nothing. */
export function unsettledWords({ converged, guards, unreviewed, summary }: ApplyResult): string | null {
  if (converged || guards.length > 0 || unreviewed.length > 0) return null;
  return summary.failed + summary.skipped > 0
    ? 'Not everything was written. Run plan to see what is left.'
    : 'The live state does not match yet what was written. Run plan to look again.';
}

/** The statuses a result holds, what needs attention first. */
export function statusesIn(result: ApplyResult): readonly ResultStatus[] {
  return STATUS_ORDER.filter((status) => result.results.some((change) => change.status === status));
}

/** Whether a failure has a request id that its reason does not state. */
export function isTraced({ status, requestId, reason }: ChangeResult): boolean {
  return status === 'failed' && requestId !== null && reason?.includes(requestId) !== true;
}

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

/**
 * What apply did, as GitHub flavoured Markdown: the counts, or the title that is given, then what needs attention, then
 * the rest folded.
 */
export function applyMarkdown(
  result: ApplyResult,
  names: ScopeNames = new Map(),
  title = `**${applyLastLine(result)}**`,
): string {
  const unsettled = unsettledWords(result);
  const blocks = [
    title,
    guardsMarkdown(result.guards),
    unreviewedMarkdown(result, names),
    unsettled === null ? '' : `**${unsettled}**`,
    ...statusesIn(result).map((status) => {
      const changes = result.results.filter((change) => change.status === status);
      const lines = changes.map((change) => resultMarkdown(change, names)).join('\n');
      const heading = `${changes.length} ${statusWords(status)}`;
      const open = status === 'failed' || status === 'skipped' || status === 'blocked';
      return open ? `### ${heading}\n\n${lines}` : fold(heading, lines);
    }),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function resultMarkdown(change: ChangeResult, names: ScopeNames): string {
  const reason = change.reason === null ? '' : `: ${markdownText(change.reason)}`;
  const trace = isTraced(change) ? ` (request id ${markdownCode(change.requestId ?? '')})` : '';
  const done = change.status === 'applied' || change.status === 'alreadyDone';
  return `${done ? changeMarkdown(change, names) : undoneMarkdown(change, names)}${reason}${trace}`;
}

function unreviewedMarkdown({ unreviewed }: ApplyResult, names: ScopeNames): string {
  if (unreviewed.length === 0) return '';
  return [
    '### Not among what was reviewed',
    '',
    ...unreviewed.map((change) => undoneMarkdown(change, names)),
  ].join('\n');
}
