import { describe, expect, test } from 'vitest';
import { acme, acmeRuns, lastLine, noChanges, organizationFile, teamFile } from './acme.js';

const run = acmeRuns();

describe('a team', () => {
  test('that an identity provider fills refuses changes, in the words of GitHub', async () => {
    const { rolecall } = await run(
      { 'access/team.yaml': teamFile('core', '{ member: [grace] }') },
      {
        organizations: {
          acme: { ...acme, teams: { core: { synchronized: true, members: { Lin: 'member' } } } },
        },
      },
    );
    const { code, stdout } = await rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(stdout).toContain('was answered 403: This team is synchronized with an identity provider');
  });

  test.each([
    ['held', 'platform', '{ member: [ada, alan, mallory] }', []],
    [
      'granted',
      'oncall',
      '{ maintainer: [lin], member: [ada] }',
      ['PUT /orgs/acme/teams/oncall/memberships/ada {"role":"maintainer"}'],
    ],
    [
      'taken away',
      'platform',
      '{ member: [alan, mallory] }',
      ['DELETE /orgs/acme/teams/platform/memberships/ada'],
    ],
  ])(
    'has its owners as maintainers, whatever the files call them: a role %s',
    async (_, team, roles, sent) => {
      const { rolecall, written } = await run({ 'access/team.yaml': teamFile(team, roles) });
      expect((await rolecall('apply', '--yes')).code).toBe(0);
      expect(written()).toEqual(sent);
      expect(lastLine((await rolecall('plan')).stdout)).toContain(noChanges);
    },
  );

  test('of somebody who was an owner until lately goes by the files again', async () => {
    const { rolecall, written, write } = await run(
      {
        'access/organization.yaml': organizationFile('grace, lin, alan, mallory'),
        'access/team.yaml': teamFile('core', '{ member: [ada] }'),
      },
      { organizations: { acme: { ...acme, teams: { core: { members: { Ada: 'maintainer' } } } } } },
    );
    expect(lastLine((await rolecall('plan')).stdout)).toContain(noChanges);
    write(
      'access/organization.yaml',
      organizationFile('grace, lin, alan, mallory, ada').replace('[ada, ops]', '[ops]'),
    );
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['PUT /orgs/acme/memberships/ada {"role":"member"}']);
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['PUT /orgs/acme/teams/core/memberships/ada {"role":"member"}']);
    expect(lastLine((await rolecall('plan')).stdout)).toBe(noChanges);
  });

  test('of whose organization the owners cannot be listed is not touched', async () => {
    const { rolecall, written } = await run(
      { 'access/team.yaml': teamFile('platform', '{ member: [ada] }') },
      { fault: (request) => (request.includes('role=admin') ? { status: 403 } : null) },
    );
    expect((await rolecall('apply', '--yes')).code).toBe(1);
    expect(written()).toEqual([]);
  });

  test('that has no such slug is named', async () => {
    const { rolecall } = await run({ 'access/platform.yaml': teamFile('nope', '{ member: [ada] }') });
    expect((await rolecall('plan')).stdout).toContain(
      'github/team/acme/nope does not exist or cannot be seen',
    );
  });
});
