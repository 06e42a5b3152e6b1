import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../sandbox/start.js';
import { type Reply, send, sendAs, started } from '../../../sandbox/client.js';

const organization = '/platform/v1/organizations/1024/role-assignment';
const production = '/platform/v1/environments/prod/role-assignment';

const owner = { id: '0a6d1f52-0001-4000-8000-000000000001', name: 'owner' };
const admin = { id: '0a6d1f52-0001-4000-8000-000000000002', name: 'admin' };
const member = { id: '0a6d1f52-0001-4000-8000-000000000003', name: 'member' };
const engineer = { id: '0a6d1f52-0002-4000-8000-000000000001', name: 'engineer' };
const support = { id: '0a6d1f52-0002-4000-8000-000000000002', name: 'support' };
const ada = { id: '1', name: 'Ada Lovelace' };
const grace = { id: '2', name: 'Grace Hopper' };
const alan = { id: '3', name: 'Alan Turing' };

function put(sandbox: Sandbox, path: string, role: unknown, user: unknown): Promise<Reply> {
  return sendAs('redox-owner', sandbox.url, 'PUT', path, { json: { role, user } });
}

function organizationRoles(sandbox: Sandbox): Record<string, string> {
  const members = sandbox.state().redox?.organizations[0]?.members ?? [];
  return Object.fromEntries(members.map(({ id, role }) => [id, role]));
}

function productionRoles(sandbox: Sandbox): unknown {
  return sandbox.state().redox?.organizations[0]?.environments[0]?.roles;
}

describe('the organization of the Redox sandbox', () => {
  it('lists its members as documented, e-mails in lower case', async () => {
    const { url } = await started();
    const reply = await sendAs('redox-admin', url, 'GET', organization);
    expect(reply.status).toBe(200);
    expect(reply.json.meta).toEqual({ version: '1.0.0' });
    expect(reply.json.payload.memberships[0]).toEqual({
      organization: { id: '1024', name: 'Acme Health' },
      role: owner,
      user: { id: '1', fullname: 'Ada Lovelace', lowercaseEmail: 'ada@acme.test', verified2fa: true },
    });
  });

  it('changes a role by PUT and says success', async () => {
    const sandbox = await started();
    const reply = await put(sandbox, organization, admin, alan);
    expect([reply.status, reply.json]).toEqual([
      200,
      { meta: { version: '1.0.0' }, payload: { success: true } },
    ]);
    expect(organizationRoles(sandbox)).toEqual({ 1: 'owner', 2: 'admin', 3: 'admin' });
  });

  it('refuses a role for somebody who is not a member', async () => {
    const sandbox = await started();
    expect((await put(sandbox, organization, member, { id: '99', name: 'Nobody' })).status).toBe(404);
  });

  it('keeps its last owner, demoted or removed', async () => {
    const sandbox = await started();
    expect((await put(sandbox, organization, admin, ada)).status).toBe(409);
    const removal = await sendAs('redox-owner', sandbox.url, 'DELETE', organization, { json: { user: ada } });
    expect(removal.status).toBe(409);
    expect(organizationRoles(sandbox)['1']).toBe('owner');
  });

  it('lets an owner go once there is another', async () => {
    const sandbox = await started();
    await put(sandbox, organization, owner, grace);
    expect((await put(sandbox, organization, member, ada)).status).toBe(200);
  });

  it('removes the environment roles of a member together with the member', async () => {
    const sandbox = await started();
    const reply = await sendAs('redox-owner', sandbox.url, 'DELETE', organization, { json: { user: alan } });
    expect(reply.json.payload).toEqual({ success: true });
    expect(organizationRoles(sandbox)).toEqual({ 1: 'owner', 2: 'admin' });
    expect(productionRoles(sandbox)).toEqual({ engineer: ['Ada@acme.test'] });
    const again = await sendAs('redox-owner', sandbox.url, 'DELETE', organization, { json: { user: alan } });
    expect(again.status).toBe(404);
  });

  it.each([
    ['an unknown role', { role: { id: 'nope', name: 'owner' }, user: alan }],
    ['a role whose name is another', { role: { id: admin.id, name: 'owner' }, user: alan }],
    ['a role of environments', { role: engineer, user: alan }],
    ['a user whose name is another', { role: admin, user: { id: '3', name: 'Alan' } }],
    ['a role without a name', { role: { id: admin.id }, user: alan }],
    ['a user without an id', { role: admin, user: { name: 'Alan Turing' } }],
    ['a numeric user id', { role: admin, user: { id: 3, name: 'Alan Turing' } }],
    ['no user', { role: admin }],
    ['a field too many', { role: admin, user: alan, status: 'ACTIVE' }],
    ['a field too many in the user', { role: admin, user: { ...alan, email: 'alan@acme.test' } }],
    ['an array', [admin, alan]],
  ])('answers a PUT with %s with status 400 and changes nothing', async (_, json) => {
    const sandbox = await started();
    const reply = await sendAs('redox-owner', sandbox.url, 'PUT', organization, { json });
    expect(reply.status).toBe(400);
    expect(reply.json.Meta.Errors[0]?.Text).not.toBe('');
    expect(organizationRoles(sandbox)).toEqual({ 1: 'owner', 2: 'admin', 3: 'member' });
  });

  it('refuses another content type, broken JSON, and a query', async () => {
    const { url } = await started();
    const body = JSON.stringify({ role: admin, user: alan });
    const text = await sendAs('redox-owner', url, 'PUT', organization, {
      body,
      headers: { 'content-type': 'text/plain' },
    });
    const json = { 'content-type': 'application/json' };
    const broken = await sendAs('redox-owner', url, 'PUT', organization, { body: '{', headers: json });
    const query = await sendAs('redox-owner', url, 'GET', `${organization}?page=1`);
    expect([text.status, broken.status, query.status]).toEqual([400, 400, 400]);
  });

  it('takes numeric user ids only where it is told to', async () => {
    const sandbox = await started({ redox: { userIdType: 'number' } });
    expect((await put(sandbox, organization, admin, { ...alan, id: 3 })).status).toBe(200);
    expect((await put(sandbox, organization, admin, alan)).status).toBe(400);
  });
});

