import { expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { makeWorld } from './world.js';

const acme = (roles: string): string => `environment: 7f0c2d6e-1111-4222-8333-944455556666
organization: "1024"
roles:
${roles}`;

test('plan --fail-on-blocked exits 6 where an entry is blocked; with --base, one that the files bring about', async () => {
  const blocked = acme('  wizard: [grace@acme.test]\n');
  const world = await makeWorld({ files: { 'rolecall.yaml': 'version: 1', 'access/acme.yaml': blocked } });
  const codeOf = async (...options: readonly string[]): Promise<number> =>
    (await world.rolecall('plan', ...options)).code;
  expect(await codeOf()).toBe(0);
  expect(await codeOf('--fail-on-blocked')).toBe(6);
  expect(await codeOf('--fail-on-blocked', '--detailed-exitcode')).toBe(6);
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@acme.test', ...args], {
      cwd: world.folder,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');
  expect(await codeOf('--fail-on-blocked', '--base', 'HEAD')).toBe(0);
  world.write('access/acme.yaml', `${blocked}  enginer: [alan@acme.test]\n`);
  expect(await codeOf('--fail-on-blocked', '--base', 'HEAD')).toBe(6);
  const { stdout } = await world.rolecall('plan', '--base', 'HEAD');
  expect(stdout).toContain('did you mean "engineer"?');
});
