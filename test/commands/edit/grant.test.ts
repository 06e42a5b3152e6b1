import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { grantCommand, type GrantOptions } from '../../../src/commands/edit/grant.js';
import { InvalidFilesError } from '../../../src/errors.js';
import { contextIn } from '../context.js';
import { type Edited, editIn, type Files, folderOf, NOW, PEOPLE, readAll } from './edit-world.js';

const ACME = `# Acme
organization: "1024" # ours
name: Acme Health
roles:
  owner: [ada, grace] # both
  member:
    - alan # for now
---
environment: e1
organization: "1024"
name: Staging
prune: listed
roles:
  engineer:
    - "ada" # leads
    - { user: alan, until: 2027-01-31 }
`;
const ORBIT = `account: orbit
roles:
  account_admin: &bosses
    - ada # leads
  auditor: *bosses
---
project: apollo
account: orbit
roles: { project_reader: [lin] }
`;
const FILES: Files = { 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT };
const E1 = 'redox/environment/e1';
const ORGANIZATION = 'redox/organization/1024';

function grant(options: Partial<GrantOptions>, files: Files = FILES): Promise<Edited> {
  return editIn(files, (context) => grantCommand(whole(options), context));
}

function whole(options: Partial<GrantOptions>): GrantOptions {
  const rest = { like: null, from: null, until: null, reason: null, dryRun: false };
  return { who: 'grace', role: 'engineer', in: [E1], ...rest, ...options };
}

const acme = async (options: Partial<GrantOptions>, files?: Files): Promise<string | undefined> =>
  (await grant(options, files)).files['access/acme.yaml'];

