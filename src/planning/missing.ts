import { asciiLower } from '../model/ascii.js';
import type { DesiredScope } from '../model/desired.js';
import { isEffective } from '../model/effective-roles.js';
import type { LiveRoot } from '../model/live.js';
import { byKeys } from '../model/ordering.js';
import { principalAddress } from '../model/principal.js';
import type { SourceLocation } from '../model/source.js';
import type { RootIndex } from './root-index.js';
import { byPlace, withPerson } from './principal-views.js';

/** Somebody whom the files name and the root does not list: a changed e-mail looks exactly so. */
export interface MissingPerson {
  readonly address: string;
  /** What the files call the person. */
  readonly label: string;
  /** The full name in people.yaml; null where there is none. */
  readonly name: string | null;
  /** The scope of a document that names the person. */
  readonly scope: string;
  /** Where the person is named: the line of people.yaml, where they are in it. */
  readonly source: SourceLocation;
  /** The roles that the files give the person there, as written. */
  readonly roles: readonly string[];
}

/**
 * Who is named now by any document of a root, planned or not, and is nobody there: neither a user of the root, nor a
 * holder of anything in that document's scope. Sorted by label. Empty where the users were not read whole.
 */
export function missingPeople(
  documents: readonly DesiredScope[],
  root: LiveRoot | null,
  index: RootIndex,
  at: number,
): readonly MissingPerson[] {
  if (root?.complete !== true) return [];
  return documents
    .flatMap((document) => missingIn(document, root, index, at))
    .sort(
      byKeys(
        ({ label }) => label,
        ({ address }) => address,
        ({ scope }) => scope,
      ),
    );
}

function missingIn(
  { scope, assignments }: DesiredScope,
  root: LiveRoot,
  index: RootIndex,
  at: number,
): readonly MissingPerson[] {
  const found = new Map<string, MissingPerson & { readonly roles: string[] }>();
  let holders: ReadonlySet<string> | null = null;
  const unknown = assignments.filter(({ principal }) => {
    const { user, ambiguous } = index.identify(principal);
    return user === null && !ambiguous && principal.kind === 'user';
  });
  for (const assignment of unknown.sort(byPlace)) {
    const { address } = index.identify(assignment.principal);
    const own = withPerson(assignment, index, address);
    if (!isEffective(own, at)) continue;
    holders ??= holdersOf(root, scope.address);
    if (holders.has(address)) continue;
    const known = found.get(address);
    if (known === undefined) {
      const person = own.person === null ? null : index.personOfKey(own.person);
      found.set(address, {
        address,
        label: labelOf(assignment),
        name: person?.name ?? null,
        scope: scope.address,
        source: person?.source ?? assignment.source,
        roles: [assignment.role],
      });
    } else known.roles.push(assignment.role);
  }
  return [...found.values()];
}

function labelOf({ label, principal: { by, value } }: DesiredScope['assignments'][number]): string {
  return by === 'email' && asciiLower(label) !== value ? `${label} (${value})` : label;
}

function holdersOf({ scopes }: LiveRoot, address: string): ReadonlySet<string> {
  const rows = scopes.find(({ scope }) => scope.address === address)?.assignments ?? [];
  return new Set(rows.map(({ principal: { kind, id } }) => principalAddress(kind, id)));
}
