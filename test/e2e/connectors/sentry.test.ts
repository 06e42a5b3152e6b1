import { expect, test } from 'vitest';
import { folderWith, startApi } from './strict-api.js';

/**
 * People are known by their e-mails; a member, invited or not, has an id of its own, by which requests name it; the Link
 * header always names a next page, and says whether it has results.
 */
const CONNECTOR = `connector: 1
title: Sentry
documentation: https://docs.sentry.io/api/organizations/
paging: { by: link, size: per_page, max: 2 }
people: { byEmail: true }
kinds:
  organization:
    description: Slug of a Sentry organization.
    exclusive: true
    destructive: true
    fallback: member
    minHolders: { owner: 1 }
    roles: [{ id: member }, { id: admin }, { id: owner }]
    assignments:
      - get: /organizations/{organization}/members/
        person: email
        id: id
        role: orgRole
        email: email
        name: user.name
        pending: { at: pending, is: true }
    grant: { post: "/organizations/{organization}/members/", body: { email: "{person}", orgRole: "{role}" } }
    change:
      put: /organizations/{organization}/members/{assignment}/
      body: { orgRole: "{role}" }
      success: [{ at: orgRole, is: "{role}" }]
    revoke: { delete: "/organizations/{organization}/members/{assignment}/", done: [404] }
`;

const FILES = `provider: sentry
organization: acme
prune: true
roles:
  owner: [ops@acme.test]
  admin: [ada]
  member: [lin, Grace@acme.test]
`;

async function sentry() {
  const members = [
    { id: '1', email: 'ops@acme.test', user: { id: '901', name: 'Ops' }, orgRole: 'owner', pending: false },
    {
      id: '2',
      email: 'Grace@acme.test',
      user: { id: '902', name: 'Grace' },
      orgRole: 'admin',
      pending: false,
    },
    { id: '3', email: 'lin@acme.test', user: null, orgRole: 'member', pending: true },
    {
      id: '4',
      email: 'mallory@acme.test',
      user: { id: '904', name: 'Mallory' },
      orgRole: 'admin',
      pending: false,
    },
    { id: '5', email: 'zed@acme.test', user: null, orgRole: 'member', pending: true },
  ];
  const missing = { status: 404, json: { detail: 'The requested resource does not exist' } };
  const all = /^\/api\/0\/organizations\/acme\/members\/$/u;
  const one = /^\/api\/0\/organizations\/acme\/members\/(\d+)\/$/u;
  const api = await startApi(
    [
      {
        method: 'GET',
        path: all,
        query: ['cursor', 'per_page'],
        answer: ({ query: { cursor = '0:0:0', per_page: size } }) => {
          const start = Number(cursor.split(':')[1]);
          const end = start + Number(size);
          const link = (to: number, rel: string, results: boolean) =>
            `<${api.url}/api/0/organizations/acme/members/?cursor=0:${to}:0&per_page=${size}>; rel="${rel}"; results="${results}"; cursor="0:${to}:0"`;
          const links = [link(0, 'previous', start > 0), link(end, 'next', end < members.length)];
          return { json: members.slice(start, end), headers: { link: links.join(', ') } };
        },
      },
      {
        method: 'POST',
        path: all,
        body: { email: 'string', orgRole: 'string' },
        answer: ({ body }) => {
          const { email, orgRole } = body as Record<'email' | 'orgRole', string>;
          const member = { id: '6', email, user: null, orgRole, pending: true };
          members.push(member);
          return { status: 201, json: member };
        },
      },
      {
        method: 'PUT',
        path: one,
        body: { orgRole: 'string' },
        answer: ({ captured, body }) => {
          const member = members.find(({ id }) => id === captured[0]);
          if (member === undefined) return missing;
          member.orgRole = (body as { orgRole: string }).orgRole;
          return { json: member };
        },
      },
      {
        method: 'DELETE',
        path: one,
        answer: ({ captured }) => {
          const index = members.findIndex(({ id }) => id === captured[0]);
          if (index < 0) return missing;
          members.splice(index, 1);
          return { status: 204 };
        },
      },
    ],
    { authorization: 'Bearer a-token-for-tests' },
  );
  const rolecall = folderWith(
    {
      'rolecall.yaml': `version: 1
people: people.yaml
providers:
  sentry: { connector: sentry.yaml, url: "${api.url}/api/0", auth: { method: bearer, token: { env: TOKEN } } }
`,
      'sentry.yaml': CONNECTOR,
      'access/sentry.yaml': FILES,
      'people.yaml': `people:
  ada: { name: Ada, ids: { sentry: Ada@acme.test } }
  lin: { name: Lin, ids: { sentry: lin@acme.test } }
`,
    },
    { TOKEN: 'a-token-for-tests' },
  );
  return { ...api, members, rolecall };
}

test('people who are known by their e-mails are invited, changed and removed by the ids of their memberships', async () => {
  const { rolecall, writes, refused } = await sentry();
  // Somebody unknown is invited first: one of those to be removed might be the same person.
  expect((await rolecall('apply', '--yes')).stdout).toContain('2 applied, 2 blocked');
  expect((await rolecall('apply', '--yes')).code).toBe(0);
  expect(writes()).toEqual([
    'POST /api/0/organizations/acme/members/ {"email":"ada@acme.test","orgRole":"admin"}',
    'PUT /api/0/organizations/acme/members/2/ {"orgRole":"member"}',
    'DELETE /api/0/organizations/acme/members/4/',
    'DELETE /api/0/organizations/acme/members/5/',
  ]);
  expect((await rolecall('plan')).stdout).toContain('No changes. Live state matches the files.');
  expect(refused).toEqual([]);
});

test('the doctor takes invitations without an account for what they are', async () => {
  const { rolecall } = await sentry();
  const { stdout } = await rolecall('doctor');
  expect(stdout).toContain('as documented (the connector file)');
  expect(stdout).not.toContain('not as documented');
  expect(stdout).toContain('Ready to plan: yes.');
});
