import { describe, expect, test } from 'vitest';
import { acc, dev, org } from './places.js';
import { aionRoot, document, emailOf, planOf, redoxRoot } from './world.js';

function reasonsOf(world: Parameters<typeof planOf>[0]): readonly (string | null)[] {
  return planOf(world).plan.changes.map(({ blocked }) => blocked);
}

describe('a name that nobody knows', () => {
  test('suggests the nearest role of the environment and lists those known there', () => {
    const live = [redoxRoot('1', { 1: 'member' }, { dev: {} })];
    expect(reasonsOf({ documents: [document(dev, { enginer: ['1'] })], live })).toEqual([
      expect.stringMatching(/; did you mean "engineer"\? known here: engineer, support$/u),
    ]);
    expect(reasonsOf({ documents: [document(dev, { wizard: ['1'] })], live })).toEqual([
      expect.stringMatching(/does not name it; known here: engineer, support$/u),
    ]);
  });

  test('suggests the nearest role of the account that can be given there', () => {
    const live = [aionRoot('a', ['1'], {}, {}, { blockedRoles: { auditor: 'a role of RESOURCE scope' } })];
    expect(reasonsOf({ documents: [document(acc, { acount_admin: ['1'] })], live })).toEqual([
      'the account has no role "acount_admin"; did you mean "account_admin"? known here: account_admin, billing_admin',
    ]);
  });

  test('lists twelve roles at most', () => {
    const roles = Array.from({ length: 30 }, (_, index) => `role-${String(index).padStart(2, '0')}`);
    const live = [aionRoot('a', ['1'], {}, {}, { roles })];
    const [reason] = reasonsOf({ documents: [document(acc, { unheard: ['1'] })], live });
    expect(reason).toMatch(/known here: role-00, .*, role-11 and 18 more$/u);
  });

  test.each([
    ['u12@acme.test', 'u1@acme.test'],
    ['u1@acme.tset', 'u1@acme.test'],
  ])('e-mail of the organization: %s', (email, meant) => {
    const live = [redoxRoot('1', { 1: 'member' }, {})];
    const [assignment] = document(org, { admin: ['1@'] }).assignments;
    if (assignment === undefined) throw new Error('no assignment');
    const principal = { kind: 'user', by: 'email', value: email } as const;
    const documents = [
      { ...document(org, { admin: [] }), assignments: [{ ...assignment, principal, label: email }] },
    ];
    expect(reasonsOf({ documents, live })).toEqual([
      `redox/organization/1 does not list this user: users are invited outside rolecall; did you mean "${meant}"?`,
    ]);
  });

  test('suggests nobody who only shares the domain', () => {
    const live = [redoxRoot('1', { 1: 'member' }, {})];
    expect(emailOf('987')).toBe('u987@acme.test');
    expect(reasonsOf({ documents: [document(org, { admin: ['987@'] })], live })).toEqual([
      'redox/organization/1 does not list this user: users are invited outside rolecall',
    ]);
  });

  test('says that the users were not read whole where somebody is missing', () => {
    const live = [{ ...aionRoot('a', ['ada'], {}), complete: false, wholePrincipals: null }];
    expect(reasonsOf({ documents: [document(acc, { auditor: ['alan'] })], live })).toEqual([
      'this user is not among those of aion/account/a that came, and they were not read whole',
    ]);
  });

  test('suggests the nearest id of the account', () => {
    const live = [aionRoot('a', ['ada.lovelace'], {})];
    expect(reasonsOf({ documents: [document(acc, { auditor: ['ada.lovelase'] })], live })).toEqual([
      expect.stringMatching(/; did you mean "ada.lovelace"\?$/u),
    ]);
  });
});
