import type { DesiredAssignment, DesiredScope, DesiredState } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { holdingsOf } from '../model/effective-roles.js';
import { groupBy } from '../model/ordering.js';
import { type ProviderCatalogue, type Scope, traitsOf } from '../model/scope.js';
import {
  holderByFiles,
  type ScopeHoldings,
  separationDiagnostics,
  type Violation,
  violations,
} from '../model/separation.js';
import type { Settings } from '../model/settings.js';
import type { Identities, RootIdentities } from './identities.js';

export interface SeparationInput {
  readonly desired: DesiredState;
  /** The scopes that are planned. */
  readonly scopes: readonly DesiredScope[];
  readonly settings: Settings;
  readonly catalogue: ProviderCatalogue;
  readonly at: number;
  readonly identities: Identities;
}

/** Who an assignment is about: as far as the files tell, and once the live state tells who has which e-mail. */
interface Holder {
  readonly byFiles: string;
  readonly holder: string;
}

/** Violations of `separation` in the planned scopes that show only once it is known who is the same person. */
export function liveSeparation(input: SeparationInput): readonly Diagnostic[] {
  const { separation } = input.settings.policies;
  if (separation.length === 0) return [];
  const holders = new Map<DesiredAssignment, Holder>();
  const held = [...groupBy(input.desired.scopes, ({ scope }) => scope.rootAddress)].flatMap(
    ([, documents]) => {
      const [first] = documents;
      if (first === undefined) return [];
      const identities = input.identities.in(first.scope);
      return documents.map((document) => holdingsIn(document, identities, holders, input));
    },
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

/** What the assignments of each user come to, and who each is about. */
function holdingsIn(
  { scope, assignments }: DesiredScope,
  identities: RootIdentities,
  holders: Map<DesiredAssignment, Holder>,
  { catalogue, at }: SeparationInput,
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
