import { describe, expect, it } from 'vitest';
import { type Files, type HeldRole, liveRoot, mergeFiles, scopeOf, SETTINGS } from './merge-world.js';

const organization = scopeOf('redox/organization/1024');
const production = scopeOf('redox/environment/prod', '1024');
const account = scopeOf('aion/account/orbit');

const USERS = ['1=ada@acme.test', '2=alan@acme.test', '3=grace@acme.test', '4', '5=lin@acme.test'];
const ROLES = ['owner', 'admin', 'member', 'engineer', 'viewer'];

const holding = (text: string): readonly HeldRole[] =>
  text.split(' ').map((each) => {
    const [user = '', role = '', inactive] = each.split(':');
    return { user, role, inactive: inactive === 'inactive' };
  });

const inOrganization = (held: string, more = '') =>
  liveRoot(
    organization,
    USERS,
    new Map([[organization, holding(held)], ...(more === '' ? [] : [[production, holding(more)] as const])]),
    ROLES,
  );
const inAccount = (held: string) =>
  liveRoot(account, USERS, new Map([[account, held === '' ? [] : holding(held)]]), ROLES);

const files = (access: string, more: Files = {}): Files => ({
  'rolecall.yaml': `${SETTINGS}${'people.yaml' in more ? 'people: people.yaml\n' : ''}`,
  'access/a.yaml': access,
  ...more,
});

async function merged(before: Files, live: ReturnType<typeof inAccount>): Promise<string> {
  const run = await mergeFiles(before, live);
  expect(run.merged.stuck).toEqual([]);
  expect(run.planned?.plan.changes).toEqual([]);
  expect(run.planned?.plan.unlisted).toEqual([]);
  const again = await mergeFiles(run.files, live);
  expect([...again.merged.texts]).toEqual([]);
  return run.files['access/a.yaml'] ?? '';
}

