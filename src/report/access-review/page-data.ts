import { cut } from '../../model/label.js';
import type { AccessReview, ReviewedPerson, ReviewedRole } from './review.js';
import { visible } from '../escape.js';
import { locationWords } from '../words.js';

/** The order in which the page's script knows standings. */
const STANDINGS: readonly ReviewedRole['standing'][] = ['listed', 'unlisted', 'drift', 'missing', 'system'];

/**
 * The review as the page's script takes it: people as arrays, scopes and roles by index, so that thousands of people
 * stay small. Foreign text in it is put into the page as text only, with what cannot be seen spelled out.
 */
export function pageData(review: AccessReview): unknown {
  const scopes = new Map(review.scopes.map(({ scope }, index) => [scope, index]));
  const roles = new Map<string, number>();
  const roleAt = (role: string): number => {
    const known = roles.get(role) ?? roles.size;
    roles.set(role, known);
    return known;
  };
  const people = review.people.map((person) => personData(person, scopes, roleAt));
  return shown({
    now: review.now,
    scopes: review.scopes.map(({ scope, name, complete }) => [cut(name ?? ''), scope, complete ? 1 : 0]),
    roles: [...roles.keys()],
    people,
  });
}

/** A value with all of its texts made visible. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)]));
}

function personData(
  person: ReviewedPerson,
  scopes: ReadonlyMap<string, number>,
  roleAt: (role: string) => number,
): unknown {
  const { label, name, person: key, kind, lastLogin, twoFactor, stale, leaves } = person;
  return [
    label,
    cut(name ?? ''),
    key ?? '',
    kind === 'group' ? 1 : 0,
    lastLogin?.slice(0, 10) ?? '',
    twoFactor === null ? -1 : twoFactor ? 1 : 0,
    stale ? 1 : 0,
    leaves ?? '',
    person.principals,
    person.roles.map((role) => roleData(role, scopes, roleAt)),
  ];
}

function roleData(
  role: ReviewedRole,
  scopes: ReadonlyMap<string, number>,
  roleAt: (role: string) => number,
): unknown {
  return [
    scopes.get(role.scope) ?? -1,
    roleAt(role.role),
    role.risk === 'high' ? 1 : 0,
    STANDINGS.indexOf(role.standing),
    role.status === 'inactive' ? 1 : 0,
    role.endsSoon ? 1 : 0,
    role.until ?? '',
    role.via ?? '',
    role.source === null ? '' : locationWords(role.source),
    role.reason ?? '',
  ];
}
