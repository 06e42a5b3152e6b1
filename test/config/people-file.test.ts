import { expect, test } from 'vitest';
import { composedSchemas } from '../../src/config/composed-schemas.js';
import { peopleForm, readPeopleFile } from '../../src/config/people-file.js';
import type { ProviderTraits } from '../../src/model/scope.js';
import { catalogue, modules } from '../modules.js';
import { forge } from '../providers/forge/forge.js';

const named = (name: string): [string, ProviderTraits] => [name, { ...forge.traits, name }];
const form = peopleForm(
  new Map([...catalogue, named('forge'), named('github')]),
  () => composedSchemas([...modules, forge]).people,
);

function identitiesOf(person: string): readonly unknown[] {
  const { people, diagnostics } = readPeopleFile(
    'people.yaml',
    Buffer.from(`people: { ada: ${person} }`),
    form,
  );
  expect(diagnostics).toEqual([]);
  return [...(people[0]?.principals ?? [])];
}

test('a provider without a key of its own finds a person under ids, by its name', () => {
  expect(identitiesOf('{ redox: ada@acme.test, ids: { forge: user:ada } }')).toEqual([
    ['redox', { kind: 'user', by: 'email', value: 'ada@acme.test' }],
    ['forge', { kind: 'user', by: 'id', value: 'ada' }],
  ]);
  expect(identitiesOf('{ ids: { forge: { acme: ada } } }')).toEqual([
    ['forge', new Map([['acme', { kind: 'user', by: 'id', value: 'ada' }]])],
  ]);
});

test('a provider named github takes the login, unless ids say otherwise', () => {
  expect(identitiesOf('{ github: adal }')).toEqual([['github', { kind: 'user', by: 'id', value: 'adal' }]]);
  expect(identitiesOf('{ github: adal, ids: { github: ada-l } }')).toEqual([
    ['github', { kind: 'user', by: 'id', value: 'ada-l' }],
  ]);
});

test('an id in a provider that does not exist, or that has a key of its own, is a finding at its key', () => {
  const text = 'people:\n  ada:\n    ids:\n      forg: ada\n      redox: ada\n';
  const { diagnostics } = readPeopleFile('people.yaml', Buffer.from(text), form);
  expect(
    diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`),
  ).toEqual([
    '4:7 provider-unknown: There is no provider "forg" that needs ids here. Did you mean "forge"?',
    '5:7 provider-unknown: There is no provider "redox" that needs ids here. Write "redox" beside "ids".',
  ]);
});
