import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { SandboxSeed } from '../sandbox/start.js';
import { type Flow, makeFlow } from './flow.js';
import { hospital } from './hospital.js';

/** An organization of `count` members (u1 is the owner) and an environment in which all but the owner are engineers. */
function clinic(count: number, role = 'member'): SandboxSeed {
  const members = Array.from({ length: count }, (_, index) => ({
    id: `${index + 1}`,
    name: `User ${index + 1}`,
    email: `u${index + 1}@acme.test`,
    role: index === 0 ? 'owner' : role,
    verified2fa: true,
  }));
  const engineer = members.slice(1).map(({ email }) => email);
  const environments = [{ id: 'prod', name: 'Production', flag: 'Production' as const, roles: { engineer } }];
  return {
    ...hospital,
    redox: { ...hospital.redox, organizations: [{ id: '1024', name: 'Acme', members, environments }] },
  };
}

const emails = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `u${from + index}@acme.test`).join(', ');

async function planOf(seed: SandboxSeed, access: string, settings = ''): Promise<Flow> {
  return makeFlow({ sandbox: { seed }, files: { 'access/all.yaml': access }, settings });
}

const refused = async (flow: Flow, ...argv: readonly string[]) => {
  const planned = await flow.plan(...argv);
  const applied = await flow.apply(...argv);
  expect(flow.wire.writes()).toEqual([]);
  expect([planned.code, applied.code]).toEqual([4, 4]);
  expect(applied.result.results.every(({ status }) => status === 'skipped' || status === 'blocked')).toBe(
    true,
  );
  expect(applied.result.guards).toEqual(planned.plan.guards);
  expect(planned.plan.guards.length).toBeGreaterThan(0);
  return planned.plan.guards.map(({ guard, scope }) => `${guard} ${scope}`);
};

describe('maxRevokes', () => {
  const keeping = (left: number): string =>
    `environment: prod\norganization: "1024"\nprune: true\nroles:\n  engineer: [${emails(2, left + 1)}]\n`;

  test('lets five revokes of twenty pass and refuses six', async () => {
    const five = await planOf(clinic(21), keeping(15));
    expect((await five.plan()).code).toBe(0);
    const six = await planOf(clinic(21), keeping(14));
    expect(await refused(six)).toEqual(['maxRevokes redox/environment/prod']);
  });

  test('counts by percent where that is more', async () => {
    const ten = await planOf(clinic(101), keeping(90));
    expect((await ten.plan()).code).toBe(0);
    const eleven = await planOf(clinic(101), keeping(89));
    expect(await refused(eleven)).toEqual(['maxRevokes redox/environment/prod']);
  });

  test('counts the whole scope whatever narrows the run', async () => {
    const flow = await planOf(clinic(21), keeping(14));
    expect(await refused(flow, '--scope', 'redox/environment/*')).toEqual([
      'maxRevokes redox/environment/prod',
    ]);
    expect(await refused(flow, '--shard', '1/1')).toEqual(['maxRevokes redox/environment/prod']);
  });

  test('is replaced by --allow-revokes N, which counts over the whole run', async () => {
    const flow = await planOf(clinic(21), keeping(14));
    expect(await refused(flow, '--allow-revokes', '5')).toEqual(['maxRevokes null']);
    expect((await flow.apply('--allow-revokes', '6')).code).toBe(0);
    expect(flow.wire.writes()).toHaveLength(6);
  });

  test('counts a change away from a high-risk role, and not one between others', async () => {
    const known = (url: string, high: string): string => `version: 1
risk: { high: ["${high}"] }
providers:
  redox:
    url: ${url}/platform
    auth: { method: bearer, token: { env: REDOX_TOKEN } }
    options: { roles: { organization: { member: 0a6d1f52-0001-4000-8000-000000000003 } } }
`;
    const down = `organization: "1024"\nroles:\n  owner: [u1@acme.test]\n  member: [${emails(2, 8)}]\n`;
    const seed = clinic(9, 'admin');
    const files = { 'access/all.yaml': down };
    const high = await makeFlow({ sandbox: { seed }, files, wholeSettings: (url) => known(url, '*admin*') });
    expect(await refused(high)).toEqual(['maxRevokes redox/organization/1024']);
    const low = await makeFlow({ sandbox: { seed }, files, wholeSettings: (url) => known(url, '*owner*') });
    const { plan, code } = await low.plan();
    expect([code, plan.summary.change, plan.guards]).toEqual([0, 7, []]);
  });

  test('does not count what a date brings about', async () => {
    const ended = Array.from(
      { length: 12 },
      (_, index) => `    - { user: "user:${index + 2}", until: 2026-11-01 }`,
    );
    const flow = await planOf(
      clinic(21),
      `environment: prod\norganization: "1024"\nroles:\n  engineer:\n${ended.join('\n')}\n`,
    );
    const { code, result } = await flow.apply();
    expect([code, result.summary.applied]).toEqual([0, 12]);
  });
});

