import { describe, expect, test } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorRun } from '../../providers/connector/run.js';
import type { Reply } from '../../providers/rig.js';

/** All roles of a person stand in one text, which is written as a whole; pages go on until one is empty. */
const CONNECTOR = `connector: 1
title: Mattermost
paging: { by: page, parameter: page, first: 0, size: per_page, max: 2, end: { at: "0", present: false } }
people: { list: { get: /users, id: id, email: email } }
kinds:
  server:
    description: Any name for the server.
    onlyPeopleOfRoot: true
    roles: [{ id: system_user, system: true }, { id: system_admin }, { id: system_manager }]
    assignments: [{ get: /users, person: id, roles: roles, separator: " " }]
    grant: &all { put: "/users/{person}/roles", body: { roles: "{roles}" }, separator: " " }
    revoke: *all
`;

async function mattermost(held: Record<string, unknown>, access: string, connector = CONNECTOR) {
  const answer = (path: string, method: string, _: unknown, body: string): Reply => {
    const url = new URL(path, 'http://mattermost.test');
    if (method === 'GET' && url.pathname === '/users') {
      const [page, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name)));
      const rows = Object.entries(held).map(([id, roles]) => ({ id, email: `${id}@acme.test`, roles }));
      return { json: rows.slice((page ?? 0) * (size ?? 0), ((page ?? 0) + 1) * (size ?? 0)) };
    }
    const [, person = ''] = /^\/users\/(\w+)\/roles$/u.exec(url.pathname) ?? [];
    const { roles, ...more } = JSON.parse(body) as Record<string, unknown>;
    const isText = typeof roles === 'string' && /^\w+(?: \w+)*$/u.test(roles);
    if (method !== 'PUT' || !Object.hasOwn(held, person) || !isText || Object.keys(more).length > 0)
      return { status: 400, json: { message: `not as documented: ${method} ${path} ${body}` } };
    held[person] = roles;
    return { json: { status: 'OK' } };
  };
  return await connectorRun({ connector, access: `provider: test\nserver: main\n${access}\n`, answer });
}

describe('roles that stand in one text', () => {
  test('are read and written as a whole, and none is lost that the files or the roles do not name', async () => {
    const held = {
      ops: 'system_user system_admin',
      ada: 'system_user',
      grace: 'system_user  system_custom system_manager ',
    };
    const access = 'prune: true\nroles: { system_admin: [ops@acme.test, ada@acme.test] }';
    const { rolecall, written } = await mattermost(held, access);
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written().toSorted()).toEqual([
      'PUT /users/ada/roles {"roles":"system_user system_admin"}',
      'PUT /users/grace/roles {"roles":"system_user system_custom"}',
    ]);
    expect((await rolecall('plan')).stdout).toContain('No changes.');
  });

  test.each([[null], [['system_user']], [{ system_user: true }]])(
    'and come as %j leave the scope not whole, so that nothing is written',
    async (roles) => {
      const access = 'prune: true\nroles: { system_admin: [ops@acme.test] }';
      const { rolecall, written } = await mattermost({ ops: 'system_user', ada: roles }, access);
      const { stdout, stderr } = await rolecall('apply', '--yes');
      expect(`${stdout}${stderr}`).toContain('no text of roles stands at roles');
      expect(written()).toEqual([]);
    },
  );

  test('are not written with a role that would come apart', async () => {
    const connector = CONNECTOR.replace('{ id: system_manager }', '{ id: system manager }');
    const { rolecall, written } = await mattermost(
      { ada: 'system_user' },
      'roles: { system manager: [ada@acme.test] }',
      connector,
    );
    const { stdout } = await rolecall('plan');
    expect(stdout).toContain('the role "system manager" cannot stand in one text with others');
    await rolecall('apply', '--yes');
    expect(written()).toEqual([]);
  });
});

test.each([
  ['roles: roles, separator: " "', 'separator: " "', 'The text of all roles stands at "roles"'],
  [
    'roles: roles, separator',
    'roles: roles, id: id, separator',
    'In a text of all roles nothing else stands',
  ],
  [
    'separator: " " }\n    revoke',
    'each: { id: "{role}" }, separator: " " }\n    revoke',
    'A text holds texts',
  ],
  ['roles: "{roles}"', 'role: "{role}"', 'There is no list of roles here'],
])('a connector file with %j replaced by %j is refused', (before, after, words) => {
  const { diagnostics } = readConnector(
    'test.yaml',
    new TextEncoder().encode(CONNECTOR.replace(before, after)),
  );
  expect(diagnostics.map(({ message }) => message).join('\n')).toContain(words);
});
