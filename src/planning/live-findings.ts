import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { holdingsOf } from '../model/effective-roles.js';
import { cut } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import { type Scope, traitsOf } from '../model/scope.js';
import type { ScopeHoldings, Violation } from '../model/separation.js';
import { holderByFiles, separationDiagnostics, violations } from '../model/separation.js';
import type { PlanInput, ScopeComparison } from './comparison.js';
import type { Identities, RootIdentities } from './identities.js';

/** Contradictions in the files that only the live state shows, since it tells who is the same person. */
export function liveFindings(
  comparisons: readonly ScopeComparison[],
  input: PlanInput,
  identities: Identities,
): readonly Diagnostic[] {
  return [...comparisons.flatMap(twoRoles), ...separationFindings(input, identities)];
}

/** Two entries that name one principal differently and contradict each other. */
function twoRoles({ contradictions }: ScopeComparison): readonly Diagnostic[] {
  return contradictions.flatMap(({ view, conflict }) =>
    conflict.map((assignment, side): Diagnostic => {
      const other = conflict[side === 0 ? 1 : 0];
      const message = `${JSON.stringify(cut(assignment.label))} and ${JSON.stringify(cut(other.label))} (${other.source.file}:${other.source.line}) are both ${view.address}, and differ: ${cut(assignment.role)} here, ${cut(other.role)} there; keep one`;
      return { severity: 'error', code: 'two-roles', message, ...assignment.source };
    }),
  );
}

/** Whom an assignment is about: by the files alone, and with the live state, which tells who has which e-mail. */
interface Holder {
  readonly byFiles: string;
  readonly holder: string;
}

/** Violations of `separation` in the planned scopes that show only once it is known who is the same person. */
function separationFindings(input: PlanInput, identities: Identities): readonly Diagnostic[] {
  const { separation } = input.settings.policies;
  if (separation.length === 0) return [];
  const holders = new Map<DesiredAssignment, Holder>();
  const roots = groupBy(input.desired.scopes, ({ scope }) => scope.rootAddress).values();
  const held = [...roots].flatMap((documents) =>
    documents.map((document) => holdingsIn(document, identities.in(document.scope), holders, input)),
  );
  const planned = new Set(input.scopes.map(({ scope }) => scope.address));
  const holderOf = (assignment: DesiredAssignment, scope: Scope): string =>
    holders.get(assignment)?.holder ?? holderByFiles(assignment, scope);
  return [...violations(separation, held, holderOf)]
    .filter(
      (violation) =>
        isNew(violation, holders) && violation.together.some(({ scope }) => planned.has(scope.address)),
    )
    .flatMap((violation) => [...separationDiagnostics(violation)]);
}

function holdingsIn(
  { scope, assignments }: DesiredScope,
  identities: RootIdentities,
  holders: Map<DesiredAssignment, Holder>,
  { catalogue, at }: PlanInput,
): ScopeHoldings {
  const traits = traitsOf(catalogue, scope);
  const users = assignments.filter(({ principal }) => principal.kind === 'user');
  const groups = groupBy(users, ({ principal }) => identities.identify(principal).address);
  const holdings = [...groups].flatMap(([address, group]) => {
    const known = group.map((written) => {
      const assignment = identities.withPerson(written, address);
      const byFiles = holderByFiles(written, scope);
      holders.set(assignment, { byFiles, holder: holderOf(assignment, scope, address, identities) });
      return assignment;
    });
    return holdingsOf(known, at, traits);
  });
  return { scope, traits, holdings };
}

/** A person of people.yaml; else whoever has the e-mail, in whichever system; else the user of that id. */
function holderOf(
  assignment: DesiredAssignment,
  scope: Scope,
  address: string,
  identities: RootIdentities,
): string {
  const email = identities.identify(assignment.principal).user?.email ?? null;
  if (assignment.person !== null || email === null) return holderByFiles(assignment, scope);
  const byEmail = { kind: 'user', by: 'email', value: email } as const;
  return identities.identify(byEmail).address === address
    ? holderByFiles({ ...assignment, principal: byEmail }, scope)
    : holderByFiles(assignment, scope);
}

/** Whether the files alone do not tell that it is one person. */
function isNew({ together }: Violation, holders: ReadonlyMap<DesiredAssignment, Holder>): boolean {
  return new Set(together.map(({ assignment }) => holders.get(assignment)?.byFiles)).size > 1;
}
