import { reviewPageScript } from '../../generated/review-page-script.js';
import { count, cut } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import type {
  AccessReview,
  FileHash,
  ReadAs,
  ReviewedPerson,
  ReviewedRole,
  ReviewFinding,
} from '../../planning/access-review/review.js';
import { isUnlistedRisk, NO_REPORT, nothingReviewed } from '../../planning/access-review/review.js';
import { codeHtml, escapeHtml, visible } from '../escape.js';
import { pageHtml, timeHtml } from '../page.js';
import { locationWords } from '../words.js';
import { REVIEW_STYLE } from './page-style.js';
import type { PageData, PagePerson, PageRole } from './page/data.js';

/**
 * Renders the review as one self-contained page, which loads nothing. Its own script draws the people in sight; the
 * counts, the findings and the evidence are there without it. `exported`: the files that are kept with it.
 */
export function reviewHtml(review: AccessReview, exported: readonly FileHash[] = []): string {
  const unread = nothingReviewed(review);
  const main = `<h1>Access review</h1>
<p class="lead">Who holds which role, as of ${timeHtml(review.now)}</p>
${unread ? `<p class="notice"><strong>${NO_REPORT}</strong></p>` : cardsHtml(review)}
${findingsHtml(review.findings)}
${unread ? '' : peopleHtml()}
${evidenceHtml(review, exported)}`;
  const title = `Access review, ${escapeHtml(review.now.slice(0, 10))}`;
  const page = { title, style: REVIEW_STYLE, main };
  return pageHtml(unread ? page : { ...page, script: { text: reviewPageScript, data: pageData(review) } });
}

function cardsHtml({ summary, evidence, people }: AccessReview): string {
  const fact = (number: number, words: string): string =>
    `<li><div><b>${number}</b><span>${words}</span></div></li>`;
  const filter = (name: string, number: number, words: string, kind: string): string =>
    `<li><button type="button" class="${number > 0 ? kind : ''}" data-filter="${name}" aria-pressed="false"${number === 0 ? ' disabled' : ''}><b>${number}</b><span>${words}</span></button></li>`;
  return `<ul class="cards">
${fact(summary.people, 'people')}
${fact(summary.scopes, `scopes, ${count(summary.roles, 'role')} held`)}
${filter('high', summary.highRisk, 'high-risk roles', 'bad')}
${filter('unlisted', summary.unlisted, 'unlisted roles', hasUnlistedRisk(people) ? 'bad' : 'care')}
${filter('drift', summary.drift, 'differ from the files', 'care')}
${filter('soon', summary.endingSoon, 'end within 14 days', 'care')}
${filter('stale', summary.stale, `no login for ${evidence.inactiveDays} days`, 'care')}
${filter('factor', summary.withoutTwoFactor, 'without 2FA', 'bad')}
</ul>`;
}

function hasUnlistedRisk(people: readonly ReviewedPerson[]): boolean {
  return people.some(({ roles }) => roles.some(isUnlistedRisk));
}

function findingsHtml(findings: readonly ReviewFinding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(({ severity, code, message, source }) => {
    const place = source === null ? '' : codeHtml(locationWords(source));
    return `<tr><td><span class="chip ${severity}">${escapeHtml(code)}</span></td><td>${escapeHtml(message)}</td><td>${place}</td></tr>`;
  });
  const open = findings.length <= 8 ? ' open' : '';
  return `<section class="findings narrow"><h2>Findings</h2>
<details${open}><summary>${count(findings.length, 'finding')}</summary>
<table><thead><tr><th scope="col">Finding</th><th scope="col">What</th><th scope="col">Where</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></details></section>`;
}

function peopleHtml(): string {
  return `<section aria-labelledby="people"><h2 id="people">People and scopes</h2>
<noscript><p class="notice">The table of people is drawn by the script of this page. Without it, use <code>rolecall report --format csv</code>.</p></noscript>
<div id="review" hidden>
<div class="bar">
<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Name, e-mail, role ( / )"></label>
<label>Scope <select id="scope"><option value="">All scopes</option></select></label>
<label>Role <select id="role"><option value="">All roles</option></select></label>
<button type="button" id="clear">Clear</button>
<button type="button" id="view">Show as list</button>
</div>
<p class="legend"><span id="count" role="status"></span>
<span class="keys"><span class="chip high">high risk</span> <span class="chip">normal</span> <span class="chip unlisted">unlisted</span> <span class="chip unlisted high">unlisted, high risk</span> <span class="chip drift">differs</span> <span class="chip missing">not held</span> <span class="chip off">inactive</span> <span class="chip soon">ends soon</span></span></p>
<div class="grid" id="grid" tabindex="0" role="region" aria-label="People and their roles by scope">
<table id="table"><colgroup id="columns"><col class="who"><col class="login"></colgroup><thead><tr id="groups"><td colspan="2"></td></tr><tr id="head"></tr></thead><tbody id="rows"></tbody></table>
</div>
<ul class="people" id="list" hidden></ul>
<div id="end" hidden></div>
<p class="none" id="none" hidden>Nobody fits.</p>
</div>
<dialog id="person" aria-labelledby="person-name">
<button type="button" class="close" id="close">Close</button>
<h2 id="person-name"></h2>
<p class="lead" id="person-facts"></p>
<p><code id="person-ids"></code></p>
<table><thead><tr><th scope="col">Role</th><th scope="col">Scope</th><th scope="col">Why</th><th scope="col">Line</th></tr></thead><tbody id="person-roles"></tbody></table>
</dialog>
</section>`;
}

