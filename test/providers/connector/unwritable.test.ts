import { expect, it } from 'vitest';
import { connectorRun } from './run.js';

/** An organization with ada as its owner and lin as its member, both written to as `writes` says. */
const organization = (writes: string, exclusive = true, list = 'id: id'): string => `connector: 1
title: Test
paging: { by: whole }
people: { list: { get: /users, ${list} } }
kinds:
  org:
    description: An id.
    exclusive: ${exclusive}
    roles: [{ id: member }, { id: owner }]
    assignments: [{ get: "/orgs/{org}/members", person: id, role: role }]
${writes}
    revoke: { delete: "/orgs/{org}/members/{person}/{role}" }
`;
const users = [{ id: 'ada', mail: 'ada@acme.test' }, { id: 'lin', mail: null }, { id: 'zed' }];
/** A double that adds whom it is asked to add. */
function organizationDouble() {
  const rows = [
    { id: 'ada', role: 'owner' },
    { id: 'lin', role: 'member' },
  ];
  return (path: string, method: string, _: unknown, body: string) => {
    if (path.startsWith('/users')) return { json: users };
    if (method === 'GET') return { json: rows };
    const { email, role } = JSON.parse(body) as { email: string; role: string };
    const user = users.find(({ mail }) => mail === email);
    if (user === undefined) return { status: 404, json: {} };
    rows.push({ id: user.id, role });
    return { json: {} };
  };
}
const BY_EMAIL = '    grant: { post: "/orgs/{org}/members", body: { email: "{email}", role: "{role}" } }\n';

/** What of the plan is blocked, and why; then what is not. */
async function planned(connector: string, access: string) {
  const run = await connectorRun({ connector, access: `org: acme\n${access}`, answer: organizationDouble() });
  const { changes } = await run.plan();
  const told = changes.map(
    ({ action, principal, blocked }) => `${action} ${principal}: ${blocked ?? 'done'}`,
  );
  return { told, run };
}

it('a change that the connector has no request for is blocked in the plan, with the key to add', async () => {
  const { told } = await planned(organization('', true), 'roles: { member: [ada, lin] }');
  expect(told).toEqual([
    'change user:ada: kinds.org of the connector has no request that replaces one role by another: add "change" or "grant" to it if Test can do it',
  ]);
});

it('a grant that the connector has no request for is blocked in the plan, with the key to add', async () => {
  const { told } = await planned(organization('', false), 'roles: { owner: [zed] }');
  expect(told).toEqual([
    'grant user:zed: kinds.org of the connector has no request that grants a role: add "grant" to it if Test can do it',
  ]);
});

it('a kind without requests that write is read, and every change of it is blocked in the plan', async () => {
  const readOnly = organization('', true).replace(/    revoke:.*\n/u, '');
  const { told } = await planned(readOnly, 'prune: true\nroles: { member: [ada, zed] }');
  const connector = 'kinds.org of the connector has no request that';
  expect(told).toEqual([
    `change user:ada: ${connector} replaces one role by another: add "change" or "grant" to it if Test can do it`,
    `grant user:zed: ${connector} grants a role: add "grant" to it if Test can do it`,
    `revoke user:lin: ${connector} takes a role away: add "revoke" to it if Test can do it`,
  ]);
});

it('a grant that needs an e-mail that the API does not tell is blocked, and others are not', async () => {
  const { told, run } = await planned(
    organization(`${BY_EMAIL}    change: grant-then-revoke`, false, 'id: id, email: mail'),
    'roles: { owner: [ada, lin], member: [ada, lin] }',
  );
  expect(told).toEqual([
    'grant user:lin: the API tells no e-mail of this person, which {email} in kinds.org.grant of the connector needs',
    'grant user:ada: done',
  ]);
  const { results, summary } = await run.apply();
  expect(summary).toMatchObject({ blocked: 1, failed: 0 });
  expect(results.find(({ status }) => status === 'blocked')).toMatchObject({ principal: 'user:lin', ms: 0 });
  expect(run.written()).toEqual(['POST /orgs/acme/members {"email":"ada@acme.test","role":"member"}']);
});

it('a grant that needs what the connector does not say is blocked, with the key to add', async () => {
  const { told } = await planned(
    organization(`${BY_EMAIL}    change: grant`),
    'roles: { owner: [ada], member: [lin, zed] }',
  );
  expect(told).toEqual([
    'grant user:zed: the connector does not say where the e-mail of a person is, which {email} in kinds.org.grant of the connector needs: add "email" to people.list',
  ]);
});

it('a revoke whose grant is blocked is planned by itself, and one request that does both is not split', async () => {
  const access = 'prune: true\nroles: { owner: [lin, ada], member: [] }';
  const two = organization(BY_EMAIL, false, 'id: id, email: mail');
  expect((await planned(two, access)).told).toEqual([
    'grant user:lin: the API tells no e-mail of this person, which {email} in kinds.org.grant of the connector needs',
    'revoke user:lin: done',
  ]);
  const change = '    change: { put: "/orgs/{org}/members/{person}/{from}", body: { role: "{role}" } }';
  const one = organization(`${BY_EMAIL}${change}`, false, 'id: id, email: mail');
  expect((await planned(one, access)).told).toEqual(['change user:lin: done']);
});
