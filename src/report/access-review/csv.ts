import type { AccessReview, ReviewedPerson, ReviewedRole } from '../../planning/access-review/review.js';
import { csvRecord } from '../escape.js';
import { locationWords } from '../words.js';

interface Row {
  readonly person: ReviewedPerson;
  readonly role: ReviewedRole | null;
  readonly scopeName: string | null;
}

type Value = string | boolean | null | undefined;

const COLUMNS: Readonly<Record<string, (row: Row) => Value>> = {
  who: ({ person }) => person.label,
  name: ({ person }) => person.name,
  kind: ({ person }) => person.kind,
  person: ({ person }) => person.person,
  scope: ({ role }) => role?.scope,
  'scope name': ({ scopeName }) => scopeName,
  role: ({ role }) => role?.role,
  status: ({ role }) => role?.status,
  risk: ({ role }) => role?.risk,
  standing: ({ role }) => role?.standing,
  via: ({ role }) => role?.via,
  from: ({ role }) => role?.from,
  until: ({ role }) => role?.until,
  'ends soon': ({ role }) => role?.endsSoon,
  reason: ({ role }) => role?.reason,
  source: ({ role }) => (role?.source == null ? null : locationWords(role.source)),
  'last login': ({ person }) => person.lastLogin,
  stale: ({ person }) => person.stale,
  'second factor': ({ person }) => person.twoFactor,
  leaves: ({ person }) => person.leaves,
  principals: ({ person }) => person.principals.join(' '),
};

/** Renders the review as a table (RFC 4180) with a line for each role, and one for each person without a role. */
export function reviewCsv(review: AccessReview): string {
  const names = new Map(review.scopes.map(({ scope, name }) => [scope, name]));
  const rows = review.people.flatMap((person): readonly Row[] => {
    if (person.roles.length === 0) return [{ person, role: null, scopeName: null }];
    return person.roles.map((role) => ({ person, role, scopeName: names.get(role.scope) ?? null }));
  });
  const records = rows.map((row) => csvRecord(Object.values(COLUMNS).map((of) => valueText(of(row)))));
  return csvRecord(Object.keys(COLUMNS)) + records.join('');
}

function valueText(value: Value): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '');
}