describe('import --merge', () => {
  it('leaves a file alone that asks for what is live', async () => {
    const text = '# who is who\norganization:   "1024"\nroles: {owner: [ ada@acme.test ]}   # only her\n';
    expect(await merged(files(text), inOrganization('1:owner'))).toBe(text);
  });

  it('adds an unlisted person at the sorted place, and says the name', async () => {
    const text = `# top
organization: "1024"
roles:
  # the bosses
  owner:
    - ada@acme.test   # since ever
    # the other one
    - grace@acme.test

  admin: []
`;
    expect(await merged(files(text), inOrganization('1:owner 2:owner 3:owner 5:admin'))).toBe(`# top
organization: "1024"
roles:
  # the bosses
  owner:
    - ada@acme.test   # since ever
    - alan@acme.test # User 2
    # the other one
    - grace@acme.test

  admin:
    - lin@acme.test # User 5
`);
  });

  it('moves an entry with its term, reason and comment to the role that is held', async () => {
    const text = `organization: "1024"
roles:
  owner:
    - ada@acme.test
  admin:
    - grace@acme.test
    - { user: alan@acme.test, until: 2027-01-31, reason: "INC-4211" } # for now
`;
    expect(await merged(files(text), inOrganization('1:owner 2:owner 3:viewer'))).toBe(`organization: "1024"
roles:
  owner:
    - ada@acme.test
    - { user: alan@acme.test, until: 2027-01-31, reason: "INC-4211" } # for now
  admin: []
  viewer:
    - grace@acme.test
`);
  });

  it('takes entries of every style out again and keeps the comments', async () => {
    const text = `organization: "1024"
roles:
  owner: [ada@acme.test, alan@acme.test, "user:4"] # three
  admin:
    # came from Sales
    - user: grace@acme.test
      until: 2027-01-31

    - lin@acme.test
`;
    expect(await merged(files(text), inOrganization('1:owner 5:admin'))).toBe(`organization: "1024"
roles:
  owner: [ada@acme.test] # three
  admin:
    # came from Sales

    - lin@acme.test
`);
  });

  it('keeps carriage returns, a byte order mark and a missing last line break', async () => {
    const text = '\uFEFForganization: "1024"\r\nroles:\r\n  owner:\r\n    - ada@acme.test';
    expect(await merged(files(text), inOrganization('1:owner 3:owner 5:viewer'))).toBe(
      `${text}\r\n    - grace@acme.test # User 3\r\n  viewer:\r\n    - lin@acme.test # User 5`,
    );
  });

  it('edits a list in brackets over several lines and leaves comments beside their entries', async () => {
    const text = `organization: "1024"
roles:
  owner: [
    ada@acme.test, # one
    alan@acme.test, # two
    grace@acme.test # three
  ]
`;
    expect(await merged(files(text), inOrganization('1:owner 3:owner 5:owner'))).toBe(`organization: "1024"
roles:
  owner: [
    ada@acme.test, # one
    grace@acme.test, # three
    lin@acme.test
  ]
`);
  });

  it('writes an alias out where the two lists part, and keeps the anchor', async () => {
    const text = `account: orbit
roles:
  admin: &bosses
    - ada@acme.test
    - alan@acme.test
  viewer: *bosses
`;
    expect(await merged(files(text), inAccount('1:admin 1:viewer 2:viewer'))).toBe(`account: orbit
roles:
  admin: &bosses
    - ada@acme.test
  viewer:
    - ada@acme.test
    - alan@acme.test
`);
  });

  it('writes an alias out with whole entries where a status differs', async () => {
    const text = `account: orbit
roles:
  admin: &bosses
    - user: ada@acme.test
      reason: on call
  viewer: *bosses
`;
    expect(await merged(files(text), inAccount('1:admin 1:viewer:inactive'))).toBe(`account: orbit
roles:
  admin: &bosses
    - user: ada@acme.test
      reason: on call
  viewer:
    - { user: ada@acme.test, reason: on call, status: inactive }
`);
  });

  it('hands an anchor on to its first alias where the anchored entry goes', async () => {
    const text = `account: orbit
roles:
  admin:
    - &ada ada@acme.test
  viewer:
    - *ada
  engineer: [*ada]
`;
    expect(await merged(files(text), inAccount('1:viewer 1:engineer'))).toBe(`account: orbit
roles:
  admin: []
  viewer:
    - &ada ada@acme.test
  engineer: [*ada]
`);
  });

  it('states an exception beside a team, where an entry can', async () => {
    const people = `people:
  ada: { redox: ada@acme.test, aion: "1" }
  alan: { redox: alan@acme.test, aion: "2" }
teams: { core: [ada, alan] }
`;
    const redox = 'organization: "1024"\nroles:\n  owner: ["team:core"]\n';
    expect(await merged(files(redox, { 'people.yaml': people }), inOrganization('1:owner 2:member'))).toBe(
      `${redox}  member:\n    - alan\n`,
    );
    const aion = 'account: orbit\nroles:\n  admin:\n    - team:core\n';
    expect(await merged(files(aion, { 'people.yaml': people }), inAccount('1:admin'))).toBe(
      'account: orbit\nroles:\n  admin:\n    - { user: alan, status: inactive }\n    - team:core\n',
    );
  });

  it('names what no entry can say', async () => {
    const people = `people:
  ada: { redox: ada@acme.test }
  alan: { redox: alan@acme.test }
  grace: { redox: grace@acme.test, leaves: 2026-01-31 }
teams: { core: [ada, alan] }
`;
    const text = `organization: "1024"
roles:
  owner: [ada]
  admin: [grace]
---
environment: prod
organization: "1024"
roles:
  engineer: ["team:core"]
`;
    const live = inOrganization('1:owner 2:member 3:admin', '1:engineer');
    const run = await mergeFiles(files(text, { 'people.yaml': people }), live);
    expect(run.merged.stuck).toEqual([
      'alan@acme.test does not hold engineer in redox/environment/prod, which team:core gives (access/a.yaml:11): no entry can say so; take the person out of the team',
      'grace@acme.test holds admin in redox/organization/1024, and grace has left (people.yaml): no entry can say so',
    ]);
    expect(run.files['access/a.yaml']).toContain('  member:\n    - alan\n---\n');
  });

  it('gives an entry the status that is live and changes nothing else of it', async () => {
    const text = `account: orbit
roles:
  admin:
    - ada@acme.test   # boss
    - { user: alan@acme.test, status: inactive, reason: away }
    - user: grace@acme.test
      reason: new
`;
    expect(
      await merged(files(text), inAccount('1:admin:inactive 2:admin 3:admin:inactive')),
    ).toBe(`account: orbit
roles:
  admin:
    - { user: ada@acme.test, status: inactive }   # boss
    - { user: alan@acme.test, status: active, reason: away }
    - user: grace@acme.test
      reason: new
      status: inactive
`);
  });
});

