import type {
  EntryCommit,
  ExplainedComparison,
  ExplainedRole,
  Explanation,
  History,
} from '../model/explanation.js';
import { count, cut } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import { visible } from './escape.js';
import { type Colours, colours, column, columns, type RenderOptions } from './terminal.js';
import { locationWords, stateWords } from './words.js';

/** Renders an explanation as text: each role by scope, why it is held and since which commit; then one last line. */
export function explainText(explanation: Explanation, options: RenderOptions): string {
  const paint = colours(options.color);
  const blocks = [...groupBy(explanation.roles, ({ scope }) => scope)].map(([scope, roles]) =>
    scopeBlock(scope, roles, explanation, paint, options),
  );
  const head = explanation.who === null ? [] : [paint.heading(visible(explanation.who))];
  const text = [...head, ...blocks, ...unlistedBlock(explanation, paint), lastLine(explanation)];
  return `${text.join('\n\n')}\n`;
}

/** Renders a comparison as text: what only one of two people has, with the reasons, then what only the other has. */
export function comparisonText(comparison: ExplainedComparison, options: RenderOptions): string {
  const { first, second, common } = comparison;
  const paint = colours(options.color);
  const blocks = [first, second].flatMap((side) => {
    const scopes = [...groupBy(side.roles, ({ scope }) => scope)];
    if (scopes.length === 0) return [];
    const head = paint.heading(`Only ${visible(side.who ?? '')}`);
    return [head, ...scopes.map(([scope, roles]) => scopeBlock(scope, roles, side, paint, options))];
  });
  const [one, other] = [first, second].map(
    (side) => `only ${visible(side.principal ?? '')}: ${count(rolesIn(side), 'role')}`,
  );
  return `${[...blocks, `Both: ${count(common, 'role')}; ${one}; ${other}.`].join('\n\n')}\n`;
}

/** How many roles these are: one that several entries give is one. */
function rolesIn({ roles }: Explanation): number {
  return new Set(
    roles.map(({ scope, role, status, inForce }) => JSON.stringify([scope, role, status, inForce])),
  ).size;
}

function scopeBlock(
  scope: string,
  roles: readonly ExplainedRole[],
  { principal, history }: Explanation,
  paint: Colours,
  { width }: RenderOptions,
): string {
  const name = roles[0]?.scopeName ?? null;
  const title = name === null ? visible(scope) : `${visible(cut(name))}  ${visible(scope)}`;
  const shown = roles.map((role) =>
    principal === null ? `${cut(role.who)}: ${stateWords(role)}` : stateWords(role),
  );
  const names = column(shown.map(visible), width);
  const lines = roles.flatMap((role, index) => {
    const what = names.padded(visible(shown[index] ?? ''));
    const painted = counts(role) ? paint.grant(what) : paint.unlisted(what);
    const rest = ' '.repeat(columns(what) + 4);
    const [first = '', ...more] = reasons(role, history, paint);
    return [`  ${painted}  ${first}`, ...more.map((text) => `${rest}${text}`)];
  });
  return [paint.heading(title), ...lines].join('\n');
}

function counts({ inForce, outrankedBy }: ExplainedRole): boolean {
  return inForce && outrankedBy === null;
}

function reasons(role: ExplainedRole, history: History, paint: Colours): readonly string[] {
  const way = role.via === null ? 'by name' : `through ${visible(role.teams.join(' > ') || role.via)}`;
  const reason = role.reason === null ? '' : `, ${visible(JSON.stringify(cut(role.reason)))}`;
  const first = `${standingWords(role)} ${way}, ${visible(locationWords(role.source))}${reason}`;
  const live = role.live === null ? [] : [liveWords(role, paint)];
  const since = commitWords(role.commit, history);
  return [first, ...(since === null ? [] : [paint.quiet(since)]), ...live];
}

function commitWords(commit: EntryCommit | null, history: History): string | null {
  if (commit !== null) {
    const { date, author, sha, subject } = commit;
    return `since ${date.slice(0, 10)} by ${visible(author)} in ${sha.slice(0, 10)}: ${visible(subject)}`;
  }
  switch (history) {
    case 'whole':
      return 'not committed yet';
    case 'shallow':
      return 'not committed yet, or before what this shallow clone holds';
    case 'none':
      return null;
  }
}

function standingWords(role: ExplainedRole): string {
  const { from, until, leaves, outrankedBy } = role;
  const end = until === null ? '' : ` until ${until}`;
  switch (role.standing) {
    case 'not-yet':
      return `not yet: from ${from}${end},`;
    case 'ended':
      return `no longer: ended ${until},`;
    case 'left':
      return `no longer: left ${leaves},`;
    case 'in-force': {
      const start = from === null ? '' : ` since ${from}`;
      if (outrankedBy !== null)
        return `outranked by ${visible(locationWords(outrankedBy))}:${start}${end}${start + end === '' ? '' : ','}`;
      const term = `${start}${end}`;
      return term === '' ? 'held' : `held${term},`;
    }
  }
}

function liveWords(role: ExplainedRole, paint: Colours): string {
  const wanted = counts(role);
  switch (role.live) {
    case 'unknown':
      return paint.warning('live: could not be read');
    case 'absent':
      return wanted && role.status === 'active' ? paint.warning('live: not held') : 'live: not held';
    case 'active':
    case 'inactive': {
      const words = role.live === 'active' ? 'live: held' : 'live: held, inactive';
      return wanted && role.live === role.status ? words : paint.warning(words);
    }
    case null:
      return '';
  }
}

function unlistedBlock({ unlisted }: Explanation, paint: Colours): readonly string[] {
  if (unlisted === null || unlisted.length === 0) return [];
  const lines = unlisted.map(
    (row) => `  ? ${visible(row.label)}  ${visible(stateWords(row))}  ${visible(row.scope)}`,
  );
  return [[paint.heading('Live, and asked for by no file'), ...lines].join('\n')];
}

function lastLine({ roles, principal, unlisted }: Explanation): string {
  const held = roles.filter(counts).length;
  const rest = roles.length - held;
  const more = rest === 0 ? '' : `, ${count(rest, 'entry', 'entries')} without effect now`;
  const live = unlisted === null || unlisted.length === 0 ? '' : `, ${unlisted.length} unlisted`;
  if (roles.length === 0) {
    const whom =
      principal === null ? 'Nobody is given such a role' : `${visible(principal)} is given no role`;
    return `${whom} by the files${live}.`;
  }
  return `${count(held, 'role')} held${more}${live}.`;
}

/** What to know of an explanation beside it. */
export function explainNotes({ history }: Explanation): readonly string[] {
  if (history !== 'none') return [];
  return ['The files are in no git repository that can be read, so who brought an entry is not known.'];
}
