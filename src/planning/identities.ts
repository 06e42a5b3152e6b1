import type { DesiredAssignment, Person } from '../model/desired.js';
import type { LiveRoot, LiveState, LiveUser } from '../model/live.js';
import { PeopleIndex } from '../model/people-index.js';
import { type PrincipalId, type PrincipalRef, principalAddress, refAddress } from '../model/principal.js';
import type { Scope } from '../model/scope.js';

/**
 * Who is who in a run: the people of people.yaml and the users of every root. Runs go root by root, so that the index of
 * one root at a time is kept.
 */
export class Identities {
  readonly #people: PeopleIndex;
  #latest: { readonly root: string; readonly identities: RootIdentities } | null = null;

  constructor(
    people: readonly Person[],
    private readonly live: LiveState,
  ) {
    this.#people = new PeopleIndex(people);
  }

  /** Who is who in the organization or account that a scope belongs to. */
  in(scope: Pick<Scope, 'provider' | 'rootId' | 'rootAddress'>): RootIdentities {
    const { rootAddress: root } = scope;
    if (this.#latest?.root !== root) {
      this.#latest = { root, identities: new RootIdentities(this.live.get(root), scope, this.#people) };
    }
    return this.#latest.identities;
  }
}

/** Whom a reference of the files means in the live state. */
export interface Identity {
  /** `user:ID`, `group:ID`; `user:` and the e-mail where no id is known. */
  readonly address: string;
  /** Null where nobody fits, or more than one does. */
  readonly principal: PrincipalId | null;
  readonly user: LiveUser | null;
  /** The reference fits several users: it names nobody. */
  readonly ambiguous: boolean;
}

/** The users of one root by id and by e-mail, and the people behind them. */
export class RootIdentities {
  readonly #byId = new Map<string, LiveUser>();
  /** Null: several users share the e-mail. */
  readonly #byEmail = new Map<string, LiveUser | null>();
  /** The addresses of those who share an e-mail. */
  readonly #sharing = new Map<string, string[]>();
  readonly #outsiders: ReadonlyMap<string, LiveUser>;
  readonly #known = new Map<PrincipalRef, Identity>();

  constructor(
    root: LiveRoot | undefined,
    private readonly scope: Pick<Scope, 'provider' | 'rootId'>,
    private readonly people: PeopleIndex,
  ) {
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

  /** The user of an id; null where the root does not list it. */
  user(id: string): LiveUser | null {
    return this.#byId.get(id) ?? null;
  }

  /** A user who holds something inside the root although the root does not list them: good for a label only. */
  outsider(id: string): LiveUser | null {
    return this.#outsiders.get(id) ?? null;
  }

  /** Whom a reference means. */
  identify(ref: PrincipalRef): Identity {
    let identity = this.#known.get(ref);
    if (identity === undefined) {
      identity = this.#find(ref);
      this.#known.set(ref, identity);
    }
    return identity;
  }

  /** The addresses of all whom a reference may mean: of those who share an e-mail, else of the one it means. */
  candidates(ref: PrincipalRef): readonly string[] {
    const { address, ambiguous } = this.identify(ref);
    return (ambiguous ? this.#sharing.get(ref.value) : undefined) ?? [address];
  }

  /** The person of people.yaml behind a principal, however the files name it. */
  person(address: string): Person | null {
    return this.people.isEmpty() ? null : this.people.named(this.scope, this.#refsOf(address));
  }

  /** The person of a key of people.yaml. */
  personOfKey(key: string): Person | null {
    return this.people.byKey(key);
  }

  /** Adds the person to an assignment of the principal at an address, so that `leaves` counts however the entry names them. */
  withPerson(assignment: DesiredAssignment, address: string): DesiredAssignment {
    if (assignment.person !== null) return assignment;
    const person = this.person(address);
    return person === null ? assignment : { ...assignment, person: person.key, leaves: person.leaves };
  }

  /** The references that mean this principal alone: its id, and its e-mail unless it is shared. */
  #refsOf(address: string): readonly PrincipalRef[] {
    const [kind = '', text = ''] = address.split(':', 2);
    const id = decodeURIComponent(text);
    if (kind !== 'user') return [{ kind: 'group', by: 'id', value: id }];
    const email = this.#byId.get(id)?.email ?? null;
    return [
      { kind: 'user', by: 'id', value: id },
      ...(this.#byEmail.get(id) == null ? [byEmail(id)] : []),
      ...(email !== null && this.#byEmail.get(email) != null ? [byEmail(email)] : []),
    ];
  }

  #find(ref: PrincipalRef): Identity {
    if (ref.by === 'id') {
      const principal = { kind: ref.kind, id: ref.value };
      const user = ref.kind === 'user' ? this.user(ref.value) : null;
      return { address: refAddress(ref), principal, user, ambiguous: false };
    }
    const user = this.#byEmail.get(ref.value);
    if (user === undefined || user === null) {
      return { address: refAddress(ref), principal: null, user: null, ambiguous: user === null };
    }
    return { address: addressOf(user), principal: { kind: 'user', id: user.id }, user, ambiguous: false };
  }
}

function addressOf({ id }: LiveUser): string {
  return principalAddress('user', id);
}

function byEmail(value: string): PrincipalRef {
  return { kind: 'user', by: 'email', value };
}
