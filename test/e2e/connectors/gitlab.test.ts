import { expect, test } from 'vitest';
import { type Answer, type Asked, folderWith, type Route, startApi } from './strict-api.js';

/** Roles are numbers, totals stand in a header, and members of the parent are in another list. */
const CONNECTOR = `connector: 1
title: GitLab
documentation: https://docs.gitlab.com/api/group_members/
paging: { by: page, parameter: page, size: per_page, max: 2, total: { header: X-Total } }
people:
  type: number
  list: { get: /users, id: id, email: email, name: name }
kinds:
  group:
    description: Number of a GitLab group.
    exclusive: true
    onlyPeopleOfRoot: true
    minHolders: { owner: 1 }
    roles: [{ id: guest, value: 10 }, { id: developer, value: 30 }, { id: owner, value: 50 }]
    assignments:
      - { get: "/groups/{group}/members", person: id, role: access_level }
      # Whoever is in this list and not in the other one is a member of a parent group.
      - { get: "/groups/{group}/members/all", person: id, role: access_level, inherited: true }
    grant:
      post: /groups/{group}/members
      body: { user_id: "{person}", access_level: "{role}" }
      done: [{ at: message, is: Member already exists }]
    change: { put: "/groups/{group}/members/{person}", body: { access_level: "{role}" } }
    revoke: { delete: "/groups/{group}/members/{person}", done: [404] }
`;

const SETTINGS = (url: string) => `version: 1
prune: true
providers:
  gitlab:
    connector: gitlab.yaml
    url: ${url}/api/v4
    auth: { method: header, name: PRIVATE-TOKEN, token: { env: TOKEN } }
`;

const NAMES = new Map([
  [1, 'root'],
  [11, 'ada'],
  [12, 'grace'],
  [13, 'lin'],
  [15, 'boss'],
]);

const users = [...NAMES].map(([id, name]) => ({ id, name, email: `${name}@acme.test` }));

function page(rows: readonly unknown[], { query }: Asked): Answer {
  const [number, size] = [Number(query['page']), Number(query['per_page'])];
  const json = rows.slice((number - 1) * size, number * size);
  return { json, headers: { 'x-total': String(rows.length) } };
}

const missing: Answer = { status: 404, json: { message: '404 Not found' } };

function routes(members: Map<number, number>, parent: ReadonlyMap<number, number>): readonly Route[] {
  const rows = (from: ReadonlyMap<number, number>) =>
    [...from].map(([id, access_level]) => ({ id, name: NAMES.get(id), access_level }));
  const all = () => {
    const levels = new Map(parent);
    for (const [id, level] of members) levels.set(id, Math.max(level, parent.get(id) ?? 0));
    return levels;
  };
  const query = ['page', 'per_page'];
  const own = /^\/api\/v4\/groups\/42\/members$/u;
  const one = /^\/api\/v4\/groups\/42\/members\/(\d+)$/u;
  return [
    { method: 'GET', path: /^\/api\/v4\/users$/u, query, answer: (asked) => page(users, asked) },
    { method: 'GET', path: own, query, answer: (asked) => page(rows(members), asked) },
    {
      method: 'GET',
      path: /^\/api\/v4\/groups\/42\/members\/all$/u,
      query,
      answer: (asked) => page(rows(all()), asked),
    },
    {
      method: 'POST',
      path: own,
      body: { user_id: 'number', access_level: 'number' },
      answer: ({ body }) => {
        const { user_id: id, access_level: level } = body as Record<'user_id' | 'access_level', number>;
        if (members.has(id)) return { status: 409, json: { message: 'Member already exists' } };
        members.set(id, level);
        return { status: 201, json: { id, access_level: level } };
      },
    },
    {
      method: 'PUT',
      path: one,
      body: { access_level: 'number' },
      answer: ({ captured: [id], body }) => {
        if (!members.has(Number(id))) return missing;
        members.set(Number(id), (body as { access_level: number }).access_level);
        return { json: { id: Number(id) } };
      },
    },
    {
      method: 'DELETE',
      path: one,
      answer: ({ captured: [id] }) => (members.delete(Number(id)) ? { status: 204 } : missing),
    },
  ];
}

async function gitlab(held: readonly (readonly [number, number])[], files: string) {
  const members = new Map(held);
  const api = await startApi(routes(members, new Map([[15, 50]])), { 'private-token': 'a-token-for-tests' });
  const rolecall = folderWith(
    { 'rolecall.yaml': SETTINGS(api.url), 'gitlab.yaml': CONNECTOR, 'access/gitlab.yaml': files },
    { TOKEN: 'a-token-for-tests' },
  );
  return { ...api, members, rolecall };
}

test('roles that are numbers are granted, changed and revoked, and members of a parent group are left alone', async () => {
  const files =
    'group: "42"\nroles: { owner: [root@acme.test], developer: [ada@acme.test, grace@acme.test] }\n';
  const held = [
    [1, 50],
    [12, 10],
    [13, 30],
  ] as const;
  const { rolecall, writes, refused, members } = await gitlab(held, files);
  expect((await rolecall('apply', '--yes')).code).toBe(0);
  expect(writes()).toEqual([
    'POST /api/v4/groups/42/members {"user_id":11,"access_level":30}',
    'PUT /api/v4/groups/42/members/12 {"access_level":30}',
    'DELETE /api/v4/groups/42/members/13',
  ]);
  expect([...members]).toEqual([
    [1, 50],
    [12, 30],
    [11, 30],
  ]);
  const { stdout } = await rolecall('plan');
  expect(stdout).toContain('? boss@acme.test  owner  high risk, unlisted, kept');
  expect(stdout).toContain('No changes.');
  expect(refused).toEqual([]);
});

test('what is live is imported without what is inherited, and the next plan is empty', async () => {
  const { rolecall } = await gitlab(
    [[1, 50]],
    'group: "42"\nroles: { owner: [root@acme.test], guest: [lin@acme.test] }\n',
  );
  expect((await rolecall('import', '--merge', '--scope', 'gitlab/group/42')).code).toBe(0);
  expect((await rolecall('plan')).stdout).toContain('No changes.');
});

test('the doctor takes a list whose total stands in a header for the list that it asked for', async () => {
  const { rolecall } = await gitlab([[1, 50]], 'group: "42"\nroles: { owner: [root@acme.test] }\n');
  expect((await rolecall('doctor')).stdout).toContain('Ready to plan: yes.');
});
