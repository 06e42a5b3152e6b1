import { editMap } from '../../../editing/map-edits.js';
import type { MapEdit } from '../../../editing/map-change.js';
import { editedText, openFile } from '../../../editing/file.js';
import type { NewPair, NewScalar, NewValue } from '../../../editing/new-values.js';
import { UsageError } from '../../../errors.js';
import { quote } from '../../../model/label.js';
import { identityPath, type ProviderCatalogue } from '../../../model/scope.js';
import type { MatchedPeople } from './match-people.js';
import type { FoundPerson, Identity, NewPerson, UserId } from './person-identities.js';

/**
 * people.yaml with new people, and with who the others are in further systems; everything else stays.
 * @throws UsageError where no edit of the text can say it
 */
export function withPeople(
  path: string,
  before: string,
  { added, found }: MatchedPeople,
  catalogue: ProviderCatalogue,
): string {
  return edited(path, before, [
    ...added.map((person): MapEdit => {
      return { path: ['people', person.key], value: personValue(person, catalogue), place: 'sorted' };
    }),
    ...found.flatMap((each) => identityEdits(each, catalogue)),
  ]);
}

/** Settings that name people.yaml. @throws UsageError where no edit of the text can say it */
export function withPeoplePath(path: string, before: string, people: string): string {
  const value: NewValue = { kind: 'scalar', text: people };
  return edited(path, before, [{ path: ['people'], value, place: { after: 'access' } }]);
}

/** people.yaml with one more team. @throws UsageError where no edit of the text can say it */
export function withTeam(path: string, before: string, name: string, members: readonly string[]): string {
  const items = members.map((text) => ({ kind: 'scalar', text }) as const);
  return edited(path, before, [{ path: ['teams', name], value: { kind: 'list', items }, place: 'sorted' }]);
}

function edited(path: string, before: string, edits: readonly MapEdit[]): string {
  if (edits.length === 0) return before;
  const file = openFile(before);
  const result = editMap(file, edits);
  if (result.kind === 'edited') return editedText(file, result.splices);
  const where = result.path.length === 0 ? path : `${path}, at ${result.path.join('.')},`;
  throw new UsageError(`${where} cannot be edited here, so nothing was written`, {
    hint:
      result.anchor === null
        ? 'Write a map there, or {}.'
        : `Its text is shared through the anchor ${quote(result.anchor)}: write it out first.`,
  });
}

function personValue({ name, identities }: NewPerson, catalogue: ProviderCatalogue): NewValue {
  const placed = identities.map((identity) => ({
    identity,
    path: identityPath(catalogue, identity.provider),
  }));
  const own = placed.flatMap(({ identity, path: [key = '', inner] }): NewPair[] =>
    inner === undefined ? [[key, identityValue(identity)]] : [],
  );
  const ids = placed.flatMap(({ identity, path: [, inner] }): NewPair[] =>
    inner === undefined ? [] : [[inner, identityValue(identity)]],
  );
  return {
    kind: 'map',
    pairs: [
      ...(name === null ? [] : [['name', { kind: 'scalar', text: name }] as const]),
      ...own,
      ...(ids.length === 0 ? [] : [['ids', { kind: 'map', pairs: ids }] as const]),
    ],
  };
}

function identityEdits(
  { person, identity, isWhole }: FoundPerson,
  catalogue: ProviderCatalogue,
): readonly MapEdit[] {
  const { provider, is } = identity;
  const path = ['people', person.key, ...identityPath(catalogue, provider)] as const;
  if ('id' in is || isWhole) return [{ path: [...path], value: identityValue(identity) }];
  return [...is].map(([rootId, user]) => ({ path: [...path, rootId], value: userValue(user) }));
}

function identityValue({ is }: Identity): NewValue {
  if ('id' in is) return userValue(is);
  return { kind: 'map', pairs: [...is].map(([rootId, user]) => [rootId, userValue(user)] as const) };
}

function userValue({ id, email }: UserId): NewScalar {
  const value = { kind: 'scalar', text: `user:${id}` } as const;
  return email === null ? value : { ...value, comment: email };
}
