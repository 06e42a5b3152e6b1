/**
 * The cases of peribolos for members of organizations and teams (kubernetes-sigs/prow, cmd/peribolos/main_test.go:
 * TestConfigureMembers, TestConfigureOrgMembers, TestConfigureTeamMembers, TestOrgInvitations), under the names that they
 * have there, and what rolecall does in each. `differs` says where and why that is something else.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExchangeCheck } from '../../../openapi/exchange-check.js';
import { type GitHubRun, githubRun, readGitHubCheck } from './run.js';
import type { Fault, GitHubOptions, Organization } from './world.js';

let check: ExchangeCheck;
beforeAll(async () => {
  check = await readGitHubCheck();
});

interface Case {
  readonly name: string;
  /** Files, by what they are about. */
  readonly organization?: { readonly admin?: readonly string[]; readonly member?: readonly string[] };
  readonly team?: { readonly maintainer?: readonly string[]; readonly member?: readonly string[] };
  readonly live: Organization;
  readonly self?: string;
  /** Lines of rolecall.yaml. */
  readonly guards?: string;
  readonly fault?: (request: string) => Fault | null;
  /** The exit codes of one apply after another, with what each writes. */
  readonly applies: readonly (readonly [code: number, ...written: readonly string[]])[];
  /** Words of the first apply. */
  readonly says?: string;
  readonly differs?: string;
}

const put = (login: string, role: string) => `PUT /orgs/acme/memberships/${login} {"role":"${role}"}`;
const remove = (login: string) => `DELETE /orgs/acme/memberships/${login}`;
const putInTeam = (login: string, role: string) =>
  `PUT /orgs/acme/teams/core/memberships/${login} {"role":"${role}"}`;
const removeFromTeam = (login: string) => `DELETE /orgs/acme/teams/core/memberships/${login}`;
const failing =
  (method: string, login: string) =>
  (request: string): Fault | null =>
    request.startsWith(method) && request.includes(`/memberships/${login}`)
      ? { status: 422, message: 'injected' }
      : null;
const manyRevokes = 'guards: { maxRevokes: { count: 50, percent: 100 } }';

