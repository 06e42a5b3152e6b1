import { nearestOf, suggestion } from '../../model/nearest.js';
import { UsageError } from '../../errors.js';
import { parsePrincipalAddress } from '../../model/address.js';
import { asciiLower, type PrincipalRef, refAddress, refKey } from '../../model/principal.js';
import type { DesiredAssignment, DesiredState, Person } from '../../model/desired.js';

/** Whom a question is about: people of people.yaml, and references by which entries may name somebody. */
export interface Who {
  readonly asked: string;
  readonly people: readonly Person[];
  readonly refs: readonly PrincipalRef[];
}

/**
 * Finds a principal by key of people.yaml, e-mail, `user:ID` or `group:ID`.
 * @throws UsageError for one that the files do not know, with the nearest that they do
 */
export function whoIs(asked: string, desired: DesiredState): Who {
  const { who, isNamed } = whoMeant(asked, desired);
  if (isNamed) return who;
  throw new UsageError(
    `the files do not name ${JSON.stringify(asked)}.${suggestion(nearestTo(asked, desired))}`,
    {
      hint: 'Name a key of people.yaml, an e-mail, user:ID or group:ID.',
    },
  );
}

/** Whom a text means, and whether the files name them. @throws UsageError for a malformed address */
export function whoMeant(
  asked: string,
  desired: DesiredState,
): { readonly who: Who; readonly isNamed: boolean } {
  const refs = refsFor(asked);
  const keys = new Set(refs.map(refKey));
  const people = desired.people.filter(
    (person) => person.key === asked || refsOf(person).some((own) => keys.has(refKey(own))),
  );
  const who: Who = { asked, people, refs };
  const named = desired.scopes.some(({ assignments }) =>
    assignments.some((assignment) => isAbout(assignment, who)),
  );
  return { who, isNamed: people.length > 0 || named };
}

/** Whether an assignment is the principal's. */
export function isAbout(assignment: DesiredAssignment, { people, refs }: Who): boolean {
  if (assignment.person !== null && people.some(({ key }) => key === assignment.person)) return true;
  const key = refKey(assignment.principal);
  return refs.some((ref) => refKey(ref) === key);
}

/** What people.yaml says of the person asked about, on one line; null if it does not name them. */
export function wordsFor({ people }: Who): string | null {
  const [person] = people;
  if (person === undefined) return null;
  const ids = [...person.principals].flatMap(([system, principal]) =>
    'kind' in principal
      ? [`${principal.value} in ${system}`]
      : [...principal].map(([root, ref]) => `${ref.value} in ${system} ${root}`),
  );
  const name = person.name === null ? person.key : `${person.name} (${person.key})`;
  return ids.length === 0 ? name : `${name}: ${ids.join(', ')}`;
}

/** All references of a person, in all systems. */
export function refsOf({ principals }: Person): readonly PrincipalRef[] {
  return [...principals.values()].flatMap((principal) =>
    'kind' in principal ? [principal] : [...principal.values()],
  );
}

/** The references that a text may mean. Plans write `user:` and an e-mail for somebody without a known id. */
function refsFor(asked: string): readonly PrincipalRef[] {
  const named = parsePrincipalAddress(asked);
  if (named === null && /^(?:user|group):/u.test(asked)) {
    throw new UsageError(`${JSON.stringify(asked)} is not the address of a principal`, {
      hint: 'Write user:ID or group:ID, the id percent-encoded: %25 for a "%".',
    });
  }
  if (named !== null) {
    const byId: PrincipalRef = { kind: named.kind, by: 'id', value: named.id };
    return named.kind === 'user' && named.id.includes('@') ? [byId, byEmail(named.id)] : [byId];
  }
  return [asked.includes('@') ? byEmail(asked) : { kind: 'user', by: 'id', value: asked }];
}

function byEmail(text: string): PrincipalRef {
  return { kind: 'user', by: 'email', value: asciiLower(text) };
}

export function nearestTo(asked: string, { people, scopes }: DesiredState): string | null {
  const refs = [
    ...people.flatMap(refsOf),
    ...scopes.flatMap(({ assignments }) => assignments.map(({ principal }) => principal)),
  ];
  const isAddress = /^(?:user|group):/u.test(asked);
  const names = refs.map((ref) => (isAddress ? refAddress(ref) : ref.value));
  return nearestOf([...people.map(({ key }) => key), ...names])(asked);
}