describe('an environment of the Redox sandbox', () => {
  it('gives the first role by POST, and answers a second POST with status 409', async () => {
    const sandbox = await started();
    const sent = { json: { role: support, user: grace } };
    expect((await sendAs('redox-admin', sandbox.url, 'POST', production, sent)).json.payload.success).toBe(
      true,
    );
    expect((await sendAs('redox-admin', sandbox.url, 'POST', production, sent)).status).toBe(409);
    expect(productionRoles(sandbox)).toEqual({
      engineer: ['Ada@acme.test', 'alan@acme.test'],
      support: ['grace@acme.test'],
    });
  });

  it('changes by PUT only a role that somebody has', async () => {
    const sandbox = await started();
    expect((await put(sandbox, production, support, alan)).status).toBe(200);
    expect((await put(sandbox, production, support, grace)).status).toBe(404);
    expect(productionRoles(sandbox)).toEqual({ engineer: ['Ada@acme.test'], support: ['alan@acme.test'] });
  });

  it('lets PUT create a role where it is told to', async () => {
    const sandbox = await started({ redox: { environmentFirstAssignment: 'put' } });
    expect((await put(sandbox, production, support, grace)).status).toBe(200);
  });

  it('removes a role by DELETE with a body, once', async () => {
    const sandbox = await started();
    const sent = { json: { user: alan } };
    expect((await sendAs('redox-admin', sandbox.url, 'DELETE', production, sent)).status).toBe(200);
    expect((await sendAs('redox-admin', sandbox.url, 'DELETE', production, sent)).status).toBe(404);
    expect((await sendAs('redox-admin', sandbox.url, 'DELETE', production)).status).toBe(400);
    expect(organizationRoles(sandbox)['3']).toBe('member');
  });

  it('refuses roles for people outside the organization', async () => {
    const { url } = await started();
    const json = { role: support, user: { id: '99', name: 'Nobody' } };
    expect((await sendAs('redox-admin', url, 'POST', production, { json })).status).toBe(404);
  });

  it('decodes its id from the path', async () => {
    const { url } = await started();
    const path = '/platform/v1/environments/a%2Fb%20c/role-assignment';
    expect((await sendAs('redox-admin', url, 'GET', path)).json.payload).toEqual({ memberships: [] });
    const broken = await sendAs('redox-admin', url, 'GET', '/platform/v1/environments/%zz/role-assignment');
    expect(broken.status).toBe(400);
  });

  it('answers under the singular path only where it is told to', async () => {
    const plural = await started();
    const singular = await started({ redox: { environmentPath: 'environment' } });
    const path = '/platform/v1/environment/prod/role-assignment';
    expect((await sendAs('redox-admin', plural.url, 'GET', path)).status).toBe(404);
    expect((await sendAs('redox-admin', singular.url, 'GET', path)).status).toBe(200);
    expect((await sendAs('redox-admin', singular.url, 'GET', production)).status).toBe(404);
  });

  it('is listed for those with a role in it', async () => {
    const { url } = await started();
    const path = '/platform/v1/organizations/1024/environments';
    const seen = await sendAs('redox-member', url, 'GET', path);
    expect(seen.json.payload.environments).toEqual([
      { id: 'prod', name: 'Production', environmentFlag: 'Production', organization: { id: 1024 } },
    ]);
    expect((await sendAs('redox-admin', url, 'GET', path)).json.payload.environments).toEqual([]);
    expect((await sendAs('redox-all', url, 'GET', path)).json.payload.environments).toHaveLength(2);
  });
});

