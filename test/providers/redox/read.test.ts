import { afterEach, describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../../src/model/live.js';
import type { Scope } from '../../../src/model/scope.js';
import { redox } from '../../../src/providers/redox/index.js';
import { startSandbox } from '../../sandbox/start.js';
import { held, rigFor, scopeOf, serve, settingsFor, token } from '../rig.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const organization = scopeOf(redox, 'organization', '1024');
const environment = (id: string): Scope => scopeOf(redox, 'environment', id, '1024');
const list = (...memberships: unknown[]) => ({ meta: { version: '1.0.0' }, payload: { memberships } });
const row = (kind: string, id: unknown, userId: unknown, role: unknown, more: object = {}) => ({
  [kind]: { id, name: `Name of ${String(id)}` },
  role,
  user: {
    id: userId,
    fullname: `User ${String(userId)}`,
    lowercaseEmail: `u${String(userId)}@acme.test`,
    ...more,
  },
});
const owner = { id: 'r-owner', name: 'owner' };
const engineer = { id: 'r-engineer', name: 'Engineer' };

/** Reads scopes from a server that answers each path with a body (or, by query, with several). */
async function read(
  answers: Readonly<Record<string, unknown>>,
  scopes: readonly Scope[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<{ live: LiveRoot; asked: readonly string[] }> {
  const server = await serve((path) => {
    const json = answers[path];
    return json === undefined ? { status: 404, json: { message: 'no such path' } } : { json };
  });
  const { provider, client } = rigFor(redox, settingsFor(redox, `${server.url}/platform`, options));
  closing.push(server.close, client.destroy);
  const live = await provider.read({ root: organization, scopes, named: [], everyone: true }, client.reading);
  return { live, asked: server.asked };
}

const organizationPath = '/platform/v1/organizations/1024/role-assignment';
const environmentPath = (id: string): string => `/platform/v1/environments/${id}/role-assignment`;
const oneOwner = { [organizationPath]: list(row('organization', '1024', '1', owner)) };

describe('who the users are', () => {
  test('is read in the organization, with login and second factor', async () => {
    const memberships = list(
      row('organization', '1024', '2', owner, { verified2fa: false, lowercaseEmail: 'Grace@ACME.test' }),
      row('organization', '1024', '1', owner, { lastLogin: '2026-11-20T08:15:00Z', verified2fa: true }),
      row('organization', '1024', '3', owner, { lowercaseEmail: null, fullname: '' }),
    );
    const { live } = await read({ [organizationPath]: memberships }, [organization]);
    expect(live.users).toEqual([
      { id: '1', email: 'u1@acme.test', name: 'User 1', lastLogin: '2026-11-20T08:15:00Z', twoFactor: true },
      { id: '2', email: 'grace@acme.test', name: 'User 2', lastLogin: null, twoFactor: false },
      { id: '3', email: null, name: null, lastLogin: null, twoFactor: null },
    ]);
    expect(live.scopes[0]?.name).toBe('Name of 1024');
  });

  test('is read even where only an environment is wanted', async () => {
    const answers = { ...oneOwner, [environmentPath('e')]: list(row('environment', 'e', '1', engineer)) };
    const { live, asked } = await read(answers, [environment('e')]);
    expect([...asked].sort()).toEqual([`GET ${environmentPath('e')}`, `GET ${organizationPath}`]);
    expect(live.scopes.map(({ scope }) => scope.address)).toEqual(['redox/environment/e']);
    expect(live.users.map(({ id }) => id)).toEqual(['1']);
  });

  test('does not include whom only an environment lists, but tells their name', async () => {
    const answers = { ...oneOwner, [environmentPath('e')]: list(row('environment', 'e', '7', engineer)) };
    const { live } = await read(answers, [environment('e')]);
    expect(live.problems).toEqual([]);
    expect(held(live)).toEqual(['redox/environment/e user:7 Engineer active']);
    expect(live.users.map(({ id }) => id)).toEqual(['1']);
    expect(live.outsiders).toEqual([
      { id: '7', email: 'u7@acme.test', name: 'User 7', lastLogin: null, twoFactor: null },
    ]);
  });
});

test('numeric ids are read as the same ids as text', async () => {
  const numbers = list(row('organization', 1024, 3363, { id: 5, name: 'owner' }));
  const { live } = await read({ [organizationPath]: numbers }, [organization]);
  expect(held(live)).toEqual(['redox/organization/1024 user:3363 owner active']);
  expect(live.scopes[0]?.assignments[0]?.roleId).toBe('5');
});

test.each([[2 ** 60], [1.5], ['..'], ['.'], [''], [{}]])('%j is no user id', async (id) => {
  const { live } = await read({ [organizationPath]: list(row('organization', '1024', id, owner)) }, [
    organization,
  ]);
  expect(live.complete).toBe(false);
  expect(live.problems).toEqual([
    { scope: organization.address, message: expect.stringContaining('no usable user.id') },
  ]);
});

test('an empty environment is whole, and has no name', async () => {
  const { live } = await read({ ...oneOwner, [environmentPath('e')]: list() }, [environment('e')]);
  expect(live.scopes[0]).toMatchObject({ complete: true, name: null, assignments: [] });
});

test('the environment path is what the option says', async () => {
  const answers = { ...oneOwner, '/platform/v1/environment/e/role-assignment': list() };
  const { live } = await read(answers, [environment('e')], { environmentPath: 'environment' });
  expect(live.problems).toEqual([]);
});

describe('pages', () => {
  test('are followed to the end where the API makes them', async () => {
    const members = Array.from({ length: 7 }, (_, index) => ({
      id: String(index),
      name: `User ${index}`,
      email: `u${index}@acme.test`,
      role: 'owner',
    }));
    const seed = {
      redox: {
        tokens: [{ variable: 'TOKEN', token }],
        organizations: [{ id: '1024', name: 'Acme', members, environments: [] }],
      },
    };
    const sandbox = await startSandbox({ seed, redox: { pageSize: 3 } });
    const { provider, client } = rigFor(redox, settingsFor(redox, `${sandbox.url}/platform`));
    closing.push(sandbox.close, client.destroy);
    const request = { root: organization, scopes: [organization], named: [], everyone: true };
    const live = await provider.read(request, client.reading);
    expect(live.problems).toEqual([]);
    expect(live.users).toHaveLength(7);
    expect(sandbox.requests.map(({ query }) => query)).toEqual(['', '_page=2&_count=3', '_page=3&_count=3']);
  });

  const page = (meta: object, ...rows: unknown[]) => ({
    meta: { page: meta },
    payload: { memberships: rows },
  });
  const link = (number: number) => ({ next: `/organizations/1024/role-assignment?_page=${number}` });
  const at = (number: number) => `${organizationPath}?_page=${number}`;
  const user = (id: number) => row('organization', '1024', String(id), owner);

  test.each([
    [
      'the same page again under another link',
      { [organizationPath]: page({ links: link(2) }, user(1)), [at(2)]: page({ links: link(3) }, user(1)) },
      'listed twice',
    ],
    [
      'an empty page that promises another',
      { [organizationPath]: page({ links: link(2) }, user(1)), [at(2)]: page({ links: link(3) }) },
      'empty page',
    ],
    [
      'a link back to the start',
      {
        [organizationPath]: page({ links: link(2) }, user(1)),
        [at(2)]: page({ links: { next: '/organizations/1024/role-assignment' } }, user(2)),
      },
      'read already',
    ],
    [
      'a total that changes',
      {
        [organizationPath]: page({ links: link(2), total: 2 }, user(1)),
        [at(2)]: page({ total: 3 }, user(2)),
      },
      'changed from 2 to 3',
    ],
    [
      'a page that is skipped',
      {
        [organizationPath]: page({ links: link(2), currentPage: 1 }, user(1)),
        [at(2)]: page({ currentPage: 3 }, user(2)),
      },
      'page 2 was asked for and page 3 came',
    ],
    ['pages that are missing', { [organizationPath]: page({ totalPages: 2 }, user(1)) }, '1 of 2 pages'],
    ['a page that is not there', { [organizationPath]: page({ links: link(2) }, user(1)) }, '404'],
  ])('are not whole with %s', async (_title, answers, message) => {
    const { live } = await read(answers, [organization]);
    expect(live.complete).toBe(false);
    expect(live.problems.map((problem) => problem.message).join()).toContain(message);
  });
});

describe('roles that may be granted', () => {
  const roles = async (answers: Readonly<Record<string, unknown>>, map: object = {}) => {
    const ids = Object.keys(answers).map((id) => environment(id));
    const paths = Object.fromEntries(
      Object.entries(answers).map(([id, body]) => [environmentPath(id), body]),
    );
    const { live } = await read({ ...oneOwner, ...paths }, ids, { roles: { environment: map } });
    return live.scopes[0]?.roles;
  };
  const of = (id: string, ...held: { id: string; name: string }[]) =>
    list(...held.map((role, index) => row('environment', id, String(index), role)));

  test('are those that somebody holds there', async () => {
    expect(await roles({ e: of('e', engineer) })).toEqual([
      { role: 'Engineer', roleId: 'r-engineer', aliases: [], blocked: null, fromHolders: true },
    ]);
  });

  test('are those of the settings, in lower case where nobody holds them', async () => {
    expect(await roles({ e: of('e') }, { Support: 7 })).toEqual([
      { role: 'support', roleId: '7', aliases: [], blocked: null },
    ]);
  });

  test('are those of the other environments of the organization', async () => {
    expect(await roles({ e: of('e'), f: of('f', engineer) })).toEqual([
      { role: 'Engineer', roleId: 'r-engineer', aliases: [], blocked: null, fromHolders: true },
    ]);
  });

  test('have the id of the own rows first, then of the settings, then of the others', async () => {
    const others = of('f', { id: 'other', name: 'Engineer' });
    expect((await roles({ e: of('e', engineer), f: others }, { engineer: 'mapped' }))?.[0]?.roleId).toBe(
      'r-engineer',
    );
    expect(await roles({ e: of('e'), f: others }, { engineer: 'mapped' })).toEqual([
      { role: 'Engineer', roleId: 'mapped', aliases: [], blocked: null },
    ]);
  });

  test('are not learned from an environment that could not be read whole', async () => {
    const cut = { ...of('f', engineer), meta: { total: 9 } };
    expect(await roles({ e: of('e'), f: cut })).toEqual([]);
  });

  test('are blocked where one name has two ids, whatever its case', async () => {
    const twice = of('e', engineer, { id: 'r-other', name: 'ENGINEER' });
    expect(await roles({ e: twice })).toEqual([
      {
        role: 'ENGINEER',
        roleId: 'r-engineer',
        aliases: [],
        blocked: expect.stringContaining('two ids'),
        fromHolders: true,
      },
    ]);
  });

  test('of an organization do not come from its environments', async () => {
    const answers = { ...oneOwner, [environmentPath('e')]: of('e', engineer) };
    const { live } = await read(answers, [organization, environment('e')], {
      roles: { organization: { Member: 'm' } },
    });
    expect(live.scopes[0]?.roles.map(({ role, roleId }) => [role, roleId])).toEqual([
      ['member', 'm'],
      ['owner', 'r-owner'],
    ]);
  });
});

describe('a read that knows an earlier one', () => {
  const answers: Readonly<Record<string, unknown>> = {
    ...oneOwner,
    [environmentPath('e')]: list(row('environment', 'e', '1', engineer)),
  };
  const again = async (scopes: readonly Scope[], before: LiveRoot) => {
    const server = await serve((path) => ({ json: answers[path] }));
    const { provider, client } = rigFor(redox, settingsFor(redox, `${server.url}/platform`));
    closing.push(server.close, client.destroy);
    const live = await provider.reread?.({ known: before, scopes, principals: [] }, client.reading);
    if (live === undefined) throw new Error('Redox can be read again');
    return { live, asked: server.asked };
  };

  test('does not read the organization for its users', async () => {
    const before = (await read(answers, [environment('e')])).live;
    const { live, asked } = await again([environment('e')], before);
    expect(asked).toEqual([`GET ${environmentPath('e')}`]);
    expect(live).toEqual(before);
  });

  test('reads the organization where that is wanted', async () => {
    const before = (await read(answers, [organization])).live;
    const { live, asked } = await again([organization], before);
    expect(asked).toEqual([`GET ${organizationPath}`]);
    expect(live).toEqual(before);
  });

  test('spells a role as the plan did that nobody held', async () => {
    const empty = { ...oneOwner, [environmentPath('e')]: list() };
    const options = { roles: { environment: { ENGINEER: 'r-engineer' } } };
    const before = (await read(empty, [environment('e')], options)).live;
    const { live } = await again([environment('e')], before);
    expect(held(live)).toEqual(['redox/environment/e user:1 engineer active']);
  });
});
