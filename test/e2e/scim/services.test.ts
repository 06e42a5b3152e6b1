import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScimRunOptions } from '../../providers/connector/scim/run.js';
import { acmeDirectory, applied, files, groups } from './acme.js';

const noChanges = 'No changes. Live state matches the files.\n';
const add = (group: string, user: string): string =>
  `PATCH /Groups/${group} {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"members","value":[{"value":"${user}"}]}]}`;
const remove = (group: string, user: string): string =>
  `PATCH /Groups/${group} {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"remove","path":"members[value eq \\"${user}\\"]"}]}`;

const services: readonly (readonly [string, Partial<ScimRunOptions>])[] = [
  ['as RFC 7644 has it', {}],
  [
    'without ServiceProviderConfig, as GitHub Enterprise',
    { config: null, base: '/scim/v2/enterprises/acme', mostAsked: 100 },
  ],
  ['that gives one resource a page', { most: 1 }],
  ['that filters no lists', { config: { patch: { supported: true }, filter: { supported: false } } }],
  ['that gives an empty list of members', { group: (group) => ({ members: [], ...group }) }],
  [
    'that names members, and gives a nested group no type, as Databricks',
    {
      group: (group) => ({
        ...group,
        ...('members' in group && Array.isArray(group.members)
          ? { members: group.members.map(({ value }) => ({ value, display: 'x', $ref: `Any/${value}` })) }
          : {}),
      }),
    },
  ],
];

describe.each(services)('groups of a service %s', (_, options) => {
  test('are imported, and the next plan is empty', async () => {
    const { rolecall, folder, written } = await acmeDirectory({ ...options, files: {} });
    expect((await rolecall('import', '--scope', 'scim/directory/main')).code).toBe(0);
    expect(readFileSync(join(folder, 'access/scim/main.yaml'), 'utf8')).toBe(`directory: "main"
roles:
  admins:
    - ada@acme.test # Ada Lovelace
    - grace@acme.test
    - left@acme.test
  "may \\"read\\" / x":
    - lin@acme.test
`);
    expect(await rolecall('plan')).toMatchObject({ code: 0, stdout: noChanges });
    expect(written()).toEqual([]);
  });

  test('are planned, applied, and then match the files, a group in a group left alone', async () => {
    const { rolecall, service, written } = await acmeDirectory(options);
    expect((await rolecall('plan')).stdout).toContain('Plan: 1 to grant, 1 to revoke.');
    expect(written()).toEqual([]);
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([add('g%2F3%20%22x%22', 'u3'), remove('g1', 'u4')]);
    expect(service.members()).toEqual(applied);
    expect(await rolecall('plan')).toMatchObject({ code: 0, stdout: noChanges });
  });
});

describe('a service that cannot be read whole', () => {
  test.each<[string, Partial<ScimRunOptions>, string]>([
    ['has no PATCH', { config: { patch: { supported: false } } }, 'does not support PATCH'],
    ['does not say whether it has', { config: {} }, 'nothing stands at patch.supported'],
    ['gives no total', { total: () => undefined }, 'no total stands at totalResults'],
    ['has more than it gives', { total: (count) => count + 1 }, "4 rows came, the API's own total is 5"],
    ['gives more than it has', { total: (count) => count - 1 }, "4 rows came, the API's own total is 3"],
    ['refuses so many at once', { mostAsked: 50 }, 'count=100&startIndex=1 was answered 400: tooMany'],
    ['has nobody', { users: [] }, 'the API lists no people'],
    ['lost the members', { group: () => ({ displayName: 'x' }) }, 'no list stands at members'],
  ])('is named, and nothing is written: it %s', async (_, options, message) => {
    const { rolecall, written } = await acmeDirectory(options);
    const { code, stderr } = await rolecall('apply', '--yes');
    expect([code, written()]).toEqual([1, []]);
    expect(stderr).toContain(message);
  });
});