describe('the callers of the Redox sandbox', () => {
  it.each([
    ['redox-member', 'GET', organization, undefined, 403],
    ['redox-member', 'GET', production, undefined, 403],
    ['redox-admin', 'PUT', organization, { role: admin, user: alan }, 403],
    ['redox-admin', 'DELETE', organization, { user: alan }, 403],
    ['redox-elsewhere', 'GET', organization, undefined, 403],
    ['aion', 'GET', organization, undefined, 401],
    ['unknown', 'GET', organization, undefined, 401],
    ['redox-owner', 'GET', '/platform/v1/organizations/7/role-assignment', undefined, 404],
    ['redox-owner', 'GET', '/platform/v1/environments/7/role-assignment', undefined, 404],
    ['redox-owner', 'GET', '/platform/v1/users', undefined, 404],
    ['redox-owner', 'GET', `${organization}/`, undefined, 404],
    ['redox-owner', 'POST', organization, { role: admin, user: alan }, 405],
    ['redox-owner', 'PATCH', production, { role: admin, user: alan }, 405],
  ])('send the token %s with %s %s and %j, and get status %i', async (token, method, path, json, status) => {
    const { url } = await started();
    expect((await sendAs(token, url, method, path, json === undefined ? {} : { json })).status).toBe(status);
  });

  it('are told in plain text that a token is missing', async () => {
    const { url } = await started();
    const reply = await send(url, 'GET', organization);
    expect([reply.status, reply.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
  });
});

describe('a Redox sandbox with pages', () => {
  it('links them as the audit events do, relative to the API', async () => {
    const { url } = await started({ redox: { pageSize: 2 } });
    const first = await sendAs('redox-admin', url, 'GET', organization);
    expect(first.json.payload.memberships).toHaveLength(2);
    expect(first.json.meta.page.links.next).toBe('/organizations/1024/role-assignment?_page=2&_count=2');
    const second = await sendAs('redox-admin', url, 'GET', `/platform/v1${first.json.meta.page.links.next}`);
    expect(second.json.payload.memberships.map((row) => row.user.id)).toEqual(['3']);
    expect(second.json.meta.page.links).not.toHaveProperty('next');
    expect((await sendAs('redox-admin', url, 'GET', `${organization}?_count=51`)).status).toBe(400);
  });
});
