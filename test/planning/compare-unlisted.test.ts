import { describe, expect, test } from 'vitest';
import { acc, dev, org } from './places.js';
import { account, aionRoot, changesOf, document, planOf, redoxRoot } from './world.js';

describe('pruning', () => {
  test('prune: listed revokes only within the roles that the document names', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'member' }, { dev: { 1: 'engineer', 2: 'support' } })];
    const { plan } = planOf({ documents: [document(dev, { engineer: [] }, 'listed')], live });
    expect(plan.changes.map(({ principal }) => principal)).toEqual(['user:1']);
    expect(plan.unlisted.map(({ principal }) => principal)).toEqual(['user:2']);
  });

  test('prune: listed removes nobody from an organization', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'admin' })];
    expect(changesOf({ documents: [document(org, { owner: ['1'], admin: [] }, 'listed')], live })).toEqual(
      [],
    );
  });

  test('prune: listed knows a role by its name and by its id', () => {
    const live = [aionRoot('a', ['1'], { 1: ['auditor'] }, {}, { aliases: { auditor: ['The auditor'] } })];
    expect(changesOf({ documents: [document(acc, { 'The auditor': [] }, 'listed')], live })).toEqual([
      '- aion/account/a user:1 auditor',
    ]);
  });

  test.each(['user:auth0|ada@acme.test', 'user:auth0%7Cada@acme.test', 'user:auth0%7cada%40acme.test'])(
    'who is protected as %s is protected, and so is the own user of that spelling',
    (principal) => {
      const live = [aionRoot('a|b', ['auth0|ada@acme.test'], { 'auth0|ada@acme.test': ['auditor'] })];
      const documents = [document(account('a|b'), {}, true)];
      expect(changesOf({ documents, live })).toHaveLength(1);
      for (const scope of ['aion/account/a|b', 'aion/account/a%7cb', 'aion/*/a%7C*']) {
        expect(changesOf({ documents, live, guards: { protect: [{ scope, principal }] } })).toEqual([]);
      }
      expect(changesOf({ documents, live, self: { aion: principal } })).toEqual([]);
    },
  );

  test('a display name protects nobody', () => {
    const root = aionRoot('a', ['1'], { 1: ['auditor'] });
    const live = [
      { ...root, users: root.users.map((user) => ({ ...user, email: null, name: 'boss@acme.test' })) },
    ];
    const documents = [document(acc, {}, true)];
    const protect = [{ scope: '**', principal: 'boss@acme.test' }];
    expect(changesOf({ documents, live, guards: { protect } })).toHaveLength(1);
    expect(changesOf({ documents, live, self: { aion: 'boss@acme.test' } })).toHaveLength(1);
  });

  test('groups, kept roles, protected principals and the own user are never pruned', () => {
    const live = [
      aionRoot('a', ['1', '2', '3'], {
        1: ['auditor'],
        2: ['auditor'],
        'group:g': ['auditor'],
        3: [
          { role: 'r1', keep: 'resource-role' },
          { role: 'r2', keep: 'unknown-role' },
          { role: 'r3', keep: 'project-missing' },
          { role: 'r4', keep: 'maybe-inherited' },
          { role: 'r5', keep: 'inherited' },
          { role: 'team_member', keep: 'system-role' },
        ],
      }),
    ];
    const { plan } = planOf({
      documents: [document(acc, {}, true)],
      live,
      self: { aion: '2' },
      guards: { protect: [{ scope: 'aion/**', principal: 'u1@acme.test' }] },
    });
    expect(plan.changes).toEqual([]);
    expect(plan.unlisted.map(({ principal, role }) => `${principal} ${role}`)).toEqual([
      'group:g auditor',
      'user:1 auditor',
      'user:2 auditor',
      'user:3 r1',
      'user:3 r2',
      'user:3 r3',
      'user:3 r4',
      'user:3 r5',
    ]);
  });
});

describe('reads that were not whole', () => {
  test('nothing is planned in an incomplete Redox scope, nor in the environments of an incomplete organization', () => {
    const live = redoxRoot('1', { 1: 'member' }, { dev: {} }, { complete: false });
    const documents = [document(org, { owner: ['1'] }, true), document(dev, { engineer: ['1'] }, true)];
    const { plan } = planOf({ documents, live: [live] });
    expect(plan.changes).toEqual([]);
    expect(plan.scopes.map(({ complete }) => complete)).toEqual([false, false]);
    const partly = redoxRoot('1', { 1: 'member' }, { dev: {} }, { incomplete: ['redox/environment/dev'] });
    expect(changesOf({ documents, live: [partly] })).toEqual([
      '~ redox/organization/1 user:1 member > owner',
    ]);
  });

  test('in an incomplete Aion scope whole users are granted, and nothing is taken or paired', () => {
    const rows = { 1: ['auditor'], 2: ['auditor'] };
    const live = [aionRoot('a', ['1', '2'], rows, {}, { complete: false, whole: ['user:1'] })];
    const why = '!the scope could not be read whole, so nothing is taken away there';
    expect(changesOf({ documents: [document(acc, { billing_admin: ['1', '2'] }, true)], live })).toEqual([
      '+ aion/account/a user:1 billing_admin',
      `- aion/account/a user:1 auditor ${why}`,
    ]);
  });

  test('a role is not called unknown where an incomplete read did not bring it', () => {
    const documents = [document(acc, { ghost_role: ['1'] })];
    const partly = aionRoot('a', ['1'], {}, {}, { complete: false });
    expect(changesOf({ documents, live: [partly] })).toEqual([
      '+ aion/account/a user:1 ghost_role !the role "ghost_role" is not in the list of the account, which could not be read whole; known here: account_admin, auditor, billing_admin',
    ]);
    expect(changesOf({ documents, live: [aionRoot('a', ['1'], {})] })).toEqual([
      '+ aion/account/a user:1 ghost_role !the account has no role "ghost_role"; known here: account_admin, auditor, billing_admin',
    ]);
  });

  test('a scope that was not read at all is incomplete', () => {
    const { plan } = planOf({ documents: [document(org, { owner: ['1'] })], live: [] });
    expect(plan.scopes[0]).toMatchObject({ complete: false, live: 0 });
    expect(plan.changes).toEqual([]);
  });
});
