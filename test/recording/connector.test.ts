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

async function folderOf(connector: string): Promise<string> {
  const { url } = await startLoopback(directory);
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  const auth = '{ method: bearer, token: { env: TOKEN } }';
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  forge: { connector: ${connector}, url: "${url}", auth: ${auth} }\n`,
  );
  writeFileSync(
    join(folder, 'access/a.yaml'),
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
