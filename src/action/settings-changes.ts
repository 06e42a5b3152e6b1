import { cut } from '../model/label.js';
import { byCodeUnit } from '../model/ordering.js';
import type { Settings } from '../model/settings.js';
import { markdownCell } from '../report/markdown.js';

/** A key of the settings that differs, and what it was and is: JSON, one text an item of a list. */
export interface SettingsChange {
  readonly key: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What is shown of a key, so that no change of the settings crowds out the plan. */
const MOST_ITEMS = 4;
const ITEM_LENGTH = 120;

/** What a pull request changes in the settings that say what is dangerous, refused and read, key by key. */
export function settingsChanges(base: Settings, head: Settings): readonly SettingsChange[] {
  const [before, after] = [valuesOf(base), valuesOf(head)];
  return [...before.keys()].sort(byCodeUnit).flatMap((key) => {
    const was = before.get(key) ?? [];
    const is = after.get(key) ?? [];
    const change = { key, before: without(was, is), after: without(is, was) };
    return change.before.length + change.after.length === 0 ? [] : [change];
  });
}

/** Only who differs in more than the order has changed. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((item) => !known.has(item));
}

function valuesOf(settings: Settings): ReadonlyMap<string, readonly string[]> {
  const { access, people, prune, guards, policies, highRisk } = settings;
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    access,
    people: people === null ? [] : [people],
    prune: [prune],
    'guards.maxRevokes.count': [guards.maxRevokes.count],
    'guards.maxRevokes.percent': [guards.maxRevokes.percent],
    'guards.minHolders': guards.minHolders,
    'guards.protect': guards.protect,
    'policies.separation': policies.separation,
    'policies.maxTerm': policies.maxTerm,
    'policies.require2fa': policies.require2fa,
    'risk.high': highRisk,
  };
  return new Map(
    Object.entries(lists).map(([key, items]) => [
      key,
      items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))),
    ]),
  );
}

/** The same as Markdown; null where nothing changes. */
export function settingsMarkdown(changes: readonly SettingsChange[]): string | null {
  if (changes.length === 0) return null;
  const lines = changes.map(({ key, before, after }) => {
    const parts = [
      ...(before.length === 0 ? [] : [`no longer ${itemsMarkdown(before)}`]),
      ...(after.length === 0 ? [] : [`now ${itemsMarkdown(after)}`]),
    ];
    return `- ${markdownCell(key)}: ${parts.join('; ')}`;
  });
  return [
    '⚠️ **This pull request changes what is dangerous, refused or read:**',
    '',
    ...lines,
    ...(changes.some(({ key }) => key === 'risk.high')
      ? ['', 'Here high risk is what the base or this pull request calls so.']
      : []),
  ].join('\n');
}

function itemsMarkdown(items: readonly string[]): string {
  const more = items.length > MOST_ITEMS ? ` and ${items.length - MOST_ITEMS} more` : '';
  return `${items
    .slice(0, MOST_ITEMS)
    .map((item) => markdownCell(cut(item, ITEM_LENGTH)))
    .join(', ')}${more}`;
}
