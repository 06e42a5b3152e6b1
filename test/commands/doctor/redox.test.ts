import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { redoxDoctor } from '../../../src/providers/redox/doctor/index.js';
import { systemRuntime } from '../../../src/runtime.js';
import { acme } from '../../providers/redox/doctor/rig.js';
import { type SandboxOptions, startSandbox } from '../../sandbox/start.js';
import { type Diagnosis, patient, redoxAt } from './world.js';

const files = {
  'access/a.yaml': `organization: "1024"
roles:
  owner: [ada@acme.test]
---
environment: prod
organization: "1024"
roles:
  engineer: [ada@acme.test]
---
environment: staging
organization: "1024"
roles:
  engineer: [ada@acme.test]
  support: [alan@acme.test]
`,
};

interface Case extends SandboxOptions {
  /** The id of whom the token acts as; Ada, an owner, if left out. */
  readonly actsAs?: string;
  readonly token?: string;
  /** Lines of providers.redox. */
  readonly lines?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly organizations?: readonly (typeof acme)[];
  /** Whether waiting takes its time. */
  readonly waits?: boolean;
}

interface Found extends Diagnosis {
  /** The methods of what was sent, and the statuses of what was answered. */
  readonly methods: readonly string[];
  readonly statuses: readonly number[];
}

/** What doctor says of a sandbox of Acme. */
async function diagnosed({
  actsAs = '31',
  token = 'good',
  lines = [],
  files: written = files,
  organizations = [acme],
  waits = false,
  ...options
}: Case): Promise<Found> {
  const tokens = [{ variable: 'TOKEN', token: 'good', actsAs }];
  const sandbox = await startSandbox({
    ...options,
    seed: { redox: { organizations: [...organizations], tokens } },
  });
  onTestFinished(sandbox.close);
  const redox = redoxAt(`${sandbox.url}/platform`, ...lines);
  const { monotonic, sleep } = systemRuntime({ env: {} });
  const runtime = waits ? { monotonic, sleep } : {};
  const asked = { redox, files: written, env: { TOKEN: token }, doctor: redoxDoctor, runtime };
  const found = await patient(asked).json();
  return {
    ...found,
    methods: [...new Set(sandbox.requests.map(({ method }) => method))],
    statuses: sandbox.requests.map(({ status }) => status),
  };
}

/** What is wrong, as `layer id subject: state`. */
function wrong({ checks }: Diagnosis): readonly string[] {
  return checks
    .filter(({ state }) => state === 'failed' || state === 'conflict')
    .map(({ layer, id, subject, state }) => `${layer} ${id} ${subject}: ${state}`);
}

function named({ checks }: Diagnosis, option: string) {
  return checks.find((check) => check.option === `providers.redox.options.${option}`);
}

test('an API as documented is ready, and what nobody can see is told', async () => {
  const result = await diagnosed({ lines: ['self: ada@acme.test'] });
  expect({ code: result.code, ready: result.ready }).toEqual({ code: 0, ready: { plan: true, apply: true } });
  expect(
    result.checks.filter(({ state }) => state === 'settled').map(({ option, value }) => [option, value]),
  ).toEqual([
    ['providers.redox.options.environmentPath', 'environments'],
    ['providers.redox.options.userIdType', 'string'],
    [
      'providers.redox.options.roles',
      {
        organization: { owner: '0a6d1f52-0001-4000-8000-000000000001' },
        environment: {
          engineer: '0a6d1f52-0002-4000-8000-000000000001',
          support: '0a6d1f52-0002-4000-8000-000000000002',
        },
      },
    ],
  ]);
  const open = result.checks.filter(({ state }) => !['ok', 'settled'].includes(state));
  expect(open.map(({ id, state }) => `${id}: ${state}`)).toEqual([
    'invited-users: assumed',
    'first-assignment: needs-write-probe',
    'id-and-name: needs-write-probe',
    'duplicate-grant: needs-write-probe',
    'missing-revoke: needs-write-probe',
    'write-delay: needs-write-probe',
    'organization-removal: assumed',
  ]);
  expect(open.every(({ remedy }) => remedy !== null)).toBe(true);
  expect(result.methods).toEqual(['GET']);
});

