import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { systemRuntime } from '../../src/runtime.js';
import { scratchRepository } from '../git/scratch-repository.js';
import { startGrafana } from '../providers/connector/grafana-server.js';
import { now, runProgram } from './world.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/connectors', import.meta.url));
const authorization = 'Basic b3BzOmEtcGFzc3dvcmQ=';
const accounts = [
  { id: 1, login: 'ops', email: 'ops@acme.test', name: 'Operations' },
  { id: 12, login: 'ada', email: 'ada@acme.test', name: 'Ada Lovelace' },
  { id: 13, login: 'grace', email: 'grace@acme.test', name: 'Grace Hopper' },
  { id: 14, login: 'lin', email: 'lin@acme.test', name: 'Linus Contractor' },
  { id: 15, login: 'mallory', email: 'mallory@acme.test', name: 'Mallory Former' },
];

/** The example in a folder of its own, aimed at a double of Grafana. */
async function world() {
  const grafana = await startGrafana(
    accounts,
    {
      1: { name: 'Main Org.', roles: { 1: 'Admin', 13: 'Viewer', 15: 'Editor' } },
      7: { name: 'Plant', roles: { 1: 'Admin' } },
    },
    authorization,
  );
  onTestFinished(grafana.close);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-connector-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(EXAMPLE, folder, { recursive: true });
  const settings = join(folder, 'rolecall.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('https://grafana.acme.test', grafana.url));
  const runtime = { ...systemRuntime({ env: { GRAFANA_AUTHORIZATION: authorization } }), now: () => now };
  const rolecall = (...argv: readonly string[]) => runProgram(argv, folder, runtime);
  return { grafana, folder, rolecall };
}

test("the example of a connector of one's own has no finding", async () => {
  const { rolecall } = await world();
  expect(await rolecall('validate')).toMatchObject({ code: 0, stdout: 'The files are valid.\n', stderr: '' });
});

test('what is wrong with the connector is told, and not what only follows from that', async () => {
  const { folder, rolecall } = await world();
  const connector = join(folder, 'connectors/grafana.yaml');
  writeFileSync(connector, readFileSync(connector, 'utf8').replace('exclusive: true', 'exclusiv: true'));
  const { code, stdout } = await rolecall('validate');
  expect(code).toBe(3);
  expect(stdout).toContain('The key "exclusiv" is not known here. Did you mean "exclusive"?');
  expect(stdout).not.toMatch(/access|people\.yaml/u);
});

test('its files are planned, applied, and then match what is live', async () => {
  const { grafana, rolecall } = await world();
  const plan = await rolecall('plan');
  expect(plan.code).toBe(0);
  expect(plan.stdout).toContain('Plan: 3 to grant, 1 to change, 1 to revoke.');
  grafana.requests.length = 0;
  expect((await rolecall('apply', '--yes')).code).toBe(0);
  expect(grafana.requests.filter((request) => !request.startsWith('GET')).toSorted()).toEqual([
    'DELETE /api/orgs/1/users/15',
    'PATCH /api/orgs/1/users/13 {"role":"Editor"}',
    'POST /api/orgs/1/users {"loginOrEmail":"ada@acme.test","role":"Admin"}',
    'POST /api/orgs/1/users {"loginOrEmail":"lin@acme.test","role":"Viewer"}',
    'POST /api/orgs/7/users {"loginOrEmail":"ada@acme.test","role":"Editor"}',
  ]);
  expect((await rolecall('plan')).stdout).toContain('No changes. Live state matches the files.');
});

test('what is live is imported, and the next plan is empty', async () => {
  const { folder, rolecall } = await world();
  rmSync(join(folder, 'access'), { recursive: true });
  const scopes = ['--scope', 'grafana/organization/1', '--scope', 'grafana/organization/7'];
  expect((await rolecall('import', ...scopes)).code).toBe(0);
  expect((await rolecall('plan')).stdout).toContain('No changes. Live state matches the files.');
});

test('a change under review does not say what the credential is sent to, nor how', async () => {
  const { grafana, folder, rolecall } = await world();
  const { commit } = scratchRepository(folder);
  commit({});
  const connector = join(folder, 'connectors/grafana.yaml');
  const described = readFileSync(connector, 'utf8');
  writeFileSync(
    connector,
    described.replaceAll('/api/orgs/{organization}/users', '/api/orgs/{organization}/spy'),
  );
  expect((await rolecall('plan', '--providers-from', 'main')).code).toBe(0);
  expect(grafana.requests.filter((request) => request.includes('/spy'))).toEqual([]);
  await rolecall('plan');
  expect(grafana.requests.filter((request) => request.includes('/spy'))).not.toEqual([]);
});

test('a kind that only the connector under review describes is not planned with the trusted one', async () => {
  const { folder, rolecall } = await world();
  const { commit } = scratchRepository(folder);
  commit({});
  const connector = join(folder, 'connectors/grafana.yaml');
  const team = `  team:
    description: Number of a team.
    roles: [{ id: Member }]
    assignments: [{ get: "/api/teams/{team}/members", person: userId, role: role, paging: { by: whole } }]
    revoke: { delete: "/api/teams/{team}/members/{person}" }
examples:
`;
  writeFileSync(connector, readFileSync(connector, 'utf8').replace('examples:\n', team));
  const document = 'provider: grafana\nteam: "3"\norganization: "1"\nroles: { Member: [ada] }\n';
  writeFileSync(join(folder, 'access/team.yaml'), document);
  expect((await rolecall('validate')).code).toBe(0);
  const { code, stderr } = await rolecall('plan', '--providers-from', 'main');
  expect(code).toBe(1);
  expect(stderr).toContain(
    '"team" of access/team.yaml:2 is a kind that the connector of grafana lacks in "main"',
  );
  expect(stderr).toContain('Merge the change of the connector first');
});
