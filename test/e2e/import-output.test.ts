import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaProblems } from '../schema-problems.js';
import { makeWorld, now } from './world.js';

const ACCESS = 'organization: "1024"\nroles:\n  owner: [ADA@acme.test] # who knows\n';
const world = (files: Readonly<Record<string, string>> = {}) =>
  makeWorld({ files: { 'rolecall.yaml': 'version: 1', ...files }, runtime: { now: () => now } });

test('a dry run prints the diff on stdout, what to know on stderr, and writes nothing', async () => {
  const { rolecall, folder } = await world({ 'access/acme.yaml': ACCESS });
  const { code, stdout, stderr } = await rolecall('import', '--people', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('--- a/access/acme.yaml\n+++ b/access/acme.yaml\n@@ -1,3 +1,3 @@\n');
  expect(stdout).toContain('-  owner: [ADA@acme.test] # who knows\n+  owner: [ada-lovelace] # who knows\n');
  expect(stdout).toContain('--- /dev/null\n+++ b/people.yaml\n');
  expect(stdout).toContain('+people: people.yaml\n');
  expect(stderr).toContain('people.yaml: 10 new people; 1 entry of the files now name people by key.\n');
  expect(stderr).toContain('assignments read. Nothing was written, because of --dry-run.\n');
  expect(readFileSync(join(folder, 'access/acme.yaml'), 'utf8')).toBe(ACCESS);
  expect(existsSync(join(folder, 'people.yaml'))).toBe(false);
});

test('the JSON has the diffs, the people and what the files ask for since, by who people are', async () => {
  const { rolecall, folder } = await world({ 'access/acme.yaml': ACCESS });
  const { stdout, stderr } = await rolecall('import', '--people', '--format', 'json');
  const people = JSON.parse(stdout) as Record<string, unknown>;
  expect(schemaProblems('import', people)).toEqual([]);
  expect(people).toMatchObject({
    written: true,
    assignments: [],
    people: { file: 'people.yaml', gone: [], entries: 1 },
    files: [{ file: 'access/acme.yaml' }, { file: 'people.yaml' }, { file: 'rolecall.yaml' }],
  });
  expect(stderr).not.toContain('error');
  expect(existsSync(join(folder, 'people.yaml'))).toBe(true);
  const merged = JSON.parse((await rolecall('import', '--merge', '--format', 'json')).stdout) as {
    assignments: readonly unknown[];
  };
  expect(schemaProblems('import', merged)).toEqual([]);
  expect(merged.assignments).toContainEqual({
    action: 'grant',
    principal: 'user:3366',
    role: 'admin',
    scope: 'redox/organization/1024',
    source: expect.objectContaining({ file: 'access/acme.yaml' }) as unknown,
  });
  expect(merged).toMatchObject({ people: null, written: true });
  const again = JSON.parse(
    (await rolecall('import', '--people', '--merge', '--format', 'json')).stdout,
  ) as unknown;
  expect(again).toMatchObject({ files: [], written: false });
});

test('a refused import shows the lines that it would have written, and writes nothing', async () => {
  const policy =
    'policies: { separation: [{ name: one, roles: [owner, account_admin], within: everywhere }] }';
  const { rolecall, folder } = await world({ 'rolecall.yaml': `version: 1\n${policy}` });
  const scopes = ['--scope', 'redox/organization/1024', '--scope', 'aion/account/orbit'];
  for (const more of [[], ['--dry-run'], ['--format', 'json']]) {
    const { code, stdout, stderr } = await rolecall('import', '--people', ...scopes, ...more);
    expect(code).toBe(3);
    expect(stderr).toMatch(/access\/aion\/orbit\.yaml:4:\d+ error separation[^]*- ada-lovelace/u);
    expect(`${stdout}${stderr}`).toMatch(/Nothing was written|"written": false/u);
    expect(existsSync(join(folder, 'people.yaml'))).toBe(false);
  }
});

test('teams without people are refused', async () => {
  const { rolecall } = await world();
  expect(await rolecall('import', '--teams')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('--people'),
  });
});
