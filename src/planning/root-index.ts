import type { DesiredState, Person } from '../model/desired.js';
import type { LiveRoot, LiveUser } from '../model/live.js';
import { type PrincipalId, type PrincipalRef, principalAddress, refAddress } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import { PeopleIndex } from './people-index.js';

/** What a reference of the files turned out to be in the live state. */
export interface Identity {
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
  /** The addresses of those who share an e-mail. */
  readonly #sharing = new Map<string, string[]>();
  readonly #resolved = new Map<PrincipalRef, Identity>();
  readonly #scope: Scope;
  readonly #people: PeopleIndex;
  readonly #outsiders: ReadonlyMap<string, LiveUser>;

  /** `people` spares making the same index for every root. */
  constructor(
    root: LiveRoot | undefined,
    scope: Scope,
    desired: DesiredState,
    people: PeopleIndex = new PeopleIndex(desired.people),
  ) {
    this.#scope = scope;
    this.#people = people;
    this.#outsiders = new Map((root?.outsiders ?? []).map((user) => [user.id, user]));
    for (const user of root?.users ?? []) {
      this.#byId.set(user.id, user);
      if (user.email === null) continue;
      const other = this.#byEmail.get(user.email);
      this.#byEmail.set(user.email, other === undefined ? user : null);
      if (other != null) this.#sharing.set(user.email, [addressOf(other)]);
      if (other !== undefined) this.#sharing.get(user.email)?.push(addressOf(user));
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
    return this.#people.isEmpty() ? null : this.#people.named(this.#scope, address, this.#emailsOf(address));
  }

  /** The person of a key of people.yaml. */
  personOfKey(key: string): Person | null {
    return this.#people.byKey(key);
  }

  /** The e-mails that stand for this principal alone: the user's own, or one that no single user has. */
  #emailsOf(address: string): readonly string[] {
    if (!address.startsWith('user:')) return [];
    const id = decodeURIComponent(address.slice(5));
    const user = this.#byId.get(id);
    const emails = this.#byEmail.get(id) == null ? [id] : [];
    if (user?.email != null && this.#byEmail.get(user.email) === user) emails.push(user.email);
    return emails;
  }

  identify(ref: PrincipalRef): Identity {
    let resolution = this.#resolved.get(ref);
    if (resolution === undefined) {
      resolution = this.#find(ref);
      this.#resolved.set(ref, resolution);
    }
    return resolution;
  }

  /** Whom a reference may mean: all who share an e-mail, else the one address that it resolves to. */
  candidates(ref: PrincipalRef): readonly string[] {
    const { address, ambiguous } = this.identify(ref);
    return (ambiguous ? this.#sharing.get(ref.value) : undefined) ?? [address];
  }

  #find(ref: PrincipalRef): Identity {
    if (ref.by === 'id') {
      const principal = { kind: ref.kind, id: ref.value };
      return { address: refAddress(ref), principal, user: this.#userOf(principal), ambiguous: false };
    }
    const user = this.#byEmail.get(ref.value);
    if (user === undefined || user === null) {
      return { address: refAddress(ref), principal: null, user: null, ambiguous: user === null };
    }
    return {
      address: addressOf(user),
      principal: { kind: 'user', id: user.id },
      user,
      ambiguous: false,
    };
  }

  #userOf(principal: PrincipalId): LiveUser | null {
    return principal.kind === 'user' ? this.user(principal.id) : null;
  }
}

function addressOf({ id }: LiveUser): string {
  return principalAddress('user', id);
}