describe('one cause is one line', () => {
  test('of a wrong token', async () => {
    const result = await diagnosed({ token: 'bad' });
    expect(wrong(result)).toEqual(['token token redox: failed']);
    expect(result.ready).toEqual({ plan: false, apply: false });
  });

  test('of a token endpoint that wants a scope, with where to set it', async () => {
    const clients = [{ id: 'robot', keyId: 'key', actsAs: '31' }];
    const sandbox = await startSandbox({
      seed: { redox: { organizations: [acme], clients } },
      redox: { tokenScope: 'platform' },
    });
    onTestFinished(sandbox.close);
    const run = (...options: readonly string[]) => {
      const lines = sandbox
        .settings(sandbox.url)
        .slice(2)
        .map((line) => line.slice(4));
      const redox = [...lines, ...options];
      return patient({
        redox,
        files,
        env: sandbox.environment,
        doctor: redoxDoctor,
      }).json();
    };
    const refused = await run();
    expect(wrong(refused)).toEqual(['token token redox: failed']);
    expect(refused.checks.find(({ state }) => state === 'failed')?.remedy).toContain('options.tokenScope');
    const accepted = await run('options: { tokenScope: platform }');
    expect(wrong(accepted)).toEqual([]);
    expect(named(accepted, 'tokenScope')).toMatchObject({ state: 'settled', value: 'platform' });
  });

  test('of one environment that the credential may not read', async () => {
    const result = await diagnosed({
      fault: ({ path }) =>
        path.includes('/staging/') ? { status: 403, json: { message: 'no' } } : undefined,
    });
    expect(wrong(result)).toEqual(['permissions scope redox/environment/staging: failed']);
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toBe(
      'Ask an administrator to give the user of the credential the role owner or admin (R1, R3), or use another credential.',
    );
    expect(named(result, 'environmentPath')).toMatchObject({ state: 'settled', value: 'environments' });
  });

  test('of a user who is only a member', async () => {
    const result = await diagnosed({ actsAs: '33', lines: ['self: alan@acme.test'] });
    expect(wrong(result)).toEqual(['permissions scope redox/organization/1024: failed']);
    expect(result.checks.filter(({ state }) => !['ok', 'settled', 'failed'].includes(state))).toEqual([]);
    expect(result.checks.find(({ state }) => state === 'failed')?.evidence).toContain('and 2 more scopes');
  });

  test('of an organization that does not exist', async () => {
    const elsewhere = { 'access/a.yaml': files['access/a.yaml'].replaceAll('1024', '9999') };
    const result = await diagnosed({ files: elsewhere });
    expect(wrong(result)).toEqual(['permissions scope redox/organization/9999: failed']);
  });

  test('of the wrong path in the settings', async () => {
    const result = await diagnosed({
      redox: { environmentPath: 'environment' },
      lines: ['options: { environmentPath: environments }'],
    });
    expect(wrong(result)).toEqual(['behaviour environment-path redox: conflict']);
    expect(named(result, 'environmentPath')).toMatchObject({ value: 'environment' });
  });

  test.each([
    ['an id that cannot exist has an empty list', { unknownIsEmpty: true }, 'missing-id'],
    ['errors come with status 200', { errorsAre200: true }, 'invalid-credential'],
  ])('where %s', async (_, redox, id) => {
    expect(wrong(await diagnosed({ redox }))).toEqual([`behaviour ${id} redox: failed`]);
  });
});