test('a scope of three or more is never emptied, whatever the limits', async () => {
  const settings = 'guards: { maxRevokes: { count: 100, percent: 100 } }\n';
  const empty = 'environment: prod\norganization: "1024"\nprune: true\nroles: {}\n';
  expect(await refused(await planOf(clinic(4), empty, settings))).toEqual([
    'maxRevokes redox/environment/prod',
  ]);
  expect((await (await planOf(clinic(3), empty, settings)).apply()).code).toBe(0);
  const flow = await planOf(clinic(4), empty, settings);
  expect((await flow.apply('--allow-revokes', '3')).code).toBe(0);
});

describe('minHolders', () => {
  test('never lets the last owner go, whether by another role or by removal', async () => {
    const demoted = 'organization: "1024"\nroles:\n  admin: [u1@acme.test, u2@acme.test]\n';
    expect(await refused(await planOf(clinic(4, 'admin'), demoted))).toEqual([
      'minHolders redox/organization/1024',
    ]);
    const pruned = `organization: "1024"\nprune: true\nroles:\n  admin: [${emails(2, 4)}]\n`;
    const gone = await planOf(clinic(4, 'admin'), pruned);
    expect((await gone.rolecall('apply', '--yes')).code).toBe(3);
    expect(gone.wire.seen).toEqual([]);
  });

  test('never lets the last account_admin go', async () => {
    const flow = await planOf(
      hospital,
      'account: orbit\nprune: listed\nroles:\n  billing_admin: [ada, mallory]\n  account_admin: []\n',
    );
    expect(await refused(flow)).toEqual(['minHolders aion/account/orbit']);
  });

  test('holds where it is configured, and a plan that does not lower the count is none of its business', async () => {
    const settings = 'guards: { minHolders: [{ scope: "redox/environment/*", role: engineer, min: 4 }] }\n';
    const losing = `environment: prod\norganization: "1024"\nprune: true\nroles:\n  engineer: [${emails(2, 4)}]\n`;
    const flow = await planOf(clinic(6), losing.replace('prune: true', 'prune: listed'), settings);
    expect(await refused(flow)).toEqual(['minHolders redox/environment/prod']);
    const few = await planOf(
      clinic(3),
      'environment: prod\norganization: "1024"\nroles:\n  engineer: [u1@acme.test]\n',
      settings,
    );
    expect((await few.plan()).code).toBe(0);
  });

  test('reaches into an environment whose engineer an organization removes, however the run is narrowed', async () => {
    const settings = 'guards: { minHolders: [{ scope: "redox/environment/*", role: engineer, min: 2 }] }\n';
    const access = `organization: "1024"
prune: true
roles:
  owner: [u1@acme.test]
  member: [u2@acme.test]
---
environment: prod
organization: "1024"
roles:
  engineer: [u2@acme.test]
`;
    const flow = await planOf(clinic(3), access, settings);
    expect(await refused(flow)).toEqual(['minHolders redox/environment/prod']);
    expect(await refused(flow, '--scope', 'redox/organization/*')).toEqual([
      'minHolders redox/environment/prod',
    ]);
  });
});

describe('protect', () => {
  const people = 'people:\n  boss: { redox: "user:2", aion: mallory }\n';
  test.each([
    ['an address', 'user:2'],
    ['an e-mail in another case', 'U2@Acme.Test'],
    ['a key of people.yaml', 'boss'],
  ])(
    'named by %s, nothing is taken: pruning passes by, and a declared change is blocked',
    async (_, principal) => {
      const settings = `people: people.yaml\nguards: { protect: [{ scope: "redox/**", principal: "${principal}" }] }\n`;
      const pruned = `environment: prod\norganization: "1024"\nprune: true\nroles:\n  engineer: [u3@acme.test]\n`;
      const flow = await makeFlow({
        sandbox: { seed: clinic(5) },
        files: { 'access/all.yaml': pruned, 'people.yaml': people },
        settings,
      });
      const { result } = await flow.apply();
      expect(result.results.map(({ principal: one }) => one)).toEqual(['user:4', 'user:5']);
      flow.write('access/all.yaml', 'organization: "1024"\nroles:\n  owner: [u1@acme.test, u2@acme.test]\n');
      const blocked = await flow.apply();
      expect(blocked.code).toBe(6);
      expect(blocked.result.results.map(({ status, principal: one }) => `${one} ${status}`)).toEqual([
        'user:2 blocked',
      ]);
    },
  );

  test('holds against a term that has ended, and a removal that would take the role along', async () => {
    const settings = 'guards: { protect: [{ scope: "redox/environment/*", principal: "user:2" }] }\n';
    const access = `organization: "1024"
prune: true
roles:
  owner: [u1@acme.test]
---
environment: prod
organization: "1024"
roles:
  engineer:
    - { user: "user:2", until: 2026-11-01 }
`;
    const flow = await planOf(clinic(3), access, settings);
    const { result } = await flow.apply();
    const states = Object.fromEntries(
      result.results.map(({ scope, principal, status }) => [`${scope} ${principal}`, status]),
    );
    expect(states).toEqual({
      'redox/environment/prod user:2': 'blocked',
      'redox/organization/1024 user:2': 'blocked',
      'redox/organization/1024 user:3': 'applied',
    });
  });
});

