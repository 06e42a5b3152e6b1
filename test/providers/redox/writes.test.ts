import { describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../../src/model/live.js';
import { redox } from '../../../src/providers/redox/index.js';
import { active, planned, user } from '../changes.js';
import { scopeOf, settingsFor } from '../rig.js';

const organization = scopeOf(redox, 'organization', '1024');
const environment = scopeOf(redox, 'environment', 'e 1', '1024');
const person = { email: null, name: null, lastLogin: null, twoFactor: null };
const root: LiveRoot = {
  root: organization,
  complete: true,
  users: [
    { ...person, id: '1', name: 'Ada' },
    { ...person, id: '2', email: 'grace@acme.test' },
    { ...person, id: '3' },
  ],
  outsiders: [{ ...person, id: '4', name: 'Gone' }],
  scopes: [],
  wholePrincipals: null,
  namedOnly: false,
  unverifiable: new Set(),
  inactiveIsGone: false,
  problems: [],
};

function steps(
  change: ReturnType<typeof planned>,
  options: Readonly<Record<string, unknown>> = {},
  live = root,
) {
  return redox
    .create(settingsFor(redox, 'https://api.redoxengine.com/platform', options))
    .writes(change, live);
}

const bodyOf = (
  change: ReturnType<typeof planned>,
  options: Readonly<Record<string, unknown>> = {},
  live = root,
) => steps(change, options, live)[0]?.request.body;

describe('a write in Redox', () => {
  test('says what it gives and takes, and which answers mean that it is so already', () => {
    const [put] = steps(planned(environment, user('1'), active('a'), active('b')));
    expect(put).toMatchObject({ gives: active('b'), takes: active('a'), doneStatuses: [] });
    const [post] = steps(planned(environment, user('1'), null, active('b')));
    expect(post).toMatchObject({ gives: active('b'), takes: null, doneStatuses: [409] });
    const [remove] = steps(planned(environment, user('1'), active('a'), null));
    expect(remove).toMatchObject({ gives: null, takes: active('a'), doneStatuses: [404] });
  });

  test('makes the first role a PUT by option, with the same body', () => {
    const change = planned(environment, user('1'), null, active('b'));
    const [step] = steps(change, { environmentFirstAssignment: 'put' });
    expect(step?.request).toMatchObject({ method: 'PUT', path: '/v1/environments/e%201/role-assignment' });
    expect(step?.request.body).toEqual(bodyOf(change));
  });

  test('goes to the path that the option says', () => {
    const [step] = steps(planned(environment, user('1'), null, active('b')), {
      environmentPath: 'environment',
    });
    expect(step?.request.path).toBe('/v1/environment/e%201/role-assignment');
  });

  test.each([
    ['1', 'string', '1'],
    ['1', 'number', 1],
    ['007', 'number', '007'],
    ['abc', 'number', 'abc'],
    ['9007199254740993', 'number', '9007199254740993'],
    ['1e3', 'number', '1e3'],
  ])('sends user id %s as %s: %j', (id, userIdType, sent) => {
    const body = bodyOf(planned(environment, user(id), active('a'), null), { userIdType });
    expect(body).toMatchObject({ user: { id: sent } });
  });

  test.each([
    ['1', 'Ada'],
    ['2', 'grace@acme.test'],
    ['3', '3'],
    ['4', 'Gone'],
    ['5', '5'],
  ])('names user %s %s', (id, name) => {
    expect(bodyOf(planned(environment, user(id), active('a'), null))).toEqual({ user: { id, name } });
  });

  test('names a role that nobody holds as the settings write it', () => {
    const change = planned(environment, user('1'), null, active('support'), { support: 'r-7' });
    const options = { roles: { environment: { Support: 'r-7' } } };
    expect(bodyOf(change, options)).toMatchObject({ role: { id: 'r-7', name: 'Support' } });
    const row = {
      principal: user('2'),
      role: 'support',
      roleId: 'r-7',
      status: 'active',
      keep: null,
    } as const;
    const scope = { scope: environment, name: null, complete: true, assignments: [row], roles: [] };
    expect(bodyOf(change, options, { ...root, scopes: [scope] })).toMatchObject({
      role: { name: 'support' },
    });
  });

  test('is refused for what a plan blocks', () => {
    expect(() => steps(planned(organization, user('1'), null, active('owner')))).toThrow(/cannot be added/);
    expect(() => steps({ ...planned(environment, user('1'), null, active('b')), toRoleId: null })).toThrow(
      /no role id/,
    );
    expect(() => steps({ ...planned(environment, user('1'), null, active('b')), principal: null })).toThrow(
      /no user id/,
    );
  });
});
