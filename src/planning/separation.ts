import type { DesiredAssignment, DesiredScope, DesiredState } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { holdingsOf } from '../model/holdings.js';
import type { LiveState } from '../model/live.js';
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
import type { PeopleIndex } from './people-index.js';
import { RootIndex } from './root-index.js';
import { withPerson } from './principal-views.js';

export interface SeparationInput {
  readonly desired: DesiredState;
  /** The scopes that are planned. */
  readonly scopes: readonly DesiredScope[];
  readonly live: LiveState;
  readonly settings: Settings;
  readonly catalogue: ProviderCatalogue;
  readonly at: number;
  readonly people: PeopleIndex;
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
    ([root, documents]) => {
      const [first] = documents;
      if (first === undefined) return [];
      const live = input.live.get(root);
      const index = new RootIndex(live, first.scope, input.desired, input.people);
      return documents.map((document) => holdingsIn(document, index, holders, input));
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
  index: RootIndex,
  holders: Map<DesiredAssignment, Holder>,
  { catalogue, at }: SeparationInput,
): ScopeHoldings {
  const traits = traitsOf(catalogue, scope);
  const users = assignments.filter(({ principal }) => principal.kind === 'user');
  const groups = groupBy(users, ({ principal }) => index.identify(principal).address);
  const holdings = [...groups].flatMap(([address, group]) => {
    const known = group.map((written) => {
      const assignment = withPerson(written, index, address);
      const byFiles = holderByFiles(written, scope);
      holders.set(assignment, { byFiles, holder: holderOf(assignment, scope, address, index) });
      return assignment;
    });
    return holdingsOf(known, at, traits);
  });
  return { scope, traits, holdings };
}

/** A person of people.yaml; else whoever has the e-mail, in whichever system; else the user of that id. */
function holderOf(assignment: DesiredAssignment, scope: Scope, address: string, index: RootIndex): string {
  const email = index.identify(assignment.principal).user?.email ?? null;
  if (assignment.person !== null || email === null) return holderByFiles(assignment, scope);
  const byEmail = { kind: 'user', by: 'email', value: email } as const;
  return index.identify(byEmail).address === address
    ? holderByFiles({ ...assignment, principal: byEmail }, scope)
    : holderByFiles(assignment, scope);
}

/** Whether the files alone do not tell that it is one person. */
function isNew({ together }: Violation, holders: ReadonlyMap<DesiredAssignment, Holder>): boolean {
  return new Set(together.map(({ assignment }) => holders.get(assignment)?.byFiles)).size > 1;
}
