import { count, cut } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import type { AccessReview, ReviewedPerson, ReviewedRole } from '../../planning/access-review/review.js';
import { isUnlistedRisk, NO_REPORT, nothingReviewed } from '../../planning/access-review/review.js';
import { visible } from '../escape.js';
import { type Colours, colours, column, type RenderOptions } from '../terminal.js';
import { locationWords, stateWords } from '../words.js';

/** The most lines of a section that are shown; json, csv and html hold them all. */
const MOST_LINES = 40;

/** Who, what and where; foreign text, not escaped. */
type Row = readonly [who: string, what: string, where: string];

/** Renders what a reviewer should look at, section by section, and one last line. */
export function reviewText(review: AccessReview, options: RenderOptions): string {
  const paint = colours(options.color);
  const held = review.people.flatMap((person) => person.roles.map((role) => ({ person, role })));
  const roles = (isMeant: (role: ReviewedRole) => boolean) =>
    held
      .filter(({ role }) => isMeant(role))
      .map(({ person, role }): Row => [person.label, stateWords(role), role.scope]);
  const people = (isMeant: (person: ReviewedPerson) => boolean, what: (person: ReviewedPerson) => string) =>
    review.people.filter(isMeant).map((person): Row => [person.label, what(person), cut(person.name ?? '')]);
  const sections: readonly (readonly [title: string, rows: readonly Row[], style: keyof Colours])[] = [
    ['High-risk roles that no file asks for', roles(isUnlistedRisk), 'error'],
    ['High-risk roles', roles(({ risk, standing }) => risk === 'high' && standing !== 'missing'), 'risk'],
    [
      'Ending within 14 days',
      held
        .filter(({ role }) => role.endsSoon)
        .map(({ person, role }) => [person.label, stateWords(role), `until ${role.until} in ${role.scope}`]),
      'warning',
    ],
    ['Live, and asked for by no file', roles(({ standing }) => standing === 'unlisted'), 'warning'],
    ['Differs from the files', review.people.flatMap(differing), 'change'],
    [
      `No login for ${review.evidence.inactiveDays} days`,
      people(
        ({ stale }) => stale,
        ({ lastLogin }) => `last login ${lastLogin?.slice(0, 10) ?? ''}`,
      ),
      'warning',
    ],
    [
      'Second factor not verified',
      people(
        ({ twoFactor }) => twoFactor === false,
        (person) => count(person.roles.length, 'role'),
      ),
      'warning',
    ],
    [
      'Findings',
      review.findings.map(({ code, message, source }) => [
        code,
        message,
        source === null ? '' : locationWords(source),
      ]),
      'warning',
    ],
  ];
  const blocks = [
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .map(([title, rows, style]) => sectionText(title, rows, paint[style], paint, options)),
    ...notListed(review),
    lastLine(review),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What differs from the files for a person; a role that is held in place of another makes one row with it. */
function differing({ label, roles }: ReviewedPerson): readonly Row[] {
  const differ = roles.filter(({ standing }) => standing === 'drift' || standing === 'missing');
  return [...groupBy(differ, ({ scope }) => scope)].flatMap(([scope, own]): readonly Row[] => {
    const held = own.filter(({ standing }) => standing === 'drift').map(stateWords);
    const wanted = own.filter(({ standing }) => standing === 'missing').map(stateWords);
    const words =
      held.length === 1 && wanted.length === 1
        ? [`${held.join()} -> ${wanted.join()}`]
        : [...held, ...wanted.map((role) => `${role} (not held)`)];
    return words.map((what) => [label, what, scope]);
  });
}

function sectionText(
  title: string,
  rows: readonly Row[],
  style: (text: string) => string,
  paint: Colours,
  { width }: RenderOptions,
): string {
  const shown = rows
    .slice(0, MOST_LINES)
    .map(([who, what, where]) => ({ who: visible(who), what: visible(what), where: visible(where) }));
  const names = column(
    shown.map(({ who }) => who),
    width,
  );
  const words = column(
    shown.map(({ what }) => what),
    width,
  );
  const lines = shown.map(({ who, what, where }) =>
    `  ${names.padded(who)}  ${style(words.padded(what))}  ${paint.quiet(where)}`.trimEnd(),
  );
  const rest = rows.length - shown.length;
  const more = rest === 0 ? [] : [paint.quiet(`  and ${rest} more: use --format html, csv or json`)];
  return [paint.heading(`${title} (${rows.length})`), ...lines, ...more].join('\n');
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