function evidenceHtml({ evidence, scopes, now }: AccessReview, exported: readonly FileHash[]): string {
  const { commit, uncommitted, digest, version, narrowing, notListed, ranBy, credentials, files } = evidence;
  const partial = scopes.filter(({ complete }) => !complete).map(({ scope }) => codeHtml(scope));
  const confirmed = scopes.filter((scope) => scope.confirmed).length;
  const rows = [
    ['Taken', timeHtml(now)],
    ['Run by', ranBy === null ? 'not known' : escapeHtml(cut(ranBy))],
    ['Read as', credentials.map(readAsHtml).join('<br>') || 'nothing was read'],
    [
      'Commit',
      commit === null
        ? 'not in git'
        : `${codeHtml(commit)}${uncommitted ? ', with uncommitted changes' : ''}`,
    ],
    ['Digest of what differs', codeHtml(digest)],
    [
      'Read',
      partial.length === 0
        ? `${count(scopes.length, 'scope')}, all whole`
        : `not whole: ${partial.join(', ')}`,
    ],
    [
      "Confirmed by the API's own totals",
      `${confirmed} of ${count(scopes.length, 'scope')}${confirmed < scopes.length ? '; the API states no total for the others' : ''}`,
    ],
    ...(notListed.length === 0 ? [] : [['Cannot be listed', notListed.map(escapeHtml).join('<br>')]]),
    ...(narrowing.length === 0 ? [] : [['Narrowed to', narrowing.map((glob) => codeHtml(glob)).join(', ')]]),
    ['Files', hashesHtml(files)],
    ...(exported.length === 0 ? [] : [['Kept with this page', hashesHtml(exported)]]),
    ['By', `rolecall ${escapeHtml(version)}`],
  ];
  return `<footer class="narrow"><h2>Evidence</h2><table><tbody>
${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join('\n')}
</tbody></table>
<p class="signature">Reviewed by<span></span> Date<span></span> Signature<span></span></p></footer>`;
}

function readAsHtml({ provider, self, variables }: ReadAs): string {
  const whose = self === null ? 'a user that the settings do not name' : escapeHtml(cut(self));
  return `${escapeHtml(provider)}: ${whose}, by ${variables.map((name) => codeHtml(name)).join(', ') || 'no credential'}`;
}

function hashesHtml(files: readonly FileHash[]): string {
  const lines = files.map(({ file, sha256 }) => `<li>${codeHtml(sha256)} ${escapeHtml(file)}</li>`);
  return `<details${files.length <= 3 ? ' open' : ''}><summary>${count(files.length, 'file')}, SHA-256</summary><ul class="hashes">${lines.join('')}</ul></details>`;
}

/** Turns a review into the data of the page's script. Invisible characters in it are spelled out. */
function pageData(review: AccessReview): PageData {
  const names = new Map(
    review.scopes.map(({ scope, name }) => [scope, shown(cut(name ?? '')) ?? visible(scope)]),
  );
  const nameOf = (address: string): string => names.get(address) ?? visible(address);
  const grouped = [...groupBy(review.scopes, ({ root }) => root)].flatMap(([root, scopes]) => [
    ...scopes.filter(({ scope }) => scope === root),
    ...scopes.filter(({ scope }) => scope !== root),
  ]);
  const scopes = new Map(grouped.map(({ scope }, index) => [scope, index]));
  return {
    scopes: grouped.map(({ scope, root, complete }) => ({
      name: nameOf(scope),
      root: nameOf(root),
      isRoot: scope === root,
      address: visible(scope),
      complete,
    })),
    people: review.people.map((person) => pagePerson(person, scopes)),
  };
}

function pagePerson(person: ReviewedPerson, scopes: ReadonlyMap<string, number>): PagePerson {
  const { label, name, person: key, kind, lastLogin, twoFactor, stale, leaves } = person;
  return {
    label: visible(label),
    name: shown(name === null ? null : cut(name)),
    key: shown(key),
    group: kind === 'group' ? true : undefined,
    lastLogin: shown(lastLogin?.slice(0, 10)),
    twoFactor: twoFactor ?? undefined,
    stale: stale ? true : undefined,
    leaves: shown(leaves),
    principals: person.principals.map(visible),
    roles: person.roles.map((role) => pageRole(role, scopes)),
  };
}

function pageRole(role: ReviewedRole, scopes: ReadonlyMap<string, number>): PageRole {
  return {
    scope: scopes.get(role.scope) ?? -1,
    role: visible(role.role),
    standing: role.standing,
    high: role.risk === 'high' ? true : undefined,
    inactive: role.status === 'inactive' ? true : undefined,
    endsSoon: role.endsSoon ? true : undefined,
    until: shown(role.until),
    via: shown(role.via),
    source: shown(role.source === null ? null : locationWords(role.source)),
    reason: shown(role.reason),
  };
}

function shown(text: string | null | undefined): string | undefined {
  return text == null || text === '' ? undefined : visible(text);
}
