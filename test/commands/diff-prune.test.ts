import { expect, test } from 'vitest';
import type { DiffOutcome } from '../../src/commands/diff.js';
import { diff, lines, ORGANIZATION, repository, SETTINGS } from './diff-world.js';

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
