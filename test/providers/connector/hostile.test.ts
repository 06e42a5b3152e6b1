import { describe, expect, it } from 'vitest';
import type { Reply } from '../rig.js';
import { read, ROWS } from './reading.js';

const whole = '{ by: whole, items: data }';

describe('a connector reads a list that is', () => {
  it('whole, and says so', async () => {
    const { held: rows, complete } = await read(whole, () => ({ json: { data: ROWS } }));
    expect(rows).toEqual(['test/org/acme user:ada owner active', 'test/org/acme user:lin member active']);
    expect(complete).toBe(true);
  });

  it.each([
    ['renamed', { members: ROWS }],
    ['null', { data: null }],
    ['an object', { data: { 0: ROWS[0] } }],
    ['a text', 'data'],
    ['missing from an error with the status 200', { error: 'internal' }],
  ])('%s, and takes it for an error and never for an empty list', async (_, json) => {
    const { complete, problems } = await read(whole, () => ({ json }));
    expect(complete).toBe(false);
    expect(problems[0]?.message).toContain('no list stands at data');
  });

  it('empty with an error, where the file says what an empty list says', async () => {
    const emptyIf = ', emptyIf: { at: ok, is: true }';
    const failed = await read(whole, () => ({ json: { ok: false, data: [] } }), emptyIf);
    expect([failed.complete, failed.problems[0]?.message]).toEqual([
      false,
      expect.stringContaining('the answer does not say that there is nobody'),
    ]);
    expect((await read(whole, () => ({ json: { ok: true, data: [] } }), emptyIf)).complete).toBe(true);
  });

  it.each([
    ['a row without an id', [{ role: 'owner' }]],
    ['a row whose id is an object', [{ id: { value: 1 }, role: 'owner' }]],
    ['a row whose id is a fraction', [{ id: 1.5, role: 'owner' }]],
    ['a row whose id is a dot segment', [{ id: '..', role: 'owner' }]],
    ['a row without a role', [{ id: 'ada' }]],
    ['a row whose role is a list', [{ id: 'ada', role: ['owner'] }]],
    ['a row whose own id is a dot segment', [{ id: 'ada', role: 'owner', own: '..' }], ', id: own'],
    ['a row without an id of its own', [{ id: 'ada', role: 'owner' }], ', id: own'],
    ['a row that is null', [null]],
    ['a row that repeats', [ROWS[0], ROWS[0]]],
  ])('not whole because of %s', async (_, data, more = '') => {
    expect((await read(whole, () => ({ json: { data } }), more)).complete).toBe(false);
  });

  it('of rows with a role that nobody described, which is never taken away', async () => {
    const { held: rows } = await read(whole, () => ({ json: { data: [{ id: 'ada', role: 'root' }] } }));
    expect(rows).toEqual(['test/org/acme user:ada root active unknown-role']);
  });
});

describe('a connector that tells inherited rows', () => {
  const inherited = ', inherited: { at: via, is: group }';

  it('keeps them', async () => {
    const data = [
      { id: 'ada', role: 'owner', via: 'group' },
      { id: 'lin', role: 'member', via: 'direct' },
    ];
    const { held: rows } = await read(whole, () => ({ json: { data } }), inherited);
    expect(rows).toEqual([
      'test/org/acme user:ada owner active inherited',
      'test/org/acme user:lin member active',
    ]);
  });

  it('takes a row that does not say it for an error, and never for a direct one', async () => {
    expect((await read(whole, () => ({ json: { data: ROWS } }), inherited)).complete).toBe(false);
  });
});

