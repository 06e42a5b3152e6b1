import type { Change } from '../../model/change.js';
import type { Plan, PlanScope } from '../../model/plan.js';
import { escapeHtml } from '../escape-html.js';
import { PAGE_STYLE } from '../page-style.js';
import { noteWords, placeWords, rolesWords, SIGNS, stateWords } from '../words.js';
import { planCaveats, planLastLine } from './last-line.js';
import { planSections, type PlanSection, type ScopeView } from './sections.js';

/** A plan as one self-contained page: no script, nothing loaded from anywhere, light and dark, fit to print. */
export function planHtml(plan: Plan): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>rolecall plan</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>Plan</h1>
<p class="summary">${escapeHtml(planLastLine(plan))}</p>
${planCaveats(plan)
  .map((caveat) => `<p class="warning">${escapeHtml(caveat)}</p>`)
  .join('\n')}
${guardsHtml(plan)}
${incompleteHtml(plan.scopes)}
${planSections(plan).map(sectionHtml).join('\n')}
${warningsHtml(plan)}
<footer><p>As of <time datetime="${escapeHtml(plan.now)}">${escapeHtml(plan.now)}</time>. Digest <code>${escapeHtml(plan.digest)}</code></p></footer>
</main>
</body>
</html>
`;
}

function guardsHtml({ guards }: Plan): string {
  const items = guards.map(({ guard, scope, message }) => {
    const place = scope === null ? '' : ` in ${code(scope)}`;
    return `<li><strong>${escapeHtml(guard)}</strong>${place}: ${escapeHtml(message)}</li>`;
  });
  return list('Refused by a guard: nothing is written', items, 'refused');
}

function incompleteHtml(scopes: readonly PlanScope[]): string {
  const items = scopes.filter(({ complete }) => !complete).map(({ scope }) => `<li>${code(scope)}</li>`);
  return list('Not read whole, so nothing is taken away there', items, 'warning');
}

function warningsHtml({ warnings }: Plan): string {
  const items = warnings.map(({ code: name, message, source }) => {
    const place = source === null ? '' : ` ${code(placeWords(source))}`;
    return `<li>${code(name)} ${escapeHtml(message)}${place}</li>`;
  });
  return list('Warnings', items, 'warning');
}

function sectionHtml(section: PlanSection): string {
  const title = section.title === null ? '' : `<h2>${escapeHtml(section.title)}</h2>`;
  return `${title}\n${section.scopes.map(scopeHtml).join('\n')}`;
}

function scopeHtml({ scope, changes, blocked, unlisted }: ScopeView): string {
  const rows = [
    ...changes.map((change) => changeRow(change, change.action, SIGNS[change.action])),
    ...blocked.map((change) => changeRow(change, 'blocked', '!')),
    ...unlisted.map((row) =>
      tableRow('unlisted', '?', row.label, escapeHtml(stateWords(row)), ['unlisted, kept']),
    ),
  ];
  const name = scope.name === null ? '' : `${escapeHtml(scope.name)} `;
  const diff =
    scope.diff === undefined
      ? ''
      : `<details><summary>Role lists</summary><pre>${scope.diff.split('\n').map(diffLine).join('\n')}</pre></details>`;
  return `<section>
<h3>${name}${code(scope.scope)}</h3>
<table>
<thead><tr><th scope="col">Change</th><th scope="col">Who</th><th scope="col">Role</th><th scope="col">Notes</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${diff}
</section>`;
}

function changeRow(change: Change, kind: string, sign: string): string {
  const notes = [
    ...noteWords(change).map((note) =>
      note === 'high risk' ? '<strong class="risk">high risk</strong>' : note,
    ),
    ...(change.source === null ? [] : [code(placeWords(change.source))]),
    ...(change.blocked === null ? [] : [`blocked: ${escapeHtml(change.blocked)}`]),
    ...(change.takesAlong ?? []).map((taken) => `takes along ${code(taken)}`),
  ];
  return tableRow(kind, `${sign} ${change.action}`, change.label, escapeHtml(rolesWords(change)), notes);
}

function tableRow(
  kind: string,
  sign: string,
  label: string,
  roles: string,
  notes: readonly string[],
): string {
  const who = `<td>${escapeHtml(label)}</td>`;
  return `<tr class="${kind}"><td>${sign}</td>${who}<td>${roles}</td><td>${notes.join('<br>')}</td></tr>`;
}

function diffLine(line: string): string {
  const kind = line.startsWith('+') ? 'grant' : line.startsWith('-') ? 'revoke' : 'same';
  return `<span class="${kind}">${escapeHtml(line)}</span>`;
}

function list(title: string, items: readonly string[], kind: string): string {
  return items.length === 0
    ? ''
    : `<section class="${kind}"><h2>${title}</h2><ul>${items.join('')}</ul></section>`;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}
