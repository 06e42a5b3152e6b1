import type { Person } from './desired.js';
import type { PrincipalKind, PrincipalRef } from './principal.js';
import type { Scope } from './scope.js';

/** A person, and where the directory has it: of two people who are one principal the first counts. */
interface Entry {
  readonly person: Person;
  readonly position: number;
}

/** The people of a provider, or of one of its roots, by how people.yaml names them: an id of their kind, or an e-mail. */
type Names = Readonly<Record<PrincipalKind | 'email', Map<string, Entry>>>;

/** The people of people.yaml by who they are in each provider. */
export class PeopleIndex {
  readonly #byKey = new Map<string, Person>();
  /** By provider, and by root id where the directory tells roots apart; null: for all roots. */
  readonly #names = new Map<string, Map<string | null, Names>>();

  constructor(people: Iterable<Person>) {
    let position = 0;
    for (const person of people) {
      if (!this.#byKey.has(person.key)) this.#byKey.set(person.key, person);
      for (const [provider, principal] of person.principals) {
        if ('kind' in principal) this.#add(provider, null, principal, { person, position });
        else for (const [id, own] of principal) this.#add(provider, id, own, { person, position });
      }
      position += 1;
    }
  }

  /** Whether nobody is in the directory who could be anybody. */
  isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** The person of a key of people.yaml. */
  byKey(key: string): Person | null {
    return this.#byKey.get(key) ?? null;
  }

  /** The person whom the directory names, in this root, by any of these references. */
  named(
    { provider, rootId }: Pick<Scope, 'provider' | 'rootId'>,
    refs: readonly PrincipalRef[],
  ): Person | null {
    const roots = this.#names.get(provider);
    let found: Entry | null = null;
    for (const names of [roots?.get(null), roots?.get(rootId)]) {
      if (names === undefined) continue;
      for (const ref of refs) {
        const entry = names[keyOf(ref)].get(ref.value);
        if (entry !== undefined && (found === null || entry.position < found.position)) found = entry;
      }
    }
    return found?.person ?? null;
  }

  #add(provider: string, rootId: string | null, ref: PrincipalRef, entry: Entry): void {
    const roots = this.#names.get(provider) ?? new Map<string | null, Names>();
    this.#names.set(provider, roots);
    const names = roots.get(rootId) ?? { user: new Map(), group: new Map(), email: new Map() };
    roots.set(rootId, names);
    const table = names[keyOf(ref)];
    if (!table.has(ref.value)) table.set(ref.value, entry);
  }
}

function keyOf({ by, kind }: PrincipalRef): keyof Names {
  return by === 'email' ? by : kind;
}
