import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchRepository } from '../../git/scratch-repository.js';
import { acmeRuns, lastLine, noChanges, organizationFile, self, teamFile } from './acme.js';

const run = acmeRuns();

describe('an organization and its teams', () => {
  const files = {
    'access/organization.yaml': organizationFile('grace, lin, alan'),
    'access/platform.yaml': teamFile('platform', '{ maintainer: [ada, grace], member: [alan] }'),
    'access/oncall.yaml': teamFile('oncall', '{ member: [lin] }'),
  };

  test('are validated, planned, applied, and then match the files', async () => {
    const { rolecall, written, github } = await run(files);
    expect(await rolecall('validate')).toMatchObject({ code: 0, stdout: 'The files are valid.\n' });
    const plan = await rolecall('plan');
    expect(plan.code).toBe(0);
    expect(plan.stdout).toBe(`github/organization/acme
  - mallory  member
      takes along github/team/acme/platform member

github/team/acme/oncall
  ~ lin  maintainer -> member  access/oncall.yaml:4

github/team/acme/platform
  + grace  maintainer  access/platform.yaml:4
  ? lin    member      unlisted, kept

Plan: 1 to grant, 1 to change, 1 to revoke, 1 unlisted.
`);
    expect(written()).toEqual([]);
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([
      'DELETE /orgs/acme/memberships/mallory',
      'PUT /orgs/acme/teams/oncall/memberships/lin {"role":"member"}',
      'PUT /orgs/acme/teams/platform/memberships/grace {"role":"maintainer"}',
    ]);
    expect(github.organizations['acme']?.teams['platform']?.members).toEqual({
      Ada: 'member',
      grace: 'maintainer',
    });
    const again = await rolecall('plan');
    expect(lastLine(again.stdout)).toBe(`${noChanges} 1 unlisted.`);
    expect(again.code).toBe(0);
  });

  test('are imported into an empty folder, inherited members left out, and the next plan is empty', async () => {
    const { rolecall, folder } = await run({});
    expect((await rolecall('import', '--scope', 'github/organization/acme')).code).toBe(0);
    expect(readFileSync(join(folder, 'access/github/acme.yaml'), 'utf8')).toBe(`provider: github
organization: "acme"
roles:
  admin:
    - ada
    - ops
  member:
    - alan
    - grace
    - lin
    - mallory
---
team: "oncall"
organization: "acme"
name: The oncall
roles:
  maintainer:
    - lin
---
team: "platform"
organization: "acme"
name: The platform
roles:
  maintainer:
    - ada
  member:
    - alan
    - mallory
  # not listed: lin holds member, inherited from another scope
`);
    expect(lastLine((await rolecall('plan')).stdout)).toContain(noChanges);
  });

  test('are reported, explained, listed and compared by the keys of people.yaml', async () => {
    const { rolecall, folder, write } = await run(files);
    const { commit } = scratchRepository(folder);
    commit({});
    const report = await rolecall('report', '--format', 'csv');
    expect(report.stdout).toContain(
      'ada,Ada Lovelace,user,ada,github/team/acme/platform,,maintainer,active,normal,listed',
    );
    expect(report.stdout).toContain('lin,,user,lin,github/team/acme/platform,,member,active,normal,unlisted');
    expect((await rolecall('explain', 'lin')).stdout).toContain(
      'github/team/acme/oncall\n  member  held by name',
    );
    expect((await rolecall('roles')).stdout).toContain('maintainer  maintainer  2 holders');
    write('access/oncall.yaml', teamFile('oncall', '{ maintainer: [lin] }'));
    expect((await rolecall('diff', 'HEAD')).stdout).toContain('~ lin  member -> maintainer');
  });

  test('stand beside the organizations of another provider, each file naming its own', async () => {
    const { rolecall, write } = await run(
      {
        'access/organization.yaml': organizationFile('grace, lin, alan'),
        'access/redox.yaml': 'organization: "1024"\nroles: { member: [ada@acme.test] }\n',
      },
      { settings: `${self}  redox: { auth: { method: bearer, token: { env: REDOX } } }\n` },
    );
    expect((await rolecall('validate')).stdout).toContain(
      'access/organization.yaml:1:1 error provider-ambiguous "organization" is a kind of the providers redox and github',
    );
    write('access/organization.yaml', `provider: github\n${organizationFile('grace, lin, alan')}`);
    write('access/redox.yaml', 'provider: redox\norganization: "1024"\nroles: { member: [ada@acme.test] }\n');
    expect((await rolecall('validate')).code).toBe(0);
    const plan = await rolecall('plan', '--scope', 'github/**');
    expect(lastLine(plan.stdout)).toBe('Plan: 1 to revoke.');
  });

  test('are spelled alike in all documents, since case makes no difference', async () => {
    const { rolecall } = await run({
      'access/1.yaml': organizationFile('grace'),
      'access/2.yaml': organizationFile('grace').replace('acme', 'Acme'),
      'access/3.yaml': teamFile('core', '{ member: [grace] }').replace('acme', 'ACME'),
      'access/4.yaml': teamFile('core', '{ member: [grace] }'),
      'access/5.yaml': teamFile('Core', '{ member: [grace] }'),
    });
    const { code, stdout } = await rolecall('validate');
    expect(code).toBe(3);
    expect(stdout.split('\n').filter((line) => line.includes('duplicate-scope'))).toEqual([
      'access/2.yaml:1:1 error duplicate-scope "Acme" is "acme" at access/1.yaml:1, since case makes no difference there: spell it alike.',
      'access/3.yaml:1:1 error duplicate-scope "ACME" is "acme" at access/1.yaml:1, since case makes no difference there: spell it alike.',
      'access/5.yaml:1:1 error duplicate-scope "Core" is "core" at access/4.yaml:1, since case makes no difference there: spell it alike.',
    ]);
  });

  test('of one slug are two teams in two organizations', async () => {
    const organizations = {
      acme: { members: { ops: 'admin', lin: 'member' }, teams: { core: { members: { lin: 'member' } } } },
      zeta: { members: { ops: 'admin', lin: 'member' }, teams: { core: { members: { lin: 'member' } } } },
    } as const;
    const core = (organization: string, role: string): string =>
      `team: core\norganization: ${organization}\nprune: true\nroles: { ${role}: [lin] }\n`;
    const { rolecall, written } = await run(
      { 'access/teams.yaml': `${core('acme', 'member')}---\n${core('zeta', 'maintainer')}` },
      { organizations },
    );
    expect((await rolecall('plan')).stdout).toContain('github/team/zeta/core\n  ~ lin  member -> maintainer');
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['PUT /orgs/zeta/teams/core/memberships/lin {"role":"maintainer"}']);
  });
});

test('a doctor finds a token that is enough, with the headers that GitHub asks for', async () => {
  const { rolecall, written } = await run({
    'access/organization.yaml': organizationFile('grace, lin, alan, mallory'),
  });
  const { code, stdout } = await rolecall('doctor');
  expect(stdout).toContain('Ready to plan: yes');
  expect(code).toBe(0);
  expect(written()).toEqual([]);
});
