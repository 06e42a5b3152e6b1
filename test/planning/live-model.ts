import type { Change } from '../../src/model/change.js';
import type { LiveAssignment, LiveRoot, LiveScope } from '../../src/model/live.js';
import { principalAddress } from '../../src/model/principal.js';

/** A live state that changes are written to, one at a time, as the APIs would. */
export class LiveModel {
  #roots: readonly LiveRoot[];

  constructor(roots: readonly LiveRoot[]) {
    this.#roots = roots;
  }

  get roots(): readonly LiveRoot[] {
    return this.#roots;
  }

  rows(scope: string): readonly LiveAssignment[] {
    return this.#roots.flatMap(
      ({ scopes }) => scopes.find((one) => one.scope.address === scope)?.assignments ?? [],
    );
  }

  /** The distinct users that hold a role directly and actively. */
  holders(scope: string, role: string): number {
    const users = this.rows(scope).filter(
      ({ principal, status, role: has }) =>
        principal.kind === 'user' && status === 'active' && has.toLowerCase() === role.toLowerCase(),
    );
    return new Set(users.map(({ principal }) => principal.id)).size;
  }

  write(change: Change): void {
    this.#roots = this.#roots.map((root) => {
      if (!root.scopes.some(({ scope }) => scope.address === change.scope)) return root;
      const removal =
        change.to === null && root.root.address === change.scope && root.wholePrincipals === null;
      if (removal) return withoutUser(root, change.principal);
      const scopes = root.scopes.map((scope) =>
        scope.scope.address === change.scope ? written(scope, change, root.inactiveIsGone) : scope,
      );
      return { ...root, scopes };
    });
  }
}

function withoutUser(root: LiveRoot, address: string): LiveRoot {
  const others = ({ principal }: LiveAssignment): boolean =>
    principalAddress(principal.kind, principal.id) !== address;
  return {
    ...root,
    users: root.users.filter(({ id }) => principalAddress('user', id) !== address),
    scopes: root.scopes.map((scope) => ({ ...scope, assignments: scope.assignments.filter(others) })),
  };
}

function written(scope: LiveScope, { principal, from, to }: Change, deactivates: boolean): LiveScope {
  const [kind, id = ''] = principal.split(':');
  const mine = (row: LiveAssignment): boolean =>
    principalAddress(row.principal.kind, row.principal.id) === principal;
  const old = scope.assignments.find((row) => mine(row) && row.role === from?.role);
  const rest = scope.assignments.filter((row) => row !== old && !(mine(row) && row.role === to?.role));
  if (to !== null) {
    const roleId = scope.roles.find(({ role }) => role === to.role)?.roleId ?? '';
    const isGroup = kind === 'group';
    rest.push({
      principal: { kind: isGroup ? 'group' : 'user', id: decodeURIComponent(id) },
      ...to,
      roleId,
      keep: isGroup ? 'group' : null,
    });
  } else if (old !== undefined && deactivates) {
    rest.push({ ...old, status: 'inactive' });
  }
  return { ...scope, assignments: rest };
}
