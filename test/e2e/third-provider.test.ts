import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  apply,
  builtInModules,
  type CommandContext,
  diff,
  explain,
  importAccess,
  plan,
  planningDefaults,
  report,
  selectAll,
  systemRuntime,
  validate,
  Workspace,
} from '../../src/index.js';
import type { ContractServer } from '../providers/contract.js';
import { forgeDoctor } from '../providers/forge/doctor.js';
import { forge } from '../providers/forge/forge.js';
import { serveForge } from '../providers/forge/server.js';
import { token } from '../providers/rig.js';
import { runProgram } from './world.js';

/** The built-in providers and one of somebody else's, whose kind `organization` Redox has as well. */
const modules = [...builtInModules, forge];
const runtime = { ...systemRuntime({ env: { FORGE_TOKEN: token } }), now: () => Date.UTC(2026, 10, 22) };

const ACCESS = `provider: forge
organization: acme
roles: { owner: [ada, grace], member: [lin] }
---
team: core team
organization: acme
prune: true
roles: { maintainer: [grace], member: [ada] }
`;

const PEOPLE = `people:
  ada: { ids: { forge: ada } }
  grace: { name: Grace Hopper, ids: { forge: { acme: grace } } }
  lin: { ids: { forge: user:lin } }
`;

interface World {
  readonly folder: string;
  readonly server: ContractServer;
  readonly write: (path: string, text: string) => void;
  /** What every function of the library takes; a run has a workspace of its own. */
  readonly context: () => CommandContext;
  readonly rolecall: (...argv: readonly string[]) => ReturnType<typeof runProgram>;
}

async function makeWorld(files: Readonly<Record<string, string>>): Promise<World> {
  const server = await serveForge({
    acme: {
      members: { ada: 'owner', grace: 'member', lin: 'member', alan: 'member' },
      teams: { 'core team': { ada: 'maintainer', alan: 'member' } },
    },
  });
  onTestFinished(server.close);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-third-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const connection = `{ url: "${server.url}", auth: { method: bearer, token: { env: FORGE_TOKEN } } }`;
  write(
    'rolecall.yaml',
    `version: 1\npeople: people.yaml\nproviders: { redox: {}, aion: {}, forge: ${connection} }\n`,
  );
  for (const [path, text] of Object.entries({ 'people.yaml': PEOPLE, ...files })) write(path, text);
  const context = (): CommandContext => ({
    cwd: folder,
    workspace: new Workspace({ config: 'rolecall.yaml', cwd: folder, at: runtime.now(), modules }),
    runtime,
    signal: new AbortController().signal,
    events: () => {},
  });
  return {
    folder,
    server,
    write,
    context,
    rolecall: (...argv) => runProgram(argv, folder, runtime, modules),
  };
}

/** Makes the folder a repository of one commit. */
function commitAll(folder: string): void {
  const as = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  for (const words of [['init'], ['add', '.'], ['commit', '-m', 'base']])
    execFileSync('git', [...as, ...words], { cwd: folder, stdio: 'ignore' });
}

test('its files are checked like those of the built-in providers', async () => {
  const { rolecall, write } = await makeWorld({ 'access/forge.yaml': ACCESS });
  expect(await rolecall('validate')).toEqual({ code: 0, stdout: 'The files are valid.\n', stderr: '' });
  write(
    'access/forge.yaml',
    ACCESS.replace('provider: forge\n', '').replaceAll('lin]', '{ user: lin, status: inactive }]'),
  );
  write('people.yaml', PEOPLE.replace('ids: { forge: ada }', 'ids: { forgery: ada }'));
  const { code, stdout } = await rolecall('validate', '--format', 'json');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; line: number; code: string }[];
  };
  expect(code).toBe(3);
  expect(diagnostics.map((found) => `${found.file}:${found.line} ${found.code}`)).toEqual([
    'access/forge.yaml:1 provider-ambiguous',
    'access/forge.yaml:7 person-without-id',
    'people.yaml:2 provider-unknown',
  ]);
});

test('its settings are checked by its own module', async () => {
  const { rolecall, write, folder } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const settings = readFileSync(join(folder, 'rolecall.yaml'), 'utf8');
  write('rolecall.yaml', settings.replace('auth: {', 'timeout: 5, concurrencies: 2, auth: {'));
  const { code, stdout } = await rolecall('validate');
  expect(code).toBe(3);
  expect(stdout).toContain('"timeout" is "5": write a duration such as 500ms, 30s, 5m or 1h.');
  expect(stdout).toContain('The key "concurrencies" is not known here. Did you mean "concurrency"?');
});

test('it is planned, applied and converges', async () => {
  const { rolecall, server } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const planned = await rolecall('plan', '--detailed-exitcode');
  expect(planned.code).toBe(2);
  expect(planned.stdout).toContain('forge/team/acme/core%20team');
  expect(planned.stdout).toContain('Plan: 1 to grant, 2 to change, 1 to revoke');
  expect(await rolecall('apply', '--yes')).toMatchObject({ code: 0 });
  expect(
    server.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => `${method} ${path} ${body}`),
  ).toEqual([
    'PUT /orgs/acme/members/grace {"role":"owner"}',
    'PUT /orgs/acme/teams/core%20team/members/grace {"role":"maintainer"}',
    'PUT /orgs/acme/teams/core%20team/members/ada {"role":"member"}',
    'DELETE /orgs/acme/teams/core%20team/members/alan ',
  ]);
  expect(await rolecall('plan', '--detailed-exitcode')).toMatchObject({ code: 0 });
});

