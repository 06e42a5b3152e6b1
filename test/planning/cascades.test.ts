import { describe, expect, test } from 'vitest';
import { dev, org } from './places.js';
import { changesOf, document, environment, HOUR, NOW, person, planOf, redoxRoot } from './world.js';

const prod = environment('1', 'prod');

describe('a removal from an organization', () => {
  const members = { 1: 'owner', 2: 'member', 3: 'member' };
  const live = [redoxRoot('1', members, { dev: { 2: 'engineer', 3: 'engineer' }, prod: { 2: 'support' } })];
  const kept = document(org, { owner: ['1'], member: ['3'] }, true);

  test('takes the environments along, names what goes with it, and plans no revoke there', () => {
    const { plan } = planOf({
      documents: [kept, document(dev, { support: ['3'] }, true), document(prod, {})],
      live,
    });
    expect(
      plan.changes.map(({ action, scope, principal, takesAlong }) => [action, scope, principal, takesAlong]),
    ).toEqual([
      ['change', 'redox/environment/dev', 'user:3', undefined],
      [
        'revoke',
        'redox/organization/1',
        'user:2',
        ['redox/environment/dev engineer', 'redox/environment/prod support'],
      ],
    ]);
    expect(plan.unlisted).toEqual([]);
  });

  test('is blocked while the organization declares somebody who was not found, and names both', () => {
    const document1 = document(org, { owner: ['1'], member: ['3', '9@'] }, true);
    const { plan } = planOf({ documents: [document1, document(dev, {}, true)], live });
    const revoke = plan.changes.find(
      ({ principal, scope }) => principal === 'user:2' && scope === org.address,
    );
    expect(revoke?.blocked).toContain('u9@acme.test');
    expect(revoke?.blocked).toContain('u2@acme.test');
    expect(plan.summary).toMatchObject({ revoke: 0, blocked: 4 });
  });

  test('is not blocked by somebody who was not found and is not declared at this time', () => {
    const later = document(org, { owner: ['1'], member: ['3', { who: '9@', from: NOW + HOUR }] }, true);
    expect(changesOf({ documents: [later], live })).toEqual(['- redox/organization/1 user:2 member']);
  });

  test('is blocked while an environment lists the user, whether it is planned in this run or not', () => {
    const listing = document(prod, { support: ['2'] });
    const [change] = planOf({ documents: [kept, listing], only: [kept], live }).plan.changes;
    expect(change?.blocked).toContain('redox/environment/prod still lists this user');
  });

  test('is not blocked by an environment entry that ended when the person left', () => {
    const people = [person('bob', NOW, { redox: '2@' })];
    const listing = document(prod, { support: ['2'] });
    expect(changesOf({ documents: [kept, listing], live, people })).toEqual([
      '- redox/organization/1 user:2 member',
    ]);
  });

  test('is blocked if the user is protected in an environment', () => {
    const protect = [{ scope: 'redox/environment/*', principal: 'u2@acme.test' }];
    const { plan } = planOf({ documents: [kept, document(prod, {})], live, guards: { protect } });
    expect(plan.changes.map(({ blocked }) => blocked)).toEqual([
      'this principal is protected by the settings in redox/environment/prod, where the removal also ends a role',
    ]);
    const narrowed = planOf({
      documents: [kept, document(prod, {})],
      only: [kept],
      live,
      guards: { protect },
    });
    expect(narrowed.plan.summary).toMatchObject({ revoke: 0, blocked: 1 });
  });
});
