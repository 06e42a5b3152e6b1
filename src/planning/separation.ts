import type { Claim, DesiredScope, DesiredState } from '../model/desired.js';
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
import { withPerson } from './subject.js';

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

/** Who a claim is about: as far as the files tell, and once the live state tells who has which e-mail. */
interface Holder {
  readonly byFiles: string;
  readonly holder: string;
}

/** Violations of `separation` in the planned scopes that show only once it is known who is the same person. */
export function liveSeparation(input: SeparationInput): readonly Diagnostic[] {
  const { separation } = input.settings.policies;
  if (separation.length === 0) return [];
  const holders = new Map<Claim, Holder>();
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
  const holderOf = (claim: Claim, scope: Scope): string =>
    holders.get(claim)?.holder ?? holderByFiles(claim, scope);
  return [...violations(separation, held, holderOf)]
    .filter(
      (violation) =>
        isNew(violation, holders) && violation.together.some(({ scope }) => planned.has(scope.address)),
    )
    .flatMap((violation) => [...separationDiagnostics(violation)]);
}

/** What the claims of each user come to, and who each claim is about. */
function holdingsIn(
  { scope, claims }: DesiredScope,
  index: RootIndex,
  holders: Map<Claim, Holder>,
  { catalogue, at }: SeparationInput,
): ScopeHoldings {
  const traits = traitsOf(catalogue, scope);
  const users = claims.filter(({ principal }) => principal.kind === 'user');
  const groups = groupBy(users, ({ principal }) => index.resolve(principal).address);
  const holdings = [...groups].flatMap(([address, group]) => {
    const known = group.map((written) => {
      const claim = withPerson(written, index, address);
      const byFiles = holderByFiles(written, scope);
      holders.set(claim, { byFiles, holder: holderOf(claim, scope, address, index) });
      return claim;
    });
    return holdingsOf(known, at, traits);
  });
  return { scope, traits, holdings };
}

/** A person of people.yaml; else whoever has the e-mail, in whichever system; else the user of that id. */
function holderOf(claim: Claim, scope: Scope, address: string, index: RootIndex): string {
  const email = index.resolve(claim.principal).user?.email ?? null;
  if (claim.person !== null || email === null) return holderByFiles(claim, scope);
  const byEmail = { kind: 'user', by: 'email', value: email } as const;
  return index.resolve(byEmail).address === address
    ? holderByFiles({ ...claim, principal: byEmail }, scope)
    : holderByFiles(claim, scope);
}

/** Whether the files alone do not tell that it is one person. */
function isNew({ together }: Violation, holders: ReadonlyMap<Claim, Holder>): boolean {
  return new Set(together.map(({ claim }) => holders.get(claim)?.byFiles)).size > 1;
}
