import type { LiveRoot, LiveUser } from '../../model/live.js';

/** What the requests of a root's changes name. */
interface Names {
  readonly users: ReadonlyMap<string, LiveUser>;
  readonly roles: ReadonlySet<string>;
}

/** The names of what was read, indexed once a root: a large organization has as many writes as users to look up. */
export class NamesOfRoots {
  readonly #byRoot = new WeakMap<LiveRoot, Names>();

  /** A user of the root, or one that its rows name. */
  user(root: LiveRoot, id: string): LiveUser | undefined {
    return this.#of(root).users.get(id);
  }

  /** Whether anyone holds a role of this name, in the API's spelling. */
  isSeen(root: LiveRoot, role: string): boolean {
    return this.#of(root).roles.has(role);
  }

  #of(root: LiveRoot): Names {
    const known = this.#byRoot.get(root);
    if (known !== undefined) return known;
    const names: Names = {
      users: new Map([...(root.outsiders ?? []), ...root.users].map((user) => [user.id, user])),
      roles: new Set(root.scopes.flatMap(({ assignments }) => assignments.map(({ role }) => role))),
    };
    this.#byRoot.set(root, names);
    return names;
  }
}
