import { type DesiredState, type Person, personIn } from '../model/desired.js';
import type { LiveRoot, LiveUser } from '../model/live.js';
import { type PrincipalId, type PrincipalRef, principalAddress, refAddress } from '../model/principal.js';
import type { Scope } from '../model/scope.js';

/** What a reference of the files turned out to be in the live state. */
export interface Resolution {
  /** `user:ID`, `group:ID`; `user:` and the e-mail where no id is known. */
  readonly address: string;
  /** Null where nobody fits, or more than one does. */
  readonly principal: PrincipalId | null;
  readonly user: LiveUser | null;
  /** The reference fits several users: it names nobody. */
  readonly ambiguous: boolean;
}

/** The users of a root by id and by e-mail, and the people of people.yaml by who they are there. */
export class RootIndex {
  readonly #byId = new Map<string, LiveUser>();
  readonly #byEmail = new Map<string, LiveUser | null>();
  readonly #resolved = new Map<PrincipalRef, Resolution>();
  readonly #people = new Map<string, Person>();
  readonly #outsiders: ReadonlyMap<string, LiveUser>;

  constructor(root: LiveRoot | undefined, scope: Scope, desired: DesiredState) {
    this.#outsiders = new Map((root?.outsiders ?? []).map((user) => [user.id, user]));
    for (const user of root?.users ?? []) {
      this.#byId.set(user.id, user);
      if (user.email !== null) this.#byEmail.set(user.email, this.#byEmail.has(user.email) ? null : user);
    }
    for (const person of desired.people) {
      const ref = personIn(person, scope);
      if (ref !== null) this.#people.set(this.resolve(ref).address, person);
    }
  }

  /** Whether the root lists the user. */
  user(id: string): LiveUser | null {
    return this.#byId.get(id) ?? null;
  }

  /** A user who holds something inside the root although the root does not list them: good for a label only. */
  outsider(id: string): LiveUser | null {
    return this.#outsiders.get(id) ?? null;
  }

  /** The person of people.yaml behind a principal, however the files name it. */
  person(address: string): Person | null {
    return this.#people.get(address) ?? null;
  }

  resolve(ref: PrincipalRef): Resolution {
    let resolution = this.#resolved.get(ref);
    if (resolution === undefined) {
      resolution = this.#find(ref);
      this.#resolved.set(ref, resolution);
    }
    return resolution;
  }

  #find(ref: PrincipalRef): Resolution {
    if (ref.by === 'id') {
      const principal = { kind: ref.kind, id: ref.value };
      return { address: refAddress(ref), principal, user: this.#userOf(principal), ambiguous: false };
    }
    const user = this.#byEmail.get(ref.value);
    if (user === undefined || user === null) {
      return { address: refAddress(ref), principal: null, user: null, ambiguous: user === null };
    }
    return {
      address: principalAddress('user', user.id),
      principal: { kind: 'user', id: user.id },
      user,
      ambiguous: false,
    };
  }

  #userOf(principal: PrincipalId): LiveUser | null {
    return principal.kind === 'user' ? this.user(principal.id) : null;
  }
}