describe('a service that does not do what it was asked for', () => {
  test('and answers 204 is found by reading again', async () => {
    const { rolecall, service } = await acmeDirectory({ patch: () => 204 });
    const { code, stdout } = await rolecall('apply', '--yes', '--format', 'json');
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({ converged: false, summary: { applied: 2 } });
    expect((await rolecall('apply', '--yes')).stdout).toContain('The live state does not match yet');
    expect(service.members()['g1']).toEqual(['u1', 'u3', 'u4']);
  });

  test.each([
    ['', 6],
    ['concurrency: 1', 0],
  ])(
    'since of several PATCHes at once the last one wins is found, and mended: %s',
    async (settings, first) => {
      const { rolecall, service } = await acmeDirectory({
        slow: 20,
        settings,
        groups: { g1: { displayName: 'admins' } },
        files: {
          'access/directory.yaml':
            'directory: main\nroles: { admins: [ada@acme.test, grace@acme.test, lin@acme.test] }\n',
        },
      });
      expect((await rolecall('apply', '--yes')).code).toBe(first);
      for (let more = 0; more < 2; more += 1) await rolecall('apply', '--yes');
      expect(service.members()['g1']?.toSorted()).toEqual(['u1', 'u2', 'u3']);
    },
  );

  test('and empties the group is told apart from one that does', async () => {
    const { rolecall, service } = await acmeDirectory({ ignoresFilters: true });
    const { code, stderr } = await rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(stderr).toContain(
      'No change of this run takes away what is gone all the same: admins of user:u1 in scim/directory/main, admins of user:u3 in scim/directory/main.',
    );
    expect(service.members()['g1']).toEqual([]);
    expect((await rolecall('plan')).stdout).toContain('+ ada@acme.test');
  });

  test('since it knows no filter in a path keeps everybody whom it has', async () => {
    const { rolecall, service } = await acmeDirectory({
      patch: ({ path }) => (path?.includes('[') === true ? 400 : null),
    });
    const { code, stdout } = await rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(stdout).toContain('was answered 400: invalidPath');
    expect(service.members()).toEqual({ ...applied, g1: ['u1', 'u3', 'u4'] });
  });

  test('is sent nothing that a quote in an id would make mean something else', async () => {
    const evil = 'u" or value pr or value eq "u';
    const { rolecall, written } = await acmeDirectory({
      users: [
        { id: evil, userName: 'eve@acme.test' },
        { id: 'u1', userName: 'ada@acme.test' },
      ],
      groups: { g1: { displayName: 'admins', members: [{ value: evil }, { value: 'u1' }] } },
      files: {
        'access/directory.yaml': 'directory: main\nprune: true\nroles: { admins: [ada@acme.test] }\n',
      },
    });
    const { code, stdout } = await rolecall('apply', '--yes');
    expect([code, written()]).toEqual([6, []]);
    expect(stdout).toContain('could end the text');
  });
});

describe('a service that never lists the members of a group, as AWS IAM Identity Center', () => {
  const group = (whole: object): object => ({ ...whole, members: [] });

  test('looks empty: people are added, nobody is taken away, and the apply says that it cannot see it', async () => {
    const { rolecall, service, written } = await acmeDirectory({ group });
    const { code, stdout } = await rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(stdout).toContain('The live state does not match yet what was written.');
    expect(written().filter((request) => request.includes('remove'))).toEqual([]);
    expect(service.members()).toEqual({ ...applied, g1: ['u1', 'u3', 'u4'] });
  });

  test('is read person by person with a connector of its own', async () => {
    const connector = 'connectors/aws-identity-center.yaml';
    const { rolecall, service, written } = await acmeDirectory({
      group,
      cursors: true,
      most: 2,
      connector,
      groups: {
        ...structuredClone(groups),
        g2: { displayName: 'may "read" / x', members: [{ value: 'u2' }] },
      },
      files: {
        'access/directory.yaml': files['access/directory.yaml'].replaceAll('grace@acme.test', 'user:u3'),
        [connector]: readFileSync(`examples/connectors/${connector}`, 'utf8'),
      },
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([add('g%2F3%20%22x%22', 'u3'), remove('g1', 'u4')]);
    expect(service.members()).toEqual({ ...applied, g2: ['u2'] });
    expect(await rolecall('plan')).toMatchObject({ code: 0, stdout: noChanges });
  });
});