const organizations: readonly Case[] = [
  {
    name: 'forgot to remove duplicate entry',
    organization: { admin: ['boss', 'me'], member: ['me'] },
    live: { members: { boss: 'admin' } },
    applies: [[3]],
    says: 'me',
  },
  {
    name: 'removal fails',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin', fail: 'member' } },
    fault: failing('DELETE', 'fail'),
    applies: [[6, remove('fail')]],
  },
  {
    name: 'adding admin fails',
    organization: { admin: ['boss', 'fail'] },
    live: { members: { boss: 'admin' } },
    fault: failing('PUT', 'fail'),
    applies: [[6, put('fail', 'admin')]],
  },
  {
    name: 'adding member fails',
    organization: { admin: ['boss'], member: ['fail'] },
    live: { members: { boss: 'admin' } },
    fault: failing('PUT', 'fail'),
    applies: [[6, put('fail', 'member')]],
  },
  {
    name: 'promote to admin',
    organization: { admin: ['boss', 'promote'] },
    live: { members: { boss: 'admin', promote: 'member' } },
    applies: [[0, put('promote', 'admin')], [0]],
  },
  {
    name: 'downgrade to member',
    organization: { admin: ['boss'], member: ['downgrade'] },
    live: { members: { boss: 'admin', downgrade: 'admin' } },
    applies: [[0, put('downgrade', 'member')], [0]],
  },
  {
    name: 'some of everything',
    organization: { admin: ['keep-admin', 'new-admin'], member: ['keep-member', 'new-member'] },
    live: {
      members: {
        'keep-admin': 'admin',
        'drop-admin': 'admin',
        'keep-member': 'member',
        'drop-member': 'member',
      },
    },
    applies: [
      [6, put('new-admin', 'admin'), put('new-member', 'member')],
      [0, remove('drop-admin'), remove('drop-member')],
      [0],
    ],
    says: 'apply the grant and plan again',
    differs:
      'nobody is removed in the run that invites somebody, since a login that changed looks the same: the next run removes',
  },
  {
    name: 'ensure case insensitivity',
    organization: { admin: ['Lower'], member: ['UpPeR'] },
    live: { members: { lower: 'admin', UPPER: 'member' } },
    applies: [[0]],
  },
  {
    name: 'remove invites for those not in org config',
    organization: { admin: ['boss'], member: ['member-one', 'member-two'] },
    live: {
      members: { boss: 'admin', 'member-one': 'member', 'member-two': 'member' },
      invited: { 'member-three': 'direct_member' },
    },
    applies: [[0, remove('member-three')], [0]],
  },
  {
    name: 'too few admins',
    organization: { admin: ['joe'] },
    live: { members: { joe: 'admin' } },
    guards: 'guards: { minHolders: [{ scope: "github/organization/*", role: admin, min: 5 }] }',
    applies: [[3]],
    says: 'would keep 1 of at least 5 users with "admin"',
  },
  {
    name: 'remove too many admins',
    organization: { admin: ['keep', 'me'] },
    live: { members: { a: 'admin', b: 'admin', c: 'admin', keep: 'admin', me: 'member' } },
    guards: 'guards: { maxRevokes: { count: 1, percent: 30 } }',
    applies: [[4]],
  },
  {
    name: 'forgot to add self',
    organization: { admin: ['other'] },
    live: { members: { other: 'admin', me: 'admin' } },
    self: 'me',
    applies: [[0]],
    differs: 'self is kept, whatever the files say, so that no run needs to fail',
  },
  {
    name: 'forgot to add required admins',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin', francis: 'admin' } },
    guards: 'guards: { protect: [{ scope: "github/**", principal: user:francis }] }',
    applies: [[0]],
    differs: 'a protected principal keeps what is held, whatever the files say',
  },
  {
    name: 'can remove self with flag',
    organization: { admin: ['boss'] },
    live: { members: { me: 'admin', boss: 'admin' } },
    applies: [[0, remove('me')], [0]],
  },
  {
    name: 'github remove rpc fails',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin', fail: 'admin' } },
    fault: failing('DELETE', 'fail'),
    applies: [[6, remove('fail')]],
  },
  {
    name: 'do not reinvite',
    organization: { admin: ['boss', 'invited-admin'], member: ['invited-member'] },
    live: {
      members: { boss: 'admin' },
      invited: { 'invited-admin': 'admin', 'invited-member': 'direct_member' },
    },
    applies: [[0]],
  },
  {
    name: 'do not reinvite, but change what the invitation is to',
    organization: { admin: ['boss', 'invited'] },
    live: { members: { boss: 'admin' }, invited: { invited: 'direct_member' } },
    applies: [[0, put('invited', 'admin')], [0]],
    differs: 'peribolos waits until the invitation is accepted, and changes the role then',
  },
  {
    name: 'ensure case normalization (invitations)',
    organization: { admin: ['boss'], member: ['mixedcase'] },
    live: { members: { boss: 'admin' }, invited: { MiXeDcAsE: 'direct_member' } },
    applies: [[0]],
  },
  {
    name: 'error if list fails (invitations)',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin', gone: 'member' } },
    fault: (request) => (request.includes('/orgs/acme/invitations') ? { status: 403 } : null),
    applies: [[1]],
    says: 'could not be read whole, and nothing is taken away there',
  },
  {
    name: 'error if list fails (members)',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin', gone: 'member' } },
    fault: (request) => (request.includes('role=member') ? { status: 403 } : null),
    applies: [[1]],
    says: 'could not be read whole, and nothing is taken away there',
  },
  {
    name: 'require team members with upper name to be org member',
    organization: { admin: ['boss'], member: ['Me'] },
    team: { member: ['Me'] },
    live: { members: { boss: 'admin', Me: 'member' }, teams: { core: {} } },
    applies: [[0, putInTeam('me', 'member')], [0]],
  },
  {
    name: 'require team member to be org member',
    organization: { admin: ['boss'] },
    team: { member: ['non-member'] },
    live: { members: { boss: 'admin' }, teams: { core: {} } },
    applies: [[3]],
    says: '"non-member" has a role here and is removed from github/organization/acme',
  },
  {
    name: 'delete failed invite then re-invite',
    organization: { admin: ['boss'], member: ['reinvite-me'] },
    live: { members: { boss: 'admin' } },
    applies: [[0, put('reinvite-me', 'member')], [0]],
    differs:
      'an invitation that failed is none: it is sent again, and the failed one stays in the list of failed ones',
  },
  {
    name: 'enterprise team members excluded from removal',
    organization: { admin: ['keep-admin'], member: ['keep-member'] },
    live: {
      members: { 'keep-admin': 'admin', 'ent-user': 'member', 'keep-member': 'member' },
      teams: { 'ent-security': { type: 'enterprise', members: { 'ent-user': 'member' } } },
    },
    guards: 'guards: { protect: [{ scope: "github/organization/acme", principal: user:ent-user }] }',
    applies: [[0]],
    differs: 'nothing in the list of members tells who came with the enterprise: protect them, or list them',
  },
  {
    name: 'enterprise team members not excluded without flag',
    organization: { admin: ['keep-admin'], member: ['keep-member'] },
    live: { members: { 'keep-admin': 'admin', 'ent-user': 'admin', 'keep-member': 'member' } },
    applies: [[0, remove('ent-user')], [0]],
  },
  {
    name: 'trivial case works',
    organization: { admin: ['boss'] },
    live: { members: { boss: 'admin' } },
    applies: [[0]],
  },
];

