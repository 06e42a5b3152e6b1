import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InvalidFilesError, UsageError } from '../../src/errors.js';
import { headOf } from '../../src/git/working-tree.js';
import { diffMarkdown, diffText } from '../../src/report/diff.js';
import { diff, emptyRepository, lines, ORGANIZATION, PEOPLE, repository, SETTINGS } from './diff-world.js';

test('the same files have no differences, wherever their lines stand', async () => {
  const scratch = repository();
  scratch.write({
    'access/acme.yaml': `# moved\n${ORGANIZATION.replace('owner: [grace]', 'owner:\n    - grace')}`,
  });
  const outcome = await diff(scratch, { detailedExitcode: true });
  expect(outcome).toMatchObject({ exitCode: 0, diff: { changes: [], head: null, base: 'main' } });
});

test('a person who joins a team gains its roles, and nobody reads the name alone', async () => {
  const scratch = repository();
  scratch.write({
    'people.yaml': PEOPLE.replace('core: [ada]', 'core: [ada, eve]').replace(
      'teams:',
      '  eve: { redox: eve@acme.test }\nteams:',
    ),
  });
  expect(await lines(scratch)).toEqual([
    'grant redox/organization/1024 eve@acme.test -/- admin/active access/acme.yaml:4',
  ]);
});

test('another identity for a person gives to one user, and an organization that prunes takes from the other', async () => {
  const scratch = repository();
  scratch.write({
    'people.yaml': PEOPLE.replace('ada@acme.test', 'user:666').replace('aion: ada.l', 'aion: ada.x'),
  });
  expect(await lines(scratch)).toEqual([
    'grant redox/organization/1024 ada -/- admin/active access/acme.yaml:4',
    'kept revoke redox/organization/1024 ada@acme.test admin/active -/- ',
  ]);
  scratch.write({ 'access/acme.yaml': `prune: true\n${ORGANIZATION}` });
  expect((await lines(scratch))[1]).toBe('revoke redox/organization/1024 ada@acme.test admin/active -/- ');
});

test('terms count as of now, and an ended one leaves the role of a plain member', async () => {
  const scratch = repository();
  scratch.write({
    'access/acme.yaml': `${ORGANIZATION.replace('"team:core"', '{ user: "ada@acme.test", until: 2026-11-01 }')}  member:\n    - { user: new@acme.test, from: 2027-01-01 }\n`,
  });
  expect(await lines(scratch)).toEqual([
    'change redox/organization/1024 ada@acme.test admin/active member/active access/acme.yaml:4',
  ]);
  expect(await lines(scratch, { at: Date.parse('2027-02-01') })).toEqual([
    'change redox/organization/1024 ada@acme.test admin/active member/active access/acme.yaml:4',
    'grant redox/organization/1024 new@acme.test -/- member/active access/acme.yaml:6',
  ]);
});

test('what a document granted that is gone stays, whatever it said of prune, and a new one grants', async () => {
  const scratch = repository();
  scratch.commit({
    'access/acme.yaml': null,
    'access/orbit.yaml': 'account: orbit\nroles:\n  account_admin: [ada]\n  account_reader: [grace, ada]\n',
  });
  const expected = [
    'grant aion/account/orbit ada -/- account_admin/active access/orbit.yaml:3',
    'grant aion/account/orbit ada -/- account_reader/active access/orbit.yaml:4',
    'grant aion/account/orbit grace -/- account_reader/active access/orbit.yaml:4',
    'kept revoke redox/organization/1024 ada@acme.test admin/active -/- ',
    'kept revoke redox/organization/1024 grace@acme.test owner/active -/- ',
  ];
  expect(await lines(scratch, { base: 'HEAD~1', head: 'HEAD' })).toEqual(expected);
  expect(await lines(scratch, { base: 'HEAD~1', scope: ['aion/**'] })).toEqual(expected.slice(0, 3));
});

