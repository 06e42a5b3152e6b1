import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { scratchRepository } from '../git/scratch-repository.js';
import { makeWorld, type World } from './world.js';

const ORGANIZATION = `organization: "1024"
prune: false
roles:
  owner: [ada@acme.test]
`;

test('a plan takes its providers from the revision that --providers-from names', async () => {
  const world = await makeWorld({
    files: { 'rolecall.yaml': 'version: 1', 'access/acme.yaml': ORGANIZATION },
  });
  const { commit } = scratchRepository(world.folder);
  commit({});
  const aimed = await strangersServer();
  world.write('rolecall.yaml', aimedAt(aimed.url));

  const held = await plan(world, '--providers-from', 'main');
  expect(held.code).toBe(0);
  expect(held.scopes[0]).toMatchObject({ scope: 'redox/organization/1024', complete: true });
  expect(aimed.requests).toEqual([]);

  await plan(world);
  expect(aimed.requests.length).toBeGreaterThan(0);
});

test('a revision without settings is refused before any request', async () => {
  const world = await makeWorld({
    files: { 'rolecall.yaml': 'version: 1', 'access/acme.yaml': ORGANIZATION },
  });
  const { commit, git } = scratchRepository(world.folder);
  git('checkout', '--quiet', '--orphan', 'empty');
  git('commit', '--quiet', '--allow-empty', '--message', 'nothing');
  git('checkout', '--quiet', '-b', 'work');
  commit({});
  const { code, stderr } = await world.rolecall('plan', '--providers-from', 'empty');
  expect(code).toBe(1);
  expect(stderr).toContain('revision "empty" has no rolecall.yaml that can be used');
  expect(world.sandbox.requests).toEqual([]);
});

async function plan(world: World, ...options: readonly string[]) {
  const { code, stdout } = await world.rolecall('plan', '--format', 'json', ...options);
  const { scopes } = JSON.parse(stdout) as { scopes: readonly unknown[] };
  return { code, scopes };
}

function aimedAt(url: string): string {
  return `version: 1
providers:
  redox: { url: "${url}", auth: { method: bearer, token: { env: REDOX_PRIVATE_KEY } } }
`;
}

/** A server that only notes who came. */
async function strangersServer(): Promise<{ readonly url: string; readonly requests: readonly string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
