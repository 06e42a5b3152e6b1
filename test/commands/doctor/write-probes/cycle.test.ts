import { describe, expect, test } from 'vitest';
import type { AuditLine } from '../../../../src/engine/audit-log.js';
import type { Fault } from '../../../../src/sandbox/faults.js';
import type { SandboxOptions } from '../../../sandbox/start.js';
import { systemRuntime } from '../../../../src/runtime.js';
import { interpose, type RawReply } from '../../../safety/interposer.js';
import { schemaProblems } from '../../../schema-problems.js';
import { APOLLO, MARGARET, probeWorld, STAGING, told } from './world.js';

const ENVIRONMENT = `/platform/v1/environments/${STAGING.split('/')[2]}/role-assignment`;
const ROLES = '/api/v1/accounts/orbit/roles';
const success: Fault = { status: 200, json: { meta: { version: '1.0.0' }, payload: { success: true } } };

/** What goes wrong with the n-th write (from 1) of a method; reads and tokens go well. */
function faults(
  of: Readonly<Record<string, readonly (Fault | undefined)[]>>,
): NonNullable<SandboxOptions['fault']> {
  const counts = new Map<string, number>();
  return ({ method, path }) => {
    if (path.endsWith('/token')) return undefined;
    const nth = counts.get(method) ?? 0;
    counts.set(method, nth + 1);
    return of[method]?.[nth];
  };
}

test('a cycle in an environment is five writes, and ends where it began', async () => {
  const world = await probeWorld();
  const before = world.sandbox.state();
  const { code, checks, stdout } = await world.probe('cycle', STAGING, MARGARET, '--yes');
  expect(code).toBe(0);
  expect(schemaProblems('doctor', JSON.parse(stdout))).toEqual([]);
  expect(world.writes()).toEqual([
    `POST ${ENVIRONMENT} 200`,
    `POST ${ENVIRONMENT} 409`,
    `PUT ${ENVIRONMENT} 200`,
    `DELETE ${ENVIRONMENT} 200`,
    `DELETE ${ENVIRONMENT} 404`,
  ]);
  expect(world.sandbox.state()).toEqual(before);
  expect(world.isOpen()).toBe(false);
  expect(told(checks, 'write-access')).toBe(
    'ok null: a grant, a change of role and a revoke did what they say, as reads show',
  );
  expect(told(checks, 'first-assignment')).toBe('settled "post": POST was answered 200, and a read shows it');
  expect(told(checks, 'user-id-type')).toMatch(/^settled "string": POST was answered 200/u);
  expect(told(checks, 'id-and-name')).toMatch(/^ok null: a body with id and name/u);
  expect(told(checks, 'duplicate-grant')).toBe(
    'settled 409: a second grant: POST was answered 409, and the role is held once',
  );
  expect(told(checks, 'missing-revoke')).toBe(
    'settled 404: a second revoke: DELETE was answered 404, and nothing is held',
  );
  expect(told(checks, 'write-delay')).toMatch(/^settled \d+: a write shows after/u);
  expect(told(checks, 'write-probe')).toMatch(
    /^ok null: ended where it began: "margaret@acme.test" holds no role/u,
  );
});

test('a cycle in a project is five writes, and ends where it began', async () => {
  const world = await probeWorld();
  const before = world.sandbox.state();
  const { code, checks } = await world.probe('cycle', APOLLO, 'newcomer@acme.test', '--yes');
  expect(code).toBe(0);
  expect(world.writes()).toEqual([
    `POST ${ROLES}/assignments 201`,
    `POST ${ROLES}/assignments 409`,
    `PUT ${ROLES}/ml_engineer/assignments/newcomer 200`,
    `DELETE ${ROLES}/ml_engineer/assignments/newcomer 200`,
    `DELETE ${ROLES}/ml_engineer/assignments/newcomer 404`,
  ]);
  expect(world.sandbox.state()).toEqual(before);
  expect(told(checks, 'role-change')).toBe('settled "put": PUT was answered 200, and a read shows it');
  expect(told(checks, 'write-project')).toMatch(/^ok null: projectId in query and body of a PUT/u);
});

