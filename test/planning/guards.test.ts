import { describe, expect, test } from 'vitest';
import { acc, dev, org, past } from './places.js';
import { DAY } from '../../src/model/instant.js';
import { aionRoot, document, environment, NOW, planOf, project, redoxRoot, type World } from './world.js';

function guardsOf(world: World): readonly (readonly [string, string | null])[] {
  return planOf(world).plan.guards.map(({ guard, scope }) => [guard, scope]);
}

/** An organization of `size` members, the first of them owner. */
function members(size: number, role = 'member'): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [String(index + 1), index === 0 ? 'owner' : role]),
  );
}

describe('maxRevokes', () => {
  const maxRevokes = { count: 2, percent: 10 };
  const all = members(40);
  const environments = { dev: Object.fromEntries(Object.keys(all).map((id) => [id, 'engineer'])) };

  function pruned(count: number): World {
    const kept = Object.keys(all).slice(count);
    const documents = [document(dev, { engineer: kept }, true)];
    return { documents, live: [redoxRoot('1', all, environments)], guards: { maxRevokes } };
  }

  test('refuses more revokes than the larger of count and percent', () => {
    expect(guardsOf(pruned(4))).toEqual([]);
    expect(guardsOf(pruned(5))).toEqual([['maxRevokes', 'redox/environment/dev']]);
  });

  test('is replaced over the whole run by --allow-revokes', () => {
    expect(guardsOf({ ...pruned(5), allowRevokes: 5 })).toEqual([]);
    expect(guardsOf({ ...pruned(4), allowRevokes: 3 })).toEqual([['maxRevokes', null]]);
  });

  test('says one revoke in the singular', () => {
    const [refusal] = planOf({ ...pruned(1), allowRevokes: 0 }).plan.guards;
    expect(refusal?.message).toMatch(/^1 revoke in this run is more than the 0 /u);
  });

  test('does not count revokes that a recent date brings about', () => {
    const live = [redoxRoot('1', all, environments)];
    const ended = Object.keys(all).map((who) => ({ who, until: past }));
    expect(
      guardsOf({ documents: [document(dev, { engineer: ended })], live, guards: { maxRevokes } }),
    ).toEqual([]);
  });

  test('counts revokes whose date passed more than 30 days ago', () => {
    const live = [redoxRoot('1', all, environments)];
    const endedAt = (until: number): World => ({
      documents: [document(dev, { engineer: Object.keys(all).map((who) => ({ who, until })) })],
      live,
      guards: { maxRevokes },
    });
    expect(guardsOf(endedAt(NOW - 30 * DAY))).toEqual([]);
    expect(guardsOf(endedAt(NOW - 30 * DAY - 1))).toEqual([['maxRevokes', 'redox/environment/dev']]);
  });

  test('counts leavers of more than 30 days ago, also where their removal empties an environment', () => {
    const live = [redoxRoot('1', members(9), { dev: { 7: 'engineer', 8: 'engineer', 9: 'engineer' } })];
    const leftAt = (leaves: number): World => {
      const admin = ['7', '8', '9'].map((who) => ({ who, leaves }));
      const kept = { owner: ['1'], member: ['2', '3', '4', '5', '6'], admin };
      return { documents: [document(org, kept, true), document(dev, {})], live };
    };
    expect(guardsOf(leftAt(NOW - 30 * DAY))).toEqual([]);
    expect(guardsOf(leftAt(NOW - 31 * DAY))).toEqual([['maxRevokes', 'redox/environment/dev']]);
    const limit = { guards: { maxRevokes } };
    expect(guardsOf({ ...leftAt(NOW - 31 * DAY), ...limit })).toContainEqual([
      'maxRevokes',
      'redox/organization/1',
    ]);
  });

  test('takes the older date of a pair, and the start of a term', () => {
    const ids = ['1', '2', '3'];
    const rows = Object.fromEntries(ids.map((id) => [id, ['account_admin']]));
    const live = [aionRoot('a', [...ids, '4'], { ...rows, 4: ['account_admin'] })];
    const moved = (until: number, from: number): World => ({
      documents: [
        document(acc, {
          account_admin: ['4', ...ids.map((who) => ({ who, until }))],
          auditor: ids.map((who) => ({ who, from })),
        }),
      ],
      live,
      guards: { maxRevokes },
    });
    expect(guardsOf(moved(past, past))).toEqual([]);
    expect(guardsOf(moved(past, NOW - 31 * DAY))).toEqual([['maxRevokes', 'aion/account/a']]);
    const owners = { 1: 'owner', 2: 'owner', 3: 'owner', 4: 'owner' };
    const lowered = (from: number): World => ({
      documents: [document(org, { owner: ['4'], member: ids.map((who) => ({ who, from })) })],
      live: [redoxRoot('1', owners)],
      guards: { maxRevokes },
    });
    expect(guardsOf(lowered(past))).toEqual([]);
    expect(guardsOf(lowered(NOW - 31 * DAY))).toEqual([['maxRevokes', 'redox/organization/1']]);
  });

  test('counts deactivations, and changes from a high-risk role to another', () => {
    const rows = Object.fromEntries(
      ['1', '2', '3', '4'].map((id) => [id, ['project_admin', 'project_reader']]),
    );
    const web = project('a', 'web');
    const live = [aionRoot('a', ['1', '2', '3', '4'], {}, { web: rows })];
    const inactive = ['1', '2', '3'].map((who) => ({ who, status: 'inactive' as const }));
    const documents = [
      document(web, { project_admin: ['4', '1', '2', '3'], project_reader: [...inactive, '4'] }),
    ];
    expect(guardsOf({ documents, live, guards: { maxRevokes } })).toEqual([
      ['maxRevokes', 'aion/project/a/web'],
    ]);
    const moved = [
      document(
        web,
        { project_admin: ['4'], ml_engineer: ['1', '2', '3'], project_reader: ['1', '2', '3', '4'] },
        true,
      ),
    ];
    expect(guardsOf({ documents: moved, live, guards: { maxRevokes } })).toEqual([
      ['maxRevokes', 'aion/project/a/web'],
    ]);
    const harmless = [
      document(
        web,
        { project_admin: ['1', '2', '3', '4'], ml_engineer: ['1', '2', '3'], project_reader: ['4'] },
        true,
      ),
    ];
    expect(guardsOf({ documents: harmless, live, guards: { maxRevokes } })).toEqual([]);
  });

  test('does not count what is blocked or cannot be verified', () => {
    const live = [redoxRoot('1', all, environments)];
    const protect = ['1', '2', '3', '4', '5'].map((id) => ({ scope: '**', principal: `user:${id}` }));
    const ids = Object.keys(all);
    const documents = [document(dev, { support: ids.slice(0, 5), engineer: ids.slice(5) })];
    expect(guardsOf({ documents, live, guards: { maxRevokes: { count: 0, percent: 0 }, protect } })).toEqual(
      [],
    );
  });

  test('refuses to empty a scope of three or more principals, below the limit too', () => {
    const live = (size: number) => [
      redoxRoot('1', members(9), {
        dev: Object.fromEntries(Object.keys(members(size)).map((id) => [id, 'engineer'])),
      }),
    ];
    const documents = [document(dev, {}, true)];
    expect(guardsOf({ documents, live: live(2) })).toEqual([]);
    expect(guardsOf({ documents, live: live(3) })).toEqual([['maxRevokes', 'redox/environment/dev']]);
    expect(guardsOf({ documents: [document(dev, { support: ['9'] }, true)], live: live(3) })).toEqual([]);
  });

  test('refuses removals from the organization that empty an environment', () => {
    const live = [redoxRoot('1', members(9), { dev: { 7: 'engineer', 8: 'engineer', 9: 'engineer' } })];
    const kept = document(org, { owner: ['1'], member: ['2', '3', '4', '5', '6'] }, true);
    expect(guardsOf({ documents: [kept, document(dev, {})], live })).toEqual([
      ['maxRevokes', 'redox/environment/dev'],
    ]);
    const left = ['7', '8', '9'].map((who) => ({ who, leaves: past }));
    const leaving = document(org, { owner: ['1'], member: ['2', '3', '4', '5', '6', ...left] }, true);
    expect(guardsOf({ documents: [leaving, document(dev, {})], live })).toEqual([]);
  });

  test('says how many revokes of the whole run would have to be allowed', () => {
    const live = [
      redoxRoot('1', members(9), { dev: { 7: 'engineer' }, prod: { 1: 'support', 2: 'support' } }),
    ];
    const documents = [document(dev, {}, true), document(environment('1', 'prod'), {}, true)];
    const [refusal] = planOf({ documents, live, guards: { maxRevokes: { count: 1, percent: 0 } } }).plan
      .guards;
    expect(refusal?.message).toContain('--allow-revokes 3');
  });
});

