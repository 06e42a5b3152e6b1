import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SettingValue } from '../../../src/model/check.js';
import type { Probe } from '../../../src/providers/doctor.js';
import { json, startLoopback } from '../../http/loopback.js';
import { member, memberships, patient, redoxAt, wrongs } from './world.js';

function settles(option: string, assumes: SettingValue | null, value: SettingValue): Probe {
  return {
    id: 'probe',
    option,
    assumes,
    when: 'after',
    run: async () => [{ state: 'settled', value, evidence: 'it was seen' }],
  };
}

const probes = [
  settles('options.environmentPath', 'environments', 'environment'),
  settles('options.roles', null, { environment: { engineer: 'a-1', 'on call': '7' } }),
];

async function acme(probed: readonly Probe[], ...redox: readonly string[]) {
  const server = await startLoopback((response, { headers, path }) => {
    if (headers.authorization !== 'Bearer good') json(response, 401, {});
    else if (path.includes('1024')) json(response, 200, memberships(member('9', 'ops@acme.test', 'owner')));
    else json(response, 404, {});
  });
  const run = patient({
    redox: redoxAt(server.url, 'self: ops@acme.test # her', ...redox),
    doctor: { probes: probed },
  });
  const settings = (): string =>
    readFileSync(join(run.folder, 'rolecall.yaml'), 'utf8').replace(server.url, 'URL');
  return { ...run, settings };
}

const before = `version: 1
providers:
  redox:
    url: URL
    auth: { method: bearer, token: { env: TOKEN } }
    self: ops@acme.test # her
`;
const after = `${before}    options:
      environmentPath: environment
      roles:
        environment:
          engineer: a-1
          on call: "7"
`;

test('settled options are written with the comments kept, and all is ready then', async () => {
  const { text, settings } = await acme(probes);
  const { stdout, code } = await text('--write');
  expect(settings()).toBe(after);
  expect(stdout).toContain('+++ b/rolecall.yaml\n');
  expect(stdout).toContain('\n+      environmentPath: environment\n');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('Ready to plan: yes. Ready to apply: yes.');
  expect(code).toBe(0);
  const again = await text('--write');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).not.toContain('+++');
  expect(settings()).toBe(after);
});

test('without --write nothing is written, and a note says what could be', async () => {
  const { text, json: run, settings } = await acme(probes);
  expect((await text()).stderr).toBe(
    '2 options are settled and not in rolecall.yaml yet: rolecall doctor --write\n',
  );
  expect(await run()).toMatchObject({ code: 1, ready: { plan: false } });
  expect(settings()).toBe(before);
});

test('JSON stays JSON, with the diff beside it', async () => {
  const { json: run, settings } = await acme(probes);
  const result = await run('--write');
  expect(result).toMatchObject({ code: 0, ready: { plan: true, apply: true } });
  expect(result.stderr).toContain('\n+      environmentPath: environment\n');
  expect(result.checks.filter(({ state }) => state === 'settled').map(({ remedy }) => remedy)).toEqual([
    null,
    null,
  ]);
  expect(settings()).toBe(after);
});

test('what a person set is never overwritten: that is a conflict, and the rest is written', async () => {
  const { json: run, settings } = await acme(
    probes,
    'options:',
    '  environmentPath: environments # sure',
    '  roles: { environment: { engineer: mine } }',
  );
  const result = await run('--write');
  expect(wrongs(result)).toEqual(['behaviour probe redox conflict', 'behaviour probe redox conflict']);
  expect(result.code).toBe(1);
  expect(settings()).toContain('  environmentPath: environments # sure\n');
  expect(settings()).toContain('engineer: mine }');
});

test('of a map only the keys that are missing are added', async () => {
  const { json: run, settings } = await acme(
    probes,
    'options: { roles: { environment: { engineer: a-1 } } }',
  );
  expect((await run('--write')).code).toBe(0);
  expect(settings()).toContain(
    'options: { roles: { environment: { engineer: a-1, on call: "7" } }, environmentPath: environment }',
  );
});

test('where an alias shares the place nothing is written, and the anchor is named', async () => {
  const { json: run, settings } = await acme(
    probes,
    'options: { roles: { organization: &ids { admin: a-9 }, environment: *ids } }',
  );
  const text = settings();
  const result = await run('--write');
  expect(result.checks.find(({ id }) => id === 'write')).toMatchObject({
    layer: 'files',
    state: 'failed',
    evidence:
      'nothing was written: rolecall.yaml: an edit of "providers.redox.options.roles.environment" would also change what the anchor "ids" is used for elsewhere',
  });
  expect(settings()).toBe(text);
});
