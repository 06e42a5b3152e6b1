import { type Plan, nothingRead } from '../../model/plan.js';
import { codeHtml as code, escapeHtml } from '../escape.js';
import { pageHtml, timeHtml } from '../page.js';
import { count } from '../../model/label.js';
import { isRisky, locationWords } from '../words.js';
import { sectionHtml } from './html-scopes.js';
import { firstRows, hiddenRows, planSections, type ShownSection } from './sections.js';
import { planCaveats, planLastLine, shownWarnings } from './summary.js';

/** A plan with more rows and items of lists than this gets a page that is cut to this number of rows. */
const MOST_ROWS = 10_000;
/** The most items of a list that a cut page shows, and the most that it names for a removal that takes them along. */
const MOST_ITEMS = 1000;
const MOST_TAKEN = 20;

/**
 * Renders a plan as one self-contained page, light or dark and fit to print. It has no script and loads nothing. If the
 * plan is too large for a page, the page shows the first rows by risk and counts the rest.
 */
export function planHtml(plan: Plan): string {
  const isCut = rowsOf(plan) > MOST_ROWS;
  const [items, taken] = isCut
    ? [MOST_ITEMS, MOST_TAKEN]
    : [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const sections = firstRows(planSections(plan), isCut ? MOST_ROWS : Number.POSITIVE_INFINITY);
  const against = plan.base === null ? '' : `, compared with ${code(plan.base)}`;
  const main = `<h1>Plan</h1>
<p class="lead">What would change, as of ${timeHtml(plan.now)}${against}</p>
${isCut ? cutHtml(plan, sections) : ''}${cardsHtml(plan)}
<p class="summary">${escapeHtml(planLastLine(plan))}</p>
${planCaveats(plan)
  .map((caveat) => `<p class="notice">${escapeHtml(caveat)}</p>`)
  .join('\n')}
${guardsHtml(plan, items)}
${incompleteHtml(plan, items)}
${sections.map((section) => sectionHtml(section, { roleLists: !isCut, taken })).join('\n')}
${warningsHtml(plan, items)}
<footer><p>Digest ${code(plan.digest)}</p><p>${escapeHtml(requestWords(plan))}</p></footer>`;
  return pageHtml({ title: `Plan, ${escapeHtml(plan.now.slice(0, 10))}`, style: PLAN_STYLE, main });
}

function rowsOf({ changes, unlisted, guards, warnings, scopes }: Plan): number {
  const incomplete = scopes.filter(({ complete }) => !complete);
  return changes.length + unlisted.length + guards.length + warnings.length + incomplete.length;
}

function cutHtml({ changes, unlisted }: Plan, sections: readonly ShownSection[]): string {
  const hidden = hiddenRows(sections);
  const shown = (all: number, left: number, words: string): readonly string[] =>
    all === 0 ? [] : [`${all - left} of ${all} ${words}`];
  const parts = [
    ...shown(changes.length, hidden.changes, 'changes are shown'),
    ...shown(changes.filter(isRisky).length, hidden.risky, 'with high risk'),
    ...shown(unlisted.length, hidden.unlisted, 'unlisted rows'),
  ];
  return `<p class="notice"><strong>This page is shortened:</strong> ${parts.join(', ')}, no role lists. <code>rolecall plan --format json</code> has all of it, and a narrower <code>--scope</code> shows more of its scopes.</p>\n`;
}

function cardsHtml(plan: Plan): string {
  if (nothingRead(plan)) return '';
  const { summary } = plan;
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

function guardsHtml({ guards }: Plan, most: number): string {
  const title = 'Refused by a guard: nothing is written';
  return list(title, guards, most, 'refused', ({ guard, scope, message }) => {
    const place = scope === null ? '' : ` in ${code(scope)}`;
    return `<strong>${escapeHtml(guard)}</strong>${place}: ${escapeHtml(message)}`;
  });
}

function incompleteHtml({ scopes }: Plan, most: number): string {
  const title = 'Not read whole, so nothing is taken away there';
  const incomplete = scopes.filter(({ complete }) => !complete);
  return list(title, incomplete, most, 'warning', ({ scope }) => code(scope));
}

function warningsHtml(plan: Plan, most: number): string {
  return list('Warnings', shownWarnings(plan), most, 'warning', ({ code: name, message, source }) => {
    const place = source === null ? '' : ` ${code(locationWords(source))}`;
    return `${code(name)} ${escapeHtml(message)}${place}`;
  });
}

function list<T>(
  title: string,
  items: readonly T[],
  most: number,
  kind: string,
  item: (one: T) => string,
): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, most).map((one) => `<li>${item(one)}</li>`);
  const more = items.length > most ? `<li>… and ${items.length - most} more</li>` : '';
  return `<section class="notice ${kind}"><h2>${title}</h2><ul>${shown.join('')}${more}</ul></section>`;
}

const PLAN_STYLE = `
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.6rem;margin:1.25rem 0 .75rem;padding:0;list-style:none}
.cards li{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:.65rem .85rem}
.cards b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
.cards span{font-size:.85rem;color:var(--quiet)}
.cards .grant b{color:var(--good)}.cards .change b,.cards .blocked b,.cards .unlisted b{color:var(--care)}.cards .revoke b{color:var(--bad)}
.scope{border:1px solid var(--line);border-radius:.6rem;padding:.2rem 1rem .7rem;margin:1rem 0}
.scope h3{margin:.7rem 0 .5rem}
.changes{table-layout:fixed}
.changes th:first-child,.changes td:first-child{width:11rem}
.changes th:nth-child(3),.changes td:nth-child(3){width:24%}
.changes tbody th{color:var(--text);font-size:1rem;font-weight:600}
.changes tr:last-child>*{border-bottom:0}
.scope details{margin-top:.5rem}
pre .grant{color:var(--good)}pre .revoke{color:var(--bad)}
@media (max-width:40rem){.changes,.changes tbody,.changes tr,.changes td,.changes tbody th{display:block;width:auto!important;border:0;padding:.1rem 0}.changes thead{display:none}
.changes tr{border-bottom:1px solid var(--line);padding:.5rem 0}.changes tr:last-child{border:0}.scope{padding:.2rem .75rem .5rem}}
@media print{.scope{border-width:0 0 1px;border-radius:0;padding:0}}
`;
