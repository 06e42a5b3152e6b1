import { describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../../src/model/live.js';
import { aion } from '../../../src/providers/aion/index.js';
import { active, group, inactive, planned, user } from '../changes.js';
import { line, scopeOf, settingsFor } from '../rig.js';

const account = scopeOf(aion, 'account', 'or bit');
const apollo = scopeOf(aion, 'project', 'apollo', 'or bit');
const root: LiveRoot = {
  root: account,
  complete: true,
  users: [],
  scopes: [],
  wholePrincipals: new Set(),
  namedOnly: false,
  unverifiable: new Set(),
  inactiveIsGone: false,
  problems: [],
};

function steps(change: ReturnType<typeof planned>, options: Readonly<Record<string, unknown>> = {}) {
  return aion.create(settingsFor(aion, 'https://api.aion.xyz', options)).writes(change, root);
}

function lines(
  change: ReturnType<typeof planned>,
  options: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  return steps(change, options).map(({ request: { method, path, body } }) =>
    line(
      method,
      path.replace('/api/v1/accounts/or%20bit/roles', ''),
      body === undefined ? '' : JSON.stringify(body),
    ),
  );
}

describe('a write in Aion', () => {
  test('says what it gives and takes, and which answers mean that it is so already', () => {
    expect(steps(planned(account, user('u'), null, active('a')))).toMatchObject([
      { gives: active('a'), takes: null, doneStatuses: [409] },
    ]);
    expect(steps(planned(account, user('u'), active('a'), active('b')))).toMatchObject([
      { gives: active('b'), takes: active('a'), doneStatuses: [] },
    ]);
    expect(steps(planned(account, user('u'), inactive('a'), active('a')))).toMatchObject([
      { gives: active('a'), takes: null, doneStatuses: [] },
    ]);
    expect(steps(planned(account, user('u'), active('a'), null))).toMatchObject([
      { gives: null, takes: active('a'), doneStatuses: [404] },
    ]);
  });

  test('deactivates where revoking means that', () => {
    const change = planned(apollo, user('u'), active('a'), null);
    expect(lines(change, { revoke: 'deactivate' })).toEqual([
      'PUT /a/assignments/u?projectId=apollo {"assigneeType":"USER","roleId":"a","projectId":"apollo","status":"INACTIVE"}',
    ]);
  });

  test('is done where what it deactivates is gone already, as a DELETE is', () => {
    const change = planned(apollo, group('g'), active('a'), null);
    for (const revoke of ['deactivate', 'delete']) {
      expect(steps(change, { revoke })).toMatchObject([
        { gives: null, takes: active('a'), doneStatuses: [404] },
      ]);
    }
  });

  test('grants the new role before it revokes the old one, by option', () => {
    const change = planned(apollo, user('u'), active('a'), active('b'));
    expect(lines(change, { roleChange: 'grant-then-revoke' })).toEqual([
      'POST /assignments {"assigneeId":"u","assigneeType":"USER","roleId":"b","projectId":"apollo"}',
      'DELETE /a/assignments/u?assigneeType=USER&projectId=apollo',
    ]);
    expect(lines(change, { roleChange: 'grant-then-revoke', revoke: 'deactivate' })[1]).toMatch(
      /^PUT .*INACTIVE/,
    );
  });

  test('stays one PUT with that option where it is about a status, or the new role is to be inactive', () => {
    const options = { roleChange: 'grant-then-revoke' };
    expect(lines(planned(account, user('u'), inactive('a'), active('a')), options)).toEqual([
      'PUT /a/assignments/u {"assigneeType":"USER","roleId":"a","status":"ACTIVE"}',
    ]);
    expect(lines(planned(account, user('u'), active('a'), inactive('b')), options)).toEqual([
      'PUT /b/assignments/u {"assigneeType":"USER","roleId":"a","status":"INACTIVE"}',
    ]);
  });

  test('encodes every id', () => {
    const project = scopeOf(aion, 'project', 'p&q +', 'or bit');
    expect(lines(planned(project, user('a/b?c'), active('r#1'), null))).toEqual([
      'DELETE /r%231/assignments/a%2Fb%3Fc?assigneeType=USER&projectId=p%26q%20%2B',
    ]);
  });

  test('believes an echo of ids that had to be encoded', () => {
    const [step] = steps(planned(account, user('a/b?c'), active('x'), active('r#1')));
    if (step === undefined) throw new Error('a change has a step');
    const body = { assigneeId: 'a/b?c', assigneeType: 'USER', roleId: 'r#1', status: 'ACTIVE' };
    const provider = aion.create(settingsFor(aion, 'https://api.aion.xyz'));
    expect(provider.refusal(step, { status: 200, body, requestId: null, attempts: 1 })).toBeNull();
  });

  test('is refused for what a plan blocks or never makes', () => {
    expect(() => steps(planned(account, user('u'), null, inactive('a')))).toThrow(/inactive/);
    expect(() => steps({ ...planned(account, user('u'), null, active('a')), principal: null })).toThrow(
      /no id/,
    );
    expect(() => steps({ ...planned(account, user('u'), null, active('a')), toRoleId: null })).toThrow(
      /no role id/,
    );
    const lost = { ...planned(account, user('u'), active('a'), active('b')), toRoleId: null };
    expect(() => steps(lost)).toThrow(/no role id/);
    expect(() =>
      steps({ ...planned(account, user('u'), active('a'), active('b')), fromRoleId: null }),
    ).toThrow(/no role id/);
  });
});