test('many roles pair by name, and a status is a change of its own', async () => {
  const scratch = repository();
  const project = (roles: string): string => `project: apollo\naccount: orbit\nprune: true\nroles:\n${roles}`;
  scratch.commit({ 'access/p.yaml': project('  a: [ada]\n  b: [ada]\n  c: [ada]\n') });
  scratch.write({ 'access/p.yaml': project('  a: [{ user: ada, status: inactive }]\n  d: [ada]\n') });
  expect(await lines(scratch, { base: 'HEAD' })).toEqual([
    'change aion/project/orbit/apollo ada a/active a/inactive access/p.yaml:5',
    'change aion/project/orbit/apollo ada b/active d/active access/p.yaml:6',
    'revoke aion/project/orbit/apollo ada c/active -/- ',
  ]);
});

test('differences are exit 2 only when asked for', async () => {
  const scratch = repository();
  scratch.write({ 'access/acme.yaml': ORGANIZATION.replace('[grace]', '[grace, new@acme.test]') });
  expect((await diff(scratch)).exitCode).toBe(0);
  expect((await diff(scratch, { detailedExitcode: true })).exitCode).toBe(2);
});

test('invalid files are findings on the head, and an error that names the base', async () => {
  const scratch = repository();
  scratch.commit({ 'access/acme.yaml': 'organization: 1024\nroles: {}\n' });
  expect(await diff(scratch, { base: 'HEAD~1' })).toMatchObject({ diff: null, exitCode: 3 });
  scratch.write({ 'access/acme.yaml': ORGANIZATION });
  await expect(diff(scratch, { base: 'HEAD' })).rejects.toBeInstanceOf(InvalidFilesError);
  await expect(diff(scratch, { base: 'nowhere' })).rejects.toBeInstanceOf(UsageError);
  await expect(diff(scratch, { base: 'HEAD~1', scope: ['redox/nothing'] })).rejects.toBeInstanceOf(
    UsageError,
  );
});

test('a provider needs no settings, since none is asked', async () => {
  const scratch = emptyRepository();
  scratch.commit({
    'rolecall.yaml': 'version: 1\n',
    'access/a.yaml': 'account: orbit\nroles: { a: [ada] }\n',
  });
  scratch.write({ 'access/a.yaml': 'account: orbit\nroles: { a: [ada, lin] }\n' });
  expect(await lines(scratch)).toEqual(['grant aion/account/orbit lin -/- a/active access/a.yaml:2']);
});

test('a key of people.yaml is shown with the id it stands for', async () => {
  const scratch = repository();
  scratch.write({ 'access/p.yaml': 'project: apollo\naccount: orbit\nroles:\n  reader: [ada]\n' });
  const { diff: found } = await diff(scratch);
  if (found === null) throw new Error('no diff was made');
  expect(diffText(found, { color: false })).toContain('+ ada (user:ada.l)  reader');
  expect(diffMarkdown(found)).toContain('`ada (user:ada.l)` gains `reader`');
});

test('a checkout with the line ends of Windows differs from git in nothing', async () => {
  const scratch = emptyRepository();
  const files = {
    'rolecall.yaml': SETTINGS,
    'people.yaml': PEOPLE,
    'access/acme.yaml': `organization: "1024"
name: >
  Acme
  Health
roles:
  owner:
    # temporary
    - user: grace
      until: 2027-01-31
      reason: |
        INC-4211
        and more
  admin: ["team:core"]
`,
  };
  scratch.commit(files);
  scratch.git('config', 'core.autocrlf', 'true');
  scratch.write(Object.fromEntries(Object.keys(files).map((path) => [path, null])));
  scratch.git('checkout', '--', '.');
  expect(readFileSync(join(scratch.folder, 'people.yaml'), 'utf8')).toContain('\r\n');
  expect(await lines(scratch)).toEqual([]);
  expect(await headOf({ folder: scratch.folder })).toMatchObject({ changed: false });
  scratch.write({ 'access/acme.yaml': files['access/acme.yaml'].replace('["team:core"]', '[]') });
  expect(await lines(scratch)).toHaveLength(1);
});
