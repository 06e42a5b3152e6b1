import { cut } from '../model/label.js';
import type { ScopeComparison } from './comparison.js';
import { unifiedDiff } from './unified-diff.js';

/** Lines shown around a change. */
const CONTEXT = 2;
/** Beyond this many edits the changed lines alone are shown, without their context. */
const MOST_EDITS = 2000;
/** Beyond this many live assignments likewise. */
const MOST_LINES = 20_000;

/** Unified diff of a scope's role lists, one `role principal` a line; undefined where nothing changes. */
export function roleListDiff(comparison: ScopeComparison): string | undefined {
  const { desired, live, views } = comparison;
  const doable = comparison.differences.filter(({ blocked }) => blocked === null);
  const taken = views
    .filter(({ address }) => comparison.removed.has(address))
    .flatMap(({ rows, label }) => rows.map((row) => line(row, label)));
  if (doable.length + taken.length === 0) return undefined;
  const address = desired.scope.address;
  const lost = doable.flatMap(({ view, from }) => (from === null ? [] : [line(from, view.label)]));
  const minus = [...lost, ...taken];
  const plus = doable.flatMap(({ view, to }) => (to === null ? [] : [line(to, view.label)]));
  if ((live?.assignments.length ?? 0) <= MOST_LINES) {
    const before = views.flatMap(({ rows, label }) => rows.map((row) => line(row, label)));
    const patch = unifiedDiff(
      { name: `${address} (live)`, text: textOf(before.toSorted()) },
      { name: `${address} (planned)`, text: textOf(without(before, minus).concat(plus).sort()) },
      { context: CONTEXT, maxEdits: MOST_EDITS },
    );
    if (patch !== undefined) return patch;
  }
  const lines = [...minus.sort().map((text) => `-${text}`), ...plus.sort().map((text) => `+${text}`)];
  return [`--- ${address} (live)`, `+++ ${address} (planned)`, ...lines, ''].join('\n');
}

function textOf(lines: readonly string[]): string {
  return lines.map((text) => `${text}\n`).join('');
}

function without(lines: readonly string[], removed: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of removed) counts.set(text, (counts.get(text) ?? 0) + 1);
  return lines.filter((text) => {
    const count = counts.get(text) ?? 0;
    if (count > 0) counts.set(text, count - 1);
    return count === 0;
  });
}

/** One line of a list. Line breaks in foreign text must not make two. */
function line({ role, status }: { readonly role: string; readonly status: string }, label: string): string {
  const text = `${cut(role)}  ${label}${status === 'active' ? '' : ` (${status})`}`;
  return text.replace(/[\r\n\u2028\u2029]/gu, ' ');
}
