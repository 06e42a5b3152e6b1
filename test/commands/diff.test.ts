import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { diffCommand } from '../../src/commands/diff.js';
import type { DiffOptions, DiffOutcome } from '../../src/commands/diff.js';
import { InvalidFilesError, UsageError } from '../../src/errors.js';
import { headOf } from '../../src/git/working-tree.js';
import { diffMarkdown, diffText } from '../../src/report/diff.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { testRuntime } from '../http/world.js';
import { contextIn } from './context.js';

const made: ScratchRepository[] = [];
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const SETTINGS = `version: 1
people: people.yaml
providers:
  redox: { auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion: { url: "https://api.aion.xyz", auth: { method: bearer, token: { env: AION_TOKEN } } }
`;
const PEOPLE = `people:
  ada: { redox: ada@acme.test, aion: ada.l }
  grace: { redox: grace@acme.test, aion: grace.h }
teams:
  core: [ada]
`;
const ORGANIZATION = `organization: "1024"
roles:
  owner: [grace]
  admin: ["team:core"]
`;

function repository(): ScratchRepository {
  const scratch = scratchRepository();
  made.push(scratch);
  scratch.commit({ 'rolecall.yaml': SETTINGS, 'people.yaml': PEOPLE, 'access/acme.yaml': ORGANIZATION });
  return scratch;
}

type Options = Partial<DiffOptions> & { readonly at?: number };

function diff({ folder }: ScratchRepository, { at, ...options }: Options = {}): Promise<DiffOutcome> {
  const context = contextIn(folder, { runtime: testRuntime(), ...(at === undefined ? {} : { at }) });
  const whole = {
    base: 'main',
    head: null,
    scope: [],
    detailedExitcode: false,
  };
  return diffCommand({ ...whole, ...options }, context);
}

async function lines(scratch: ScratchRepository, options: Options = {}): Promise<readonly string[]> {
  const outcome = await diff(scratch, options);
  if (outcome.diff === null) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.diff.changes.map(
    ({ action, scope, label, from, to, source, kept }) =>
      `${kept === true ? 'kept ' : ''}${action} ${scope} ${label} ${from?.role ?? '-'}/${from?.status ?? '-'} ${to?.role ?? '-'}/${to?.status ?? '-'} ${source === null ? '' : `${source.file}:${source.line}`}`,
  );
}

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
  const scratch = scratchRepository();
  made.push(scratch);
  scratch.commit({
    'rolecall.yaml': 'version: 1\n',
    'access/a.yaml': 'account: orbit\nroles: { a: [ada] }\n',
  });
  scratch.write({ 'access/a.yaml': 'account: orbit\nroles: { a: [ada, lin] }\n' });
  expect(await lines(scratch)).toEqual(['grant aion/account/orbit lin -/- a/active access/a.yaml:2']);
});

/** One environment or project of each kind of `prune`, with who is left in it. */
const scopes = (prune: string, engineers: string, readers: string): string =>
  `environment: dev
organization: "1024"
prune: ${prune}
roles: { engineer: ${engineers} }
---
project: apollo
account: orbit
prune: ${prune}
roles: { reader: ${readers} }
`;

async function takenOut(before: string, after: string, settings = SETTINGS): Promise<DiffOutcome> {
  const scratch = repository();
  scratch.commit({ 'access/s.yaml': before, 'rolecall.yaml': settings });
  scratch.write({ 'access/s.yaml': after });
  return diff(scratch, { base: 'HEAD', detailedExitcode: true });
}

function summary({ diff: found, exitCode }: DiffOutcome): unknown {
  return { ...found?.summary, exit: exitCode };
}

test('what prune keeps is no revoke: neither counted as one, nor a change that is pending', async () => {
  const before = scopes('false', '[ada, grace]', '[grace]');
  const after = scopes('false', '[ada]', '[]');
  const outcome = await takenOut(before, after);
  expect(summary(outcome)).toEqual({ grant: 0, change: 0, revoke: 0, kept: 2, exit: 0 });
  expect(outcome.diff?.changes.map(({ kept }) => kept)).toEqual([true, true]);
  const revoked = await takenOut(before, after.replaceAll('prune: false', 'prune: listed'));
  expect(summary(revoked)).toEqual({ grant: 0, change: 0, revoke: 2, kept: 0, exit: 2 });
});

