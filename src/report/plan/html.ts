import type { Plan } from '../../model/plan.js';
import { escapeHtml } from '../escape.js';
import { PAGE_STYLE, securityMeta } from '../page.js';
import { count, locationWords } from '../words.js';
import { riskyIn } from './amount.js';
import { htmlCode as code, sectionHtml } from './html-scopes.js';
import { nothingRead, planCaveats, planLastLine, shownWarnings } from './summary.js';
import { PLAN_STYLE } from './page-style.js';
import { hiddenIn, shownPlan, type ShownPlan } from './shown-plan.js';

/**
 * A plan as one self-contained page: no script, nothing loaded from anywhere, light and dark, fit to print. Of a plan too
 * large for a page it shows what matters most, and counts the rest.
 */
export function planHtml(plan: Plan): string {
  const shown = shownPlan(plan);
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
${shortenedHtml(plan, shown)}${cardsHtml(plan)}
<p class="summary">${escapeHtml(planLastLine(plan))}</p>
${planCaveats(plan)
  .map((caveat) => `<p class="notice">${escapeHtml(caveat)}</p>`)
  .join('\n')}
${guardsHtml(plan, shown.items)}
${incompleteHtml(plan, shown.items)}
${shown.sections.map((section) => sectionHtml(section, shown.taken)).join('\n')}
${warningsHtml(plan, shown.items)}
<footer><p>Digest ${code(plan.digest)}</p><p>${escapeHtml(requestWords(plan))}</p></footer>
</main>
</body>
</html>
`;
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

/** Of a shortened page, that it is, by how much, and where all of it is. */
function shortenedHtml({ changes, unlisted }: Plan, shown: ShownPlan): string {
  if (!shown.shortened) return '';
  const hidden = hiddenIn(shown);
  const risky = riskyIn(changes);
  const parts = [
    `${changes.length - hidden.changes} of ${changes.length} changes are shown`,
    ...(risky === 0 ? [] : [`${risky - hidden.risky} of ${risky} with high risk`]),
    ...(unlisted.length === 0
      ? []
      : [`${unlisted.length - hidden.unlisted} of ${unlisted.length} unlisted rows`]),
  ];
  return `<p class="notice"><strong>This page is shortened:</strong> ${parts.join(', ')}. <code>rolecall plan --format json</code> has all of it, and a narrower <code>--scope</code> shows more of its scopes.</p>\n`;
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

/** A list under a title, `most` of its items at most; empty where there are none. */
function list<T>(
  title: string,
  items: readonly T[],
  most: number,
  kind: string,
  item: (one: T) => string,
): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, most).map((one) => `<li>${item(one)}</li>`);
  const more = items.length > most ? `<li>${items.length - most} more, not shown</li>` : '';
  return `<section class="notice ${kind}"><h2>${title}</h2><ul>${shown.join('')}${more}</ul></section>`;
}
