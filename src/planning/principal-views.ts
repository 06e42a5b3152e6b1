import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import { principalLabel } from '../model/label.js';
import type { LiveAssignment, LiveScope, LiveUser } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
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

/** The principals of a scope, declared or live, sorted by address. */
export function principalViews(
  desired: DesiredScope,
  live: LiveScope | undefined,
  identities: RootIdentities,
): readonly PrincipalView[] {
  const asked = groupBy(desired.assignments, ({ principal }) => identities.identify(principal).address);
  const held = groupBy(live?.assignments ?? [], ({ principal: { kind, id } }) => principalAddress(kind, id));
  return [...new Set([...asked.keys(), ...held.keys()])]
    .sort()
    .map((address) => viewOf(address, asked.get(address) ?? [], held.get(address) ?? [], identities));
}

function viewOf(
  address: string,
  asked: readonly DesiredAssignment[],
  rows: readonly LiveAssignment[],
  identities: RootIdentities,
): PrincipalView {
  const found = asked.map(({ principal }) => identities.identify(principal));
  const principal = rows[0]?.principal ?? found.find((one) => one.principal !== null)?.principal ?? null;
  const id = principal?.kind === 'user' ? principal.id : null;
  const user = id === null ? null : identities.user(id);
  const known = user ?? (id === null ? null : identities.outsider(id));
  const assignments = asked.map((assignment) => identities.withPerson(assignment, address)).sort(byPlace);
  const unlisted = principal === null ? assignments.find((one) => one.principal.by === 'email') : undefined;
  const labels = assignments.map((assignment) => assignment.label);
  const label = principalLabel(address, {
    id: principal?.id ?? null,
    email: known?.email ?? unlisted?.principal.value ?? null,
    name: labels.find((text) => text.includes('@')) ?? known?.name ?? labels[0] ?? null,
  });
  const ambiguous = found.some((one) => one.ambiguous);
  return { address, principal, label, user, ambiguous, assignments, rows };
}

/** Assignments in the order of the files. */
export const byPlace = byKeys<DesiredAssignment>(
  ({ source }) => source.file,
  ({ source }) => source.line,
  ({ source }) => source.column,
  ({ role }) => role,
  ({ via }) => via,
);
