import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { start } from '../safety/built.js';
import { exampleFiles } from './examples.js';
import { makeWorld, now, type World } from './world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageJson: { readonly version: string; readonly bin: { readonly rolecall: string } } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);

/** Runs what `npm ci` built, as a user does: it loads modules of Node.js late, which only a real start can show. */
async function built(world: World, ...argv: readonly string[]) {
  const main = `${root}${packageJson.bin.rolecall}`;
  return await start(main, argv, world.folder, world.sandbox.environment).ended;
}

const at = ['--now', new Date(now).toISOString()];

test('the built program runs every command, and starts with nothing on stderr that it need not say', async () => {
  const world = await makeWorld({ files: exampleFiles('complete') });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.test', ...args], {
      cwd: world.folder,
      env: { PATH: process.env['PATH'], HOME: world.folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');

  expect(await built(world, '--version')).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` });
  expect(await built(world, 'help', 'plan')).toMatchObject({ code: 0, stderr: '' });
  expect(await built(world, 'validate', '--format', 'sarif', ...at)).toMatchObject({ code: 0, stderr: '' });
  expect(await built(world, 'plan', '--detailed-exitcode', '--out', 'plan.json', ...at)).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/\nPlan: .*\n$/u),
  });
  for (const format of ['json', 'markdown', 'html']) {
    const plan = await built(world, 'plan', '--format', format, ...at);
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('ada@acme.test') });
  }
  const log = ['--audit-log', 'audit.jsonl', '--receipt', 'receipt.json'];
  expect(await built(world, 'apply', '--yes', ...log, ...at)).toMatchObject({ code: 0, signal: null });
  expect(await built(world, 'plan', '--detailed-exitcode', ...at)).toMatchObject({ code: 0 });
  expect(await built(world, 'diff', 'HEAD', ...at)).toMatchObject({ code: 0, stderr: '' });
  expect(await built(world, 'explain', 'ada', ...at)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Begin'),
  });
  expect(await built(world, 'report', '--format', 'html', ...at)).toMatchObject({ code: 0 });
  expect(await built(world, 'completion', 'bash')).toMatchObject({ code: 0, stderr: '' });
  expect(await built(world, 'import', '--scope', 'redox/organization/1024', '--merge')).toMatchObject({
    code: 0,
  });
  expect(await built(world, 'nonsense')).toMatchObject({ code: 3, stdout: '' });
}, 60_000);

test('the built program reads YAML that is more than plain, and says where it is wrong', async () => {
  const files = exampleFiles('minimal');
  const world = await makeWorld({ files });
  world.write('access/odd.yaml', 'organization: "77"\nroles: &all\n  owner: [*all]\n');
  expect(await built(world, 'validate')).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('access/odd.yaml:3:11'),
  });
});

test.skipIf(process.platform === 'win32')(
  'a link to a pipe that nobody writes to is refused, not waited for',
  async () => {
    const world = await makeWorld({ files: exampleFiles('minimal') });
    execFileSync('mkfifo', [join(world.folder, 'pipe')]);
    symlinkSync('../pipe', join(world.folder, 'access/pipe.yaml'));
    expect(await built(world, 'validate')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('it is not a regular file'),
    });
  },
);

test('the limit of headers is the one that Node.js was started with', async () => {
  const server = createServer((_, response) => {
    response.setHeader('x-large', 'x'.repeat(20_000));
    response.end('{"payload":{"memberships":[]}}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  const world = await makeWorld({ files: {} });
  world.write('access/a.yaml', 'organization: "1"\nroles: {}\n');
  world.write(
    'rolecall.yaml',
    `providers: { redox: { url: "http://127.0.0.1:${port}", auth: { method: bearer, token: { env: TOKEN } } } }\n`,
  );
  const env = { TOKEN: 'none', NODE_OPTIONS: '--max-http-header-size=65536' };
  const main = `${root}${packageJson.bin.rolecall}`;
  expect(await start(main, ['plan'], world.folder, env).ended).toMatchObject({
    stdout: expect.stringContaining('the API lists no members'),
  });
});
