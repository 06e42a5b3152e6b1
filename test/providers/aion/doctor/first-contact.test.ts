import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../../src/model/check.js';
import { startSandbox } from '../../../sandbox/start.js';
import { type Asked, diagnose, documents, orbit } from './world.js';

/** What is not in order, as `layer id subject state`. */
function doubts({ checks }: CheckResult): readonly string[] {
  return checks
    .filter(({ state }) => state !== 'ok' && state !== 'settled')
    .map(({ layer, id, subject, state }) => `${layer} ${id} ${subject} ${state}`);
}

function forbids(path: string): NonNullable<Asked['fault']> {
  return (request) => (request.path.endsWith(path) ? { status: 403, json: { message: 'no' } } : undefined);
}

describe('one cause is one line', () => {
  test('of a wrong token, with which nothing else is tried', async () => {
    const result = await diagnose({ token: 'wrong-token-1234' });
    expect(doubts(result)).toEqual(['token token aion failed']);
    expect(result.asked).toHaveLength(2);
    expect(JSON.stringify(result)).not.toContain('wrong-token-1234');
  });

  test('of an account whose id is misspelt', async () => {
    const result = await diagnose({ files: documents.replaceAll('orbit', 'orbti') });
    expect(doubts(result)).toEqual(['permissions scope aion/account/orbti failed']);
    expect(result.ready.plan).toBe(false);
  });

  test('of an account that the token does not reach, while another one is looked at', async () => {
    const files = `${documents}---\n${documents.replaceAll('orbit', 'nova')}`;
    const result = await diagnose({ files, reaches: ['orbit'] });
    expect(doubts(result).filter((line) => line.includes('nova'))).toEqual([
      'permissions scope aion/account/nova failed',
    ]);
    expect(result.of('users-url')).toMatchObject([{ state: 'settled' }]);
    expect(result.of('role-change')[0]?.remedy).toContain('--scope aion/project/orbit/apollo');
  });

  test('of users that may not be listed', async () => {
    const result = await diagnose({ fault: forbids('/users') });
    expect(doubts(result)).toEqual(['permissions scope aion/account/orbit failed']);
  });

  test('of a user whose roles may not be read', async () => {
    const result = await diagnose({ fault: forbids('/users/lin') });
    expect(doubts(result).filter((line) => line.endsWith('failed'))).toEqual([
      'permissions scope aion/account/orbit failed',
    ]);
    expect(result.of('page-parameters')).toMatchObject([{ state: 'settled' }]);
  });

  test('of a users service that nobody answers for', async () => {
    const result = await diagnose({ usersUrl: 'http://127.0.0.1:1' });
    expect(doubts(result)).toEqual(['network origin http://127.0.0.1:1 failed']);
  });
});

test('a users service at another origin that the settings name is asked there', async () => {
  const tokens = [{ variable: 'TOKEN', token: 'good-token' }];
  const other = await startSandbox({ seed: { aion: { tokens, accounts: [orbit] } } });
  const result = await diagnose({ usersUrl: other.url, behaviour: { listsUsers: false } });
  await other.close();
  expect(result.of('users-url')).toMatchObject([{ state: 'settled', value: `${other.url}/` }]);
  expect(result.ready.plan).toBe(true);
});

test('roles that the files ask for and nobody can be given are told, each reason once', async () => {
  const customRoles = [{ id: 'gpu', name: 'GPU', scope: 'RESOURCE' as const }];
  const roles = 'roles:\n  gpu: [ada@acme.test]\n  project_admn: [ada@acme.test]\n';
  const project = (id: string): string => `project: ${id}\naccount: orbit\n${roles}`;
  const result = await diagnose({
    account: { ...orbit, projects: ['apollo', 'gemini'], customRoles },
    files: `${project('apollo')}---\n${project('gemini')}`,
  });
  expect(result.of('role')).toMatchObject([
    { layer: 'permissions', subject: 'aion/project/orbit/apollo', state: 'failed' },
    { layer: 'permissions', subject: 'aion/project/orbit/apollo', state: 'failed' },
  ]);
  const [resource, misspelt] = result.of('role').map(({ evidence }) => evidence);
  expect(resource).toBe(
    '"gpu" is a role of RESOURCE scope, which this API cannot assign (and in 1 more scope)',
  );
  expect(misspelt).toContain('the account has no role "project_admn"; did you mean "project_admin"?');
  expect(result.ready).toEqual({ plan: true, apply: false });
});

test('a server that fails now and then is not taken for one that refuses', async () => {
  const behaves = await diagnose();
  const asked = new Map<string, number>();
  const fails: Asked['fault'] = ({ path }) => {
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    return path.includes('/users') && before % 2 === 0
      ? { status: 503, json: { message: 'later' } }
      : undefined;
  };
  const result = await diagnose({ fault: fails });
  const verdicts = ({ checks }: CheckResult): readonly string[] =>
    checks
      .filter(({ layer, id }) => layer === 'behaviour' && id !== 'users-url' && id !== 'error-form')
      .map(({ id, state, value }) => JSON.stringify([id, state, value]));
  expect(verdicts(result)).toEqual(verdicts(behaves));
});

test('a server that asks to wait a second is waited for, and then found as it is', async () => {
  const verdicts = ({ checks }: CheckResult): readonly string[] =>
    checks.map(({ id, subject, state, value }) =>
      JSON.stringify([id, subject, state, value]).replaceAll(/127\.0\.0\.1:\d+/gu, 'localhost'),
    );
  const behaves = await diagnose();
  const busy: Asked['fault'] = ({ index }) =>
    index === 0 || index === 9
      ? { status: 429, headers: { 'retry-after': '1' }, json: { message: 'later' } }
      : undefined;
  const result = await diagnose({ fault: busy });
  expect(verdicts(result)).toEqual(verdicts(behaves));
  expect(result.ready).toEqual(behaves.ready);
});

test('a server that asks to wait in the middle is asked no more, and nothing is concluded from that', async () => {
  const busy: Asked['fault'] = ({ index }) =>
    index < 9 ? undefined : { status: 429, headers: { 'retry-after': '60' }, json: { message: 'later' } };
  const result = await diagnose({ fault: busy });
  expect(doubts(result)).toEqual(['behaviour answers aion failed']);
  expect(result.asked).toHaveLength(10);
  expect(result.ready.plan).toBe(false);
});
