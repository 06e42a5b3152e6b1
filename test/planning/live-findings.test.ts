import { describe, expect, test } from 'vitest';
import type { SeparationPolicy } from '../../src/model/settings.js';
import { acc, dev, future, org, past } from './places.js';
import { aionRoot, document, environment, person, planOf, redoxRoot, type World } from './world.js';

const prod = environment('1', 'prod');
const apart: SeparationPolicy = {
  name: 'no-self-approval',
  roles: ['engineer', 'support', 'auditor'],
  within: 'everywhere',
  level: 'error',
};
const live = [redoxRoot('1', { 1: 'owner', 2: 'member' }, { dev: {}, prod: {} }), aionRoot('a', ['1'], {})];

function found(world: Omit<World, 'live'>): readonly string[] {
  const { diagnostics } = planOf({ separation: [apart], ...world, live });
  return diagnostics.map(({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`);
}

describe('separation, once the live state tells who has which e-mail', () => {
  const both = [
    'error separation access/environment-dev.yaml:2',
    'error separation access/environment-prod.yaml:2',
  ];

  test('finds one person behind an e-mail and an id, at both lines', () => {
    const documents = [document(dev, { engineer: ['2@'] }), document(prod, { support: ['2'] })];
    expect(found({ documents })).toEqual(both);
    const { diagnostics } = planOf({ documents, live, separation: [apart] });
    expect(diagnostics[0]?.message).toBe(
      '"u2@acme.test" would hold roles that the policy "no-self-approval" forbids together: "engineer" in redox/environment/dev (access/environment-dev.yaml:2), "support" in redox/environment/prod (access/environment-prod.yaml:2). Remove all but one.',
    );
  });

  test('joins systems by e-mail, and people by people.yaml', () => {
    const documents = [document(dev, { engineer: ['1'] }), document(acc, { auditor: ['1@'] })];
    expect(found({ documents })).toEqual([
      'error separation access/environment-dev.yaml:2',
      'error separation access/account-a.yaml:2',
    ]);
    const people = [person('ada', null, { redox: '2@' })];
    const byKey = { who: '2@', person: 'ada' };
    const named = [document(dev, { engineer: [byKey] }), document(prod, { support: ['2'] })];
    expect(found({ documents: named, people })).toEqual(both);
  });

  test('does not repeat what the files alone tell, and keeps two people and two times apart', () => {
    expect(
      found({ documents: [document(dev, { engineer: ['2'] }), document(prod, { support: ['2'] })] }),
    ).toEqual([]);
    expect(
      found({ documents: [document(dev, { engineer: ['1@'] }), document(prod, { support: ['2'] })] }),
    ).toEqual([]);
    const ended = document(dev, { engineer: [{ who: '2@', until: past }] });
    expect(found({ documents: [ended, document(prod, { support: ['2'] })] })).toEqual([]);
    const turns = document(dev, { engineer: [{ who: '2@', until: future }] });
    const then = document(prod, { support: [{ who: '2', from: future }] });
    expect(found({ documents: [turns, then] })).toEqual([]);
  });

  test('covers the planned scopes only, and warns where the policy says so', () => {
    const documents = [document(dev, { engineer: ['2@'] }), document(prod, { support: ['2'] })];
    const organization = document(org, { owner: ['1'] });
    expect(found({ documents: [...documents, organization], only: [organization] })).toEqual([]);
    expect(found({ documents, only: documents.slice(0, 1) })).toEqual(both);
    expect(found({ documents, separation: [{ ...apart, level: 'warning' }] })).toEqual(
      both.map((line) => line.replace('error', 'warning')),
    );
  });
});
