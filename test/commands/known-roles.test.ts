import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { roleCacheFile } from '../../src/cli/role-cache-file.js';
import type { CommandContext } from '../../src/commands/context.js';
import { doctorCommand } from '../../src/commands/doctor/doctor.js';
import { grantCommand } from '../../src/commands/edit/grant.js';
import { importCommand } from '../../src/commands/import/import.js';
import { knownWords } from '../../src/commands/known-roles.js';
import { mistypedRoles } from '../../src/commands/mistyped-roles.js';
import { openPlanningRun, planningDefaults } from '../../src/commands/planning-run.js';
import { rolesCommand } from '../../src/commands/roles/roles.js';
import { startWorld, type World } from './people-world.js';

const ACME = `organization: "1024"
roles: { owner: [ada@acme.test] }
---
account: orbit
roles: { account_admin: ["user:ada.lovelace"] }
`;
const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

interface Keeping {
  readonly world: World;
  /** A new context with the cache of the user. */
  readonly context: () => CommandContext;
  readonly file: string;
  readonly host: Parameters<typeof roleCacheFile>[0];
}

async function keeping(
  files: Readonly<Record<string, string>> = { 'access/acme.yaml': ACME },
): Promise<Keeping> {
  const home = mkdtempSync(join(tmpdir(), 'rolecall-known-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const world = await startWorld(files);
  open.push(world);
  const host = { platform: 'linux', env: { XDG_CACHE_HOME: home }, uid: process.getuid?.(), home } as const;
  const context = (): CommandContext => ({ ...world.context, roleCache: roleCacheFile(host) });
  return { world, context, file: join(home, 'rolecall/roles/roles.json'), host };
}

const runs: Readonly<Record<string, (context: CommandContext) => Promise<unknown>>> = {
  roles: (context) => rolesCommand({ scope: [], concurrency: null }, context),
  plan: async (context) => {
    const run = await openPlanningRun(planningDefaults, context);
    await run.close();
  },
  import: (context) =>
    importCommand(
      { scope: [], dir: 'access', merge: true, people: false, dryRun: true, concurrency: null },
      context,
    ),
  doctor: (context) =>
    doctorCommand(
      { scope: [], write: false, detailedExitcode: false, writeProbe: null, record: null, replay: null },
      context,
    ),
};

describe('what a run reads is kept', () => {
  it.each(Object.keys(runs))('by %s, and offered without a request', async (command) => {
    const { world, context } = await keeping();
    expect(await knownWords('roles', context())).toEqual(['account_admin', 'owner']);
    await runs[command]?.(context());
    const before = world.sandbox.requests.length;
    const words = await knownWords('roles', context());
    expect(words).toEqual(expect.arrayContaining(['admin', 'billing_admin', 'member', 'owner']));
    expect(await knownWords('scopes', context())).toContain('redox/organization/1024');
    expect(world.sandbox.requests.length).toBe(before);
  });

  it('in a file that holds nothing of people', async () => {
    const { context, file } = await keeping();
    await runs['roles']?.(context());
    expect(readFileSync(file, 'utf8')).not.toMatch(/@|ada|alan|grace|lovelace|turing|hopper/iu);
  });

  it.skipIf(process.platform === 'win32')('and that nobody else can read', async () => {
    const { context, file } = await keeping();
    await runs['roles']?.(context());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('not in CI', async () => {
    const { host } = await keeping();
    expect(roleCacheFile({ ...host, env: { ...host.env, CI: 'true' } })).toBeUndefined();
    expect(roleCacheFile({ ...host, env: { ...host.env, CI: 'false' } })).toBeDefined();
  });

  it('and is offered to nobody whose settings name another server', async () => {
    const { world, context } = await keeping();
    await runs['roles']?.(context());
    world.write('rolecall.yaml', world.read('rolecall.yaml').replaceAll('127.0.0.1', 'localhost'));
    expect(await knownWords('roles', context())).toEqual(['account_admin', 'owner']);
  });

  it.each(['', '{', '{"version":2,"roots":[]}', '{"version":1,"roots":[{"url":1}]}', 'null'])(
    'until the file is damaged or of another version, as %j; the next run replaces it',
    async (text) => {
      const { context, file } = await keeping();
      await runs['roles']?.(context());
      writeFileSync(file, text);
      expect(await knownWords('roles', context())).toEqual(['account_admin', 'owner']);
      await runs['roles']?.(context());
      expect(await knownWords('roles', context())).toContain('billing_admin');
    },
  );

  it('and a cache with names that a terminal would obey is ignored', async () => {
    const { context, file } = await keeping();
    await runs['roles']?.(context());
    writeFileSync(file, readFileSync(file, 'utf8').replace('"billing_admin"', String.raw`"a\u001b[2J"`));
    expect(await knownWords('roles', context())).toEqual(['account_admin', 'owner']);
  });

  it('and nothing is offered where there are no files', async () => {
    const { world, context } = await keeping();
    rmSync(join(world.folder, 'rolecall.yaml'));
    expect(await knownWords('roles', context())).toEqual([]);
  });
});

describe('a mistyped role', () => {
  const granted = (role: string, context: CommandContext) =>
    grantCommand(
      {
        who: 'alan@acme.test',
        role,
        in: ['redox/organization/1024'],
        like: null,
        from: null,
        until: null,
        reason: null,
        dryRun: true,
      },
      context,
    );

  it('is written with a note that suggests what the system listed', async () => {
    const { context } = await keeping();
    await runs['roles']?.(context());
    const { result } = await granted('membr', context());
    expect(result.notes).toContain(
      'no file used the role "membr" in an organization before (used there: owner), and redox did not list it on 2026-11-22. Did you mean "member"?',
    );
  });

  it('is none where the system listed it, which is written as the system does', async () => {
    const { context } = await keeping();
    await runs['roles']?.(context());
    const { result } = await granted('Member', context());
    expect(result.notes).toContain(
      'no file used the role "Member" in an organization before (used there: owner); redox listed it on 2026-11-22',
    );
    expect(result.files[0]?.diff).toMatch(/^\+.*\bmember:/mu);
  });

  it('is noted by validate where it stands, and is no finding', async () => {
    const { world, context } = await keeping();
    await runs['roles']?.(context());
    expect(await mistypedRoles(context())).toEqual([]);
    world.write('access/acme.yaml', ACME.replace('account_admin', 'acount_admin'));
    expect(await mistypedRoles(context())).toEqual([
      'access/acme.yaml:5: on 2026-11-22 aion/account/orbit listed no role "acount_admin" for an account. Did you mean "account_admin"?',
    ]);
    expect((await context().workspace.head()).diagnostics).toEqual([]);
  });
});
