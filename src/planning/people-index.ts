import type { Person } from '../model/desired.js';
import { type PrincipalRef, refAddress } from '../model/principal.js';
import type { Scope } from '../model/scope.js';

/** A person, and where the directory has it: of two who are one principal the later counts. */
interface Entry {
  readonly person: Person;
  readonly position: number;
}

/** People of one provider, or of one of its roots, by how people.yaml names them there. */
interface Names {
  readonly byAddress: Map<string, Entry>;
  readonly byEmail: Map<string, Entry>;
}

/** The people of people.yaml by who they are in each provider: made once for all the roots of a plan. */
export class PeopleIndex {
  readonly #byKey = new Map<string, Person>();
  /** By provider, and by provider and root id where the directory tells roots apart. */
  readonly #names = new Map<string, Names>();

  constructor(people: readonly Person[]) {
    people.forEach((person, position) => {
      if (!this.#byKey.has(person.key)) this.#byKey.set(person.key, person);
      for (const [provider, principal] of person.principals) {
        if ('kind' in principal) this.#add(provider, principal, { person, position });
        else for (const [id, own] of principal) this.#add(rootKey(provider, id), own, { person, position });
      }
    });
  }

  /** Whether nobody is in the directory who could be anybody. */
  isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** The person of a key of people.yaml. */
  byKey(key: string): Person | null {
    return this.#byKey.get(key) ?? null;
  }

  /**
   * The person whom the directory names, in the root of this scope, by this address or by one of these e-mails.
   * An address is that of a reference (see refAddress).
   */
  named(
    scope: Pick<Scope, 'provider' | 'rootId'>,
    address: string,
    emails: readonly string[],
  ): Person | null {
    let found: Entry | null = null;
    for (const key of [scope.provider, rootKey(scope.provider, scope.rootId)]) {
      const names = this.#names.get(key);
      if (names === undefined) continue;
      found = later(found, names.byAddress.get(address));
      for (const email of emails) found = later(found, names.byEmail.get(email));
    }
    return found?.person ?? null;
  }

  #add(key: string, ref: PrincipalRef, entry: Entry): void {
    let names = this.#names.get(key);
    if (names === undefined) {
      names = { byAddress: new Map(), byEmail: new Map() };
      this.#names.set(key, names);
    }
    if (ref.by === 'email') names.byEmail.set(ref.value, entry);
    else names.byAddress.set(refAddress(ref), entry);
  }
}

function rootKey(provider: string, rootId: string): string {
  return `${provider} ${rootId}`;
}

function later(a: Entry | null, b: Entry | undefined): Entry | null {
  if (b === undefined) return a;
  return a === null || b.position > a.position ? b : a;
}