describe('grant', () => {
  test('adds an entry in its place, says what it grants, and touches nothing else', async () => {
    const { files, result, diff, isWritten } = await grant({});
    expect(files['access/acme.yaml']).toBe(
      ACME.replace('until: 2027-01-31 }\n', 'until: 2027-01-31 }\n    - grace\n'),
    );
    expect(files['access/orbit.yaml']).toBe(ORBIT);
    expect(isWritten).toBe(true);
    expect(diff).toContain('--- a/access/acme.yaml\n+++ b/access/acme.yaml\n');
    expect(diff).toContain('+    - grace\n');
    expect(result.assignments).toEqual([
      {
        action: 'grant',
        principal: 'user:grace@acme.test',
        role: 'engineer',
        scope: E1,
        source: { file: 'access/acme.yaml', line: 17, column: 7 },
      },
    ]);
    expect(result.notes).toEqual([]);
  });

  test('writes nothing for a dry run', async () => {
    const { files, diff, isWritten } = await grant({ dryRun: true });
    expect(files['access/acme.yaml']).toBe(ACME);
    expect([isWritten, diff.includes('+    - grace')]).toEqual([false, true]);
  });

  test.each([
    ['the key for an e-mail of people.yaml', 'GRACE@acme.test', 'grace'],
    ['the key for an id of people.yaml', 'grace', 'grace'],
    ['an e-mail that nobody has', 'eve@acme.test', 'eve@acme.test'],
    ['an id', 'user:77', 'user:77'],
    ['an id as addresses write it', 'user:a%2Fb', 'user:a/b'],
    ['a team', 'team:core', 'team:core'],
  ])('names somebody by %s', async (_, who, written) => {
    expect(await acme({ who, role: 'support' })).toBe(`${ACME}  support:\n    - ${written}\n`);
  });

  test.each([
    ['7d', '2026-12-04'],
    ['friday', '2026-11-27'],
    ['2027-01-31T12:00:00Z', '"2027-01-31T12:00:00Z"'],
  ])('writes --until %s as the date it means', async (until, written) => {
    expect(await acme({ until, from: 'today', reason: 'INC: 1' })).toContain(
      `\n    - { user: grace, from: 2026-11-27, until: ${written}, reason: "INC: 1" }\n`,
    );
  });

  test('changes the term of the entry that is there, and says where one stays', async () => {
    expect(await acme({ who: 'alan', until: '2027-03-01' })).toBe(ACME.replace('2027-01-31', '2027-03-01'));
    expect(await acme({ who: 'alan', until: 'never' })).toBe(
      ACME.replace('{ user: alan, until: 2027-01-31 }', 'alan'),
    );
    expect(await acme({ who: 'ada', until: '2027-03-01' })).toBe(
      ACME.replace('- "ada" # leads', '- { user: ada, until: 2027-03-01 } # leads'),
    );
    const { diff, result } = await grant({ who: 'alan' });
    expect(diff).toBe('');
    expect(result.notes).toEqual([
      `alan has engineer in ${E1} already (access/acme.yaml:16), and its end stays: 2027-01-31. --until DATE moves it, --until never drops it`,
    ]);
  });

  test('tells from when a moved end changes what is asked for', async () => {
    const { differences } = await grant({ who: 'alan', until: '2027-03-01' });
    expect(differences.map(({ action, at }) => [action, new Date(at).toISOString()])).toEqual([
      ['grant', '2027-02-01T00:00:00.000Z'],
    ]);
  });

  test('replaces an entry without a term where there is one role a person', async () => {
    expect(await acme({ who: 'alan', role: 'admin', in: [ORGANIZATION] })).toBe(
      ACME.replace('  member:\n    - alan # for now\n', '  member: []\n  admin:\n    - alan # for now\n'),
    );
  });

  test('leaves it beside one with an end, which counts first for that time', async () => {
    expect(await acme({ who: 'alan', role: 'owner', until: 'friday', in: ['Acme Health'] })).toBe(
      ACME.replace('[ada, grace]', '[ada, grace, { user: alan, until: 2026-11-27 }]'),
    );
  });

  test('takes several scopes by address, glob and name', async () => {
    const files = {
      'access/orbit.yaml': ORBIT,
      'access/gemini.yaml': 'project: gemini\naccount: orbit\nname: Gemini\nroles: {}\n',
    };
    const edited = await grant(
      { who: 'lin', role: 'ml_engineer', in: ['aion/project/*/apollo', 'gemini'] },
      files,
    );
    expect(edited.files['access/orbit.yaml']).toBe(ORBIT.replace('[lin] }', '[lin], ml_engineer: [lin] }'));
    expect(edited.files['access/gemini.yaml']).toBe(
      'project: gemini\naccount: orbit\nname: Gemini\nroles:\n  ml_engineer:\n    - lin\n',
    );
    expect(edited.result.notes).toEqual([
      'no file used the role "ml_engineer" in a project before (used there: project_reader)',
    ]);
  });

  test('changes no role that shares a list by an alias', async () => {
    const edited = await grant({ who: 'lin', role: 'auditor', in: ['aion/account/orbit'] });
    expect(edited.files['access/orbit.yaml']).toBe(
      ORBIT.replace('  auditor: *bosses\n', '  auditor:\n    - ada\n    - lin\n'),
    );
    const other = await grant({ who: 'lin', role: 'account_admin', in: ['aion/account/orbit'] });
    expect(other.result.assignments).toHaveLength(1);
  });

  test('keeps line endings, the byte order mark, a missing last line break and permissions', async () => {
    const text = `\uFEFF${ACME.trimEnd().replaceAll('\n', '\r\n')}`;
    const folder = folderOf({ 'access/acme.yaml': text });
    chmodSync(join(folder, 'access/acme.yaml'), 0o640);
    await grantCommand(whole({}), contextIn(folder, { at: NOW }));
    expect(readFileSync(join(folder, 'access/acme.yaml'), 'utf8')).toBe(`${text}\r\n    - grace`);
    expect(lstatSync(join(folder, 'access/acme.yaml')).mode & 0o777).toBe(0o640);
    expect(Object.keys(readAll(folder)).sort()).toEqual(['access/acme.yaml', 'people.yaml', 'rolecall.yaml']);
  });

  test('makes the document of a scope beside its root', async () => {
    const edited = await grant({
      who: 'lin',
      role: 'project_reader',
      in: ['aion/project/orbit/zeus'],
      until: '2w',
    });
    expect(edited.files['access/orbit.yaml']).toBe(
      `${ORBIT}---\nproject: "zeus"\naccount: "orbit"\nroles:\n  project_reader:\n    - { user: lin, until: 2026-12-11 }\n`,
    );
    expect(await acme({ in: ['redox/environment/e2'] })).toBe(
      `${ACME}---\nenvironment: "e2"\norganization: "1024"\nroles:\n  engineer:\n    - grace\n`,
    );
    const fresh = await grant({ who: 'lin', role: 'account_admin', in: ['aion/account/vega'] });
    expect(fresh.files['access/aion/vega.yaml']).toBe(
      'account: "vega"\nroles:\n  account_admin:\n    - lin\n',
    );
    expect(fresh.diff).toContain('--- /dev/null\n+++ b/access/aion/vega.yaml\n');
  });

  test('names somebody by e-mail whom a plan shows as user: and an e-mail', async () => {
    const files = { 'access/acme.yaml': ACME.replace('[ada, grace]', '[ada, zoe@acme.test]') };
    expect(await acme({ who: 'user:zoe@acme.test' }, files)).toContain('\n    - zoe@acme.test\n');
  });

  test('tells of another entry with the role, and of somebody who has left', async () => {
    const people = PEOPLE.replace('aion: alan.t }', 'aion: alan.t, leaves: 2026-11-01 }');
    const text = ACME.replace(
      'until: 2027-01-31 }',
      'until: 2027-01-31 }\n    - { user: alan, until: 2026-12-31 }',
    );
    const files = { 'people.yaml': people, 'access/acme.yaml': text };
    const { result } = await grant({ who: 'alan', until: '2027-03-01' }, files);
    expect(result.notes).toEqual([
      'alan has left, so the entries grant nothing: 2026-11-01 (people.yaml:4)',
      `another entry gives alan engineer in ${E1} until 2026-12-31 (access/acme.yaml:17)`,
    ]);
  });

  test('says that a role named for the first time is pruned from now on', async () => {
    const { result } = await grant({ role: 'auditor' });
    expect(result.notes[1]).toContain('"prune: listed" revokes it from everybody who holds it live');
  });
});

