import { describe, expect, test } from 'vitest';
import { documentKinds, readKind } from '../../src/config/document-head.js';
import { readYaml } from '../../src/config/yaml-reader.js';
import { type ProviderCatalogue, type ProviderTraits, scopeTraits } from '../../src/model/scope.js';
import { catalogue } from '../modules.js';

const forge: ProviderTraits = {
  name: 'forge',
  title: 'Forge',
  peopleKey: null,
  scopes: [
    scopeTraits({ kind: 'organization', description: 'An organization.' }),
    scopeTraits({ kind: 'team', description: 'A team.', rootKind: 'organization' }),
  ],
  cannotList: [],
};
const all: ProviderCatalogue = new Map([...catalogue, ['forge', forge]]);

/** Whose kind a document is by its keys, or what is wrong with them. */
function read(text: string, configured: readonly string[] | null): string | readonly string[] {
  const [document] = readYaml('access.yaml', new TextEncoder().encode(text)).documents;
  if (document === undefined) throw new Error('a document was read');
  const top = Object.fromEntries(Object.entries(document.value as object));
  const kinds = documentKinds(all, configured === null ? null : new Set(configured));
  const { kind, findings } = readKind('access.yaml', document, top, kinds);
  return findings.length > 0
    ? findings.map(({ code, message, line, column }) => `${line}:${column} ${code}: ${message}`)
    : `${kind?.provider}/${kind?.kind}`;
}

describe('a kind that two providers have', () => {
  test('is of the one that the settings name', () => {
    expect(read('organization: acme', ['redox', 'aion'])).toBe('redox/organization');
    expect(read('organization: acme', ['forge', 'aion'])).toBe('forge/organization');
  });

  test('is in doubt where the settings name both, at the line of the key', () => {
    expect(read('name: Acme\norganization: acme', ['redox', 'forge'])).toEqual([
      '2:1 provider-ambiguous: "organization" is a kind of the providers redox and forge, which the settings name: add "provider: redox" or "provider: forge".',
    ]);
  });

  test('is in doubt where the settings name neither', () => {
    expect(read('organization: acme', [])).toEqual([
      '1:1 provider-ambiguous: "organization" is a kind of the providers redox and forge, none of which the settings name: add "provider: redox" or "provider: forge".',
    ]);
  });

  test('is told by the document itself', () => {
    expect(read('provider: forge\norganization: acme', ['redox', 'forge'])).toBe('forge/organization');
    expect(read('provider: redox\norganization: acme', [])).toBe('redox/organization');
  });

  test('is told by a key beside it that only one of them has', () => {
    expect(read('team: core\norganization: acme', ['redox', 'forge'])).toBe('forge/team');
    expect(read('environment: x\norganization: acme', ['redox', 'forge'])).toBe('redox/environment');
  });

  test('is no finding while it cannot be told which providers the settings name', () => {
    expect(read('organization: acme', null)).toBe('undefined/undefined');
  });
});

test('keys of two kinds in one root are too many', () => {
  expect(read('team: core\nenvironment: x\norganization: acme', ['redox', 'forge'])).toEqual([
    '3:1 schema: A document is about an environment or about a team, not both: leave one out.',
  ]);
});

test('a document without a head is told every kind there is', () => {
  expect(read('roles: {}', ['redox'])).toEqual([
    '1:1 missing-key: No key names the scope of the document: add "organization" (with "environment" or "team" for one) or "account" (with "project" for one).',
  ]);
});
