import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { probeWorld, told } from './world.js';

const described = readFileSync(new URL('../../../providers/connector/redox.yaml', import.meta.url), 'utf8');
const ENVIRONMENT = '3b9e8a10-7777-4888-8999-aaaabbbbcccc';

test('what a connector describes is tried as what is built in', async () => {
  const world = await probeWorld({
    files: {
      'access/redox.yaml': `provider: acme\nenvironment: ${ENVIRONMENT}\norganization: "2048"\nroles: { engineer: [dorothy@borealis.test] }\n`,
      'access/aion.yaml': '',
      'connectors/redox.yaml': described,
    },
    providers: (lines) =>
      [
        'providers:',
        '  acme:',
        '    connector: connectors/redox.yaml',
        lines.split('\n').find((line) => line.includes('/platform')),
        '    auth: { method: bearer, token: { env: OTHER_TOKEN } }',
      ].join('\n'),
  });
  const before = world.sandbox.state();
  const scope = `acme/environment/${ENVIRONMENT}`;
  const { code, checks, stderr } = await world.probe('cycle', scope, 'mary@borealis.test', '--yes');
  expect(stderr).toContain('so that a change of role stays unproved');
  expect([code, world.writes().map((write) => write.replace(/ .* /u, ' '))]).toEqual([
    0,
    ['POST 200', 'POST 409', 'DELETE 200', 'DELETE 404'],
  ]);
  expect(told(checks, 'duplicate-grant')).toMatch(/^settled 409/u);
  expect(told(checks, 'write-probe')).toMatch(/^ok/u);
  expect(world.sandbox.state()).toEqual(before);
  const kept = await world.probe('cycle', 'acme/organization/2048', 'mary@borealis.test', '--yes');
  expect([kept.code, kept.stderr]).toEqual([3, expect.stringContaining('is not a scope of the files')]);
});
