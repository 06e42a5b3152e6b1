import { afterEach, expect, test } from 'vitest';
import type { CommandContext } from '../../src/commands/context.js';
import { diffCommand } from '../../src/commands/diff.js';
import type { DiffOptions, DiffOutcome } from '../../src/commands/options.js';
import { InvalidFilesError, UsageError } from '../../src/errors.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { testRuntime } from '../http/world.js';

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

function diff({ folder }: ScratchRepository, options: Partial<DiffOptions> = {}): Promise<DiffOutcome> {
  const context: CommandContext = {
    cwd: folder,
    runtime: testRuntime(),
    signal: new AbortController().signal,
    events: () => undefined,
  };
  const whole = {
    config: 'rolecall.yaml',
    base: 'main',
    head: null,
    scope: [],
    now: null,
    detailedExitcode: false,
  };
  return diffCommand({ ...whole, ...options }, context);
}

async function lines(
  scratch: ScratchRepository,
  options: Partial<DiffOptions> = {},
): Promise<readonly string[]> {
  const outcome = await diff(scratch, options);
  if (outcome.diff === null) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.diff.changes.map(
    ({ action, scope, label, from, to, source }) =>
      `${action} ${scope} ${label} ${from?.role ?? '-'}/${from?.status ?? '-'} ${to?.role ?? '-'}/${to?.status ?? '-'} ${source === null ? '' : `${source.file}:${source.line}`}`,
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

test('another identity for a person takes from one user and gives to another', async () => {
  const scratch = repository();
  scratch.write({
    'people.yaml': PEOPLE.replace('ada@acme.test', 'user:666').replace('aion: ada.l', 'aion: ada.x'),
  });
  expect(await lines(scratch)).toEqual([
    'grant redox/organization/1024 ada -/- admin/active access/acme.yaml:4',
    'revoke redox/organization/1024 ada@acme.test admin/active -/- ',
  ]);
});

test('terms count as of now, and an ended one leaves the role of a plain member', async () => {
  const scratch = repository();
  scratch.write({
    'access/acme.yaml': `${ORGANIZATION.replace('"team:core"', '{ user: "ada@acme.test", until: 2026-11-01 }')}  member:\n    - { user: new@acme.test, from: 2027-01-01 }\n`,
  });
  expect(await lines(scratch)).toEqual([
    'change redox/organization/1024 ada@acme.test admin/active member/active access/acme.yaml:4',
  ]);
  expect(await lines(scratch, { now: '2027-02-01' })).toEqual([
    'change redox/organization/1024 ada@acme.test admin/active member/active access/acme.yaml:4',
    'grant redox/organization/1024 new@acme.test -/- member/active access/acme.yaml:6',
  ]);
});

test('a document that is gone takes what it granted, and a new one grants', async () => {
  const scratch = repository();
  scratch.commit({
    'access/acme.yaml': null,
    'access/orbit.yaml': 'account: orbit\nroles:\n  account_admin: [ada]\n  account_reader: [grace, ada]\n',
  });
  const expected = [
    'grant aion/account/orbit ada -/- account_admin/active access/orbit.yaml:3',
    'grant aion/account/orbit ada -/- account_reader/active access/orbit.yaml:4',
    'grant aion/account/orbit grace -/- account_reader/active access/orbit.yaml:4',
    'revoke redox/organization/1024 ada@acme.test admin/active -/- ',
    'revoke redox/organization/1024 grace@acme.test owner/active -/- ',
  ];
  expect(await lines(scratch, { base: 'HEAD~1', head: 'HEAD' })).toEqual(expected);
  expect(await lines(scratch, { base: 'HEAD~1', scope: ['aion/**'] })).toEqual(expected.slice(0, 3));
});

test('many roles pair by name, and a status is a change of its own', async () => {
  const scratch = repository();
  const project = (roles: string): string => `project: apollo\naccount: orbit\nroles:\n${roles}`;
  scratch.commit({ 'access/p.yaml': project('  a: [ada]\n  b: [ada]\n  c: [ada]\n') });
  scratch.write({ 'access/p.yaml': project('  a: [{ user: ada, status: inactive }]\n  d: [ada]\n') });
  expect(await lines(scratch, { base: 'HEAD' })).toEqual([
    'change aion/project/orbit/apollo ada a/active a/inactive access/p.yaml:4',
    'change aion/project/orbit/apollo ada b/active d/active access/p.yaml:5',
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
