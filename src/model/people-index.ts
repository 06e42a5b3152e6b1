import { type Person } from './desired.js';
import { type PrincipalRef, refKey } from './principal.js';
import type { Scope } from './scope.js';

type Root = Pick<Scope, 'provider' | 'rootId'>;

/** A person, and where the directory has it: of two people who are one principal the first counts. */
interface Entry {
  readonly person: Person;
  readonly position: number;
}

/** The people of people.yaml by who they are in each provider. */
export class PeopleIndex {
  readonly #byKey = new Map<string, Person>();
  /** By provider, and by provider and root id where the directory tells roots apart; there by the key of a reference. */
  readonly #entries = new Map<string, Map<string, Entry>>();

  constructor(people: Iterable<Person>) {
    let position = 0;
    for (const person of people) {
      if (!this.#byKey.has(person.key)) this.#byKey.set(person.key, person);
      for (const [provider, principal] of person.principals) {
        if ('kind' in principal) this.#add(provider, principal, { person, position });
        else for (const [id, own] of principal) this.#add(rootKey(provider, id), own, { person, position });
      }
      position += 1;
    }
  }

  /** Whether nobody is in the directory who could be anybody. */
  isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The person of a key of people.yaml. */
  byKey(key: string): Person | null {
    return this.#byKey.get(key) ?? null;
  }

  /** The person whom the directory names, in this root, by any of these references. */
  named(root: Root, refs: readonly PrincipalRef[]): Person | null {
    let found: Entry | null = null;
    for (const key of [root.provider, rootKey(root.provider, root.rootId)]) {
      const entries = this.#entries.get(key);
      if (entries === undefined) continue;
      for (const ref of refs) {
        const entry = entries.get(refKey(ref));
        if (entry !== undefined && (found === null || entry.position < found.position)) found = entry;
      }
    }
    return found?.person ?? null;
  }

  #add(key: string, ref: PrincipalRef, entry: Entry): void {
    const entries = this.#entries.get(key) ?? new Map<string, Entry>();
    this.#entries.set(key, entries);
    if (!entries.has(refKey(ref))) entries.set(refKey(ref), entry);
  }
}

function rootKey(provider: string, rootId: string): string {
  return `${provider} ${rootId}`;
}
