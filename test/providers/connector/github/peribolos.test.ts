/**
 * The cases of peribolos for members of organizations and teams (kubernetes-sigs/prow, cmd/peribolos/main_test.go:
 * TestConfigureMembers, TestConfigureOrgMembers, TestConfigureTeamMembers, TestOrgInvitations), under the names that they
 * have there, and what rolecall does in each. `differs` says where and why that is something else.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeCheck } from '../../../openapi/exchange-check.js';
import { type Case, manyRevokes } from './peribolos/case.js';
import { organizations } from './peribolos/organizations.js';
import { teams } from './peribolos/teams.js';
import { type GitHubRun, githubRun, readGitHubCheck } from './run.js';
import type { GitHubOptions } from './world.js';

let check: ExchangeCheck;
beforeAll(async () => {
  check = await readGitHubCheck();
});

const list = (logins: readonly string[] = []): string =>
  `[${logins.map((login) => `user:${login}`).join(', ')}]`;

const teamFile = ({ maintainer, member }: NonNullable<Case['team']>): string =>
  `team: core\norganization: acme\nprune: true\nroles: { maintainer: ${list(maintainer)}, member: ${list(member)} }\n`;

async function runOf(each: Case): Promise<GitHubRun> {
  const { organization, team, twice = false, live, self, guards = manyRevokes, fault } = each;
  const named = [organization, team].flatMap((roles) => Object.values(roles ?? {}).flat());
  const options: Omit<GitHubOptions, 'token'> = {
    organizations: { acme: live },
    accounts: named,
    ...(fault === undefined ? {} : { fault }),
  };
  return await githubRun(check, {
    ...options,
    further: guards,
    settings: self === undefined ? '' : `    self: ${self}\n`,
    files: {
      ...(organization === undefined
        ? {}
        : {
            'access/organization.yaml': `organization: acme\nprune: true\nroles: { admin: ${list(organization.admin)}, member: ${list(organization.member)} }\n`,
          }),
      ...(team === undefined ? {} : { 'access/team.yaml': teamFile(team) }),
      ...(team === undefined || !twice ? {} : { 'access/again.yaml': teamFile(team) }),
    },
  });
}

describe.each([
  ['an organization', organizations],
  ['a team', teams],
])('%s, as peribolos tests it', (_, cases) => {
  const titled = cases.map(
    (each) => [`${each.name}${each.differs === undefined ? '' : ` (here ${each.differs})`}`, each] as const,
  );
  test.each(titled)('%s', async (__, each) => {
    const { rolecall, written } = await runOf(each);
    const ran: (readonly (number | string)[])[] = [];
    let words = '';
    while (ran.length < each.applies.length) {
      const { code, stdout, stderr } = await rolecall('apply', '--yes');
      if (words === '') words = stdout + stderr;
      ran.push([code, ...written()]);
    }
    expect(ran).toEqual(each.applies.map(([code, ...lines]) => [code, ...lines.toSorted()]));
    expect(words).toContain(each.says ?? '');
  });
});