test('an e-mail that no user has is blocked where anybody can be granted a role, and the rest is planned', async () => {
  const { rolecall } = await makeWorld({
    'access/forge.yaml': ACCESS.replace('member: [lin]', 'member: [zed@acme.test, lin]'),
  });
  const { code, stdout } = await rolecall('plan');
  expect(code).toBe(0);
  expect(stdout).toContain('forge/organization/acme lists no user with this e-mail');
  expect(stdout).toContain('Plan: 1 to grant, 2 to change');
});

test('a role that it does not list is blocked without naming a setting that it lacks', async () => {
  const { rolecall } = await makeWorld({
    'access/forge.yaml': ACCESS.replace('maintainer: [grace]', 'maintaner: [grace]'),
  });
  const { stdout } = await rolecall('plan');
  expect(stdout).toContain('has no role "maintaner"; did you mean "maintainer"?');
});

test('it is imported with its teams, and the next plan is empty', async () => {
  const { rolecall, folder } = await makeWorld({});
  const { code, stderr } = await rolecall('import', '--scope', 'forge/organization/acme');
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'access/forge/acme.yaml'), 'utf8')).toBe(`provider: forge
organization: "acme"
roles:
  member:
    - alan@acme.test
    - grace
    - lin
  owner:
    - ada
---
team: "core team"
organization: "acme"
roles:
  maintainer:
    - ada
  member:
    - alan@acme.test
`);
  expect(await rolecall('plan', '--detailed-exitcode')).toMatchObject({ code: 0 });
});

test('its people come into people.yaml under ids, and entries that are there name them by key', async () => {
  const { rolecall, folder } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const before = (await rolecall('plan')).stdout;
  const { code, stdout } = await rolecall('import', '--people', '--merge');
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(before).not.toContain('No changes');
  expect(readFileSync(join(folder, 'people.yaml'), 'utf8')).toContain(
    '  alan: { ids: { forge: user:alan } } # alan@acme.test\n',
  );
  expect(readFileSync(join(folder, 'access/forge.yaml'), 'utf8')).not.toMatch(/@|user:/u);
  expect(await rolecall('plan', '--detailed-exitcode')).toMatchObject({ code: 0 });
});

test('its roles are listed by kind of scope', async () => {
  const { rolecall } = await makeWorld({});
  const { code, stdout } = await rolecall('roles', '--scope', 'forge/organization/acme');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^forge organization {2}1 scope\n {2}member +member +3 holders?\n {2}owner/u);
  expect(stdout).toContain('forge team  1 scope\n  maintainer  maintainer  1 holder\n');
});

test('it is explained, offline and against what is live', async () => {
  const { rolecall } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const { code, stdout } = await rolecall('explain', 'grace', '--live');
  expect(code).toBe(0);
  expect(stdout).toContain('forge/team/acme/core%20team');
  expect(stdout).toContain('maintainer');
});

test('it is reported', async () => {
  const { rolecall } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const { code, stdout } = await rolecall('report', '--format', 'csv');
  expect(code).toBe(0);
  expect(stdout).toMatch(/alan@acme\.test.*forge\/team\/acme\/core%20team/u);
});

test('two revisions of its files are compared', async () => {
  const { rolecall, folder, write } = await makeWorld({ 'access/forge.yaml': ACCESS });
  commitAll(folder);
  write('access/forge.yaml', ACCESS.replace('member: [ada]', 'member: [ada, lin]'));
  const { code, stdout } = await rolecall('diff', 'HEAD');
  expect(code).toBe(0);
  expect(stdout).toContain('Diff: 1 granted.');
});

test('every function of the library takes it', async () => {
  const { context, folder, server } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const shared = { scope: [], concurrency: null };
  expect(await validate(context())).toMatchObject({ diagnostics: [], exitCode: 0 });

  const asked = { principal: 'grace', role: [], live: true, ...shared };
  const { explanation } = await explain(asked, context());
  expect(explanation.roles.map(({ scope, role, live }) => [scope, role, live])).toEqual([
    ['forge/organization/acme', 'owner', 'absent'],
    ['forge/team/acme/core%20team', 'maintainer', 'absent'],
  ]);

  const run = await plan(planningDefaults, context());
  const result = await apply(run, selectAll(run), null, context());
  await run.close();
  expect(result).toMatchObject({ summary: { applied: 4, failed: 0 }, converged: true });

  const { review } = await report({ inactiveDays: 90, ...shared }, context());
  expect(review.scopes.map(({ scope, complete }) => [scope, complete])).toEqual([
    ['forge/organization/acme', true],
    ['forge/team/acme/core%20team', true],
  ]);

  commitAll(folder);
  const compared = await diff({ base: 'HEAD', head: null, scope: [], detailedExitcode: true }, context());
  expect(compared).toMatchObject({ diff: { changes: [] }, exitCode: 0 });

  const imported = await importAccess({ dir: 'access', merge: true, people: false, ...shared }, context());
  expect(imported.exitCode).toBe(0);
  expect(readFileSync(join(folder, 'access/forge.yaml'), 'utf8')).toContain('alan@acme.test');
  expect(server.requests.every(({ path }) => path.startsWith('/orgs/acme/'))).toBe(true);
});

test('a doctor looks at it, the more closely the more its module knows', async () => {
  const { rolecall, folder } = await makeWorld({ 'access/forge.yaml': ACCESS });
  const plain = await rolecall('doctor');
  expect(plain.code).toBe(0);
  expect(plain.stdout).toContain('can be read: 4 role assignments');
  const known = [...builtInModules, { ...forge, doctor: async () => forgeDoctor }];
  // The server's answers carry the real date, against which a doctor holds the clock.
  const punctual = { ...runtime, now: () => Date.now() };
  const { code, stdout } = await runProgram(['doctor'], folder, punctual, known);
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('lists state their total'),
  });
  expect(stdout).toContain('as documented (Forge manual, chapter 3)');
  expect(stdout).toContain('an id that does not exist is answered 404');
});
