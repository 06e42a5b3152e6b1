import { afterEach, describe, expect, it } from 'vitest';
import { rolesCommand, type RolesOutcome } from '../../../src/commands/roles/roles.js';
import type { ListedRole } from '../../../src/model/role-list.js';
import { rolesJson } from '../../../src/report/json.js';
import { rolesText } from '../../../src/report/roles.js';
import { schemaProblems } from '../../schema-problems.js';
import { startWorld, type World } from '../people-world.js';

const ACME = `organization: "1024"
roles:
  owner: [ada@acme.test]
  admn: [alan@acme.test]
---
account: orbit
roles: { account_admin: ["user:ada.lovelace"], project_reader: ["user:alan.turing"] }
`;

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function world(...args: Parameters<typeof startWorld>): Promise<World> {
  const started = await startWorld(...args);
  open.push(started);
  return started;
}

const listing = (it: World, ...scope: readonly string[]): Promise<RolesOutcome> =>
  rolesCommand({ scope, concurrency: null }, it.context);

const kindsOf = ({ roles }: RolesOutcome): readonly string[] =>
  roles.kinds.map(({ provider, kind, scopes }) => `${provider} ${kind} ${scopes}`);

function roleOf({ roles }: RolesOutcome, kind: string, name: string): ListedRole | undefined {
  return roles.kinds.find((each) => each.kind === kind)?.roles.find((role) => role.name === name);
}

describe('roles', () => {
  it('gives the roles of every kind of scope, with ids and holders', async () => {
    const outcome = await listing(await world({ 'access/acme.yaml': ACME }));
    expect(outcome).toMatchObject({ exitCode: 0, unread: [] });
    expect(kindsOf(outcome)).toEqual([
      'aion account 1',
      'aion project 2',
      'redox organization 1',
      'redox environment 3',
    ]);
    expect(roleOf(outcome, 'organization', 'owner')).toEqual({
      name: 'owner',
      id: '0a6d1f52-0001-4000-8000-000000000001',
      aliases: [],
      holders: 4,
      blocked: null,
      scopes: [{ scope: 'redox/organization/1024', holders: 4 }],
    });
  });

  it('counts whoever holds a role in several scopes of one root once, and nobody who is inactive', async () => {
    const outcome = await listing(await world({ 'access/acme.yaml': ACME }));
    const engineer = roleOf(outcome, 'environment', 'engineer');
    expect(engineer?.holders).toBe(6);
    expect(engineer?.scopes.map(({ holders }) => holders)).toEqual([3, 3, 4]);
    expect(roleOf(outcome, 'account', 'billing_admin')).toMatchObject({ holders: 0, blocked: null });
  });

  it('leaves out what cannot be granted, unless somebody holds it', async () => {
    const outcome = await listing(await world({ 'access/acme.yaml': ACME }));
    expect(roleOf(outcome, 'account', 'project_admin')).toBeUndefined();
    expect(roleOf(outcome, 'account', 'gpu_operator')).toMatchObject({
      holders: 1,
      blocked: expect.stringContaining('RESOURCE') as string,
    });
  });

  it('names the roles that the files ask for and that cannot be granted, with the nearest one', async () => {
    const { roles } = await listing(await world({ 'access/acme.yaml': ACME }));
    expect(roles.unknown.map(({ role, scope, source }) => `${role} ${scope} ${source.line}`)).toEqual([
      'project_reader aion/account/orbit 7',
      'admn redox/organization/1024 4',
    ]);
    expect(roles.unknown[1]?.reason).toContain('did you mean "admin"?');
  });

  it('needs no access file where a scope is named, and reads nothing else', async () => {
    const it = await world({});
    const outcome = await listing(it, 'aion/account/orbit');
    expect(kindsOf(outcome)).toEqual(['aion account 1', 'aion project 2']);
    expect(it.sandbox.requests.every(({ path }) => !path.includes('/platform/'))).toBe(true);
    expect(it.sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('exits with 1 and says what is missing where a scope cannot be read', async () => {
    const { roles, exitCode, unread } = await listing(await world({}), 'redox/organization/404');
    expect(exitCode).toBe(1);
    expect(unread).toHaveLength(1);
    expect(roles.kinds).toMatchObject([{ complete: false, roles: [] }]);
  });

  it('prints JSON as its schema says', async () => {
    const { roles } = await listing(await world({ 'access/acme.yaml': ACME }));
    expect(schemaProblems('roles', JSON.parse(rolesJson(roles)))).toEqual([]);
  });

  it('prints a block for each kind of scope, then what the files lack', async () => {
    const { roles } = await listing(await world({ 'access/acme.yaml': ACME }));
    const text = rolesText(roles, { color: false });
    expect(text).toContain(
      'redox environment  3 scopes\n  engineer  0a6d1f52-0002-4000-8000-000000000001  6 holders\n',
    );
    expect(text).toContain('  billing_admin  billing_admin  nobody     also Billing administrator\n');
    expect(text).toContain('  ! admn  redox/organization/1024  access/acme.yaml:4\n');
    expect(text).toMatch(/13 roles known in 7 scopes, 2 roles of the files cannot be granted\.\n$/u);
  });

  it('shows foreign names escaped', () => {
    const role = {
      name: 'ow\u001B[31mner',
      id: 'a\u202Eb',
      aliases: ['\n'],
      holders: 1,
      blocked: null,
      scopes: [],
    };
    const kinds = [{ provider: 'redox', kind: 'organization', scopes: 0, complete: true, roles: [role] }];
    const text = rolesText({ formatVersion: 1, kinds, unknown: [], notListed: [] }, { color: false });
    expect(text).toContain('  ow\\x1b[31mner  a\\u{202e}b  1 holder  also \\n\n');
  });
});
