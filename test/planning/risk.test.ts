import { describe, expect, test } from 'vitest';
import { acc, org, past } from './places.js';
import { aionRoot, document, planOf, redoxRoot, shown } from './world.js';

describe('high risk', () => {
  test('changes that give a high-risk role come first, then those that take one away, then the rest', () => {
    const live = [
      redoxRoot('1', { 1: 'member', 2: 'admin', 3: 'owner', 4: 'member', 5: 'owner', 6: 'guest' }),
    ];
    const documents = [document(org, { admin: ['1', '3'], member: ['2', '6'], owner: ['5'] }, true)];
    const { plan } = planOf({ documents, live });
    expect(plan.changes.map((change) => `${change.risk} ${shown(change)}`)).toEqual([
      'high ~ redox/organization/1 user:1 member > admin',
      'high ~ redox/organization/1 user:3 owner > admin',
      'high ~ redox/organization/1 user:2 admin > member',
      'normal ~ redox/organization/1 user:6 guest > member',
      'normal - redox/organization/1 user:4 member',
    ]);
  });

  test('revokes and deactivations of a high-risk role carry it, by a date too, and inactive assignments give none', () => {
    const rows = {
      1: ['account_admin'],
      2: ['account_admin'],
      3: [{ role: 'account_admin', status: 'inactive' as const }],
      4: [{ role: 'account_admin', status: 'inactive' as const }],
      5: ['account_admin'],
      6: ['auditor'],
    };
    const live = [aionRoot('a', ['1', '2', '3', '4', '5', '6'], rows)];
    const documents = [
      document(
        acc,
        {
          account_admin: [{ who: '2', status: 'inactive' }, '4', { who: '5', until: past }],
          auditor: [],
        },
        true,
      ),
    ];
    const { plan } = planOf({ documents, live });
    expect(plan.changes.map((change) => `${change.risk} ${shown(change)}`)).toEqual([
      'high ~ aion/account/a user:4 account_admin/inactive > account_admin',
      'high ~ aion/account/a user:2 account_admin > account_admin/inactive',
      'high - aion/account/a user:1 account_admin',
      'high - aion/account/a user:5 account_admin [ended]',
      'normal - aion/account/a user:3 account_admin/inactive',
      'normal - aion/account/a user:6 auditor',
    ]);
  });

  test('only unlisted holders of a high-risk role carry it', () => {
    const rows = {
      1: ['account_admin'],
      2: [{ role: 'account_admin', status: 'inactive' as const }],
      3: ['auditor'],
    };
    const { plan } = planOf({
      documents: [document(acc, {})],
      live: [aionRoot('a', ['1', '2', '3'], rows)],
    });
    expect(plan.unlisted.map(({ principal, risk }) => [principal, risk])).toEqual([
      ['user:1', 'high'],
      ['user:2', undefined],
      ['user:3', undefined],
    ]);
  });
});
