import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import { principalLabel } from '../model/label.js';
import type { LiveAssignment, LiveScope, LiveUser } from '../model/live.js';
import { byKeys } from '../model/ordering.js';
import { type PrincipalId, principalAddress } from '../model/principal.js';
import type { RootIdentities } from './identities.js';

/** One principal in one scope: everything the files ask for it and everything it holds. */
export interface PrincipalView {
  readonly address: string;
  /** Null where the files name somebody the root does not list. */
  readonly principal: PrincipalId | null;
  readonly label: string;
  readonly user: LiveUser | null;
  /** The files' e-mail fits several users. */
  readonly ambiguous: boolean;
  readonly assignments: readonly DesiredAssignment[];
  readonly rows: readonly LiveAssignment[];
}

interface Builder {
  principal: PrincipalId | null;
  user: LiveUser | null;
  outsider: LiveUser | null;
  ambiguous: boolean;
  assignments: DesiredAssignment[];
  rows: LiveAssignment[];
}

/** The principals of a scope, declared or live, sorted by address. */
export function principalViews(
  desired: DesiredScope,
  live: LiveScope | undefined,
  identities: RootIdentities,
): readonly PrincipalView[] {
  const growing = new Map<string, Builder>();
  const none: never[] = [];
  const at = (address: string): Builder => {
    let view = growing.get(address);
    if (view === undefined) {
      view = { principal: null, user: null, outsider: null, ambiguous: false, assignments: none, rows: none };
      growing.set(address, view);
    }
    return view;
  };
  for (const assignment of desired.assignments) {
    const { address, principal, user, ambiguous } = identities.identify(assignment.principal);
    const view = at(address);
    view.principal ??= principal;
    view.user ??= user;
    view.ambiguous ||= ambiguous;
    view.assignments = and(view.assignments, identities.withPerson(assignment, address));
  }
  for (const row of live?.assignments ?? []) {
    const view = at(principalAddress(row.principal.kind, row.principal.id));
    view.principal = row.principal;
    view.user ??= row.principal.kind === 'user' ? identities.user(row.principal.id) : null;
    if (view.user === null && row.principal.kind === 'user')
      view.outsider = identities.outsider(row.principal.id);
    view.rows = and(view.rows, row);
  }
  return [...growing.keys()].sort().map((address) => finish(address, growing.get(address)));
}

/** The list with one more. An empty one that is pushed to makes room for 17, and nearly all of these hold one. */
function and<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

function finish(address: string, view: Builder | undefined): PrincipalView {
  if (view === undefined) throw new Error(`no principal at ${address}`);
  const { principal, user, outsider, ambiguous, rows } = view;
  const assignments = view.assignments.length > 1 ? view.assignments.sort(byPlace) : view.assignments;
  const unknown = assignments.find(({ principal: { by } }) => by === 'email' && principal === null);
  const label = principalLabel(address, {
    id: principal?.id ?? null,
    email: user?.email ?? outsider?.email ?? unknown?.principal.value ?? null,
    name:
      assignments.find((assignment) => assignment.label.includes('@'))?.label ??
      nameOf(user ?? outsider, assignments),
  });
  return { address, principal, label, user, ambiguous, assignments, rows };
}

function nameOf(user: LiveUser | null, [assignment]: readonly DesiredAssignment[]): string | null {
  return user?.name ?? assignment?.label ?? null;
}

/** Assignments in the order of the files. */
export const byPlace = byKeys<DesiredAssignment>(
  ({ source }) => source.file,
  ({ source }) => source.line,
  ({ source }) => source.column,
  ({ role }) => role,
  ({ via }) => via,
);