test('a cycle in an account gives no role that is high-risk or guarded, nor one of the system', async () => {
  const world = await probeWorld({
    sandbox: { seed: { aion: accountWithRoles('auditor', 'guarded_role', 'viewer') } },
    files: { 'access/redox.yaml': '' },
    settings: ['guards:', '  minHolders: [{ scope: "aion/account/*", role: guarded_role, min: 1 }]'],
  });
  await world.probe('cycle', 'aion/account/orbit', 'newcomer', '--yes');
  expect(world.writes()).toEqual([
    `POST ${ROLES}/assignments 201`,
    `POST ${ROLES}/assignments 409`,
    `PUT ${ROLES}/viewer/assignments/newcomer 200`,
    `DELETE ${ROLES}/viewer/assignments/newcomer 200`,
    `DELETE ${ROLES}/viewer/assignments/newcomer 404`,
  ]);
});

test('with one role that may be given, a change of role stays unproved, and that is said', async () => {
  const world = await probeWorld({
    sandbox: { seed: { aion: accountWithRoles('auditor') } },
    files: { 'access/redox.yaml': '' },
  });
  const { stderr, checks } = await world.probe('cycle', 'aion/account/orbit', 'newcomer', '--yes');
  expect(world.writes().map((write) => write.split(' ')[0])).toEqual(['POST', 'POST', 'DELETE', 'DELETE']);
  expect(stderr).toContain('so that a change of role stays unproved');
  expect(told(checks, 'role-change')).toMatch(/^needs-write-probe/u);
});

