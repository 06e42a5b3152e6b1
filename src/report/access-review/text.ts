import { cut } from '../../model/label.js';
import { type Colours, colours, column, type RenderOptions } from '../terminal.js';
import { visible } from '../escape.js';
import { count, locationWords, stateWords } from '../words.js';
import {
  type AccessReview,
  isUnlistedRisk,
  NO_REPORT,
  nothingReviewed,
  type ReviewedPerson,
  type ReviewedRole,
} from '../../planning/access-review/review.js';

/** Lines of one section that are shown; json, csv and html hold them all. */
const MOST_LINES = 40;

/** What to look at, section by section, and one last line. */
export function reviewText(review: AccessReview, options: RenderOptions): string {
  const paint = colours(options.color);
  const roles = review.people.flatMap((person) => person.roles.map((role) => ({ person, role })));
  const lines = (title: string, rows: readonly Row[], style: keyof Colours): readonly string[] =>
    section(title, rows, paint[style], paint, options);
  const blocks = [
    ...lines(
      'High-risk roles that no file asks for',
      roles.filter(({ role }) => isUnlistedRisk(role)).map(rowOf),
      'error',
    ),
    ...lines(
      'High-risk roles',
      roles.filter(({ role }) => role.risk === 'high' && role.standing !== 'missing').map(rowOf),
      'risk',
    ),
    ...lines(
      'Ending within 14 days',
      roles
        .filter(({ role }) => role.endsSoon)
        .map(({ person, role }) => [person.label, stateWords(role), `until ${role.until} in ${role.scope}`]),
      'warning',
    ),
    ...lines('Live, and asked for by no file', standing(roles, ['unlisted']), 'warning'),
    ...lines('Differs from the files', standing(roles, ['drift', 'missing']), 'change'),
    ...lines(
      `No login for ${review.evidence.inactiveDays} days`,
      people(
        review,
        ({ stale }) => stale,
        ({ lastLogin }) => `last login ${lastLogin?.slice(0, 10) ?? ''}`,
      ),
      'warning',
    ),
    ...lines(
      'Second factor not verified',
      people(
        review,
        ({ twoFactor }) => twoFactor === false,
        ({ roles: held }) => count(held.length, 'role'),
      ),
      'warning',
    ),
    ...lines(
      'Findings',
      review.findings.map(({ code, message, source }) => [
        code,
        message,
        source === null ? '' : locationWords(source),
      ]),
      'warning',
    ),
    ...notListed(review),
    lastLine(review),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Row = readonly [who: string, what: string, where: string];

function rowOf({ person, role }: { readonly person: ReviewedPerson; readonly role: ReviewedRole }): Row {
  return [person.label, stateWords(role), role.scope];
}

function standing(
  roles: readonly { readonly person: ReviewedPerson; readonly role: ReviewedRole }[],
  standings: readonly ReviewedRole['standing'][],
): readonly Row[] {
  return roles
    .filter(({ role }) => standings.includes(role.standing))
    .map(({ person, role }) => {
      const words = role.standing === 'missing' ? `${stateWords(role)} (not held)` : stateWords(role);
      return [person.label, words, role.scope];
    });
}

function people(
  review: AccessReview,
  isMeant: (person: ReviewedPerson) => boolean,
  words: (person: ReviewedPerson) => string,
): readonly Row[] {
  return review.people.filter(isMeant).map((person) => [person.label, words(person), cut(person.name ?? '')]);
}

function section(
  title: string,
  rows: readonly Row[],
  style: (text: string) => string,
  paint: Colours,
  { width }: RenderOptions,
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_LINES);
  const who = column(
    shown.map(([text]) => visible(text)),
    width,
  );
  const what = column(
    shown.map(([, text]) => visible(text)),
    width,
  );
  const lines = shown.map(([name, text, where]) =>
    `  ${who.padded(visible(name))}  ${style(what.padded(visible(text)))}  ${paint.quiet(visible(where))}`.trimEnd(),
  );
  const rest = rows.length - shown.length;
  const more = rest === 0 ? [] : [paint.quiet(`  and ${rest} more: use --format html, csv or json`)];
  return [[paint.heading(`${title} (${rows.length})`), ...lines, ...more].join('\n')];
}

function notListed({ evidence }: AccessReview): readonly string[] {
  if (evidence.notListed.length === 0) return [];
  return [['Cannot be listed', ...evidence.notListed.map((text) => `  ${visible(text)}`)].join('\n')];
}

function lastLine(review: AccessReview): string {
  if (nothingReviewed(review)) return NO_REPORT;
  const { summary, now } = review;
  const parts = [
    count(summary.people, 'person', 'people'),
    count(summary.scopes, 'scope'),
    count(summary.roles, 'role'),
    `${summary.highRisk} high-risk`,
    `${summary.unlisted} unlisted`,
    `${summary.drift} differing`,
    `${summary.endingSoon} ending soon`,
    `${summary.stale} stale`,
    `${summary.withoutTwoFactor} without second factor`,
  ];
  return `As of ${now}: ${parts.join(', ')}.`;
}
