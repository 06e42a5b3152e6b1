import { describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../src/model/live.js';
import { acc, dev, future, org, past } from './places.js';
import {
  aionRoot,
  changesOf,
  document,
  emailOf,
  environment,
  person,
  planOf,
  project,
  redoxRoot,
  type World,
} from './world.js';

const prod = environment('1', 'prod');
const web = project('a', 'web');

/** What would be taken, and whether it is held back: `redox/environment/dev user:2 held`. */
function takings(world: World): readonly string[] {
  return planOf(world).plan.changes.flatMap(({ scope, principal, from, blocked }) =>
    from === null ? [] : [`${scope} ${principal} ${blocked === null ? 'taken' : 'held'}`],
  );
}

/** The same root, these users all with the e-mail of the first. */
function sharing(root: LiveRoot, ...ids: readonly string[]): LiveRoot {
  const users = root.users.map((user) =>
    ids.includes(user.id) ? { ...user, email: emailOf(ids[0] ?? '') } : user,
  );
  return { ...root, users };
}

describe('while an entry names somebody who is not found', () => {
  const members = { 1: 'owner', 2: 'member', 3: 'member' };
  const live = [redoxRoot('1', members, { dev: { 2: 'engineer', 3: 'engineer' }, prod: { 2: 'support' } })];
  const changed = document(org, { owner: ['1'], member: ['3', '9@'] }, true);

  test('no unlisted person loses anything in the organization or its environments', () => {
    const documents = [
      changed,
      document(dev, { engineer: ['3'] }, true),
      document(prod, { support: [] }, 'listed'),
    ];
    expect(takings({ documents, live })).toEqual([
      'redox/environment/dev user:2 held',
      'redox/environment/prod user:2 held',
      'redox/organization/1 user:2 held',
    ]);
    const [first] = planOf({ documents, live }).plan.changes;
    expect(first?.blocked).toBe(
      'the files declare u9@acme.test, not found, and u2@acme.test may be the same person: correct access/organization-1.yaml:4 first',
    );
  });

  test('the reason says so where a live user has the same full name', () => {
    const people = [{ ...person('bob', null, { redox: '9@' }), name: 'User 3' }];
    const documents = [
      document(org, { owner: ['1'], member: [{ who: '9@', label: 'bob', person: 'bob' }, '8@'] }, true),
    ];
    const reasons = planOf({ documents, live, people }).plan.changes.flatMap(({ from, blocked }) =>
      from === null ? [] : [blocked],
    );
    expect(reasons).toEqual([
      'the files declare bob (u9@acme.test) and 1 more, not found, and u2@acme.test may be the same person: correct people.yaml:2 first',
      'the files declare bob (u9@acme.test) and 1 more, not found, and u3@acme.test may be the same person (same name, changed e-mail?): correct people.yaml:2 first',
    ]);
  });

  test('unlisted people are kept too in a run that leaves the naming document out', () => {
    const only = [document(dev, {}, true)];
    expect(takings({ documents: [changed, ...only], only, live })).toEqual([
      'redox/environment/dev user:2 held',
      'redox/environment/dev user:3 held',
    ]);
  });

  test('unlisted people are kept too where only an environment names the person', () => {
    const documents = [document(dev, { engineer: ['9@'] }, true), document(prod, {}, true)];
    expect(takings({ documents, live })).toEqual([
      'redox/environment/dev user:2 held',
      'redox/environment/dev user:3 held',
      'redox/environment/prod user:2 held',
    ]);
  });

  test('people who were found still change roles, lose ended terms and leave', () => {
    const entries = { owner: ['1'], member: ['9@'], admin: [{ who: '2', leaves: past }, '3'] };
    const documents = [
      document(org, entries, true),
      document(dev, { engineer: [{ who: '3', until: past }] }, true),
    ];
    expect(changesOf({ documents, live }).filter((line) => !line.includes('!'))).toEqual([
      '- redox/environment/dev user:3 engineer [ended]',
      '~ redox/organization/1 user:3 member > admin',
      '- redox/organization/1 user:2 member [left]',
    ]);
  });

  test('an entry that is to come or has ended names nobody now', () => {
    const documents = [
      document(
        org,
        { owner: ['1'], member: ['3', { who: '9@', from: future }, { who: '8@', until: past }] },
        true,
      ),
    ];
    expect(takings({ documents, live })).toEqual(['redox/organization/1 user:2 taken']);
  });

  test('other organizations are not affected', () => {
    const other = redoxRoot('2', { 1: 'owner' }, { stage: { 1: 'engineer' } });
    const documents = [changed, document(environment('2', 'stage'), {}, true)];
    expect(takings({ documents, live: [...live, other] })).toContain('redox/environment/stage user:1 taken');
  });

  test('an account and its projects keep unlisted people likewise', () => {
    const root = aionRoot(
      'a',
      ['1', '2'],
      { 2: ['auditor'] },
      { web: { 1: ['project_reader'], 2: ['ml_engineer'] } },
    );
    const documents = [
      document(acc, { auditor: ['9'] }, true),
      document(web, { project_reader: ['1'] }, true),
    ];
    expect(takings({ documents, live: [root] })).toEqual([
      'aion/account/a user:2 held',
      'aion/project/a/web user:2 held',
    ]);
    const inside = [document(acc, {}, true), document(web, { project_reader: ['1', '9'] }, true)];
    expect(takings({ documents: inside, live: [root] })).toEqual([
      'aion/account/a user:2 held',
      'aion/project/a/web user:2 held',
    ]);
  });

  test('a listed person keeps the role that the missing one is given, and loses others', () => {
    const root = aionRoot('a', ['1'], { 1: ['account_admin', 'auditor', 'billing_admin'] });
    const documents = [document(acc, { auditor: ['9'], billing_admin: ['1'] }, true)];
    expect(changesOf({ documents, live: [root] }).map((line) => line.replace(/ !.*/u, ' !'))).toEqual([
      '- aion/account/a user:1 account_admin',
      '+ aion/account/a user:9 auditor !',
      '- aion/account/a user:1 auditor !',
    ]);
  });

  test('a holder whom the root does not list counts as found in that scope', () => {
    const outsider = redoxRoot('1', { 1: 'owner' }, { dev: { 7: 'engineer', 8: 'engineer' } });
    expect(takings({ documents: [document(dev, { engineer: ['7'] }, true)], live: [outsider] })).toEqual([
      'redox/environment/dev user:8 taken',
    ]);
  });
});

describe('where an entry names an e-mail that several users have', () => {
  const members = { 1: 'owner', 2: 'member', 3: 'member', 4: 'member' };
  const root = sharing(
    redoxRoot('1', members, { dev: { 2: 'engineer', 3: 'support', 4: 'support' } }),
    '2',
    '3',
  );

  test('none of them loses anything there, and others do', () => {
    const documents = [document(dev, { engineer: ['2@'] }, true)];
    expect(takings({ documents, live: [root] })).toEqual(
      [
        'redox/environment/dev user:4 taken',
        'redox/environment/dev user:2 held',
        'redox/environment/dev user:3 held',
      ].toSorted(),
    );
    const blocked = planOf({ documents, live: [root] }).plan.changes.map((change) => change.blocked);
    expect(blocked).toContain(
      'several users have the e-mail that u2@acme.test at access/environment-dev.yaml:2 stands for, and u2@acme.test may be the one who is meant: name that one by id, user:ID',
    );
  });

  test('none of them is removed from the organization, even if the entry has ended', () => {
    const named = (entry: string | { who: string; until: number }): World => ({
      documents: [document(org, { owner: ['1'], member: [entry, '4'] }, true)],
      live: [root],
    });
    const held = ['redox/organization/1 user:2 held', 'redox/organization/1 user:3 held'];
    expect(takings(named('2@'))).toEqual(held);
    expect(takings(named({ who: '2@', until: past }))).toEqual(held);
  });

  test('none of them is removed from the organization when the entry is in an environment', () => {
    const documents = [
      document(org, { owner: ['1'], member: ['4'] }, true),
      document(dev, { engineer: ['2@'] }),
    ];
    expect(takings({ documents, live: [root] })).toEqual([
      'redox/organization/1 user:2 held',
      'redox/organization/1 user:3 held',
    ]);
  });

  test('one who has a lesser entry keeps the role that the shared entry gives', () => {
    const entries = { member: ['2', '4'], owner: ['1', { who: '2@', until: future }] };
    const elevated = sharing(redoxRoot('1', { 1: 'owner', 2: 'owner', 3: 'member', 4: 'admin' }), '2', '3');
    expect(takings({ documents: [document(org, entries)], live: [elevated] })).toEqual([
      'redox/organization/1 user:2 held',
      'redox/organization/1 user:4 taken',
    ]);
  });

  test('in an account they keep that role alone', () => {
    const account = sharing(aionRoot('a', ['1', '2'], { 1: ['auditor', 'billing_admin'] }), '1', '2');
    expect(
      changesOf({ documents: [document(acc, { auditor: ['1@'] }, true)], live: [account] }).filter(
        (line) => !line.includes('!'),
      ),
    ).toEqual(['- aion/account/a user:1 billing_admin']);
  });
});

describe('where an entry gives a role that cannot be told', () => {
  const live = [aionRoot('a', ['1', '2'], { 1: ['auditor'], 2: ['auditor'] })];

  test('its principal loses no unlisted role', () => {
    const documents = [document(acc, { auditer: ['1'] }, true)];
    expect(takings({ documents, live })).toEqual([
      'aion/account/a user:1 held',
      'aion/account/a user:2 taken',
    ]);
  });

  test('a term that ended is revoked all the same', () => {
    const documents = [document(acc, { auditer: ['1'], auditor: [{ who: '1', until: past }] })];
    expect(takings({ documents, live })).toEqual(['aion/account/a user:1 taken']);
  });
});
