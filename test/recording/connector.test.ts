import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Answerer, json, startLoopback } from '../http/loopback.js';
import { bare, elsewhere, recordingIn, verdicts } from './recording-world.js';

const directory: Answerer = (response, { path, headers }) => {
  if (headers.authorization !== 'Bearer good-token-1') return json(response, 401, { message: 'no' });
  if (!path.startsWith('/orgs/acme/')) return json(response, 404, { message: 'no' });
  if (!path.startsWith('/orgs/acme/members')) return json(response, 200, []);
  if (path.includes('role=admin')) return json(response, 200, [{ login: 'augusta', id: 1 }]);
  return json(response, 200, [{ login: 'katherine', id: 2 }]);
};

async function folderOf(connector: string, answer = directory, access = ''): Promise<string> {
  const { url } = await startLoopback(answer);
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  const auth = '{ method: bearer, token: { env: TOKEN } }';
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  forge: { connector: ${connector}, url: "${url}", auth: ${auth} }\n`,
  );
  writeFileSync(
    join(folder, 'access/a.yaml'),
    access ||
      'provider: forge\norganization: acme\nroles: { admin: [user:augusta], member: [user:katherine] }\n',
  );
  return folder;
}

test('a recording of a connector that ships with rolecall is replayed elsewhere', async () => {
  const folder = await folderOf('github');
  const env = { TOKEN: 'good-token-1' };
  const made = await bare(folder, ['doctor', '--format', 'json', '--record', 'r.har'], env);
  expect(made.stderr).toContain('Wrote r.har');
  const path = join(folder, 'r.har');
  const { _rolecall: run } = recordingIn(path).log;
  expect(run.providers).toMatchObject([{ name: 'forge', module: 'github' }]);
  const replayed = await bare(elsewhere(), ['doctor', '--format', 'json', '--replay', path]);
  expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
  expect(verdicts(replayed.stdout)).not.toEqual([]);
});

const scim: Answerer = (response, { path, headers }) => {
  if (headers.authorization !== 'Bearer good-token-1') return json(response, 401, { detail: 'no' });
  const { pathname } = new URL(path, 'http://scim.test');
  const listOf = (Resources: readonly object[]) => ({
    totalResults: Resources.length,
    startIndex: 1,
    Resources,
  });
  if (pathname === '/ServiceProviderConfig')
    return json(response, 200, { patch: { supported: true }, filter: { supported: true, maxResults: 200 } });
  if (pathname === '/Users')
    return json(
      response,
      200,
      listOf([
        { id: 'u-44120', userName: 'augusta@acme.test', displayName: 'Augusta', active: true },
        { id: 'u-44121', userName: 'grace@acme.test', displayName: 'Grace', active: true },
      ]),
    );
  const group = { id: 'g-90017', displayName: 'Navigators' };
  if (pathname === '/Groups') return json(response, 200, listOf([group]));
  if (pathname === '/Groups/g-90017')
    return json(response, 200, {
      ...group,
      members: [{ value: 'u-44120', display: 'Augusta', type: 'User' }],
    });
  return json(response, 404, { detail: 'no' });
};

test('a recording of SCIM keeps what the server says of itself, without which nothing could be replayed', async () => {
  const access = 'provider: forge\ndirectory: main\nroles: { Navigators: [augusta@acme.test] }\n';
  const folder = await folderOf('scim', scim, access);
  const env = { TOKEN: 'good-token-1' };
  const made = await bare(folder, ['doctor', '--format', 'json', '--record', 'r.har'], env);
  expect(made.stderr).toContain('Wrote r.har');
  expect(made.stdout).toContain('can be read: 1 role assignment');
  const replayed = await bare(elsewhere(), ['doctor', '--format', 'json', '--replay', join(folder, 'r.har')]);
  expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
  expect(verdicts(replayed.stdout)).toContain('contract contract ok no option');
});
