import { cut } from '../../model/label.js';
import { groupBy } from '../../model/ordering.js';
import type { AccessReview, ReviewedPerson, ReviewedRole } from '../../planning/access-review/review.js';
import { visible } from '../escape.js';
import { locationWords } from '../words.js';
import type { PageData, PagePerson, PageRole } from './page/data.js';

/** Turns a review into the data of the page's script. Invisible characters in it are spelled out. */
export function pageData(review: AccessReview): PageData {
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
