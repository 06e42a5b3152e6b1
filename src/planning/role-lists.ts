import { formatPatch } from 'diff';
import { cut } from '../model/label.js';
import { principalAddress } from '../model/principal.js';
import type { ScopeComparison } from './comparison.js';

/** Beyond this many edits the changed lines alone are shown, without their context. */
const MOST_EDITS = 2000;
/** Beyond this many live assignments likewise. */
const MOST_LINES = 20_000;

/** Unified diff of a scope's role lists, one `role principal` a line; undefined where nothing changes. */
export function roleListDiff(comparison: ScopeComparison): string | undefined {
  const { desired, live, views } = comparison;
  const doable = comparison.differences.filter(({ blocked }) => blocked === null);
  const taken = views
    .filter(({ address: principal }) => comparison.removed.has(principal))
    .flatMap(({ rows, label }) => rows.map((row) => line(row, label)));
  if (doable.length + taken.length === 0) return undefined;
  const address = desired.scope.address;
  const lost = doable.flatMap(({ view, from }) => (from === null ? [] : [line(from, view.label)]));
  const minus = [...lost, ...taken];
  const plus = doable.flatMap(({ view, to }) => (to === null ? [] : [line(to, view.label)]));
  if ((live?.assignments.length ?? 0) <= MOST_LINES) {
    const labels = new Map(views.map((view) => [view.address, view.label]));
    const before = (live?.assignments ?? []).map((row) => {
      const principal = principalAddress(row.principal.kind, row.principal.id);
      return line(row, labels.get(principal) ?? principal);
    });
    const after = without(before, minus).concat(plus).sort();
    const patch = sortedPatch({ address, before: before.toSorted(), after }, MOST_EDITS);
    if (patch !== undefined) return patch;
  }
  const lines = [...minus.sort().map((text) => `-${text}`), ...plus.sort().map((text) => `+${text}`)];
  return [`--- ${address} (live)`, `+++ ${address} (planned)`, ...lines, ''].join('\n');
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

/** Lines shown around a change. */
const CONTEXT = 2;

/** A list of lines in its two states, each in code-unit order. */
export interface SortedLists {
  readonly address: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Unified diff of two sorted lists, in one pass over both: order says which lines are common. Undefined where more than
 * `mostEdits` lines come or go.
 */
export function sortedPatch({ address, before, after }: SortedLists, mostEdits: number): string | undefined {
  const lines = merged(before, after);
  const changed = lines.flatMap((line, index) => (line.startsWith(' ') ? [] : [index]));
  if (changed.length > mostEdits) return undefined;
  const patch = formatPatch({
    oldFileName: address,
    newFileName: address,
    oldHeader: '(live)',
    newHeader: '(planned)',
    hunks: hunksOf(lines, changed),
  });
  return patch
    .replace(/^Index:.*\n/u, '')
    .replace(/^=+\n/u, '')
    .replaceAll('\t(', ' (');
}

/** All lines, each with its sign; between two common ones what goes comes first. */
function merged(before: readonly string[], after: readonly string[]): string[] {
  const lines: string[] = [];
  const plus: string[] = [];
  let next = 0;
  for (const line of before) {
    for (let added = after[next]; added !== undefined && added < line; added = after[next]) {
      plus.push(`+${added}`);
      next += 1;
    }
    if (after[next] !== line) {
      lines.push(`-${line}`);
      continue;
    }
    for (const added of plus.splice(0)) lines.push(added);
    lines.push(` ${line}`);
    next += 1;
  }
  return [...lines, ...plus, ...after.slice(next).map((line) => `+${line}`)];
}

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: string[];
}

/** `changed`: the places of the lines that come or go. Those whose context meets share a hunk. */
function hunksOf(lines: readonly string[], changed: readonly number[]): Hunk[] {
  const hunks: Hunk[] = [];
  let seen = 0;
  let oldStart = 1;
  let newStart = 1;
  for (let index = 0; index < changed.length; ) {
    const from = Math.max(0, (changed[index] ?? 0) - CONTEXT);
    while ((changed[index + 1] ?? Number.POSITIVE_INFINITY) - (changed[index] ?? 0) <= 2 * CONTEXT + 1)
      index += 1;
    const part = lines.slice(from, (changed[index] ?? 0) + CONTEXT + 1);
    oldStart += from - seen;
    newStart += from - seen;
    const oldLines = part.filter((line) => !line.startsWith('+')).length;
    const newLines = part.filter((line) => !line.startsWith('-')).length;
    hunks.push({ oldStart, oldLines, newStart, newLines, lines: part });
    oldStart += oldLines;
    newStart += newLines;
    seen = from + part.length;
    index += 1;
  }
  return hunks;
}
