import { count, listed } from '../../../model/label.js';
import type { Scope } from '../../../model/scope.js';
import { credentialName } from '../../../model/settings.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { answerWords, isOf, latest, listIn, roleLists, type SeenList, userIdsOf } from './lists.js';

/** So many lists are asked for a second page at most. */
const mostAsked = 5;

/** Whether lists are whole: the documentation mentions no pages of them (A4, C15). */
export const cutLists: Probe = {
  id: 'cut-lists',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const lists = latest(roleLists(subject.seen, subject.settings.url));
    const scopes = subject.roots.flatMap(({ root, scopes: named }) => [root, ...named]);
    const read = [...new Map(scopes.map((scope) => [scope.address, scope])).values()].flatMap((scope) => {
      const pages = lists.filter((list) => isOf(scope, list));
      const [first] = pages;
      const isPaged = pages.some(({ page }) => page.next !== null);
      return first === undefined ? [] : [{ scope, first, isPaged }];
    });
    const round = read.filter(({ first }) => isRound(first));
    const looked = await Promise.all(
      round.map(async ({ scope, first }, index) =>
        index < mostAsked ? lookBehind(scope, first, subject) : { scope, first, next: 'not asked for' },
      ),
    );
    const cut = looked.flatMap((each) => ('hidden' in each ? [each] : []));
    const unclear = looked.flatMap((each) => ('next' in each ? [each] : []));
    const paged = read.filter(({ isPaged }) => isPaged).length;
    const findings = [...cut.map(cutFound), ...unclearFound(unclear), ...strangers(subject, round)];
    return read.length === 0 || findings.length > 0 ? findings : [wholeFound(read.length, paged)];
  },
};

interface RoundList {
  readonly scope: Scope;
  readonly first: SeenList;
}

/** A page of a fixed size would be full: 10, 25, 50 or 100 rows. */
function isRound({ page: { rows, next, total, number } }: SeenList): boolean {
  const isSilent = next === null && total === null && number === null;
  return isSilent && rows.length > 0 && (rows.length % 10 === 0 || rows.length % 25 === 0);
}

/** Asks for a second page by the name that the Platform API has for it elsewhere (R22). */
async function lookBehind(
  scope: Scope,
  first: SeenList,
  { ask, settings }: ProbeSubject,
): Promise<RoundList & ({ hidden: number } | { next: string } | { whole: true })> {
  const path = `${first.path}${first.path.includes('?') ? '&' : '?'}_page=2`;
  const answer = await ask({ path, credential: credentialName(settings, scope) });
  const page = answer.failure === undefined ? listIn(answer, path, 'memberships', settings.url) : null;
  if (page === null) return { scope, first, next: answerWords(answer) };
  if (page.rows.length === 0) return { scope, first, whole: true };
  const known = new Set(userIdsOf(first.page.rows));
  const hidden = userIdsOf(page.rows).filter((id) => !known.has(id)).length;
  return hidden === 0 ? { scope, first, next: 'the same rows' } : { scope, first, hidden };
}

function cutFound({ scope, first, hidden }: RoundList & { readonly hidden: number }): Finding {
  return {
    subject: scope.address,
    state: 'failed',
    evidence: `the list is cut: it has ${count(first.page.rows.length, 'row')} and says nothing of pages, and ?_page=2 has ${count(hidden, 'other user')}`,
    remedy:
      'Do not apply: rolecall would take people whom it cannot see for gone. Report it with a recording: rolecall doctor --record redox.har',
    blocks: 'plan',
  };
}

function unclearFound(lists: readonly (RoundList & { readonly next: string })[]): readonly Finding[] {
  if (lists.length === 0) return [];
  const shown = lists
    .slice(0, 3)
    .map(({ scope, first, next }) => `${scope.address} (${first.page.rows.length} rows; ?_page=2: ${next})`);
  const more = lists.length - shown.length;
  return [
    {
      state: 'needs-data',
      evidence: `a list may be cut where its rows are a round number and it says nothing of pages: ${listed(more === 0 ? shown : [...shown, `${more} more`])}`,
      remedy:
        'Compare the number of people with the Redox dashboard. If it shows more, do not apply, and report it with a recording: rolecall doctor --record redox.har',
    },
  ];
}

/** Who holds a role in an environment is in its organization: where that does not list them, its list may be cut. */
function strangers({ live }: ProbeSubject, told: readonly RoundList[]): readonly Finding[] {
  const known = new Set(told.map(({ scope }) => scope.address));
  return [...live.values()].flatMap(({ root, complete, users, outsiders = [] }): readonly Finding[] =>
    !complete || outsiders.length === 0 || known.has(root.address)
      ? []
      : [
          {
            subject: root.address,
            state: 'needs-data',
            evidence: `${count(outsiders.length, 'user holds', 'users hold')} a role in an environment and ${outsiders.length === 1 ? 'is' : 'are'} not among the ${users.length} that the organization lists`,
            remedy:
              'Look them up in the Redox dashboard: if they are members, the list is cut; do not apply then.',
          },
        ],
  );
}

function wholeFound(lists: number, paged: number): Finding {
  const inPages = paged === 0 ? '' : `; the links of ${paged} in pages were followed`;
  return {
    state: 'ok',
    evidence: `${count(lists, 'list shows', 'lists show')} no sign of being cut${inPages}`,
  };
}
