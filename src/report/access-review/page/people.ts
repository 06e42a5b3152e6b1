import type { PageData, PagePerson, PageRole } from './data.js';

/** A person as the page filters and sorts them. */
export interface Person extends PagePerson {
  /** Dangerous roles come first, and roles that are asked for but not held come last. */
  readonly roles: readonly PageRole[];
  readonly rolesIn: ReadonlyMap<number, readonly PageRole[]>;
  /** The text that a search looks through, in lower case. */
  readonly searched: string;
}

const STANDING_WORDS: Readonly<Record<PageRole['standing'], string>> = {
  listed: '',
  unlisted: 'unlisted',
  drift: 'differs from the files',
  missing: 'asked for, not held',
  system: 'given by the system',
};

export function standingWords({ standing }: PageRole): string {
  return STANDING_WORDS[standing];
}

export function peopleOf({ people }: PageData): readonly Person[] {
  return people.map((person) => {
    const roles = [...person.roles].sort((a, b) => rank(a) - rank(b));
    const { label, name = '', key = '', principals } = person;
    const searched = [label, name, key, ...principals, ...roles.map(({ role }) => role)];
    return { ...person, roles, rolesIn: byScope(roles), searched: searched.join('\n').toLowerCase() };
  });
}

/** Whether it is a high-risk role that no file asks for, which is the worst case. */
export function isUnlistedRisk({ high, standing }: PageRole): boolean {
  return high === true && standing === 'unlisted';
}

function rank({ high, standing }: PageRole): number {
  if (standing === 'missing') return 4;
  if (high) return standing === 'unlisted' ? 0 : 1;
  return standing === 'system' ? 3 : 2;
}

function byScope(roles: readonly PageRole[]): ReadonlyMap<number, readonly PageRole[]> {
  const groups = new Map<number, PageRole[]>();
  for (const role of roles) {
    const group = groups.get(role.scope);
    if (group === undefined) groups.set(role.scope, [role]);
    else group.push(role);
  }
  return groups;
}

/** The cards above the table narrow it to roles or to people. */
const ROLE_FILTERS: Readonly<Record<string, (role: PageRole) => boolean>> = {
  high: ({ high, standing }) => high === true && standing !== 'missing',
  unlisted: ({ standing }) => standing === 'unlisted',
  drift: ({ standing }) => standing === 'drift' || standing === 'missing',
  soon: ({ endsSoon }) => endsSoon === true,
};
const PERSON_FILTERS: Readonly<Record<string, (person: Person) => boolean>> = {
  stale: ({ stale }) => stale === true,
  factor: ({ twoFactor }) => twoFactor === false,
};

/** What the reader asks of the table. */
export interface Query {
  readonly search: string;
  /** Index of a scope; null: all of them. */
  readonly scope: number | null;
  /** A role; null: any. */
  readonly role: string | null;
  /** Names of cards that are pressed. */
  readonly filters: ReadonlySet<string>;
  /** The column to sort by: a scope by its index, or one of the first two. */
  readonly sort: 'who' | 'login' | number;
  readonly descending: boolean;
}

export const EVERYONE: Query = {
  search: '',
  scope: null,
  role: null,
  filters: new Set(),
  sort: 'who',
  descending: false,
};

/** Whether a query is about roles. Those that do not fit it are dimmed. */
export function asksForRoles({ scope, role, filters }: Query): boolean {
  return scope !== null || role !== null || [...filters].some((name) => name in ROLE_FILTERS);
}

export function roleFits(role: PageRole, { scope, role: wanted, filters }: Query): boolean {
  if (scope !== null && role.scope !== scope) return false;
  if (wanted !== null && role.role !== wanted) return false;
  return [...filters].every((name) => ROLE_FILTERS[name]?.(role) ?? true);
}

function personFits(person: Person, query: Query): boolean {
  const words = query.search.trim().toLowerCase().split(/\s+/u);
  if (!words.every((word) => person.searched.includes(word))) return false;
  if (![...query.filters].every((name) => PERSON_FILTERS[name]?.(person) ?? true)) return false;
  return !asksForRoles(query) || person.roles.some((role) => roleFits(role, query));
}

/** The people a query asks for, in its order. */
export function selected(people: readonly Person[], query: Query): readonly Person[] {
  const sorted = people
    .filter((person) => personFits(person, query))
    .map((person) => ({ person, key: sortKey(person, query.sort) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.person.label, b.person.label));
  if (query.descending) sorted.reverse();
  return sorted.map(({ person }) => person);
}

function sortKey(person: Person, sort: Query['sort']): string {
  if (sort === 'who') return person.label.toLowerCase();
  if (sort === 'login') return person.lastLogin ?? '0';
  const [first] = person.rolesIn.get(sort) ?? [];
  return first === undefined ? '\uFFFF' : `${first.high ? 0 : 1}${first.role}`;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
