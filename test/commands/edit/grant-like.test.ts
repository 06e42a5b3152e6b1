import { expect, test } from 'vitest';
import { grantCommand, type GrantOptions } from '../../../src/commands/edit/grant.js';
import { type Edited, editIn, type Files } from './edit-world.js';

const PEOPLE = `people:
  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.l }
  lin: { name: Lin Chen, redox: lin@acme.test, aion: lin }
  bob: { name: Bob, redox: bob@acme.test }
teams:
  core: [ada] # runs it
  oncall:
    - bob
    - ADA@acme.test # in winter
  all: [team:core]
`;
const ACME = `organization: "1024"
roles:
  owner: [ada@acme.test]
  member:
    - lin # new
---
environment: e1
organization: "1024"
roles:
  engineer:
    - ada # leads
    - { user: bob, until: 2027-01-31 }
  support:
    - { user: ada, until: 2027-03-31, reason: INC-1 }
    - { user: ada, until: 2026-01-31 }
---
environment: e2
organization: "1024"
roles:
  engineer: [team:core]
`;
const ORBIT = `account: orbit
roles:
  auditor:
    - { user: ada, status: inactive }
`;
const FILES: Files = { 'people.yaml': PEOPLE, 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT };

function like(who: string, other: string, more: Partial<GrantOptions> = {}): Promise<Edited> {
  const rest = { role: null, in: [], from: null, until: null, reason: null, dryRun: false };
  return editIn(FILES, (context) => grantCommand({ who, like: other, ...rest, ...more }, context));
}

test('somebody gets every entry that names another as it is, and the same teams', async () => {
  const { files, result } = await like('lin', 'ada');
  expect(files['access/acme.yaml']).toBe(
    ACME.replace('[ada@acme.test]', '[ada@acme.test, lin] # new')
      .replace('  member:\n    - lin # new\n', '  member: []\n')
      .replace('until: 2027-01-31 }\n', 'until: 2027-01-31 }\n    - lin\n')
      .replace(
        'until: 2026-01-31 }\n',
        'until: 2026-01-31 }\n    - { user: lin, until: 2027-03-31, reason: INC-1 }\n',
      ),
  );
  expect(files['access/orbit.yaml']).toBe(`${ORBIT}    - { user: lin, status: inactive }\n`);
  expect(files['people.yaml']).toBe(
    PEOPLE.replace('core: [ada]', 'core: [ada, lin]').replace('# in winter\n', '# in winter\n    - lin\n'),
  );
  expect(result.notes).toEqual([
    'the entry of ada for support in redox/environment/e1 has ended (access/acme.yaml:15), so it was left out',
  ]);
  expect(result.assignments.map(({ action, role, scope }) => `${action} ${role} ${scope}`)).toContain(
    'grant engineer redox/environment/e2',
  );
});

test('somebody who is in no file yet gets them by e-mail', async () => {
  const { files } = await like('eve@acme.test', 'ada@acme.test');
  expect(files['access/orbit.yaml']).toBe(`${ORBIT}    - { user: eve@acme.test, status: inactive }\n`);
  expect(files['people.yaml']).toContain('core: [ada, eve@acme.test]');
});

test('a second time there is nothing to do', async () => {
  const { files } = await like('lin', 'ada');
  const again = await editIn(files, (context) =>
    grantCommand(
      { who: 'lin', like: 'ada', role: null, in: [], from: null, until: null, reason: null, dryRun: false },
      context,
    ),
  );
  expect(again.result.files).toEqual([]);
});

test.each<[string, string, string, Partial<GrantOptions>, RegExp]>([
  ['somebody who is nobody', 'lin', 'adda', {}, /Did you mean "ada"/u],
  ['the same person', 'ada', 'ada@acme.test', {}, /are the same/u],
  ['a role beside it', 'lin', 'ada', { role: 'owner' }, /does not go with the role "owner"/u],
  ['an id that no team can list', 'user:77', 'ada', {}, /user:77 cannot be in team:core/u],
])('it refuses %s', async (_, who, other, more, message) => {
  await expect(like(who, other, more)).rejects.toThrow(message);
});

test('it writes nothing where somebody has no id in a system that the entries are in', async () => {
  const { exitCode, diagnostics, files } = await like('bob', 'ada');
  expect(exitCode).toBe(3);
  expect(diagnostics.map(({ file }) => file)).toContain('access/orbit.yaml');
  expect(files['access/acme.yaml']).toBe(ACME);
});
