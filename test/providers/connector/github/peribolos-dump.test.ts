/**
 * The cases of peribolos for `--dump` (cmd/peribolos/main_test.go: TestDumpOrgConfig) that concern who holds what, under
 * the names that they have there, and what `rolecall import` does in each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ExchangeCheck } from '../../../openapi/exchange-check.js';
import { githubRun, readGitHubCheck } from './run.js';
import type { Fault } from './world.js';

let check: ExchangeCheck;
beforeAll(async () => {
  check = await readGitHubCheck();
});

const live = {
  members: {
    george: 'admin',
    jungle: 'admin',
    banana: 'member',
    james: 'member',
    giant: 'member',
    peach: 'member',
  },
  teams: {
    enemies: { members: { george: 'maintainer', james: 'member' } },
    friends: { members: { james: 'maintainer', banana: 'member' } },
    archenemies: { parent: 'enemies', members: { banana: 'maintainer' } },
    staff: { type: 'enterprise', members: { peach: 'member' } },
  },
} as const;

async function imported(fault?: (request: string) => Fault | null) {
  const { rolecall, folder } = await githubRun(check, {
    organizations: { acme: live },
    ...(fault === undefined ? {} : { fault }),
  });
  const { code, stderr } = await rolecall('import', '--scope', 'github/organization/acme');
  const file = join(folder, 'access/github/acme.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { code, stderr, text, heads: text.match(/^(?:organization|team): .*$/gmu) ?? [], rolecall };
}

const refusing = (part: string) => (request: string) =>
  request.includes(part) ? { status: 403, message: 'injected' } : null;

test.each([
  ['fails if ListOrgMembers fails', '/orgs/acme/members', []],
  ['fails if ListTeams fails', '/orgs/acme/teams?', ['organization: "acme"']],
  [
    'fails if not as an admin of the org',
    '/orgs/acme/invitations',
    [
      'team: "archenemies"',
      'organization: "acme"',
      'team: "enemies"',
      'organization: "acme"',
      'team: "friends"',
      'organization: "acme"',
    ],
  ],
  [
    'fails if ListTeamMembersFails',
    '/teams/friends/members',
    [
      'organization: "acme"',
      'team: "archenemies"',
      'organization: "acme"',
      'team: "enemies"',
      'organization: "acme"',
    ],
  ],
])('%s (here what could be read whole is imported, with exit 1)', async (_, part, documents) => {
  const { code, stderr, heads } = await imported(refusing(part));
  expect(code).toBe(1);
  expect(stderr).toContain('403');
  expect(heads).toEqual(documents);
});

test('basically works, skip enterprise teams when flag is set', async () => {
  const { code, text, rolecall } = await imported();
  expect(code).toBe(0);
  expect(text).toBe(`provider: github
organization: "acme"
roles:
  admin:
    - user:george
    - user:jungle
  member:
    - user:banana
    - user:giant
    - user:james
    - user:peach
---
team: "archenemies"
organization: "acme"
name: The archenemies
roles:
  maintainer:
    - user:banana
---
team: "enemies"
organization: "acme"
name: The enemies
roles:
  maintainer:
    - user:george
  member:
    - user:james
  # not listed: user:banana holds member, inherited from another scope
---
team: "friends"
organization: "acme"
name: The friends
roles:
  maintainer:
    - user:james
  member:
    - user:banana
`);
  expect((await rolecall('plan')).stdout).toContain('No changes.');
});
