import { roleKey, type Status } from '../model/assignment.js';
import { type DesiredAssignment, type DesiredScope, type Person, personIn } from '../model/desired.js';
import { resolveRoles } from '../model/effective-roles.js';
import type { LiveAssignment } from '../model/live.js';
import { groupBy } from '../model/ordering.js';
import { refAddress, refKey } from '../model/principal.js';
import { type ScopeTraits, traitsOf } from '../model/scope.js';
import { compareExclusive, compareMany } from './compare-principal.js';
import { Identities } from './identities.js';
import { type OfflineKeeping, offlineKeeping, type OfflineSide } from './pruning.js';

/** One assignment that would vanish, and the document that asks for it. */
export interface Vanishing {
  readonly desired: DesiredScope;
  readonly assignment: DesiredAssignment;
}

/** Where deletion would change a plan, and why. */
export interface Needed {
  readonly scope: string;
  readonly reason: string;
}

/**
 * Tells of each deletion, one after the other, whether every plan stays the same without these assignments: from `at` on
 * (epoch milliseconds), and whatever is live. Null: it does. Those that are needed stay, and count for the later ones.
 * Assumes that the files' people and roles are found: while one is not, a pruned revoke waits and an ended term does not.
 */
export function neededBy(
  deletions: readonly (readonly Vanishing[])[],
  at: number,
  side: OfflineSide,
): readonly (Needed | null)[] {
  const identities = new Identities(side.desired.people, new Map());
  const checks = new Map<string, ScopeCheck>();
  const checkOf = (desired: DesiredScope): ScopeCheck => {
    const { address } = desired.scope;
    let check = checks.get(address);
    if (check === undefined) {
      check = new ScopeCheck(desired, at, side, identities);
      checks.set(address, check);
    }
    return check;
  };
  return deletions.map((vanishing) => {
    const byScope = [...groupBy(vanishing, ({ desired }) => desired)].map(
      ([desired, group]) => [checkOf(desired), new Set(group.map(({ assignment }) => assignment))] as const,
    );
    for (const [check, gone] of byScope) {
      const needed = check.neededBy(gone);
      if (needed !== null) return needed;
    }
    for (const [check, gone] of byScope) check.remove(gone);
    return null;
  });
}

/** A role that no entry of the principal names. */
const OTHER = '(another role)';

class ScopeCheck {
  readonly #traits: ScopeTraits;
  readonly #keeping: OfflineKeeping;
  /** The assignments of each principal that are left. */
  readonly #left: Map<string, readonly DesiredAssignment[]>;

  constructor(
    private readonly desired: DesiredScope,
    private readonly at: number,
    private readonly side: OfflineSide,
    identities: Identities,
  ) {
    this.#traits = traitsOf(side.catalogue, desired.scope);
    this.#keeping = offlineKeeping(desired.scope, desired, side, identities);
    this.#left = groupBy(desired.assignments, ({ principal }) => refKey(principal));
  }