describe('a connector that lists roles', () => {
  const listed = (text: string): string =>
    text.replace('[{ id: owner }, { id: member }]', '{ get: /roles, id: id, name: name, items: data }');
  const answers =
    (roles: readonly object[], rows: readonly object[]) =>
    (path: string): Reply => ({ json: { data: path.endsWith('/roles') ? roles : rows } });

  it('maps rows by id before name, and calls roles whose name fits several by their ids', async () => {
    const roles = [
      { id: 'g1', name: 'admins' },
      { id: 'g2', name: 'admins' },
      { id: 'g3', name: 'g1' },
      { id: 'g4', name: 'readers' },
    ];
    const rows = [
      { id: 'ada', role: 'g1' },
      { id: 'ada', role: 'g2' },
      { id: 'lin', role: 'g3' },
      { id: 'lin', role: 'g4' },
      { id: 'zed', role: 'constructor' },
    ];
    const live = await read(whole, answers(roles, rows), '', listed);
    expect(live.complete).toBe(true);
    expect(live.roles).toEqual(['g1 g1', 'g2 g2', 'g3 g3', 'readers g4 g4']);
    expect(live.held).toEqual([
      'test/org/acme user:ada g1 active',
      'test/org/acme user:ada g2 active',
      'test/org/acme user:lin g3 active',
      'test/org/acme user:lin readers active',
      'test/org/acme user:zed constructor active unknown-role',
    ]);
  });

  it('never takes a person whom the list of people lacks for a role with the same number', async () => {
    const numbered = (text: string): string =>
      text
        .replace('kinds:', 'people: { type: number, list: { get: /users, id: id, items: data } }\nkinds:')
        .replace('{ id: owner }', '{ id: owner, value: 3 }');
    const reply = (path: string): Reply => ({
      json: { data: path.endsWith('/users') ? [{ id: 1 }] : [1, 3].map((id) => ({ id, role: 'member' })) },
    });
    const both = ['test/org/acme user:1 member active', 'test/org/acme user:3 member active'];
    expect((await read(whole, reply, '', numbered)).held).toEqual(both);
    expect((await read(whole, reply, ', skipRoles: true', numbered)).held).toEqual(both.slice(0, 1));
  });

  it.each([['..'], [''], [null], [{ a: 1 }]])('takes the id %j of a role for an error', async (id) => {
    const live = await read(whole, answers([{ id, name: 'x' }], []), '', listed);
    expect(live.complete).toBe(false);
  });

  it('takes one group that is not there any more for a read that is not whole, and not for a scope that is gone', async () => {
    const each = (text: string): string =>
      listed(text).replace(
        '"/orgs/{org}/members", person: id, role: role',
        '"/orgs/{org}/{role}", for: role, person: id',
      );
    const roles = [
      { id: 'g1', name: 'a' },
      { id: 'g2', name: 'b' },
    ];
    const live = await read(
      whole,
      (path) => (path.endsWith('/g2') ? { status: 404, json: {} } : answers(roles, [{ id: 'ada' }])(path)),
      '',
      each,
    );
    expect(live.held).toEqual(['test/org/acme user:ada a active']);
    expect(live.complete).toBe(false);
    expect(live.problems.map(({ missing }) => missing)).toEqual([undefined]);
  });

  it('reads the role of rows that are asked for by role, where the file says where it is', async () => {
    const each = (text: string): string =>
      text.replace('"/orgs/{org}/members", person', '"/orgs/{org}/members{?role}", for: role, person');
    const live = await read(whole, () => ({ json: { data: ROWS } }), '', each);
    expect(live.complete).toBe(false);
    expect(live.problems.map(({ message }) => message)).toContain(
      'a row is of another role: "member", not "owner"',
    );
  });
});

describe('a connector that reads roles person by person', () => {
  const each = (text: string): string =>
    text
      .replace('"/orgs/{org}/members", person: id', '"/users/{person}/roles", for: person')
      .replace('kinds:', 'people: { list: { get: /users, id: id, email: email } }\nkinds:');
  const users = Array.from({ length: 60 }, (_, index) => ({ id: `u${index}`, email: `u${index}@acme.test` }));
  const reply = (path: string): Reply => ({
    json: { data: path.endsWith('/users') ? users : [{ role: 'owner' }] },
  });
  const named = { kind: 'user', by: 'email', value: 'u7@acme.test' } as const;

  it('reads everyone where it prunes, and else those whom the files name', async () => {
    expect((await read(whole, reply, '', each)).asked).toHaveLength(61);
    const some = await read(whole, reply, '', each, { everyone: false, named: [named] });
    expect(some.asked).toEqual(['/api/users', '/api/users/u7/roles']);
    expect([some.namedOnly, [...(some.wholePrincipals ?? [])]]).toEqual([true, ['user:u7']]);
  });
});

describe('a connector that reads invitations', () => {
  const invited = (text: string): string =>
    text.replace(
      '    grant:',
      '      - { get: "/orgs/{org}/invitations", pending: true, person: id, role: role }\n    grant:',
    );
  const answers =
    (invitations: readonly object[]) =>
    (path: string): Reply => ({ json: { data: path.endsWith('/invitations') ? invitations : [ROWS[0]] } });

  it('leaves out those of nobody who has an id, and takes a field that is gone for an error', async () => {
    const live = await read(whole, answers([{ id: null, role: 'member' }]), '', invited);
    expect([live.complete, live.held]).toEqual([true, ['test/org/acme user:ada owner active']]);
    expect((await read(whole, answers([{ role: 'member' }]), '', invited)).complete).toBe(false);
  });
});
