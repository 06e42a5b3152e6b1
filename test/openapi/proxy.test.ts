import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.js';
import { type Sent, send, sendAs, started } from '../sandbox/client.js';
import type { Sandbox } from '../sandbox/start.js';
import { openApiDocuments, readExchangeCheck } from './exchange-check.js';
import { startValidatingProxy, type ValidatingProxy } from './proxy.js';

const documents = await readExchangeCheck(openApiDocuments);
const organization = '/platform/v1/organizations/1024/role-assignment';
const production = '/platform/v1/environments/prod/role-assignment';
const account = '/api/v1/accounts/orbit';
const admin = { id: '0a6d1f52-0001-4000-8000-000000000002', name: 'admin' };
const support = { id: '0a6d1f52-0002-4000-8000-000000000002', name: 'support' };
const grace = { id: '2', name: 'Grace Hopper' };
const alan = { id: '3', name: 'Alan Turing' };

async function proxied(
  fault?: Fault,
): Promise<{ readonly sandbox: Sandbox; readonly proxy: ValidatingProxy }> {
  const sandbox = await started({ fault: () => fault });
  const proxy = await startValidatingProxy({ target: sandbox.url, documents });
  onTestFinished(() => proxy.close());
  return { sandbox, proxy };
}

const project = { assigneeType: 'USER', roleId: 'project_reader', projectId: 'apollo' };

describe('the OpenAPI documents', () => {
  it.each<[string, string, string, Sent]>([
    ['redox-owner', 'GET', organization, {}],
    ['redox-owner', 'PUT', organization, { json: { role: admin, user: alan } }],
    ['redox-owner', 'DELETE', organization, { json: { user: alan } }],
    ['redox-owner', 'GET', '/platform/v1/organizations/1024/environments', {}],
    ['redox-owner', 'GET', production, {}],
    ['redox-owner', 'GET', '/platform/v1/environments/a%2Fb%20c/role-assignment', {}],
    ['redox-owner', 'POST', production, { json: { role: support, user: grace } }],
    ['redox-owner', 'PUT', production, { json: { role: support, user: alan } }],
    ['redox-owner', 'DELETE', production, { json: { user: alan } }],
    ['redox-owner', 'GET', '/platform/v1/organizations/7/role-assignment', {}],
    ['unknown', 'GET', organization, {}],
    ['aion', 'GET', `${account}/users`, {}],
    ['aion', 'GET', `${account}/roles?page=1&pageSize=100&scope=PROJECT`, {}],
    ['aion', 'GET', `${account}/roles/account_admin`, {}],
    ['aion', 'GET', `${account}/roles/users/lin?page=1&pageSize=100`, {}],
    ['aion', 'POST', `${account}/roles/assignments`, { json: { assigneeId: 'ada', ...project } }],
    ['aion', 'PUT', `${account}/roles/project_admin/assignments/lin?projectId=apollo`, { json: project }],
    ['aion', 'DELETE', `${account}/roles/billing/assignments/lin?assigneeType=USER`, {}],
    ['aion', 'DELETE', `${account}/roles/nope/assignments/lin`, {}],
  ])('describe what the sandbox takes and answers: %s %s %s', async (token, method, path, sent) => {
    const { sandbox, proxy } = await proxied();
    const direct = await started();
    const through = await sendAs(token, proxy.url, method, path, sent);
    const reply = await sendAs(token, direct.url, method, path, sent);
    expect([proxy.violations, proxy.checked()]).toEqual([[], 1]);
    expect(through.status).toBe(reply.status);
    expect(sandbox.requests[0]?.headers['host']).toBe(new URL(proxy.url).host);
  });

  it.each<[string, string, string, Sent, RegExp]>([
    ['an unknown path', 'GET', '/platform/v1/users', {}, /no document/],
    ['an unknown method', 'POST', organization, { json: {} }, /no document/],
    ['an unknown parameter', 'GET', `${organization}?page=1`, {}, /page/],
    ['too large a page', 'GET', `${account}/roles?pageSize=500`, {}, /100/],
    ['a missing field', 'PUT', organization, { json: { role: admin } }, /user/],
    [
      'a field too many',
      'PUT',
      organization,
      { json: { role: admin, user: { ...alan, email: '' } } },
      /email/,
    ],
    [
      'another type of body',
      'PUT',
      organization,
      { body: 'x', headers: { 'content-type': 'text/plain' } },
      /text\/plain/,
    ],
    [
      'a body that is not described',
      'DELETE',
      `${account}/roles/billing/assignments/lin`,
      { json: {} },
      /application\/json/,
    ],
    [
      'an empty project',
      'POST',
      `${account}/roles/assignments`,
      { json: { ...project, assigneeId: 'a', projectId: '' } },
      /projectId/,
    ],
    [
      'another assignee type',
      'DELETE',
      `${account}/roles/billing/assignments/lin?assigneeType=GROUP`,
      {},
      /assigneeType/,
    ],
  ])('find %s in a request', async (_, method, path, sent, message) => {
    const { proxy } = await proxied();
    await sendAs('redox-owner', proxy.url, method, path, sent);
    expect(proxy.violations[0]).toMatchObject({
      direction: 'request',
      message: expect.stringMatching(message),
    });
  });

  it('find a request without credentials', async () => {
    const { proxy } = await proxied();
    await send(proxy.url, 'GET', organization);
    expect(proxy.violations[0]?.message).toBe('no Authorization header');
  });

  it.each<[string, Fault, RegExp]>([
    ['an undescribed status', { status: 202, json: {} }, /202/],
    ['a wrong body', { status: 200, json: { meta: { version: '1.0.0' }, payload: {} } }, /memberships/],
    ['another type', { status: 200, text: 'hello' }, /text\/plain/],
  ])('find %s in an answer', async (_, fault, message) => {
    const { proxy } = await proxied(fault);
    await sendAs('redox-owner', proxy.url, 'GET', organization);
    expect(proxy.violations[0]).toMatchObject({
      direction: 'answer',
      message: expect.stringMatching(message),
    });
  });

  it('check the request of a connection that is cut, and the cut comes through', async () => {
    const { proxy } = await proxied('reset-after');
    expect((await sendAs('redox-owner', proxy.url, 'GET', organization)).status).toBe(0);
    expect([proxy.violations, proxy.checked()]).toEqual([[], 1]);
  });
});
