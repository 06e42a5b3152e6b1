import { type DesiredScope, type Person, personIn } from '../../../model/desired.js';
import { cut } from '../../../model/label.js';
import type { LiveRoot, LiveState, LiveUser } from '../../../model/live.js';
import type { PrincipalRef } from '../../../model/principal.js';
import { identityPath, type ProviderCatalogue } from '../../../model/scope.js';
import { isSameName } from '../../../planning/blocking.js';
import { Identities } from '../../../planning/identities.js';

/** Who a person of people.yaml is in a system, and the users whom the roots list for that. */
export interface KnownIdentity {
  readonly person: Person;
  readonly provider: string;
  readonly ref: PrincipalRef;
  /** The keys that lead to it in people.yaml. */
  readonly path: readonly string[];
  /** The users that were read; none where no root that was read lists one. */
  readonly users: readonly LiveUser[];
  /** Whether every root in which it can be was read whole, so that a user who is not there is gone. */
  readonly isWhole: boolean;
}

/** What people.yaml says of each person in the systems that were read. Pure. */
export function knownIdentities(
  live: LiveState,
  people: readonly Person[],
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
): readonly KnownIdentity[] {
  const identities = new Identities(people, live);
  const unread = new Set(
    declared
      .filter(({ scope }) => live.get(scope.rootAddress)?.complete !== true)
      .map(({ scope }) => scope.provider),
  );
  const roots = [...live.values()].filter(({ complete }) => complete);
  const found = new Map<string, KnownIdentity>();
  // Root by root, since the index of one root at a time is kept.
  for (const root of roots) {
    const { provider, id } = root.root;
    for (const person of people) {
      const ref = personIn(person, { provider, rootId: id });
      const principal = person.principals.get(provider);
      if (ref === null || principal === undefined) continue;
      const byRoot = !('kind' in principal);
      const path = ['people', person.key, ...identityPath(catalogue, provider), ...(byRoot ? [id] : [])];
      const user = identities.in(root.root).identify(ref).user ?? outsider(root, ref);
      const before = found.get(JSON.stringify(path))?.users ?? [];
      const users = user === null ? before : [...before, user];
      const isWhole = byRoot || !unread.has(provider);
      found.set(JSON.stringify(path), { person, provider, ref, path, users, isWhole });
    }
  }
  return [...found.values()];
}

function outsider({ outsiders = [] }: LiveRoot, ref: PrincipalRef): LiveUser | null {
  return outsiders.find(({ id }) => ref.by === 'id' && id === ref.value) ?? null;
}

/** The people whom a system does not list any more, and those whom it calls by another name. Pure. */
export function differencesOf(known: readonly KnownIdentity[]): {
  readonly gone: readonly string[];
  readonly renamed: readonly string[];
  readonly notes: readonly string[];
} {
  const lost = known.filter(({ users, isWhole }) => users.length === 0 && isWhole);
  const renamed = known.flatMap(({ person, provider, users }) => {
    const names = users.flatMap(({ name }) => (name === null || name.trim() === '' ? [] : name.trim()));
    const [name] = names;
    const isOther =
      person.name !== null && name !== undefined && !names.some((each) => isSameName(each, person.name));
    return isOther ? [{ person, provider, name }] : [];
  });
  return {
    gone: keysOf(lost),
    renamed: keysOf(renamed),
    notes: [
      ...lost.map(
        ({ person, provider, ref }) =>
          `${at(person)}: ${provider} does not list ${person.key} (${ref.by === 'id' ? `user:${ref.value}` : ref.value}): gone, or not there yet`,
      ),
      ...renamed.map(
        ({ person, provider, name }) =>
          `${at(person)}: ${person.key} is called ${JSON.stringify(cut(name))} in ${provider}, and ${JSON.stringify(cut(person.name ?? ''))} here`,
      ),
    ].sort(),
  };
}

function keysOf(of: readonly { readonly person: Person }[]): readonly string[] {
  return [...new Set(of.map(({ person }) => person.key))].sort();
}

/** Where a person stands: `people.yaml:3`. */
export function at({ source }: Person): string {
  return `${source.file}:${source.line}`;
}
