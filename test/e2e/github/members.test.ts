import { describe, expect, test } from 'vitest';
import { acme, acmeRuns, further, lastLine, noChanges, organizationFile, teamFile } from './acme.js';

const run = acmeRuns();

describe('members', () => {
  test('are removed by nothing but prune: true in the document of the organization', async () => {
    const { rolecall } = await run(
      { 'access/organization.yaml': organizationFile('grace, lin, alan', false) },
      { further: `${further}prune: true\n` },
    );
    expect(lastLine((await rolecall('plan')).stdout)).toBe(`${noChanges} 1 unlisted.`);
  });

  test('are invited once, and an invitation changes its role or ends as the files say', async () => {
    const { rolecall, written, github, write } = await run({
      'access/organization.yaml': organizationFile('grace, lin, alan, new, mallory'),
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['PUT /orgs/acme/memberships/newbie {"role":"member"}']);
    expect(github.organizations['acme']?.invited).toMatchObject({ Newbie: 'direct_member' });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([]);
    write(
      'access/organization.yaml',
      organizationFile('grace, lin, mallory').replace('[ada, ops]', '[ada, ops, new]'),
    );
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([
      'DELETE /orgs/acme/memberships/alan',
      'PUT /orgs/acme/memberships/newbie {"role":"admin"}',
    ]);
    expect(github.organizations['acme']?.invited).toEqual({
      'zed@acme.test': 'admin',
      bill: 'billing_manager',
      Newbie: 'admin',
    });
  });

  test.each([99, 100, 101, 200, 250])('are read whole where they are %i', async (count) => {
    const names = Array.from({ length: count - 1 }, (_, index) => `m${String(index + 1).padStart(3, '0')}`);
    const members = { ops: 'admin', ...Object.fromEntries(names.map((name) => [name, 'member'])) } as const;
    const { rolecall } = await run(
      {
        'access/organization.yaml': `organization: acme\nprune: true\nroles: { admin: [ops], member: [${names.map((name) => `user:${name}`).join(', ')}] }\n`,
      },
      { organizations: { acme: { members } } },
    );
    expect(lastLine((await rolecall('plan')).stdout)).toContain(noChanges);
  });

  test('who hold nothing but an inherited role keep it, and are added where the files give another', async () => {
    for (const older of [false, true]) {
      const { rolecall, written, write } = await run(
        { 'access/platform.yaml': teamFile('platform', '{ maintainer: [ada], member: [alan] }') },
        { older },
      );
      expect((await rolecall('apply', '--yes')).code).toBe(0);
      expect(written()).toEqual(['DELETE /orgs/acme/teams/platform/memberships/mallory']);
      write('access/platform.yaml', teamFile('platform', '{ maintainer: [ada, lin], member: [alan] }'));
      expect((await rolecall('apply', '--yes')).code).toBe(0);
      expect(written()).toEqual(['PUT /orgs/acme/teams/platform/memberships/lin {"role":"maintainer"}']);
    }
  });

  test('become members again where their term as owners has ended', async () => {
    const { rolecall, written } = await run({
      'access/organization.yaml': organizationFile('grace, lin, alan, mallory').replace(
        '[ada, ops]',
        '[{ user: ada, until: 2026-01-31 }, ops]',
      ),
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['PUT /orgs/acme/memberships/ada {"role":"member"}']);
  });

  test('of a team who were invited are taken out of it before they accept', async () => {
    const { rolecall, written, github } = await run({
      'access/platform.yaml': teamFile('platform', '{ maintainer: [ada], member: [mallory] }'),
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['DELETE /orgs/acme/teams/platform/memberships/alan']);
    expect(github.organizations['acme']?.invited).toMatchObject({ alan: 'direct_member' });
  });

  test('of two organizations, each with a token of its own, are two providers of one connector', async () => {
    const { rolecall, written } = await run(
      {
        'people.yaml': 'people:\n  ada: { github: Ada, ids: { zeta: Ada } }\n',
        'access/acme.yaml': 'provider: github\norganization: acme\nroles: { admin: [ada] }\n',
        'access/zeta.yaml': 'provider: zeta\norganization: zeta\nroles: { admin: [ada] }\n',
      },
      {
        organizations: { acme, zeta: { members: { ops: 'admin', Ada: 'member' } } },
        another: 'zeta',
      },
    );
    expect((await rolecall('apply', '--yes')).stdout).toContain(
      'zeta/organization/zeta\n  ~ ada  member -> admin',
    );
    expect(written()).toEqual(['PUT /orgs/zeta/memberships/ada {"role":"admin"}']);
  });

  test('whose term has ended keep what they inherit', async () => {
    const { rolecall, written } = await run({
      'access/platform.yaml': teamFile(
        'platform',
        '{ maintainer: [ada], member: [alan, mallory, { user: lin, until: 2026-01-31 }] }',
      ),
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([]);
  });
});

describe('the user of the token', () => {
  test('keeps what the files do not list', async () => {
    const { rolecall, written } = await run({
      'access/organization.yaml': organizationFile('grace, lin, alan, mallory').replace(
        '[ada, ops]',
        '[ada]',
      ),
    });
    const { code, stdout } = await rolecall('apply', '--yes');
    expect([code, lastLine(stdout)]).toEqual([0, 'Nothing to apply.']);
    expect(written()).toEqual([]);
  });

  test('is not the last owner to go, whoever it is', async () => {
    const { rolecall, written } = await run(
      { 'access/organization.yaml': 'organization: acme\nprune: true\nroles: { member: [ada] }\n' },
      { organizations: { acme: { members: { Ada: 'admin' } } } },
    );
    expect((await rolecall('apply', '--yes')).stderr).toContain(
      'error min-holders github/organization/acme would keep 0 of at least 1 users with "admin"',
    );
    expect(written()).toEqual([]);
  });
});
