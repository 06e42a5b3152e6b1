import { type Amount, amountOf, riskyIn, without } from './amount.js';
import { fairShares } from './fair-share.js';
import type { ScopeView } from './sections.js';

/** What a shortened page shows of all scopes together; role lists in characters of the page. */
const MOST = { scopes: 5000, rows: 10_000, roleLists: 2_000_000 };
/** What the page has around a line of a role list. */
const AROUND_LINE = 30;

/** What a page shows of a scope, and how much of it is left out. */
export interface ShownScope extends ScopeView {
  readonly hidden: Amount;
}

/** Rows of a scope by how much they matter; those before are shown in all scopes before any of these. */
const ROWS: readonly ((view: ScopeView) => number)[] = [
  ({ changes }) => riskyIn(changes),
  ({ blocked }) => riskyIn(blocked),
  ({ changes }) => changes.length - riskyIn(changes),
  ({ blocked }) => blocked.length - riskyIn(blocked),
  ({ unlisted }) => unlisted.length,
];

/** The scopes that a shortened page names, each with its first rows; those with changes of high risk before others. */
export function shortenedScopes(views: readonly ScopeView[]): ReadonlyMap<ScopeView, ShownScope> {
  const kept = riskiestFirst(views).slice(0, MOST.scopes);
  const [risky = [], riskyBlocked = [], others = [], othersBlocked = [], unlisted = []] = rowShares(kept);
  let room = MOST.roleLists;
  return new Map(
    kept.map((view, index) => {
      const share = (shares: readonly number[]): number => shares[index] ?? 0;
      const { diff, ...scope } = view.scope;
      const size = diff === undefined ? 0 : diff.length + AROUND_LINE * diff.split('\n').length;
      const fits = size <= room;
      if (fits) room -= size;
      // Changes come with those of high risk first, so that a share of the others begins where these end.
      const shown: ScopeView = {
        scope: fits ? view.scope : scope,
        changes: view.changes.slice(0, share(risky) + share(others)),
        blocked: view.blocked.slice(0, share(riskyBlocked) + share(othersBlocked)),
        unlisted: view.unlisted.slice(0, share(unlisted)),
      };
      return [view, { ...shown, hidden: without(amountOf(view), amountOf(shown)) }];
    }),
  );
}

/** For each kind of rows, how many of them each scope shows. */
function rowShares(views: readonly ScopeView[]): readonly (readonly number[])[] {
  let room = MOST.rows;
  return ROWS.map((rowsOf) => {
    const shares = fairShares(views.map(rowsOf), room);
    room -= shares.reduce((all, share) => all + share, 0);
    return shares;
  });
}

function riskiestFirst(views: readonly ScopeView[]): readonly ScopeView[] {
  const rank = (view: ScopeView): number => {
    const { risky, changes } = amountOf(view);
    return risky > 0 ? 0 : changes > 0 ? 1 : 2;
  };
  const ranked = views.map((view) => ({ view, rank: rank(view) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ view }) => view);
}
