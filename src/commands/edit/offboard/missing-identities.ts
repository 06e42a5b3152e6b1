import { UsageError } from '../../../errors.js';
import { type DesiredAssignment, type DesiredScope, type Person, personIn } from '../../../model/desired.js';
import { listed, quote } from '../../../model/label.js';
import { byKeys, groupBy } from '../../../model/ordering.js';
import { type PrincipalRef, refKey } from '../../../model/principal.js';
import { identityPath } from '../../../model/scope.js';
import { locationWords } from '../../../report/words.js';
import type { EditableConfig } from '../editable-config.js';
import type { EditWho } from '../who.js';
import { refsOf } from '../../explain/who.js';

/** Who a person is in one system, by the keys of people.yaml below the person. */
export interface NewIdentity {
  readonly path: readonly [string, ...string[]];
  readonly text: string;
}

/** An assignment, and the document that asks for it. */
export interface Named {
  readonly desired: DesiredScope;
  readonly assignment: DesiredAssignment;
}

/**
 * What people.yaml must say for every entry of somebody to be known as theirs: entries by e-mail or id, of systems in which
 * the person has no identity. `joined` are those assignments; `doubts` tells of entries that nothing in the files can join.
 * @throws UsageError where an id is one of several systems, since they need not be one person
 */
export function missingIdentities(
  who: EditWho,
  { desired, catalogue }: EditableConfig,
): {
  readonly identities: readonly NewIdentity[];
  readonly joined: readonly Named[];
  readonly doubts: readonly string[];
} {
  const { person, asked } = who;
  const emails = new Set(
    person === null
      ? []
      : refsOf(person)
          .filter(({ by }) => by === 'email')
          .map(refKey),
  );
  const order = [...catalogue.keys()];
  const scopes = desired.scopes.toSorted(byKeys(({ scope }) => order.indexOf(scope.provider)));
  const unknown = scopes.flatMap((scope) =>
    scope.assignments
      .filter(
        (each) =>
          each.person === null &&
          (who.isNamedBy(each) || who.isThroughTeam(each) || emails.has(refKey(each.principal))),
      )
      .map((assignment): Named => ({ desired: scope, assignment })),
  );
  const providers = [...groupBy(unknown, ({ desired: { scope } }) => scope.provider)];
  if (providers.length > 1 && unknown.some(({ assignment }) => assignment.principal.by === 'id')) {
    const systems = listed(providers.map(([provider]) => provider));
    throw new UsageError(`${quote(asked)} is named in ${systems}, which may be several people`, {
      hint: 'Add the person to people.yaml with an id for each system, then run this again.',
    });
  }
  const identities = new Map<string, NewIdentity>();
  const joined: Named[] = [];
  const doubts: string[] = [];
  for (const named of unknown) {
    const { desired: document, assignment } = named;
    const { scope } = document;
    const path = identityPathIn(person, scope, identityPath(catalogue, scope.provider));
    if (path === null) doubts.push(doubtAbout(person, document, assignment));
    else {
      identities.set(JSON.stringify(path), { path, text: textFor(assignment.principal) });
      joined.push(named);
    }
  }
  return { identities: [...identities.values()], joined, doubts: [...new Set(doubts)] };
}

/** Where a person's identity in a root is missing; null where there is another one. */
function identityPathIn(
  person: Person | null,
  { provider, rootId }: DesiredScope['scope'],
  [key = provider, ...rest]: readonly string[],
): NewIdentity['path'] | null {
  const known = person?.principals.get(provider);
  if (known === undefined) return [key, ...rest];
  return 'kind' in known || known.has(rootId) ? null : [key, ...rest, rootId];
}

function textFor({ by, value }: PrincipalRef): string {
  return by === 'email' ? value : `user:${value}`;
}

function doubtAbout(
  person: Person | null,
  { scope }: DesiredScope,
  { label, source }: DesiredAssignment,
): string {
  const known = person === null ? null : personIn(person, scope);
  const identity = known === null ? 'somebody else' : quote(textFor(known));
  return `${locationWords(source)} names ${quote(label)}, and people.yaml says ${identity} for ${quote(person?.key ?? '')} in ${scope.provider}: the entry ends only if the API shows that both are one user.`;
}
