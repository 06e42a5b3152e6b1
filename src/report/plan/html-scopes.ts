import type { Change } from '../../model/change.js';
import type { PlanScope, Unlisted } from '../../model/plan.js';
import { escapeHtml } from '../escape.js';
import { count, noteWords, locationWords, rolesWords, SIGNS, stateWords } from '../words.js';
import type { Amount } from './amount.js';
import type { ShownScope } from './shortened-scopes.js';
import type { ShownSection } from './shown-plan.js';

/** Unlisted rows of a scope that are shown without unfolding. */
const MOST_KEPT = 5;

/** A section of a plan's page. Of what a removal takes along so much is named at most. */
export function sectionHtml({ title, scopes, hidden }: ShownSection, mostTaken: number): string {
  const heading = title === null ? '' : `<h2>${escapeHtml(title)}</h2>`;
  const parts = scopes.map((scope) => scopeHtml(scope, mostTaken));
  return `${heading}\n${[...parts, ...hiddenHtml(hidden)].join('\n')}`;
}

function scopeHtml({ scope, changes, blocked, unlisted, hidden }: ShownScope, mostTaken: number): string {
  const marked = unlisted.filter(isMarked);
  const kept = unlisted.filter((row) => !isMarked(row)).map(unlistedRow);
  const rows = [
    ...changes.map((change) => changeRow(change, scope, change.action, SIGNS[change.action], mostTaken)),
    ...blocked.map((change) => changeRow(change, scope, 'blocked', '!', mostTaken)),
    ...marked.map(unlistedRow),
  ];
  const name = scope.name === null ? '' : `${escapeHtml(scope.name)} `;
  const diff =
    scope.diff === undefined
      ? ''
      : `<details><summary>Role lists</summary><pre>${scope.diff.split('\n').map(diffLine).join('\n')}</pre></details>`;
  const tables =
    kept.length > MOST_KEPT
      ? `${tableHtml(rows)}\n${foldedHtml(kept, kept.length + hidden.unlisted)}`
      : tableHtml([...rows, ...kept]);
  return `<section class="scope">
<h3>${name}${htmlCode(scope.scope)}</h3>
${[tables, ...hiddenHtml(hidden)].join('\n')}
${diff}
</section>`;
}

/** A sentence on what is left out; none where nothing is. */
function hiddenHtml({ scopes, changes, risky, unlisted, roleLists }: Amount): readonly string[] {
  const parts = [
    ...(changes > 0 ? [`${count(changes, 'change')}${risky > 0 ? `, ${risky} of high risk` : ''}`] : []),
    ...(unlisted > 0 ? [count(unlisted, 'unlisted row')] : []),
    ...(roleLists > 0 ? [scopes > 0 ? 'their role lists' : 'the role lists'] : []),
  ];
  if (parts.length === 0) return [];
  const where = scopes > 0 ? `${count(scopes, 'scope')} with ` : '';
  return [`<p class="quiet left-out">Not shown: ${where}${parts.join('; ')}.</p>`];
}

/** Whether an unlisted row is to be seen at once: it is of high risk, or was taken out of the files. */
function isMarked({ risk, removed }: Unlisted): boolean {
  return risk === 'high' || removed === true;
}

/** What is unlisted and kept can be a lot, and changes nothing: where it is much it is folded. */
function foldedHtml(rows: readonly string[], total: number): string {
  const shown = rows.length < total ? `${rows.length} of ${total}` : `${total}`;
  return `<details><summary>${shown} unlisted and kept</summary>${tableHtml(rows)}</details>`;
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

function changeRow(change: Change, scope: PlanScope, kind: string, sign: string, mostTaken: number): string {
  const taken = change.takesAlong ?? [];
  const notes = [
    ...noteWords(change).map((note) => (note === 'high risk' ? HIGH_RISK : note)),
    ...(change.source === null ? reasonOf(change, scope) : [htmlCode(locationWords(change.source))]),
    ...(change.blocked === null ? [] : [`blocked: ${escapeHtml(change.blocked)}`]),
    ...taken.slice(0, mostTaken).map((one) => `takes along ${htmlCode(one)}`),
    ...(taken.length > mostTaken ? [`takes along ${taken.length - mostTaken} more`] : []),
  ];
  return tableRow(
    kind,
    kind === 'blocked' ? `! ${change.action}, blocked` : `${sign} ${change.action}`,
    change.label,
    escapeHtml(rolesWords(change)),
    notes,
  );
}

/** Why a role is taken away that no line of a file speaks of. */
function reasonOf({ to }: Change, { prune }: PlanScope): readonly string[] {
  return to === null && prune !== false ? [`in no file, and ${htmlCode(`prune: ${prune}`)}`] : [];
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

export function htmlCode(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}
