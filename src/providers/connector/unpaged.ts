import { listed } from '../../model/label.js';
import type { ReadCause, ReadProblem } from '../../model/live.js';
import type { Scope } from '../../model/scope.js';
import type { Connector, Kind, ListSpec, Paging } from './connector.js';
import { replacesRoles } from './requests.js';

/** So many lists are named; the others are counted. */
const MOST_NAMED = 3;

/** Whether nothing says how the list of people is paged. Whoever is missing from it cannot be named by e-mail. */
export function arePeopleUnpaged({ people, paging }: Connector): boolean {
  return people?.list !== undefined && isUnpaged(people.list, paging);
}

/**
 * The lists of a kind that decide what is taken away, as far as nothing says how they are paged: who holds roles here or
 * in the scopes that they are inherited from, and whose role the system sets. A role that is missing from the list of
 * roles is never taken away.
 */
export function unpagedLists({ assignments, fixed }: Kind, { paging }: Connector): readonly ListSpec[] {
  return [...assignments.flatMap((spec) => [spec, spec.inheritedFrom]), fixed]
    .filter((list) => list !== undefined)
    .filter((list) => isUnpaged(list, paging));
}

function isUnpaged(list: ListSpec, common: Paging | undefined): boolean {
  return list.paging === undefined && common === undefined;
}

/** Why the scopes of a root are not whole, where an answer may be but the first page of a list. */
export function unpagedProblems(
  root: Scope,
  scopes: readonly Scope[],
  connector: Connector,
): readonly ReadProblem[] {
  const { people, kinds } = connector;
  const ofPeople = people?.list !== undefined && arePeopleUnpaged(connector) ? [people.list] : [];
  const lists = [...ofPeople, ...Object.values(kinds).flatMap((kind) => unpagedLists(kind, connector))];
  const gets = [...new Set(lists.map(({ get }) => get))];
  const asked = ofPeople.length === 0 ? scopes : [root, ...scopes];
  return [...new Map(asked.map((scope) => [scope.address, scope])).values()].flatMap(({ address, kind }) => {
    const described = kinds[kind];
    if (described === undefined) return [];
    if (ofPeople.length === 0 && unpagedLists(described, connector).length === 0) return [];
    const cause = causeOf(gets, connector, mayReplace(described));
    return [{ scope: address, message: cause.message, cause }];
  });
}

/** Whether a grant could replace a role that did not come with what was read. */
export function mayReplace(kind: Kind): boolean {
  return kind.exclusive === true || replacesRoles(kind);
}

function causeOf(gets: readonly string[], { title }: Connector, replaces: boolean): ReadCause {
  const named = gets.slice(0, MOST_NAMED).map((get) => `GET ${get}`);
  const more = gets.length - named.length;
  const words = listed(more === 0 ? named : [...named, `${more} more`]);
  return {
    key: `unpaged ${title} ${replaces}`,
    message: `the connector file does not say how ${words} is paged, and an answer may be but the first page`,
    remedy: `${replaces ? 'Nothing is granted there either, since a grant could replace a role that did not come. ' : ''}If the API answers everything at once, write "paging: { by: whole }" at the list, or at the top of the connector file; else say there how it pages.`,
  };
}
