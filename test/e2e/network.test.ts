import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { Sandbox } from '../sandbox/start.js';
import { listening, startProxy } from '../http/proxy.js';
import { start } from '../safety/built.js';
import { exampleFiles } from './examples.js';
import { makeWorld, now } from './world.js';

vi.setConfig({ testTimeout: 60_000 });
const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.cjs');
const certificate = join(root, 'test/safety/untrusted-cert.pem');
/** Nobody listens there. */
const dead = 'http://127.0.0.1:9';

test('the demo goes through no proxy to the sandbox in its own process', async () => {
  const env = { HTTP_PROXY: dead, HTTPS_PROXY: dead, http_proxy: dead, https_proxy: dead };
  const demo = await start(join(root, 'dist/cli/demo.js'), [], root, env).ended;
  expect(demo).toMatchObject({ code: 0, stdout: expect.stringContaining('\nNo changes. ') });
});

test('the sandbox tells how it is reached where the environment names a proxy', async () => {
  const world = await makeWorld({ files: {} });
  const proxied = { HTTP_PROXY: dead, NO_PROXY: 'corp.example' };
  const running = start(main, ['sandbox'], world.folder, proxied);
  let announced = '';
  running.child.stdout?.on('data', (chunk: Buffer) => {
    announced += chunk.toString();
  });
  await vi.waitFor(() => expect(announced).toContain('# providers:'), 30_000);
  const env = Object.fromEntries(
    [...announced.matchAll(/^export (\w+)='([^]*?)'$/gmu)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(env['NO_PROXY']).toBe('corp.example,127.0.0.1');
  const block = announced.slice(announced.indexOf('# providers:')).replaceAll(/^# /gmu, '');
  world.write('rolecall.yaml', `version: 1\n${block}`);
  world.write('access/acme.yaml', 'organization: "1024"\nprune: false\nroles: {}\n');
  const plan = await start(main, ['plan'], world.folder, { ...proxied, ...env }).ended;
  expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('No changes.') });
});

/** What arrives over TLS goes on to the sandbox as it is. */
async function overTls({ url }: Sandbox): Promise<string> {
  const key = readFileSync(join(root, 'test/safety/untrusted-key.pem'));
  const server = createTlsServer({ key, cert: readFileSync(certificate) });
  server.removeAllListeners('secureConnection');
  server.on('secureConnection', (socket) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1');
    for (const end of [socket, upstream]) end.on('error', () => upstream.destroy());
    socket.pipe(upstream).pipe(socket);
  });
  return `https://localhost:${await listening(server)}`;
}

test('NODE_EXTRA_CA_CERTS accepts a certificate, through a proxy too, which sees no token', async () => {
  const proxy = await startProxy();
  const world = await makeWorld({ files: exampleFiles('complete'), through: overTls });
  const argv = ['plan', '--scope', 'aion/**', '--now', new Date(now).toISOString()];
  const env = { ...world.sandbox.environment, HTTPS_PROXY: `http://${proxy.url}` };

  const refused = await start(main, argv, world.folder, env).ended;
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
  const accepted = await start(main, argv, world.folder, { ...env, NODE_EXTRA_CA_CERTS: certificate }).ended;
  expect(accepted).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nPlan: \d+ to /u) });
  expect(proxy.log.every((line) => line.startsWith(`CONNECT localhost:`))).toBe(true);
  expect(proxy.log.join('\n').toLowerCase()).not.toContain('authorization');
});
