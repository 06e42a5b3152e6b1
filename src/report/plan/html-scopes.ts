import type { Change } from '../../model/change.js';
import type { PlanScope, Unlisted } from '../../model/plan.js';
import { codeHtml, escapeHtml } from '../escape.js';
import { count } from '../../model/label.js';
import { locationWords, noteWords, rolesWords, SIGNS, stateWords } from '../words.js';
import type { HiddenRows, ShownScope, ShownSection } from './sections.js';

/** A scope with more unlisted rows than this shows them folded. */
const MOST_KEPT = 5;

/** How much a page shows of a scope. */
export interface ScopeDetail {
  readonly roleLists: boolean;
  /** The most assignments that it names for the removal that takes them along. */
  readonly taken: number;
}

/** Renders a section of a plan's page. */
export function sectionHtml(section: ShownSection, detail: ScopeDetail): string {
  const { title, scopes, hiddenScopes, hidden } = section;
  const heading = title === null ? '' : `<h2>${escapeHtml(title)}</h2>`;
  const more = hiddenScopes === 0 ? [] : hiddenHtml(hidden, ` in ${count(hiddenScopes, 'more scope')}`);
  return `${heading}\n${[...scopes.map((scope) => scopeHtml(scope, detail)), ...more].join('\n')}`;
}

function scopeHtml(shown: ShownScope, { roleLists, taken }: ScopeDetail): string {
  const { scope, changes, blocked, unlisted, hidden } = shown;
  const marked = unlisted.filter(isMarked);
  const kept = unlisted.filter((row) => !isMarked(row)).map(unlistedRow);
  const rows = [
    ...changes.map((change) => changeRow(change, scope, change.action, SIGNS[change.action], taken)),
    ...blocked.map((change) => changeRow(change, scope, 'blocked', '!', taken)),
    ...marked.map(unlistedRow),
  ];
  const name = scope.name === null ? '' : `${escapeHtml(scope.name)} `;
  const diff =
    scope.diff === undefined || !roleLists
      ? ''
      : `<details><summary>Role lists</summary><pre>${scope.diff.split('\n').map(diffLine).join('\n')}</pre></details>`;
  const tables =
    kept.length > MOST_KEPT
      ? `${tableHtml(rows)}\n<details><summary>${kept.length} unlisted and kept</summary>${tableHtml(kept)}</details>`
      : tableHtml([...rows, ...kept]);
  return `<section class="scope">
<h3>${name}${codeHtml(scope.scope)}</h3>
${[tables, ...hiddenHtml(hidden)].join('\n')}
${diff}
</section>`;
}

function hiddenHtml({ changes, risky, unlisted }: HiddenRows, where = ''): readonly string[] {
  if (changes + unlisted === 0) return [];
  const parts = [
    ...(changes > 0 ? [count(changes, 'change')] : []),
    ...(risky > 0 ? [`${risky} of high risk`] : []),
    ...(unlisted > 0 ? [count(unlisted, 'unlisted row')] : []),
  ];
  return [`<p class="quiet left-out">… and ${changes + unlisted} more${where}: ${parts.join(', ')}.</p>`];
}

/** Whether an unlisted row is never folded: it is of high risk, or was taken out of the files. */
function isMarked({ risk, removed }: Unlisted): boolean {
  return risk === 'high' || removed === true;
}

function tableHtml(rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<table class="changes">
<thead><tr><th scope="col">Change</th><th scope="col">Who</th><th scope="col">Role</th><th scope="col">Notes</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function changeRow(change: Change, scope: PlanScope, kind: string, sign: string, taken: number): string {
  const along = change.takesAlong ?? [];
  const notes = [
    ...noteWords(change).map((note) => (note === 'high risk' ? HIGH_RISK : note)),
    ...(change.source === null ? reasonOf(change, scope) : [codeHtml(locationWords(change.source))]),
    ...(change.blocked === null ? [] : [`blocked: ${escapeHtml(change.blocked)}`]),
    ...along.slice(0, taken).map((one) => `takes along ${codeHtml(one)}`),
    ...(along.length > taken ? [`takes along ${along.length - taken} more`] : []),
  ];
  return tableRow(
    kind,
    kind === 'blocked' ? `! ${change.action}, blocked` : `${sign} ${change.action}`,
    change.label,
    escapeHtml(rolesWords(change)),
    notes,
  );
}

function reasonOf({ to }: Change, { prune }: PlanScope): readonly string[] {
  return to === null && prune !== false ? [`in no file, and ${codeHtml(`prune: ${prune}`)}`] : [];
}

function unlistedRow(row: Unlisted): string {
  const sign = row.removed === true ? '? taken out, kept' : '? unlisted';
  const kind = row.risk === 'high' ? 'unlisted high' : 'unlisted';
  const notes = [
    ...(row.risk === 'high' ? [HIGH_RISK] : []),
    ...(row.reason === undefined ? [] : [escapeHtml(row.reason)]),
  ];
  return tableRow(kind, sign, row.label, escapeHtml(stateWords(row)), notes);
}

const HIGH_RISK = '<span class="chip high">high risk</span>';

function tableRow(
  kind: string,
  sign: string,
  label: string,
  roles: string,
  notes: readonly string[],
): string {
  const action = `<td><span class="chip ${kind}">${sign}</span></td>`;
  return `<tr>${action}<th scope="row">${escapeHtml(label)}</th><td>${roles}</td><td>${notes.join('<br>')}</td></tr>`;
}

function diffLine(line: string): string {
  const kind = line.startsWith('+') ? 'grant' : line.startsWith('-') ? 'revoke' : 'same';
  return `<span class="${kind}">${escapeHtml(line)}</span>`;
}
