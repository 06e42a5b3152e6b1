import type { LiveRoot } from '../model/live.js';
import { cut } from '../model/label.js';
import { type Nearest, nearestOf } from '../model/nearest.js';
import { byCodeUnit, groupBy } from '../model/ordering.js';
import type { PrincipalRef } from '../model/principal.js';

/** Names that a reason lists; more would bury it. */
const LISTED = 12;

/** Suggests a role in place of an unknown one: `; did you mean "engineer"? known here: engineer, support`. */
export function roleHint(known: readonly string[]): (written: string) => string {
  const nearest = nearestOf(known);
  const listed = listOf(known);
  return (written) => {
    const parts = [question(nearest(written)), listed].filter((part) => part !== '');
    return parts.length === 0 ? '' : `; ${parts.join(' ')}`;
  };
}

/** Suggests a user in place of one whom the root does not list, by e-mail or id, never by a display name. */
export function personHint({ users }: LiveRoot): (ref: PrincipalRef) => string {
  let nearest: Record<PrincipalRef['by'], Nearest> | null = null;
  return ({ by, value }) => {
    nearest ??= {
      email: nearestEmail(users.flatMap(({ email }) => email ?? [])),
      id: nearestOf(users.map(({ id }) => id)),
    };
    const asked = question(nearest[by](value));
    return asked === '' ? '' : `; ${asked}`;
  };
}

/** The nearest e-mail by the part before the `@`, since colleagues share the rest; if that is equal, by the rest. */
function nearestEmail(emails: readonly string[]): Nearest {
  const names = groupBy(emails, domainOf);
  const domains = groupBy(emails, nameOf);
  return (email) => {
    const [name, domain] = [nameOf(email), domainOf(email)];
    const near = nearestOf((names.get(domain) ?? []).map(nameOf))(name);
    if (near !== null) return near + domain;
    const nearDomain = nearestOf((domains.get(name) ?? []).map(domainOf))(domain);
    return nearDomain === null ? null : name + nearDomain;
  };
}

function nameOf(email: string): string {
  return email.slice(0, Math.max(0, email.lastIndexOf('@')));
}

function domainOf(email: string): string {
  return email.slice(nameOf(email).length);
}

function question(name: string | null): string {
  return name === null ? '' : `did you mean ${JSON.stringify(name)}?`;
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return '';
  const sorted = [...new Set(names)].sort(byCodeUnit).map((name) => cut(name));
  const more = sorted.length > LISTED ? ` and ${sorted.length - LISTED} more` : '';
  return `known here: ${sorted.slice(0, LISTED).join(', ')}${more}`;
}
