import type { LiveAssignment, LiveUser } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';

/** Looks up people and their rows in what was read, which is indexed once: every change of a plan asks for them. */
export class Indexes {
  readonly #users = new WeakMap<readonly LiveUser[], ReadonlyMap<string, LiveUser>>();
  readonly #rows = new WeakMap<readonly LiveAssignment[], ReadonlyMap<string, readonly LiveAssignment[]>>();

  user(users: readonly LiveUser[], id: string): LiveUser | undefined {
    const index = this.#users.get(users) ?? new Map(users.map((user) => [user.id, user]));
    this.#users.set(users, index);
    return index.get(id);
  }

  rowsOf(rows: readonly LiveAssignment[], id: string): readonly LiveAssignment[] {
    const index = this.#rows.get(rows) ?? groupBy(rows, ({ principal }) => principal.id);
    this.#rows.set(rows, index);
    return index.get(id) ?? [];
  }
}