describe('self', () => {
  test.each(['u2@acme.test', 'user:2'])('(%s) loses nothing, and its writes come last', async (self) => {
    const seed = clinic(6, 'admin');
    const flow = await makeFlow({
      sandbox: { seed },
      wholeSettings: (url) => `version: 1
providers:
  redox: { url: ${url}/platform, self: "${self}", auth: { method: bearer, token: { env: REDOX_TOKEN } }, options: { roles: { environment: { support: 0a6d1f52-0002-4000-8000-000000000002 } } } }
`,
      files: {
        'access/all.yaml': `organization: "1024"
prune: true
roles:
  owner: [u1@acme.test, u3@acme.test]
  admin: [${emails(4, 5)}]
`,
      },
    });
    const { result } = await flow.apply();
    expect(result.results.filter(({ principal }) => principal === 'user:2')).toEqual([]);
    expect(result.results.map(({ principal }) => principal).sort()).toEqual(['user:3', 'user:6']);
    expect(JSON.stringify(flow.sandbox.state())).toContain(
      '"id":"2","name":"User 2","email":"u2@acme.test","role":"admin"',
    );
  });

  test('is granted after everything else', async () => {
    const seed = clinic(8);
    const [organization] = seed.redox?.organizations ?? [];
    if (organization === undefined) throw new Error('no organization');
    const without = {
      ...organization,
      environments: [
        { id: 'prod', name: 'P', flag: 'Production' as const, roles: { engineer: ['u1@acme.test'] } },
      ],
    };
    const flow = await makeFlow({
      sandbox: { seed: { ...seed, redox: { ...seed.redox, organizations: [without] } } },
      wholeSettings: (url) => `version: 1
providers:
  redox: { url: ${url}/platform, self: u2@acme.test, auth: { method: bearer, token: { env: REDOX_TOKEN } } }
`,
      files: {
        'access/all.yaml': `organization: "1024"\nroles:\n  owner: [u1@acme.test, u8@acme.test]\n---\nenvironment: prod\norganization: "1024"\nroles:\n  engineer: [${emails(1, 7)}]\n`,
      },
    });
    expect((await flow.apply()).code).toBe(0);
    const bodies = flow.wire.seen.filter(({ method }) => method !== 'GET').map(({ body }) => body);
    expect(bodies).toHaveLength(7);
    expect(bodies.at(-1)).toContain('"id":"2"');
  });
});

describe('a document that vanished from the files', () => {
  test('is reported with --base, and nothing of it is pruned', async () => {
    const flow = await makeFlow();
    const git = (...argv: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.test', ...argv], {
        cwd: flow.folder,
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'all');
    flow.write('access/aion.yaml', 'account: nova\nprune: true\nroles:\n  account_admin: [vera]\n');
    const { plan, code } = await flow.plan('--base', 'HEAD');
    expect(code).toBe(0);
    const removed = plan.warnings.filter(({ code: warning }) => warning === 'document-removed');
    expect(removed.map(({ message }) => message.split(' ')[0])).toEqual([
      'aion/account/orbit',
      'aion/project/orbit/apollo',
    ]);
    expect(plan.changes.filter(({ scope }) => scope.includes('orbit'))).toEqual([]);
    const applied = await flow.apply('--base', 'HEAD');
    expect(applied.code).toBe(0);
    expect(flow.wire.writes().filter((write) => write.includes('orbit'))).toEqual([]);
  });
});

test('what a configuration never prunes stays: groups, system roles, roles nobody knows, RESOURCE roles', async () => {
  const seed: SandboxSeed = {
    aion: {
      tokens: hospital.aion?.tokens ?? [],
      accounts: [
        {
          id: 'orbit',
          projects: ['apollo'],
          users: ['ada', 'eve'].map((id) => ({ id, email: `${id}@acme.test`, name: id })),
          groups: [{ id: 'crew', members: ['eve'] }],
          customRoles: [{ id: 'gpu', name: 'GPU', scope: 'RESOURCE' }],
          assignments: [
            { user: 'ada', role: 'account_admin' },
            { user: 'eve', role: 'team_member' },
            { user: 'eve', role: 'gpu' },
            { group: 'crew', role: 'project_reader', project: 'apollo' },
          ],
        },
      ],
    },
  };
  const flow = await makeFlow({
    sandbox: { seed },
    files: {
      'access/all.yaml':
        'account: orbit\nprune: true\nroles:\n  account_admin: [ada]\n---\nproject: apollo\naccount: orbit\nprune: true\nroles:\n  project_admin: ["group:crew"]\n',
    },
  });
  const { result } = await flow.apply();
  expect(result.results.map(({ action, principal }) => `${action} ${principal}`)).toEqual([
    'grant group:crew',
  ]);
});
