import { describe, expect, test } from 'vitest';
import { offboardCommand, type OffboardOptions } from '../../../src/commands/edit/offboard/offboard.js';
import { type Edited, editIn, type Files } from './edit-world.js';

const offboard = async (files: Files, options: Partial<OffboardOptions>): Promise<Edited> =>
  await editIn(files, (context) =>
    offboardCommand({ dryRun: false, who: 'ada', on: null, ...options }, context),
  );

const ACME = `organization: "1024" # ours
name: Acme Health
roles:
  owner: [ada, grace]
  admin: [team:core]
---
environment: prod
organization: "1024"
prune: listed
roles:
  engineer:
    - ada@acme.test # by e-mail
    - { user: ada, from: 2026-12-01, until: 2026-12-02 }
`;
const ORBIT = `account: orbit
prune: listed
roles:
  account_admin: [ada, alan]
`;
const access: Files = { 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT };

const peopleOf = ({ files }: Edited): string => files['people.yaml'] ?? '';

describe('offboard', () => {
  test('writes today as the last day, and leaves every other byte alone', async () => {
    const { files, diff, result, exitCode } = await offboard(access, {});
    expect(exitCode).toBe(0);
    expect({
      'access/acme.yaml': files['access/acme.yaml'],
      'access/orbit.yaml': files['access/orbit.yaml'],
    }).toEqual(access);
    expect(diff).toContain(
      '-  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.l } # the first\n' +
        '+  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.l, leaves: 2026-11-27 } # the first\n',
    );
    expect(result.notes).toEqual([
      'Ends 2026-11-27: account_admin in aion/account/orbit, access/orbit.yaml:4',
      'Ends 2026-11-27: engineer in redox/environment/prod, access/acme.yaml:12',
      'Ends 2026-11-27: owner in Acme Health (redox/organization/1024), access/acme.yaml:4',
      'The roles stay until 2026-11-28T00:00:00Z; --on with a time that has passed ends them with the next apply',
      'By hand: take ada out of the groups of Aion. rolecall does not see who is in a group.',
      'By hand: remove ada (ada@acme.test) from Acme Health (redox/organization/1024) in the dashboard of Redox. rolecall ends the roles there, and removes members only with "prune: true" in its document.',
    ]);
    expect(
      result.assignments.map((each) => `${each.action} ${each.principal} ${each.role} ${each.scope}`),
    ).toEqual([
      'revoke user:ada.l account_admin aion/account/orbit',
      'revoke user:ada@acme.test engineer redox/environment/prod',
      'revoke user:ada@acme.test owner redox/organization/1024',
    ]);
  });

  test('takes any date, and says which one stood there', async () => {
    const people =
      'people:\n  ada:\n    redox: ada@acme.test\n    aion: ada.l\n    leaves: 2027-06-30 # planned\n';
    const files = { 'access/orbit.yaml': ORBIT.replace(', alan', ''), 'people.yaml': people };
    const later = await offboard(files, { on: '2w' });
    expect(peopleOf(later)).toBe(people.replace('2027-06-30', '2026-12-11'));
    expect(later.result.notes[0]).toBe('people.yaml said so far that "ada" leaves 2027-06-30');
    const timed = await offboard(files, { on: '2026-12-01T12:00:00Z' });
    expect(peopleOf(timed)).toContain('leaves: "2026-12-01T12:00:00Z" # planned\n');
    await expect(offboard(files, { on: 'soon' })).rejects.toThrow('--on takes a date, not "soon"');
  });

  test('lists what comes through teams', async () => {
    const { result } = await offboard(access, { who: 'grace' });
    expect(result.notes).toContain(
      'Ends 2026-11-27: admin in Acme Health (redox/organization/1024) through team:core, access/acme.yaml:5',
    );
    expect(result.notes).toContain('team:oncall still lists grace; rolecall tidy deletes that later');
  });

  test('adds somebody whom only entries name, with who they are in each system', async () => {
    const files = {
      'access/a.yaml': 'organization: "1024"\nroles: { member: [ Bo@a.test ] }\n',
      'access/b.yaml': 'account: orbit\nroles:\n  reader: [{ user: bo@a.test, status: inactive }]\n',
    };
    const { files: after, diff } = await offboard(files, { who: 'bo@A.test' });
    expect(after['people.yaml']).toContain(
      '  lin: { name: Lin Chen, aion: lin }\n' +
        '  bo: { redox: bo@a.test, aion: bo@a.test, leaves: 2026-11-27 }\n',
    );
    expect(diff.match(/^[-+] .*/gmu)).toHaveLength(1);
  });

  test('adds by id whom only an id names, if it is one of one system alone', async () => {
    const files = { 'access/a.yaml': 'organization: "1024"\nroles: { owner: ["user:77"] }\n' };
    expect(peopleOf(await offboard(files, { who: 'user:77' }))).toContain(
      '  user-77: { redox: user:77, leaves: 2026-11-27 }\n',
    );
    const both = { ...files, 'access/b.yaml': 'account: orbit\nroles: { reader: ["user:77"] }\n' };
    await expect(offboard(both, { who: 'user:77' })).rejects.toThrow('which may be several people');
  });

  test('completes a person of whom a system is not known, so that every entry ends', async () => {
    const people = 'people:\n  ada: { redox: ada@acme.test, aion: { other: ada.l } }\n';
    const files = {
      'people.yaml': people,
      'access/b.yaml': 'account: orbit\nprune: listed\nroles: { reader: [ada@acme.test] }\n',
    };
    const { files: after, result } = await offboard(files, {});
    expect(after['people.yaml']).toBe(
      'people:\n  ada: { redox: ada@acme.test, aion: { other: ada.l, orbit: ada@acme.test }, leaves: 2026-11-27 }\n',
    );
    expect(result.assignments).toMatchObject([
      { action: 'revoke', scope: 'aion/account/orbit', role: 'reader' },
    ]);
  });

  test('doubts what nothing in the files can join', async () => {
    const people = 'people:\n  ada: { redox: "user:1", aion: ada@acme.test }\n';
    const files = {
      'people.yaml': people,
      'access/a.yaml': 'organization: "1"\nroles: { owner: [ada@acme.test] }\n',
    };
    const { result } = await offboard(files, {});
    expect(result.notes).toContain(
      'access/a.yaml:2 names "ada@acme.test", and people.yaml says "user:1" for "ada" in redox: the entry ends only if the API shows that both are one user.',
    );
  });

  test('writes people.yaml where the settings name none', async () => {
    const settings =
      'version: 1\naccess: ["access/**/*.yaml"] # ours\nproviders:\n  redox: { auth: { method: bearer, token: { env: T } } }\n';
    const files = {
      'rolecall.yaml': settings,
      'access/a.yaml': 'organization: "1024"\nroles: { owner: [ada@acme.test] }\n',
      'people.yaml': '',
    };
    const { files: after } = await offboard(files, { who: 'ada@acme.test' });
    expect(after['rolecall.yaml']).toBe(settings.replace('# ours\n', '# ours\npeople: people.yaml\n'));
    expect(after['people.yaml']).toBe('people:\n  ada:\n    redox: ada@acme.test\n    leaves: 2026-11-27\n');
  });

  test('says where the settings keep a role', async () => {
    const settings = `version: 1
people: people.yaml
providers:
  redox: { auth: { method: bearer, token: { env: T } } }
  aion: { auth: { method: bearer, token: { env: T } } }
guards: { protect: [{ scope: "aion/**", principal: ada }] }
`;
    const { result } = await offboard({ ...access, 'rolecall.yaml': settings }, {});
    expect(result.notes).toContain(
      'By hand: ada keeps the role in aion/account/orbit while "guards.protect" in the settings names them; change that first.',
    );
  });

  test('has nobody to remove by hand where the document of the organization removes them', async () => {
    const acme = ACME.replace('name: Acme Health', 'prune: true');
    const { result } = await offboard({ 'access/acme.yaml': acme }, {});
    expect(result.notes.filter((note) => note.startsWith('By hand'))).toEqual([]);
  });

  test.each([
    ['team:core', 'is no person'],
    ['group:g', 'is no person'],
    ['adda', 'Did you mean "ada"?'],
    ['adda@acme.test', 'Did you mean "ada@acme.test"?'],
  ])('refuses %s', async (who, reason) => {
    await expect(offboard(access, { who })).rejects.toThrow(reason);
  });

  test('suggests the person beside whose id a comment has the e-mail', async () => {
    const people = `people:
  ada-lovelace: { redox: "user:1" } # ada@acme.test
  alan-turing:
    redox: "user:2" # Alan@acme.test
`;
    const asking = (who: string) => offboard({ 'people.yaml': people }, { who });
    await expect(asking('ada@acme.test')).rejects.toThrow('Did you mean "ada-lovelace"?');
    await expect(asking('alan@acme.test')).rejects.toThrow('Did you mean "alan-turing"?');
    await expect(asking('lan@acme.test')).rejects.toThrow('the files do not name "lan@acme.test".');
  });

  test('ends the roles of eleven scopes at once', async () => {
    const documents = Array.from(
      { length: 11 },
      (_, index) =>
        `environment: e${index}\norganization: "1024"\nprune: true\nroles:\n  engineer: [ada, grace]\n`,
    );
    const { result, diff } = await offboard({ 'access/all.yaml': documents.join('---\n') }, {});
    expect(result.files.map(({ file }) => file)).toEqual(['people.yaml']);
    expect(diff.match(/^[-+] .*/gmu)).toHaveLength(2);
    expect(result.assignments.map(({ action, role }) => `${action} ${role}`)).toEqual(
      documents.map(() => 'revoke engineer'),
    );
  });

  test('writes nothing with --dry-run', async () => {
    const before = await offboard(access, { dryRun: true });
    expect(before.diff).toContain('leaves: 2026-11-27');
    expect(peopleOf(before)).not.toContain('leaves');
  });
});
