import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { scratchRepository } from '../git/scratch-repository.js';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE, PEOPLE, settings, type World } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });
let bundle = '';
beforeAll(() => {
  bundle = freshBundle();
}, 60_000);

const CONFIG = { config: 'iam/rolecall.yaml' };
const ADMIN = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] });

/** Moves the files of main into a folder. */
function moveInto(world: World, folder: string): void {
  world.push({
    'rolecall.yaml': null,
    'people.yaml': null,
    'access/acme.yaml': null,
    [`${folder}/rolecall.yaml`]: settings(world.sandbox.url),
    [`${folder}/people.yaml`]: PEOPLE,
    [`${folder}/access/acme.yaml`]: access(LIVE),
  });
}

test.concurrent('a repository that a pull request commits below the config is none, and runs nothing', () =>
  inWorld(bundle, async (world) => {
    moveInto(world, 'iam');
    const { folder, git } = world.repository;
    const mark = join(folder, '.git', 'was here');
    world.propose(1, { 'iam/access/acme.yaml': ADMIN });
    git('checkout', '--quiet', 'pull-1');
    const iam = join(folder, 'iam');
    scratchRepository(iam).commit({});
    for (const name of readdirSync(join(iam, '.git'))) renameSync(join(iam, '.git', name), join(iam, name));
    rmSync(join(iam, '.git'), { recursive: true });
    writeFileSync(
      join(iam, 'config'),
      `[core]\n\trepositoryformatversion = 0\n\tworktree = .\n\tfsmonitor = "touch '${mark}'; false"\n[remote "origin"]\n\turl = .\n\tuploadpack = "env > '${mark}'; false"\n`,
    );
    world.propose(1, {});
    const result = await world.plan(1, CONFIG);
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(existsSync(mark)).toBe(false);
  }));

test.concurrent('what git is started with holds no secret, not even where Node.js logs it', () =>
  inWorld(bundle, async (world) => {
    world.propose(2, { 'access/acme.yaml': ADMIN });
    const { code, log } = await world.plan(2, {}, { env: { NODE_DEBUG: 'child_process' } });
    expect(code).toBe(0);
    expect(log).toContain('--git-dir=');
    expect(log).not.toContain('secret-token');
  }));

test.concurrent("a link in the place of the config's folder or of the config is refused before anything is asked", () =>
  inWorld(bundle, async (world) => {
    moveInto(world, 'iam');
    const asked: string[] = [];
    const evil = createServer((request, response) => {
      asked.push(String(request.headers.authorization));
      response.end('{}');
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
    world.push({
      'trial/rolecall.yaml': settings(url).replace('people: people.yaml\n', ''),
      'trial/access/acme.yaml': access({ owner: ['grace@acme.test'] }, ['lin@acme.test']),
    });
    world.repository.git('checkout', '--quiet', '-b', 'pull-3');
    world.repository.git('rm', '--quiet', '-r', 'iam');
    world.repository.link('iam', 'trial');
    world.github.pull(3);
    world.propose(3, {});
    const folder = await world.plan(3, CONFIG);
    expect(folder).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
    expect(folder.log).toContain('leads through a link, "iam"');
    world.repository.git('checkout', '--quiet', '-b', 'pull-4', 'main');
    world.repository.git('rm', '--quiet', 'iam/rolecall.yaml');
    world.repository.link('iam/rolecall.yaml', '../trial/rolecall.yaml');
    world.github.pull(4);
    world.propose(4, {});
    expect((await world.plan(4, CONFIG)).log).toContain('leads through a link, "iam/rolecall.yaml"');
    expect(asked).toEqual([]);
    await new Promise((resolve) => evil.close(resolve));
  }));

test.concurrent('a config that is a link in the base does not say where credentials go', () =>
  inWorld(bundle, async (world) => {
    world.repository.git('checkout', '--quiet', 'main');
    world.repository.git('mv', 'rolecall.yaml', 'settings.yaml');
    world.repository.link('rolecall.yaml', 'settings.yaml');
    world.push({});
    rmSync(join(world.repository.folder, 'rolecall.yaml'));
    world.propose(5, { 'rolecall.yaml': settings(world.sandbox.url), 'access/acme.yaml': ADMIN });
    const result = await world.plan(5);
    expect(result.log).toContain('"rolecall.yaml" is a link');
    expect(result.code).toBe(3);
    expect(world.sandbox.requests).toEqual([]);
  }));

test.concurrent('a config outside of the workspace is refused', () =>
  inWorld(bundle, async (world) => {
    world.propose(6, {});
    for (const config of ['../rolecall.yaml', '/etc/rolecall.yaml']) {
      const result = await world.plan(6, { config });
      expect(result).toMatchObject({ code: 3 });
      expect(result.log).toContain('leads out of the workspace');
    }
  }));

test
  .runIf(process.getuid?.() === 0)
  .concurrent('a workspace that belongs to another user is used all the same', () =>
    inWorld(bundle, async (world) => {
      world.propose(7, { 'access/acme.yaml': ADMIN });
      const sha = world.repository.git('rev-parse', 'HEAD');
      const extra = { base: world.main, env: { GITHUB_SHA: sha } };
      execFileSync('chown', ['-R', '12345', world.repository.folder]);
      const result = await world.plan(7, {}, extra);
      expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
      execFileSync('chown', ['-R', '0', world.repository.folder]);
    }),
  );

test.concurrent('without a checkout every command says which step to add', () =>
  inWorld(bundle, async (world) => {
    for (const name of readdirSync(world.repository.folder))
      rmSync(join(world.repository.folder, name), { recursive: true });
    const env = { GITHUB_SHA: '1'.repeat(40) };
    for (const command of ['plan', 'apply', 'drift', 'validate']) {
      const payload = { before: '0'.repeat(40) };
      const result = await world.step('push', payload, 'refs/heads/main', { command }, env);
      expect(result).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
      expect(result.log).toContain('uses: actions/checkout');
    }
    expect(world.sandbox.requests).toEqual([]);
  }));
