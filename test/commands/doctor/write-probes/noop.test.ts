import { expect, test } from 'vitest';
import { APOLLO, probeWorld, STAGING, told } from './world.js';

test('noop sends the role that is held once, and changes nothing', async () => {
  const world = await probeWorld();
  const before = world.sandbox.state();
  const { code, checks, stderr } = await world.probe('noop', STAGING, 'grace@acme.test', '--yes');
  expect(code).toBe(0);
  const [sent, ...more] = world.sandbox.requests.filter(
    ({ method, path }) => method !== 'GET' && !path.endsWith('/token'),
  );
  expect(more).toEqual([]);
  expect(sent?.method).toBe('PUT');
  expect(JSON.parse(sent?.body ?? '')).toEqual({
    role: { id: '0a6d1f52-0002-4000-8000-000000000002', name: 'support' },
    user: { id: '3364', name: 'Grace Hopper' },
  });
  expect(world.sandbox.state()).toEqual(before);
  expect(stderr).toContain(`PUT ${world.sandbox.url}${sent?.path} {"role":`);
  expect(told(checks, 'write-access')).toBe(
    'ok null: sending the role that is held did what it says, as reads show',
  );
  expect(told(checks, 'user-id-type')).toBe('settled "string": PUT was answered 200, and a read shows it');
  expect(told(checks, 'id-and-name')).toMatch(/^ok/u);
  expect(told(checks, 'first-assignment')).toMatch(/^needs-write-probe/u);
  expect(told(checks, 'duplicate-grant')).toMatch(/^needs-write-probe/u);
  expect(told(checks, 'write-probe')).toBe(
    'ok null: ended where it began: "grace@acme.test" holds support there (audit log: rolecall-doctor.audit.jsonl)',
  );
  expect(world.isOpen()).toBe(false);
});

test('noop sends a role of a project with its status, whether active or not', async () => {
  const world = await probeWorld();
  const before = world.sandbox.state();
  await world.probe('noop', APOLLO, 'lin', '--yes');
  await world.probe('noop', 'aion/account/orbit', 'grace.hopper', '--yes');
  const bodies = world.sandbox.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ body }): unknown => JSON.parse(body));
  expect(bodies).toEqual([
    { assigneeType: 'USER', roleId: 'project_reader', projectId: 'apollo', status: 'ACTIVE' },
    { assigneeType: 'USER', roleId: 'billing_admin', status: 'INACTIVE' },
  ]);
  expect(withoutTimes(world.sandbox.state())).toEqual(withoutTimes(before));
});

test('noop in an organization sends the role that is held there', async () => {
  const world = await probeWorld();
  const before = world.sandbox.state();
  const { code } = await world.probe('noop', 'redox/organization/1024', 'alan@acme.test', '--yes');
  expect([code, world.writes()]).toEqual([0, ['PUT /platform/v1/organizations/1024/role-assignment 200']]);
  expect(world.sandbox.state()).toEqual(before);
});

test('noop finds out that user ids are numbers', async () => {
  const world = await probeWorld({ sandbox: { redox: { userIdType: 'number' } } });
  const { code, checks } = await world.probe('noop', STAGING, 'grace@acme.test', '--yes');
  expect(code).toBe(1);
  expect(told(checks, 'user-id-type')).toBe(
    'settled "number": PUT was answered 400, then PUT was answered 200, and a read shows it',
  );
});

test('noop of a key of people.yaml writes for that person', async () => {
  const world = await probeWorld({
    files: {
      'people.yaml': 'people:\n  gh: { redox: grace@acme.test }\n',
      'access/aion.yaml': '',
    },
    settings: ['people: people.yaml'],
  });
  const { code } = await world.probe('noop', STAGING, 'gh', '--yes');
  expect([code, world.writes().length]).toEqual([0, 1]);
});

function withoutTimes(state: unknown): string {
  return JSON.stringify(state).replaceAll(/"\w+At":"[^"]*"/gu, '');
}