describe('import --merge, in documents of every form', () => {
  it.each([
    [
      'roles in braces',
      'organization: "1024"\nroles: { owner: [ada@acme.test], admin: [] } # short\n',
      'organization: "1024"\nroles: { owner: [ada@acme.test], admin: [grace@acme.test], viewer: [lin@acme.test] } # short\n',
    ],
    [
      'a document in braces',
      '{ organization: "1024", roles: { owner: [ada@acme.test] } }\n',
      '{ organization: "1024", roles: { owner: [ada@acme.test], admin: [grace@acme.test], viewer: [lin@acme.test] } }\n',
    ],
    [
      'no roles yet, and a comment',
      '---\norganization: "1024"\nroles: {} # none yet\n...\n',
      '---\norganization: "1024"\nroles: { admin: [grace@acme.test], owner: [ada@acme.test], viewer: [lin@acme.test] } # none yet\n...\n',
    ],
    [
      'no roles yet',
      'roles: {}\norganization: "1024"\n',
      'roles:\n  admin:\n    - grace@acme.test # User 3\n  owner:\n    - ada@acme.test # User 1\n  viewer:\n    - lin@acme.test # User 5\norganization: "1024"\n',
    ],
    [
      'another indentation, other case, and an end mark',
      'organization: "1024"\nroles:\n    Owner:\n    - Ada@acme.test\n    # last\n...\n',
      'organization: "1024"\nroles:\n    Owner:\n    - Ada@acme.test\n    # last\n    admin:\n      - grace@acme.test # User 3\n    viewer:\n      - lin@acme.test # User 5\n...\n',
    ],
    [
      'an unsorted list, whose order stays',
      'organization: "1024"\nroles:\n  owner: [ada@acme.test]\n  admin:\n    - zoe@acme.test # gone\n    - alan@acme.test # gone too\n  viewer: ["lin@acme.test"]\n',
      'organization: "1024"\nroles:\n  owner: [ada@acme.test]\n  admin:\n    - grace@acme.test # User 3\n  viewer: ["lin@acme.test"]\n',
    ],
  ])('%s', async (_, before, after) => {
    expect(await merged(files(before), inOrganization('1:owner 3:admin 5:viewer'))).toBe(after);
  });
});

it('moves an entry of Aion where one role is held in place of another', async () => {
  const text = `account: orbit
prune: listed
roles:
  admin: []
  viewer:
    - { user: alan@acme.test, until: 2027-01-31, reason: INC-1 } # for now
`;
  expect(await merged(files(text), inAccount('2:admin:inactive'))).toBe(`account: orbit
prune: listed
roles:
  admin:
    - { user: alan@acme.test, until: 2027-01-31, reason: INC-1, status: inactive } # for now
  viewer: []
`);
});

it('sets the status at every entry that would contradict it, one that is over included', async () => {
  const text = `account: orbit
roles:
  viewer:
    - { user: alan@acme.test, from: 2025-01-01, until: 2027-01-31 }
    - { user: alan@acme.test, until: 2026-01-31, reason: INC-1 } # over
    - { user: alan@acme.test, until: 2024-01-31 }
`;
  expect(await merged(files(text), inAccount('2:viewer:inactive'))).toBe(`account: orbit
roles:
  viewer:
    - { user: alan@acme.test, from: 2025-01-01, until: 2027-01-31, status: inactive }
    - { user: alan@acme.test, until: 2026-01-31, reason: INC-1, status: inactive } # over
    - { user: alan@acme.test, until: 2024-01-31, status: inactive }
`);
});
