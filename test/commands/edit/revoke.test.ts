import { describe, expect, test } from 'vitest';
import { revokeCommand, type RevokeOptions } from '../../../src/commands/edit/revoke.js';
import { type Edited, editIn, type Files, PEOPLE } from './edit-world.js';

const ACME = `organization: "1024"
roles:
  owner: [ada, grace]
  member:
    - alan # for now
    - "team:oncall"
---
environment: e1
organization: "1024"
prune: listed
roles:
  engineer:
    - ada # leads
  support: [{ user: ada, until: 2026-01-31 }, alan] # few
`;
const ORBIT = `account: orbit
roles:
  account_admin: &bosses
    - ada # leads
    - group:ops
  auditor: *bosses
---
project: apollo
account: orbit
prune: true
roles:
  project_reader:
    - team:core
    - lin
`;
const FILES: Files = { 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT };
const E1 = 'redox/environment/e1';

function revoke(options: Partial<RevokeOptions>, files: Files = FILES): Promise<Edited> {
  const whole = { who: 'ada', role: null, in: [], dryRun: false, ...options };
  return editIn(files, (context) => revokeCommand(whole, context));
}

describe('revoke', () => {
  test('removes the entry of a role, and under listed leaves the role named', async () => {
    const { files, result } = await revoke({ role: 'engineer', in: [E1] });
    expect(files['access/acme.yaml']).toBe(
      ACME.replace('  engineer:\n    - ada # leads\n', '  engineer: []\n'),
    );
    expect(result.assignments).toEqual([
      {
        action: 'revoke',
        principal: 'user:ada@acme.test',
        role: 'engineer',
        scope: E1,
        source: { file: 'access/acme.yaml', line: 13, column: 7 },
      },
    ]);
    expect(result.notes).toEqual([]);
  });

  test('removes every role everywhere, by any name of the person', async () => {
    const edited = await revoke({ who: 'ADA@acme.test' });
    expect(edited.files['access/acme.yaml']).toBe(
      ACME.replace('[ada, grace]', '[grace]')
        .replace('  engineer:\n    - ada # leads\n', '  engineer: []\n')
        .replace('[{ user: ada, until: 2026-01-31 }, alan]', '[alan]'),
    );
    // The list that two roles share changes where it stands.
    expect(edited.files['access/orbit.yaml']).toBe(ORBIT.replace('    - ada # leads\n', ''));
    expect(edited.result.assignments.map(({ action, role, kept }) => [action, role, kept])).toEqual([
      ['revoke', 'account_admin', true],
      ['revoke', 'auditor', true],
      ['revoke', 'engineer', undefined],
      ['revoke', 'owner', true],
    ]);
  });

  test('says where prune keeps the live role, and what would revoke it', async () => {
    const { result } = await revoke({ in: ['redox/organization/1024', 'aion/account/orbit'] });
    expect(result.notes).toEqual([
      'ada keeps account_admin in aion/account/orbit if it is live: prune is false here; "prune: listed" in the document or the settings would revoke it',
      'ada keeps auditor in aion/account/orbit if it is live: prune is false here; "prune: listed" in the document or the settings would revoke it',
      'ada@acme.test keeps owner in redox/organization/1024 if it is live: nobody is removed from the organization without "prune: true" in its own document',
    ]);
  });

  test('says where an entry that had ended is what revokes a live role', async () => {
    const files = { 'access/acme.yaml': ACME.replace('prune: listed\n', '') };
    const { result } = await revoke({ role: 'support' }, files);
    expect(result.notes).toEqual([
      `the entry of ada@acme.test for support in ${E1} had ended (access/acme.yaml:13); without it the role stays if it is still live: prune is false here; "prune: listed" in the document or the settings would revoke it`,
    ]);
  });

  test('takes a role from one of those who share a list by an alias', async () => {
    const { files, result } = await revoke({ who: 'group:ops', role: 'auditor' });
    expect(files['access/orbit.yaml']).toBe(ORBIT.replace('  auditor: *bosses\n', '  auditor:\n    - ada\n'));
    expect(result.notes[0]).toContain(
      'groups are never pruned; an entry with a past "until" would revoke it',
    );
  });

  test('removes a team', async () => {
    const { files } = await revoke({ who: 'team:core' });
    expect(files['access/orbit.yaml']).toBe(ORBIT.replace('    - team:core\n', ''));
  });

  test('has nothing to do where no entry gives the role', async () => {
    const { result, exitCode } = await revoke({ role: 'nurse', in: [E1] });
    expect([exitCode, result.files]).toEqual([0, []]);
    expect(result.notes).toEqual([
      `no entry gives ada the role "nurse" in ${E1}; they have engineer, support`,
    ]);
  });
});

describe('revoke refuses', () => {
  test.each<[string, Partial<RevokeOptions>, string]>([
    [
      'a role that comes through a team, and names its line',
      { who: 'alan', role: 'project_reader' },
      'alan has project_reader in aion/project/orbit/apollo through team:core (access/orbit.yaml:13). Nothing was written',
    ],
    [
      'all roles where one comes through a team in a team',
      { who: 'grace' },
      'grace has project_reader in aion/project/orbit/apollo through team:core (access/orbit.yaml:13); member in redox/organization/1024 through team:oncall (access/acme.yaml:6). Nothing was written',
    ],
    [
      'a team that is in another',
      { who: 'team:oncall', role: 'project_reader' },
      'team:oncall has project_reader in aion/project/orbit/apollo through team:core (access/orbit.yaml:13). Nothing was written',
    ],
    ['somebody whom no file names', { who: 'eve@acme.test' }, 'the files do not name "eve@acme.test".'],
    ['somebody who is nearly another', { who: 'adda' }, 'there is no person "adda". Did you mean "ada"?'],
    [
      'a role that is nearly one they have',
      { role: 'enginer' },
      'no entry gives ada the role "enginer". Did you mean "engineer"?',
    ],
    [
      'a scope that no file names',
      { in: ['aion/project/orbit/zeus'] },
      'no file names aion/project/orbit/zeus.',
    ],
  ])('%s', async (_, options, message) => {
    await expect(revoke(options)).rejects.toThrow(message);
  });

  test('a team that nobody is in, since its entries reach nobody', async () => {
    const files = { ...FILES, 'people.yaml': `${PEOPLE}  none: []\n` };
    await expect(revoke({ who: 'team:none' }, files)).rejects.toThrow('team:none has no members');
  });

  test('and tells which line of the team to change', async () => {
    await expect(revoke({ who: 'grace', role: 'project_reader' })).rejects.toMatchObject({
      hint: 'Take grace out of team:oncall (people.yaml:9), or name the others of the team in its place.',
    });
    await expect(revoke({ who: 'team:oncall', role: 'project_reader' })).rejects.toMatchObject({
      hint: 'Take team:oncall out of team:core (people.yaml:7), or name the others of the team in its place.',
    });
  });
});
