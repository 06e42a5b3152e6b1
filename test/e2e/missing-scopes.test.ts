import { expect, test } from 'vitest';
import { makeWorld } from './world.js';

const entry = 'roles:\n  ROLE: [grace@acme.test]\n';
const files = {
  'rolecall.yaml': 'version: 1',
  'access/a.yaml': `environment: nope\norganization: "1024"\n${entry.replace('ROLE', 'engineer')}`,
  'access/b.yaml': `project: ghost\naccount: orbit\n${entry.replace('ROLE', 'project_admin')}`,
  'access/c.yaml': `environment: e2\norganization: "4711"\n${entry.replace('ROLE', 'engineer')}---
account: nowhere\n${entry.replace('ROLE', 'account_admin')}`,
};

test('a scope that does not exist is told once in the plan, with the document that names it', async () => {
  const world = await makeWorld({ files });
  const { code, stdout } = await world.rolecall('plan', '--format', 'json');
  const { warnings } = JSON.parse(stdout) as {
    warnings: { code: string; message: string; source: { file: string; line: number } | null }[];
  };
  expect(code).toBe(1);
  expect(
    warnings
      .filter(({ code: kind }) => kind !== 'assumed-facts')
      .map(({ code: kind, message, source }) => {
        const [, scope, rest = ''] = /^(\S+) (.*)$/u.exec(message) ?? [];
        return [
          kind,
          scope,
          rest.startsWith('does not exist or cannot be seen'),
          `${source?.file}:${source?.line}`,
        ];
      }),
  ).toEqual([
    ['incomplete-read', 'redox/environment/nope', true, 'access/a.yaml:1'],
    ['incomplete-read', 'redox/organization/4711', true, 'access/c.yaml:1'],
    ['incomplete-read', 'aion/account/nowhere', true, 'access/c.yaml:6'],
    ['scope-not-seen', 'aion/project/orbit/ghost', true, 'access/b.yaml:1'],
  ]);
  const { stdout: text } = await world.rolecall('plan');
  expect(text).toMatch(/redox\/environment\/nope does not exist or cannot be seen.*access\/a\.yaml:1/u);
});

test('the request id of a failed write is told once', async () => {
  const world = await makeWorld({ files });
  const { code, stdout } = await world.rolecall('apply', '--yes', '--scope', 'aion/project/**');
  expect(code).toBe(6);
  expect(stdout.match(/request id/gu)).toHaveLength(1);
});
