import type { Change } from '../../model/change.js';
import type { Plan, PlanScope } from '../../model/plan.js';
import { escapeHtml } from '../escape-html.js';
import { securityMeta } from '../content-security.js';
import { PAGE_STYLE } from '../page-style.js';
import { count, noteWords, placeWords, rolesWords, SIGNS, stateWords } from '../words.js';
import { planCaveats, planLastLine } from './last-line.js';
import { PLAN_STYLE } from './page-style.js';
import { planSections, type PlanSection, type ScopeView } from './sections.js';

/** Unlisted rows of a scope that are shown without unfolding. */
const MOST_KEPT = 5;

/** A plan as one self-contained page: no script, nothing loaded from anywhere, light and dark, fit to print. */
export function planHtml(plan: Plan): string {
  const style = `${PAGE_STYLE}${PLAN_STYLE}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${securityMeta([style], [])}
<title>Plan, ${escapeHtml(plan.now.slice(0, 10))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Plan</h1>
<p class="lead">What would change, as of <time datetime="${escapeHtml(plan.now)}">${escapeHtml(plan.now)}</time>${plan.base === null ? '' : `, held against ${code(plan.base)}`}</p>
${cardsHtml(plan)}
<p class="summary">${escapeHtml(planLastLine(plan))}</p>
${planCaveats(plan)
  .map((caveat) => `<p class="notice">${escapeHtml(caveat)}</p>`)
  .join('\n')}
${guardsHtml(plan)}
${incompleteHtml(plan.scopes)}
${planSections(plan).map(sectionHtml).join('\n')}
${warningsHtml(plan)}
<footer><p>Digest ${code(plan.digest)}</p><p>${escapeHtml(requestWords(plan))}</p></footer>
</main>
</body>
</html>
`;
}

function cardsHtml({ summary }: Plan): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [summary.grant, 'to grant', 'grant'],
    [summary.change, 'to change', 'change'],
    [summary.revoke, 'to revoke', 'revoke'],
    [summary.blocked, 'blocked', 'blocked'],
    [summary.unlisted, 'unlisted, kept', 'unlisted'],
    [summary.unchanged, 'unchanged', ''],
  ];
  const cards = counts.map(
    ([number, words, kind]) =>
      `<li class="${number > 0 ? kind : ''}"><b>${number}</b><span>${words}</span></li>`,
  );
  return `<ul class="cards">\n${cards.join('\n')}\n</ul>`;
}

function requestWords({ requests: { made, toApply, estimatedSeconds } }: Plan): string {
  return `${count(made, 'request')} made for this plan; applying it takes ${toApply}, about ${count(estimatedSeconds, 'second')}.`;
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
  ];
  const kept = unlisted.map((row) =>
    tableRow('unlisted', '? unlisted', row.label, escapeHtml(stateWords(row)), []),
  );
  const name = scope.name === null ? '' : `${escapeHtml(scope.name)} `;
  const diff =
    scope.diff === undefined
      ? ''
      : `<details><summary>Role lists</summary><pre>${scope.diff.split('\n').map(diffLine).join('\n')}</pre></details>`;
  return `<section class="scope">
<h3>${name}${code(scope.scope)}</h3>
${kept.length > MOST_KEPT ? `${tableHtml(rows)}\n${foldedHtml(kept)}` : tableHtml([...rows, ...kept])}
${diff}
</section>`;
}

/** What is unlisted and kept can be a lot, and changes nothing: where it is much it is folded. */
function foldedHtml(rows: readonly string[]): string {
  return `<details><summary>${rows.length} unlisted and kept</summary>${tableHtml(rows)}</details>`;
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

function changeRow(change: Change, kind: string, sign: string): string {
  const notes = [
    ...noteWords(change).map((note) =>
      note === 'high risk' ? '<span class="chip high">high risk</span>' : note,
    ),
    ...(change.source === null ? [] : [code(placeWords(change.source))]),
    ...(change.blocked === null ? [] : [`blocked: ${escapeHtml(change.blocked)}`]),
    ...(change.takesAlong ?? []).map((taken) => `takes along ${code(taken)}`),
  ];
  return tableRow(
    kind,
    kind === 'blocked' ? `! ${change.action}, blocked` : `${sign} ${change.action}`,
    change.label,
    escapeHtml(rolesWords(change)),
    notes,
  );
}

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

function list(title: string, items: readonly string[], kind: string): string {
  return items.length === 0
    ? ''
    : `<section class="notice ${kind}"><h2>${title}</h2><ul>${items.join('')}</ul></section>`;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}
