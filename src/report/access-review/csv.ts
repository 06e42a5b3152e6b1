import { csvRecord } from '../escape.js';
import { locationWords } from '../words.js';
import type { AccessReview, ReviewedPerson, ReviewedRole } from '../../planning/access-review/review.js';

const HEAD = [
  'who',
  'name',
  'kind',
  'person',
  'scope',
  'scope name',
  'role',
  'status',
  'risk',
  'standing',
  'via',
  'from',
  'until',
  'ends soon',
  'reason',
  'source',
  'last login',
  'stale',
  'second factor',
  'leaves',
  'principals',
];

/** The review as a table (RFC 4180), one role a line; somebody without a role has a line too. */
export function reviewCsv(review: AccessReview): string {
  const names = new Map(review.scopes.map(({ scope, name }) => [scope, name]));
  const records = review.people.flatMap((person) =>
    person.roles.length === 0
      ? [csvRecord(fields(person, null, null))]
      : person.roles.map((role) => csvRecord(fields(person, role, names.get(role.scope) ?? null))),
  );
  return csvRecord(HEAD) + records.join('');
}

function fields(person: ReviewedPerson, role: ReviewedRole | null, scope: string | null): readonly string[] {
  return [
    person.label,
    person.name ?? '',
    person.kind,
    person.person ?? '',
    role?.scope ?? '',
    scope ?? '',
    role?.role ?? '',
    role?.status ?? '',
    role?.risk ?? '',
    role?.standing ?? '',
    role?.via ?? '',
    role?.from ?? '',
    role?.until ?? '',
    yesNo(role === null ? null : role.endsSoon),
    role?.reason ?? '',
    role?.source == null ? '' : locationWords(role.source),
    person.lastLogin ?? '',
    yesNo(person.stale),
    yesNo(person.twoFactor),
    person.leaves ?? '',
    person.principals.join(' '),
  ];
}

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no';
}