const staff = {
  boss: 'admin',
  'keep-maintainer': 'member',
  'drop-maintainer': 'member',
  'new-maintainer': 'member',
  'keep-member': 'member',
  'drop-member': 'member',
  'new-member': 'member',
} as const;

const teams: readonly Case[] = [
  {
    name: 'fail when listing fails',
    team: { member: ['keep-member'] },
    live: { members: staff, teams: { core: { members: { 'drop-member': 'member' } } } },
    fault: (request) => (request.includes('/teams/core/members') ? { status: 403 } : null),
    applies: [[1]],
  },
  {
    name: 'fail when removal fails',
    team: { member: ['keep-member'] },
    live: {
      members: staff,
      teams: { core: { members: { 'keep-member': 'member', 'drop-member': 'member' } } },
    },
    fault: failing('DELETE', 'drop-member'),
    applies: [[6, removeFromTeam('drop-member')]],
  },
  {
    name: 'fail when add fails',
    team: { maintainer: ['new-maintainer'] },
    live: { members: staff, teams: { core: {} } },
    fault: failing('PUT', 'new-maintainer'),
    applies: [[6, putInTeam('new-maintainer', 'maintainer')]],
  },
  {
    name: 'some of everything',
    team: { maintainer: ['keep-maintainer', 'new-maintainer'], member: ['keep-member', 'new-member'] },
    live: {
      members: staff,
      teams: {
        core: {
          members: {
            'keep-maintainer': 'maintainer',
            'drop-maintainer': 'maintainer',
            'keep-member': 'member',
            'drop-member': 'member',
          },
        },
      },
    },
    applies: [
      [
        0,
        removeFromTeam('drop-maintainer'),
        removeFromTeam('drop-member'),
        putInTeam('new-maintainer', 'maintainer'),
        putInTeam('new-member', 'member'),
      ],
      [0],
    ],
  },
  {
    name: 'do not reinvitee invitees',
    team: { maintainer: ['invited-maintainer', 'new-maintainer'], member: ['invited-member'] },
    live: {
      members: staff,
      invited: { 'invited-maintainer': 'direct_member', 'invited-member': 'direct_member' },
      teams: { core: { invited: { 'invited-maintainer': 'maintainer', 'invited-member': 'member' } } },
    },
    applies: [[0, putInTeam('new-maintainer', 'maintainer')], [0]],
  },
  {
    name: 'do not remove pending invitees',
    team: { maintainer: ['keep-maintainer'], member: ['invited-member'] },
    live: {
      members: staff,
      invited: { 'invited-member': 'direct_member' },
      teams: {
        core: { members: { 'keep-maintainer': 'maintainer' }, invited: { 'invited-member': 'member' } },
      },
    },
    applies: [[0]],
  },
  {
    name: 'members of nested teams (peribolos adds and removes them as if they were direct ones)',
    team: { maintainer: ['keep-maintainer'] },
    live: {
      members: staff,
      teams: {
        core: { members: { 'keep-maintainer': 'maintainer' } },
        child: { parent: 'core', members: { 'keep-member': 'member' } },
      },
    },
    applies: [[0]],
    differs:
      'an inherited member is never removed: GitHub would answer that it did, and list the member again',
  },
];

const list = (logins: readonly string[] = []): string =>
  `[${logins.map((login) => `user:${login}`).join(', ')}]`;

async function runOf(each: Case): Promise<GitHubRun> {
  const { organization, team, live, self, guards = manyRevokes, fault } = each;
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
      ...(team === undefined
        ? {}
        : {
            'access/team.yaml': `team: core\norganization: acme\nprune: true\nroles: { maintainer: ${list(team.maintainer)}, member: ${list(team.member)} }\n`,
          }),
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
