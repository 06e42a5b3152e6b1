import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeCheck } from '../openapi/exchange-check.js';
import { scratchRepository } from '../git/scratch-repository.js';
import { type GitHubRunOptions, githubRun, readGitHubCheck } from '../providers/connector/github/run.js';

let check: ExchangeCheck;
beforeAll(async () => {
  check = await readGitHubCheck();
});

const acme = {
  members: { Ada: 'admin', ops: 'admin', grace: 'member', Lin: 'member', mallory: 'member' },
  invited: { alan: 'direct_member', 'zed@acme.test': 'admin', bill: 'billing_manager' },
  teams: {
    platform: { members: { Ada: 'member', mallory: 'member' }, invited: { alan: 'member' } },
    oncall: { parent: 'platform', members: { Lin: 'maintainer' } },
    staff: { type: 'enterprise', members: { Lin: 'member' } },
  },
} as const;

const people = `people:
  ada: { name: Ada Lovelace, github: ada }
  ops: { github: OPS }
  grace: { ids: { github: Grace } }
  lin: { github: lin }
  alan: { github: alan }
  new: { github: Newbie }
  mallory: { github: mallory }
`;
const further = 'people: people.yaml\nguards: { maxRevokes: { count: 9, percent: 50 } }\n';
const self = '    self: ops\n';

const organizationFile = (members: string, prune = true): string => `organization: acme
prune: ${prune}
roles:
  admin: [ada, ops]
  member: [${members}]
`;
const teamFile = (team: string, roles: string): string => `team: ${team}
organization: acme
prune: true
roles: ${roles}
`;

const run = (files: Readonly<Record<string, string>>, options: Partial<GitHubRunOptions> = {}) =>
  githubRun(check, {
    organizations: { acme },
    accounts: ['Newbie'],
    settings: self,
    further,
    ...options,
    files: { 'people.yaml': people, ...files },
  });

const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);
const noChanges = 'No changes. Live state matches the files.';

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
  ? bill     billing_manager  unlisted, kept

github/team/acme/oncall
  ~ lin  maintainer -> member  access/oncall.yaml:4

github/team/acme/platform
  + grace  maintainer  access/platform.yaml:4
  ? lin    member      unlisted, kept

Plan: 1 to grant, 1 to change, 1 to revoke, 2 unlisted.
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
    expect(lastLine(again.stdout)).toBe(`${noChanges} 2 unlisted.`);
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
  # not listed: user:bill holds billing_manager, a role that cannot be assigned here
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
    expect(lastLine(plan.stdout)).toBe('Plan: 1 to revoke, 1 unlisted.');
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

describe('members', () => {
  test('are removed by nothing but prune: true in the document of the organization', async () => {
    const { rolecall } = await run(
      { 'access/organization.yaml': organizationFile('grace, lin, alan', false) },
      { further: `${further}prune: true\n` },
    );
    expect(lastLine((await rolecall('plan')).stdout)).toBe(`${noChanges} 2 unlisted.`);
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

describe('a limit', () => {
  const files = { 'access/organization.yaml': organizationFile('grace, lin, alan, mallory, new') };
  const reset = String(Date.parse('2026-11-22T09:00:20Z') / 1000);
  test.each([
    ['a secondary one', 403, { 'retry-after': '20' }],
    ['the primary one', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }],
    ['one of today', 429, { 'retry-after': '20' }],
  ])('is waited for: %s', async (_, status, headers) => {
    let elapsed = 0;
    const hit = new Set<string>();
    const { rolecall, written } = await run(files, {
      fault: (request) => {
        const kind = request.split(' ')[0] ?? '';
        if (hit.has(kind)) return null;
        hit.add(kind);
        return { status, headers, message: 'You have exceeded a secondary rate limit' };
      },
      runtime: {
        now: () => Date.parse('2026-11-22T09:00:00Z'),
        monotonic: () => elapsed,
        sleep: async (ms) => {
          elapsed += ms;
          await Promise.resolve();
        },
      },
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written().at(-1)).toBe('PUT /orgs/acme/memberships/newbie {"role":"member"}');
    expect(elapsed).toBeGreaterThanOrEqual(40_000);
  });

  test('is none where a refusal names no wait: the read is incomplete, and nothing is taken away', async () => {
    const { rolecall, written } = await run(
      { 'access/organization.yaml': organizationFile('grace') },
      { fault: (request) => (request.includes('/invitations') ? { status: 403 } : null) },
    );
    const { code, stderr } = await rolecall('apply', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'github/organization/acme could not be read whole, and nothing is taken away there',
    );
    expect(written()).toEqual([]);
  });
});

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

  test('shows its owners as maintainers, so that the files name them so', async () => {
    const { rolecall } = await run({
      'access/platform.yaml': teamFile('platform', '{ member: [ada, alan, mallory] }'),
    });
    const { code, stdout } = await rolecall('apply', '--yes');
    expect(code).toBe(6);
    expect(stdout).toContain(
      '~ ada  maintainer -> member  failed\n      the answer says "maintainer" at role',
    );
  });

  test('that has no such slug is named', async () => {
    const { rolecall } = await run({ 'access/platform.yaml': teamFile('nope', '{ member: [ada] }') });
    expect((await rolecall('plan')).stdout).toContain(
      'github/team/acme/nope does not exist or cannot be seen',
    );
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