  neededBy(gone: ReadonlySet<DesiredAssignment>): Needed | null {
    for (const [key, [first]] of groupBy([...gone], ({ principal }) => refKey(principal))) {
      const before = this.#left.get(key) ?? [];
      const after = before.filter((assignment) => !gone.has(assignment));
      if (first !== undefined && !this.#isSame(first, before, after))
        return { scope: this.desired.scope.address, reason: this.#reason(first) };
    }
    return null;
  }

  remove(gone: ReadonlySet<DesiredAssignment>): void {
    for (const key of groupBy([...gone], ({ principal }) => refKey(principal)).keys()) {
      const before = this.#left.get(key) ?? [];
      this.#left.set(
        key,
        before.filter((assignment) => !gone.has(assignment)),
      );
    }
  }

  /** Whether the assignments of the subject come to the same with any live role, now and at every later date of theirs. */
  #isSame(
    subject: DesiredAssignment,
    before: readonly DesiredAssignment[],
    after: readonly DesiredAssignment[],
  ): boolean {
    const rows = this.#rowsFor(subject, before);
    return this.#variantsFor(subject).every((variant) => {
      const [earlier, later] = [before.map(variant), after.map(variant)];
      return this.#instants(earlier).every((at) =>
        rows.every(
          (row) => this.#outcome(subject, earlier, row, at) === this.#outcome(subject, later, row, at),
        ),
      );
    });
  }

  /** As written; and if the live state may show that this is somebody who left, as if that were so. */
  #variantsFor(
    subject: DesiredAssignment,
  ): readonly ((assignment: DesiredAssignment) => DesiredAssignment)[] {
    const { at, side, desired } = this;
    const mayHaveLeft =
      subject.person === null && side.desired.people.some((person) => mayBe(person, subject, desired));
    const asLeft = (assignment: DesiredAssignment): DesiredAssignment => ({ ...assignment, leaves: at });
    return [(assignment) => assignment, ...(mayHaveLeft ? [asLeft] : [])];
  }

  #instants(assignments: readonly DesiredAssignment[]): readonly number[] {
    const dates = assignments.flatMap(({ from, until, leaves }) =>
      [from, until, leaves].filter((date) => date !== null),
    );
    return [this.at, ...new Set(dates.filter((date) => date > this.at))];
  }

  /** Every live assignment that could make a difference: the roles of the entries, the lowest one, and another. */
  #rowsFor(
    { principal }: DesiredAssignment,
    assignments: readonly DesiredAssignment[],
  ): readonly LiveAssignment[] {
    const { floorRole, rolesIgnoreCase, statuses } = this.#traits;
    const names = [...assignments.map(({ role }) => role), ...(floorRole === null ? [] : [floorRole]), OTHER];
    const roles = new Map(names.map((name) => [roleKey(name, rolesIgnoreCase), name]));
    const id = { kind: principal.kind, id: principal.value };
    const held: readonly Status[] = statuses ? ['active', 'inactive'] : ['active'];
    return [...roles.values()].flatMap((role) =>
      held.map((status) => ({ principal: id, role, roleId: role, status, keep: null })),
    );
  }

  /** What the one comparison makes of it: what changes, what is unlisted, and whether a leaver remains. */
  #outcome(
    { principal, label }: DesiredAssignment,
    assignments: readonly DesiredAssignment[],
    row: LiveAssignment,
    at: number,
  ): string {
    const view = {
      address: refAddress(principal),
      principal: row.principal,
      label,
      user: null,
      ambiguous: false,
      assignments,
      rows: [row],
    };
    const compare = this.#traits.exclusive ? compareExclusive : compareMany;
    const { differences, unlisted, leftButListed } = compare(
      view,
      resolveRoles(assignments, at, this.#traits),
      {
        at,
        traits: this.#traits,
        roleOf: (role) => ({ role, roleId: role, blocked: null, unclear: false }),
        prunes: ({ role }) => this.#keeping(principal, label, role) === null,
        blockedBy: () => null,
        unwritable: () => null,
        unverifiable: () => false,
        inactiveIsGone: false,
        grantsInactive: true,
      },
    );
    const changes = differences.map(({ from, to }) => [from, to]);
    return JSON.stringify([changes, unlisted.length, leftButListed]);
  }

  #reason({ principal, label, role, until }: DesiredAssignment): string {
    const { floorRole, kind } = this.#traits;
    if (floorRole !== null && until === null) return `the person may still be a member of the ${kind}`;
    if (floorRole !== null) return `if the role is still held, the entry makes it ${floorRole}`;
    return (
      this.#keeping(principal, label, role) ??
      'another entry ends later, and this one says what ended before it'
    );
  }
}

/** Whether a person with a last day may be the principal: one of the two is known by id here, the other by e-mail. */
function mayBe(person: Person, { principal }: DesiredAssignment, { scope }: DesiredScope): boolean {
  const own = person.leaves === null || principal.kind !== 'user' ? null : personIn(person, scope);
  return own !== null && own.by !== principal.by;
}