describe('minHolders', () => {
  test('is built in for owners and account admins', () => {
    const live = [
      redoxRoot('1', { 1: 'owner', 2: 'member' }),
      aionRoot('a', ['1'], { 1: ['account_admin'] }),
    ];
    const documents = [
      document(org, { member: ['1', '2'] }),
      document(acc, { account_admin: [{ who: '1', status: 'inactive' }] }),
    ];
    expect(guardsOf({ documents, live })).toEqual([
      ['minHolders', 'aion/account/a'],
      ['minHolders', 'redox/organization/1'],
    ]);
  });

  test('refuses only a plan that lowers the count', () => {
    const live = [redoxRoot('1', { 1: 'member', 2: 'admin' })];
    const documents = [document(org, { admin: ['1'], member: ['2'] })];
    expect(guardsOf({ documents, live })).toEqual([]);
    const guards = { minHolders: [{ scope: 'redox/organization/*', role: 'Admin', min: 2 }] };
    expect(guardsOf({ documents, live, guards })).toEqual([]);
    expect(guardsOf({ documents: [document(org, { member: ['2'] })], live, guards })).toEqual([
      ['minHolders', 'redox/organization/1'],
    ]);
  });

  test('counts users, not groups or inactive assignments', () => {
    const live = [
      aionRoot('a', ['1', '2'], {
        1: ['account_admin'],
        2: [{ role: 'account_admin', status: 'inactive' }],
        'group:g': ['account_admin'],
      }),
    ];
    const documents = [document(acc, { account_admin: [{ who: '1', until: past }, 'group:g'] })];
    expect(guardsOf({ documents, live })).toEqual([['minHolders', 'aion/account/a']]);
  });

  test('counts a holder who is replaced as one', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'member' })];
    expect(guardsOf({ documents: [document(org, { member: ['1'], owner: ['2'] })], live })).toEqual([]);
  });

  test('does not count a holder whose grant is blocked', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'member' }, {}, { without2fa: ['2'] })];
    const require2fa = [{ scope: '**', roles: ['owner'], level: 'error' as const }];
    expect(
      guardsOf({ documents: [document(org, { member: ['1'], owner: ['2'] })], live, require2fa }),
    ).toEqual([['minHolders', 'redox/organization/1']]);
  });

  test('refuses a removal from the organization that takes the last holder in an environment', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'member' }, { dev: { 2: 'engineer' } })];
    const guards = { minHolders: [{ scope: 'redox/environment/*', role: 'engineer', min: 1 }] };
    const documents = [document(org, { owner: ['1'] }, true), document(dev, {})];
    expect(guardsOf({ documents, live, guards })).toEqual([['minHolders', 'redox/environment/dev']]);
  });
});