describe('grant refuses', () => {
  test.each<[string, Partial<GrantOptions>, RegExp]>([
    ['a key that is nearly one', { who: 'grac' }, /no person "grac"\. Did you mean "grace"/u],
    ['a team that is not there', { who: 'team:cor' }, /no team "cor"\. Did you mean "core"/u],
    [
      'a role that is nearly one',
      { role: 'enginer' },
      /no file uses the role "enginer" in an environment\. Did you mean "engineer"/u,
    ],
    [
      'another letter case where it counts',
      { who: 'lin', role: 'Account_Admin', in: ['aion/account/orbit'] },
      /Did you mean "account_admin"/u,
    ],
    [
      'a glob that matches nothing',
      { in: ['redox/enviroment/*'] },
      /"redox\/enviroment\/\*" matches no scope of the files/u,
    ],
    [
      'a name that is nearly one',
      { in: ['Stagin'] },
      /no file names the scope "Stagin"\. Did you mean "Staging"/u,
    ],
    [
      'the id of a scope alone',
      { in: ['orbit'] },
      /no file names the scope "orbit"\. Did you mean "aion\/account\/orbit"/u,
    ],
    ['a malformed date', { until: 'soon' }, /--until takes a date, not "soon"/u],
    ['no scope', { in: [] }, /grant needs to know where/u],
  ])('%s', async (_, options, message) => {
    await expect(grant(options)).rejects.toThrow(message);
  });

  test('an environment of which no file tells the organization', async () => {
    const files = { ...FILES, 'access/other.yaml': 'organization: "2048"\nroles: {}\n' };
    await expect(grant({ in: ['redox/environment/e2'] }, files)).rejects.toThrow(
      /no file says which organization/u,
    );
  });

  test('whatever would be an error, with the findings, and writes nothing', async () => {
    const { files, diagnostics, exitCode, isRefused, result } = await grant({ who: 'lin' });
    expect(diagnostics).toMatchObject([{ severity: 'error', file: 'access/acme.yaml', line: 17 }]);
    expect([exitCode, isRefused, result.files]).toEqual([3, true, []]);
    expect(files['access/acme.yaml']).toBe(ACME);
  });

  test('not because of errors that were there before', async () => {
    const files = { ...FILES, 'access/broken.yaml': 'account: vega\nroles: { admin: [nobody] }\n' };
    const { exitCode, diff } = await grant({}, files);
    expect([exitCode, diff.includes('+    - grace')]).toEqual([0, true]);
  });

  test('to write through a link out of the folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'rolecall-out-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    const folder = folderOf(FILES);
    symlinkSync(outside, join(folder, 'access/aion'));
    const options = whole({ who: 'lin', role: 'account_admin', in: ['aion/account/vega'] });
    await expect(grantCommand(options, contextIn(folder, { at: NOW }))).rejects.toThrow(InvalidFilesError);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('a second document of a scope whose file cannot be read', async () => {
    const files = { ...FILES, 'access/broken.yaml': 'account: vega\nroles: { admin: [nobody\n' };
    const options = { who: 'lin', role: 'account_admin', in: ['aion/account/vega'] };
    await expect(grant(options, files)).rejects.toThrow(InvalidFilesError);
  });
});