test('the default of prune is that of the head, and an organization never inherits it', async () => {
  const scratch = repository();
  const files = (who: string): string => scopes('x', who, who).replaceAll('prune: x\n', '');
  scratch.commit({ 'access/s.yaml': files('[ada, grace]') });
  scratch.write({
    'rolecall.yaml': `prune: listed\n${SETTINGS}`,
    'access/s.yaml': files('[ada]'),
    'access/acme.yaml': ORGANIZATION.replace('[grace]', '[]'),
  });
  expect(await lines(scratch, { base: 'HEAD' })).toEqual([
    'revoke aion/project/orbit/apollo grace reader/active -/- ',
    'revoke redox/environment/dev grace@acme.test engineer/active -/- ',
    'kept revoke redox/organization/1024 grace@acme.test owner/active -/- ',
  ]);
});

test('listed keeps what a deleted block granted, and revokes what an empty one did', async () => {
  const before = scopes('listed', '[ada]', '[ada]');
  const deleted = before.replace('roles: { engineer: [ada] }', 'roles: { support: [ada] }');
  expect(summary(await takenOut(before, deleted))).toMatchObject({ change: 1, revoke: 0, kept: 0 });
  const gone = before.replace('roles: { reader: [ada] }', 'roles: { writer: [grace] }');
  expect(summary(await takenOut(before, gone))).toMatchObject({ grant: 1, revoke: 0, kept: 1, exit: 2 });
  const empty = before.replace('roles: { reader: [ada] }', 'roles: { reader: [], writer: [grace] }');
  expect(summary(await takenOut(before, empty))).toMatchObject({ grant: 1, revoke: 1, kept: 0 });
});

test('what is kept pairs with nothing that is granted', async () => {
  const before = scopes('false', '[]', '[ada]');
  const { diff: found } = await takenOut(before, before.replace('reader: [ada]', 'writer: [ada]'));
  expect(found?.changes.map(({ action, kept }) => `${action} ${kept === true}`)).toEqual([
    'grant false',
    'revoke true',
  ]);
});

test('an entry that has ended is named still, so that its role is revoked whatever prune says', async () => {
  const before = scopes('false', '[ada]', '[ada]');
  const ended = before.replaceAll('[ada]', '[{ user: ada, until: 2020-01-01 }]');
  expect(summary(await takenOut(before, ended))).toMatchObject({ revoke: 2, kept: 0, exit: 2 });
});

test('groups, system roles, protected principals and the own user are never revoked', async () => {
  const settings = `${SETTINGS.replace('AION_TOKEN } }', 'AION_TOKEN } }, self: grace@acme.test')}guards:
  protect: [{ scope: "redox/**", principal: ada }]
`;
  const files = (engineer: string, roles: string): string =>
    `environment: dev
organization: "1024"
prune: true
roles: { engineer: ${engineer} }
---
project: apollo
account: orbit
prune: true
roles: ${roles}
`;
  const before = files(
    '[ada, grace]',
    '{ team_member: [ada], reader: ["group:oncall", "grace@acme.test", ada] }',
  );
  const { diff: found } = await takenOut(before, files('[]', '{}'), settings);
  const told = found?.changes.map(({ label, from, kept, reason }) => [label, from?.role, kept, reason]);
  expect(told).toEqual([
    ['ada', 'reader', undefined, undefined],
    ['ada', 'team_member', true, expect.stringContaining('a system role is never pruned')],
    ['grace@acme.test', 'reader', true, expect.stringContaining('"self" in the settings')],
    ['oncall', 'reader', true, expect.stringContaining('groups are never pruned')],
    ['ada@acme.test', 'engineer', true, expect.stringContaining('"guards.protect"')],
    ['grace@acme.test', 'engineer', undefined, undefined],
  ]);
});

test('roles that may be inherited are never revoked where the settings say so', async () => {
  const settings = SETTINGS.replace(
    'AION_TOKEN } }',
    'AION_TOKEN } }, options: { userRoles: may-include-inherited }',
  );
  const before = scopes('true', '[ada]', '[ada]');
  const after = scopes('true', '[]', '[]');
  expect(summary(await takenOut(before, after, settings))).toMatchObject({ revoke: 1, kept: 1 });
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
  const scratch = scratchRepository();
  made.push(scratch);
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
