import type { LiveAssignment, LiveScope, LiveUser } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';

/** Looks up scopes, people and their rows in what was read, which is indexed once: every change of a plan asks for them. */
export class Indexes {
  readonly #scopes = new WeakMap<readonly LiveScope[], ReadonlyMap<string, LiveScope>>();
  readonly #users = new WeakMap<readonly LiveUser[], ReadonlyMap<string, LiveUser>>();
  readonly #rows = new WeakMap<readonly LiveAssignment[], ReadonlyMap<string, readonly LiveAssignment[]>>();

  scope(scopes: readonly LiveScope[], address: string): LiveScope | undefined {
    return indexOf(scopes, this.#scopes, () => new Map(scopes.map((live) => [live.scope.address, live]))).get(
      address,
    );
  }

  user(users: readonly LiveUser[], id: string): LiveUser | undefined {
    return indexOf(users, this.#users, () => new Map(users.map((user) => [user.id, user]))).get(id);
  }

  rowsOf(rows: readonly LiveAssignment[], id: string): readonly LiveAssignment[] {
    return indexOf(rows, this.#rows, () => groupBy(rows, ({ principal }) => principal.id)).get(id) ?? [];
  }
}

function indexOf<Rows extends object, Index>(
  rows: Rows,
  known: WeakMap<Rows, Index>,
  make: () => Index,
): Index {
  const index = known.get(rows) ?? make();
  known.set(rows, index);
  return index;
}
