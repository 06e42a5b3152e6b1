import type { Change } from '../../model/change.js';
import { groupBy } from '../../model/ordering.js';
import type { LaterChange, Plan } from '../../model/plan.js';
import { number } from '../counting.js';
import { UNMADE } from '../effects.js';
import { fold, markdownCell } from '../markdown.js';
import { isRisky } from '../words.js';
import type { Detail, ReviewContext, ScopeLabels } from './facts.js';
import { effectWords, startWords, whatMarkdown } from './phrases.js';

const MOST_LINES = 8;
const MOST_NAMES = 10;

/** A change of high risk: of this plan, upcoming, or blocked. */
export type RiskyItem =
  | { readonly kind: 'now' | 'blocked'; readonly change: Change }
  | { readonly kind: 'later'; readonly change: LaterChange };

/**
 * Lists every change of high risk in the order in which they are named: now, upcoming, blocked, those that are alike
 * together.
 */
export function riskyItems(plan: Plan, names: ScopeLabels): readonly RiskyItem[] {
  const risky = plan.changes.filter(isRisky);
  const items: readonly RiskyItem[] = [
    ...risky.filter(({ blocked }) => blocked === null).map((change) => ({ kind: 'now', change }) as const),
    ...(plan.later ?? []).filter(isRisky).map((change) => ({ kind: 'later', change }) as const),
    ...risky
      .filter(({ blocked }) => blocked !== null)
      .map((change) => ({ kind: 'blocked', change }) as const),
  ];
  return [...groupBy(items, groupKey).values()].flatMap((group) =>
    group.sort((a, b) => names.compare(a.change, b.change)),
  );
}

function groupKey({ kind, change }: RiskyItem): string {
  const { scope, from, to } = change;
  return JSON.stringify([kind, scope, from, to, 'at' in change ? change.at : null]);
}

/** Renders the alert that a reviewer must not miss: who gains and loses dangerous roles, and what the author gains. */
export function highRiskAlert(items: readonly RiskyItem[], { names, authorGains }: ReviewContext): string {
  const shown = items.filter(({ kind }) => kind !== 'blocked');
  if (shown.length === 0 && authorGains === null) return '';
  const groups = [...groupBy(shown, groupKey).values()];
  const lines = groups.slice(0, MOST_LINES).map((group) => lineMarkdown(group, names, MOST_NAMES));
  const hidden = groups.slice(MOST_LINES).flat();
  return [
    '> [!CAUTION]',
    ...(shown.length === 0 ? [] : [`> **High risk: ${effectsOf(shown)}**`]),
    ...lines.map((line) => `> - ${line}`),
    ...(hidden.length === 0 ? [] : [`> - … and ${number(hidden.length)} more`]),
    ...(authorGains === null ? [] : [`> - ${authorGains}`]),
  ].join('\n');
}

function effectsOf(items: readonly RiskyItem[]): string {
  const now = items.filter(({ kind }) => kind === 'now').map(({ change }) => change);
  const later = items.length - now.length;
  return [
    ...(now.length === 0 ? [] : [effectWords(now)]),
    ...(later === 0 ? [] : [`${number(later)} when terms start`]),
  ].join(', ');
}

/** Renders the first of them in one list; those that are alike share a line. */
export function highRiskList(items: readonly RiskyItem[], names: ScopeLabels, { risky }: Detail): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, risky);
  const hidden = items.length - shown.length;
  const lines = [...groupBy(shown, groupKey).values()].map((group) => `- ${lineMarkdown(group, names)}`);
  const more = hidden === 0 ? [] : [`- … and ${number(hidden)} more that do not fit here`];
  return fold(`All ${number(items.length)} changes of high risk`, [...lines, ...more].join('\n'));
}

function lineMarkdown(
  group: readonly RiskyItem[],
  names: ScopeLabels,
  most = Number.POSITIVE_INFINITY,
): string {
  const [first] = group;
  if (first === undefined) return '';
  const { kind, change } = first;
  const shown = group.slice(0, most).map((item) => markdownCell(item.change.label));
  const more = group.length > most ? ` and ${number(group.length - most)} more` : '';
  const what = whatMarkdown(change, kind === 'blocked' ? UNMADE : undefined, group.length > 1);
  const when = kind === 'later' ? `from ${startWords(change.at)}: ` : kind === 'blocked' ? 'blocked: ' : '';
  return `${when}${shown.join(', ')}${more} ${what} in ${names.markdown(change.scope)}`;
}
