import { beforeAll } from 'vitest';
import type { ExchangeCheck } from '../../openapi/exchange-check.js';
import { type GitHubRunOptions, githubRun, readGitHubCheck } from '../../providers/connector/github/run.js';

/** An organization with owners, members, invitations of every kind, and teams, one of them in another. */
export const acme = {
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
export const further = 'people: people.yaml\nguards: { maxRevokes: { count: 9, percent: 50 } }\n';
export const self = '    self: ops\n';

export const organizationFile = (members: string, prune = true): string => `organization: acme
prune: ${prune}
roles:
  admin: [ada, ops]
  member: [${members}]
`;
export const teamFile = (team: string, roles: string): string => `team: ${team}
organization: acme
prune: true
roles: ${roles}
`;

type Run = (
  files: Readonly<Record<string, string>>,
  options?: Partial<GitHubRunOptions>,
) => ReturnType<typeof githubRun>;

/** Runs with the organization acme, whose people are in people.yaml. What GitHub publishes is read before the tests. */
export function acmeRuns(): Run {
  let check: ExchangeCheck;
  beforeAll(async () => {
    check = await readGitHubCheck();
  });
  return (files, options = {}) =>
    githubRun(check, {
      organizations: { acme },
      accounts: ['Newbie'],
      settings: self,
      further,
      ...options,
      files: { 'people.yaml': people, ...files },
    });
}

export const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);
export const noChanges = 'No changes. Live state matches the files.';