test('an admin may not do what a document of the organization asks, an environment alone is in order', async () => {
  const admin = { actsAs: '32', lines: ['self: grace@acme.test'] };
  const result = await diagnosed(admin);
  expect(wrong(result)).toEqual(['identity self redox/organization/1024: failed']);
  expect(result.ready).toEqual({ plan: true, apply: false });
  expect(result.checks.find(({ id }) => id === 'self')?.remedy).toBe(
    'Ask an administrator to give grace@acme.test the role owner.',
  );
  const [, ...environments] = files['access/a.yaml'].split('---\n');
  const without = await diagnosed({ ...admin, files: { 'access/a.yaml': environments.join('---\n') } });
  expect(wrong(without)).toEqual([]);
});

test('the singular path is used for what is read, and has to be written before a plan', async () => {
  const result = await diagnosed({ redox: { environmentPath: 'environment' } });
  expect(wrong(result)).toEqual([]);
  expect(named(result, 'environmentPath')).toMatchObject({ state: 'settled', value: 'environment' });
  expect(result.ready.plan).toBe(false);
});

test('ids that are numbers in one list and strings in another are not settled', async () => {
  const result = await diagnosed({ redox: { numberIdsOf: ['environment'] } });
  expect(named(result, 'userIdType')?.state).toBe('needs-write-probe');
  expect(wrong(result)).toEqual([]);
});

test('a list that is cut stops plans', async () => {
  const more = Array.from({ length: 20 }, (_, index) => String(index + 100));
  const members = more.map((id) => ({ id, name: id, email: `u${id}@acme.test`, role: 'member' }));
  const result = await diagnosed({
    organizations: [{ ...acme, members: [...acme.members, ...members] }],
    redox: { cutsLists: 20, pagesCutLists: true },
  });
  expect(wrong(result)).toEqual(['behaviour cut-lists redox/organization/1024: failed']);
  expect(result.ready.plan).toBe(false);
});

test('a lower limit than the documented one is not met', async () => {
  const { statuses, code } = await diagnosed({ rateLimit: { requests: 8, perMs: 1000 }, waits: true });
  expect(code).toBe(0);
  expect(statuses).not.toContain(429);
});

test('a role that files only empty needs no id', async () => {
  const emptied = `${files['access/a.yaml']}  viewer: []\n`;
  const empty = await diagnosed({ files: { 'access/a.yaml': emptied } });
  expect(empty.checks.filter(({ id, state }) => id === 'role-ids' && state !== 'settled')).toEqual([]);
  const asked = emptied.replace('viewer: []', 'viewer: [grace@acme.test]');
  const result = await diagnosed({ files: { 'access/a.yaml': asked } });
  expect(named(result, 'roles.environment.viewer')).toMatchObject({
    state: 'needs-data',
    subject: 'redox/environment/staging',
  });
});

test('what was settled is written, and the next run is ready and writes nothing', async () => {
  const tokens = [{ variable: 'TOKEN', token: 'good', actsAs: '31' }];
  const sandbox = await startSandbox({
    seed: { redox: { organizations: [acme], tokens } },
    redox: { environmentPath: 'environment', numberIdsOf: ['organization', 'environment'] },
  });
  onTestFinished(sandbox.close);
  const redox = redoxAt(`${sandbox.url}/platform`, 'self: ada@acme.test # the key is hers');
  const asked = { redox, files, env: { TOKEN: 'good' }, doctor: redoxDoctor };
  const { json, folder } = patient(asked);
  expect((await json()).ready).toEqual({ plan: false, apply: false });
  await json('--write');
  const written = readFileSync(join(folder, 'rolecall.yaml'), 'utf8');
  expect(written).toContain('self: ada@acme.test # the key is hers');
  expect(written).toContain('environmentPath: environment');
  expect(written).toContain('userIdType: number');
  const again = await json('--write');
  expect(again.ready).toEqual({ plan: true, apply: true });
  expect(readFileSync(join(folder, 'rolecall.yaml'), 'utf8')).toBe(written);
});