test('nothing but the scope is written, and each write has its two lines in the audit log', async () => {
  const world = await probeWorld();
  await world.probe('cycle', STAGING, MARGARET, '--yes', '--audit-log', 'audit.jsonl');
  const lines = world
    .read('audit.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditLine);
  expect(lines.map(({ phase, action, method, httpStatus }) => [phase, action, method, httpStatus])).toEqual(
    [
      ['grant', 'POST', 200],
      ['grant', 'POST', 409],
      ['change', 'PUT', 200],
      ['revoke', 'DELETE', 200],
      ['revoke', 'DELETE', 404],
    ].flatMap(([action, method, status]) => [
      ['before', action, method, null],
      ['after', action, method, status],
      ...(status === 409 || status === 404 ? [['after', action, method, null]] : []),
    ]),
  );
  expect(new Set(lines.map(({ scope, principal }) => `${scope} ${principal}`))).toEqual(
    new Set([`${STAGING} ${MARGARET}`]),
  );
});

describe('an API that', () => {
  test.each([405, 404, 400])('refuses POST with %i gets PUT, which is settled', async (status) => {
    const refusal: Fault = { status, json: { message: 'no POST here' } };
    const world = await probeWorld({
      sandbox: {
        redox: { environmentFirstAssignment: 'put' },
        fault: ({ method, path }) => (method === 'POST' && path === ENVIRONMENT ? refusal : undefined),
      },
    });
    const before = world.sandbox.state();
    const { code, checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(code).toBe(1);
    expect(told(checks, 'first-assignment')).toBe(
      `settled "put": POST was answered ${status}, then PUT was answered 200, and a read shows it`,
    );
    expect(checks.find(({ id }) => id === 'first-assignment')?.remedy).toContain('doctor --write');
    expect(told(checks, 'duplicate-grant')).toMatch(
      /^settled 200: .*PUT was answered 200, and the role is held once/u,
    );
    expect(world.sandbox.state()).toEqual(before);
  });

  test('says otherwise than the settings is a conflict', async () => {
    const world = await probeWorld({
      sandbox: {
        redox: { environmentFirstAssignment: 'put' },
        fault: ({ method, path }) =>
          method === 'POST' && path === ENVIRONMENT ? { status: 405, json: {} } : undefined,
      },
      providers: (lines) =>
        lines.replace('  redox:', '  redox:\n    options: { environmentFirstAssignment: post }'),
    });
    const { code, checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect([code, checks.find(({ id }) => id === 'first-assignment')?.state]).toEqual([1, 'conflict']);
  });

  test('takes user ids as numbers alone is found out', async () => {
    const world = await probeWorld({ sandbox: { redox: { userIdType: 'number' } } });
    const before = world.sandbox.state();
    const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(told(checks, 'user-id-type')).toMatch(/^settled "number": POST was answered 400/u);
    expect(told(checks, 'first-assignment')).toMatch(/^settled "post"/u);
    expect(world.sandbox.state()).toEqual(before);
  });

  test('takes a second POST for an update is said so', async () => {
    const world = await probeWorld({ sandbox: { fault: faults({ POST: [undefined, success] }) } });
    const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(told(checks, 'duplicate-grant')).toMatch(/^settled 200: .* and the role is held once/u);
  });

  test.each([400, 422])('answers what is so already with %i is said so', async (status) => {
    const refusal: Fault = { status, json: { message: 'it is so already' } };
    const world = await probeWorld({
      sandbox: { fault: faults({ POST: [undefined, refusal], DELETE: [undefined, refusal] }) },
    });
    const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    for (const id of ['duplicate-grant', 'missing-revoke']) {
      expect(told(checks, id)).toContain(`settled ${status}: `);
      expect(told(checks, id)).toContain('which rolecall takes for a failure where a read does not tell');
    }
  });

  test('refuses to change a role is changed by grant and revoke, which is settled', async () => {
    const refusal: Fault = { status: 400, json: { message: 'roles cannot be replaced' } };
    const world = await probeWorld({ sandbox: { fault: faults({ PUT: [refusal] }) } });
    const before = world.sandbox.state();
    const { checks } = await world.probe('cycle', APOLLO, 'newcomer', '--yes');
    expect(told(checks, 'role-change')).toBe(
      'settled "grant-then-revoke": PUT was answered 400, then POST was answered 201 and DELETE was answered 200, and a read shows it',
    );
    expect(world.sandbox.state()).toEqual(before);
  });

  test('accepts a change of role and does not make it is found out, and the other way is settled', async () => {
    const echo = { assigneeId: 'newcomer', assigneeType: 'USER', roleId: 'ml_engineer', status: 'ACTIVE' };
    const world = await probeWorld({
      sandbox: { fault: faults({ PUT: [{ status: 200, json: echo }] }) },
    });
    const before = world.sandbox.state();
    const { checks } = await world.probe('cycle', APOLLO, 'newcomer', '--yes');
    expect(told(checks, 'role-change')).toMatch(/^settled "grant-then-revoke"/u);
    expect(world.sandbox.state()).toEqual(before);
  });

  test('shows writes late is waited for, and its delay is told', async () => {
    // The sandbox lags by the real time.
    const { monotonic, sleep } = systemRuntime({ env: {} });
    const world = await probeWorld({ sandbox: { readLagMs: 300 }, runtime: { monotonic, sleep } });
    const before = world.sandbox.state();
    const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    const delay = checks.find(({ id }) => id === 'write-delay')?.value;
    expect(delay).toBeGreaterThanOrEqual(250);
    expect(told(checks, 'write-access')).toMatch(/^ok/u);
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(world.sandbox.state()).toEqual(before);
  });

  test.each(['error-after', 'reset-after'] as const)(
    'loses the answer of a grant that landed (%s) proves nothing by it, and nothing is left',
    async (fault) => {
      const world = await probeWorld({
        sandbox: { fault: faults({ POST: [fault] }) },
      });
      const before = world.sandbox.state();
      const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
      expect(told(checks, 'first-assignment')).toMatch(/^needs-write-probe/u);
      expect(told(checks, 'write-probe')).toMatch(/^ok/u);
      expect(world.sandbox.state()).toEqual(before);
    },
  );

  test('accepts a grant and does not make it: nothing is proved, and the role is taken away all the same', async () => {
    const world = await probeWorld({
      sandbox: {
        fault: ({ method, path }) =>
          path === ENVIRONMENT && method !== 'GET' && method !== 'DELETE' ? success : undefined,
      },
    });
    const before = world.sandbox.state();
    const { code, checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(code).toBe(1);
    expect(told(checks, 'write-access')).toMatch(/^failed null: a grant did not work/u);
    expect(told(checks, 'write-probe')).toMatch(/^ok/u);
    expect(world.sandbox.state()).toEqual(before);
  });

  test.each([401, 403])('answers a grant %i gets nothing more', async (status) => {
    const world = await probeWorld({
      sandbox: {
        fault: ({ method, path }) =>
          method === 'POST' && path === `${ROLES}/assignments`
            ? { status, json: { message: 'no' } }
            : undefined,
      },
    });
    const { code, checks } = await world.probe('cycle', APOLLO, 'newcomer', '--yes');
    expect(code).toBe(1);
    expect(new Set(world.writes())).toEqual(new Set([`POST ${ROLES}/assignments ${status}`]));
    expect(checks.find(({ id }) => id === 'write-access')).toMatchObject({ state: 'failed' });
    expect(told(checks, 'write-probe')).toMatch(/^ok/u);
    expect(world.isOpen()).toBe(false);
  });
});

describe('a cycle that cannot take back what it gave', () => {
  test('says so with the command that does, which finishes it first', async () => {
    let isBroken = true;
    const world = await probeWorld({
      sandbox: {
        fault: ({ method, path }) =>
          isBroken && method === 'DELETE' && path === ENVIRONMENT ? 'error-before' : undefined,
      },
    });
    const before = world.sandbox.state();
    const { code, checks, stderr } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(code).toBe(1);
    expect(world.isOpen()).toBe(true);
    expect(stderr).toContain(
      `Reads of ${STAGING} do not show the write yet: looking again, for 28 s at most.`,
    );
    const back = stderr.split('\n').filter((line) => line.startsWith('Going back'));
    expect(back.length).toBeLessThanOrEqual(5);
    expect(back[0]).toBe(
      `Going back (write 1 of at most 5): revoke support from margaret@acme.test in ${STAGING}.`,
    );
    expect(checks.find(({ id }) => id === 'write-probe')).toMatchObject({
      state: 'failed',
      evidence: expect.stringContaining('"margaret@acme.test" holds support there'),
      remedy: `End it: rolecall doctor --probe-writes cycle --scope ${STAGING} --principal ${MARGARET}`,
    });
    isBroken = false;
    const wrote = world.writes().length;
    const again = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('Taking back what an earlier run gave');
    expect(world.writes()[wrote]).toBe(`DELETE ${ENVIRONMENT} 200`);
    expect(world.sandbox.state()).toEqual(before);
    expect(world.isOpen()).toBe(false);
  });
});

test('a role that the API does not take away is made inactive at least', async () => {
  const world = await probeWorld({
    sandbox: {
      fault: ({ method }) => (method === 'DELETE' ? { status: 405, json: { message: 'no' } } : undefined),
    },
  });
  const { code, checks } = await world.probe('cycle', APOLLO, 'newcomer', '--yes');
  expect([code, world.isOpen()]).toEqual([1, true]);
  expect(told(checks, 'write-probe')).toContain('"newcomer@acme.test" holds ml_engineer (inactive) there');
});

/** An account of a newcomer, whose roles are those of the system and these. */
function accountWithRoles(...roles: readonly string[]) {
  return {
    tokens: [{ variable: 'AION_TOKEN' }],
    accounts: [
      {
        id: 'orbit',
        projects: ['apollo'],
        users: [
          { id: 'ada', email: 'ada@acme.test', name: 'Ada' },
          { id: 'newcomer', email: 'newcomer@acme.test', name: 'New' },
        ],
        groups: [],
        customRoles: roles.map((id) => ({ id, name: id, scope: 'ACCOUNT' as const })),
        assignments: [
          { user: 'ada', role: 'account_admin' },
          { user: 'newcomer', role: 'team_member' },
        ],
      },
    ],
  };
}

test('an API whose rows double with a second grant is told, and the role is taken away', async () => {
  let isDoubled = false;
  const world = await probeWorld({
    through: async ({ url }) => {
      const wire = await interpose(url, ({ method, url: path }, before) => {
        if (!path.endsWith(ENVIRONMENT)) return 'pass';
        if (method === 'POST') isDoubled = before === 1;
        if (method === 'DELETE') isDoubled = false;
        return method === 'GET' && isDoubled ? doubled : 'pass';
      });
      return wire.url;
    },
  });
  const before = world.sandbox.state();
  const { code, checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
  expect(code).toBe(1);
  expect(told(checks, 'write-access')).toContain('a second grant did not work');
  expect(world.writes().map((write) => write.split(' ')[0])).toEqual(['POST', 'POST', 'DELETE']);
  expect(world.sandbox.state()).toEqual(before);
});

test('where nothing can be read any more the role is taken away unseen, and the next run makes sure', async () => {
  let isBlind = false;
  const world = await probeWorld({
    sandbox: {
      fault: ({ method, path }) => {
        if (method === 'POST' && path === ENVIRONMENT) isBlind = true;
        return isBlind && method === 'GET' ? 'error-before' : undefined;
      },
    },
  });
  const before = world.sandbox.state();
  const { code, checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
  expect([code, world.isOpen()]).toEqual([1, true]);
  expect(checks.find(({ id }) => id === 'write-probe')?.remedy).toContain('End it: rolecall doctor');
  expect(world.sandbox.state()).toEqual(before);
  isBlind = false;
  expect((await world.probe('noop', STAGING, MARGARET, '--yes')).code).toBe(3);
  expect([world.isOpen(), world.sandbox.state()]).toEqual([false, before]);
});

/** The last row twice. */
function doubled(reply: RawReply): RawReply {
  const body = JSON.parse(String(reply.body)) as { payload: { memberships: unknown[] } };
  body.payload.memberships.push(body.payload.memberships.at(-1));
  return { ...reply, body: JSON.stringify(body) };
}
