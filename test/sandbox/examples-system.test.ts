import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { examplesSystem } from '../../src/sandbox/examples-system.js';
import { systemRuntime } from '../../src/runtime.js';
import { namedConnector } from '../../src/commands/connector/named.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { runProgram } from '../e2e/world.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/connectors', import.meta.url));

/** The example folder, aimed at a sandbox that serves the examples of its connector. */
async function world() {
  const source = 'connectors/grafana.yaml';
  const { name, connector } = await namedConnector(source, EXAMPLE, 'nothing is served');
  const { title, examples = [] } = connector;
  const system = examplesSystem({ name, title, source, variable: 'GRAFANA_TOKEN', baseUrl: null, examples });
  const sandbox = await startSandbox({ systems: [system] });
  onTestFinished(() => sandbox.close());
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(EXAMPLE, folder, { recursive: true });
  const settings = readFileSync(join(folder, 'rolecall.yaml'), 'utf8').split(/^providers:/mu)[0] ?? '';
  const providers = sandbox.settings(sandbox.url).join('\n');
  writeFileSync(join(folder, 'rolecall.yaml'), `${settings}${providers}\n`);
  const access = 'provider: grafana\norganization: "1"\nroles: { Admin: [ada], Editor: [grace] }\n';
  writeFileSync(join(folder, 'access/grafana.yaml'), access);
  const runtime = systemRuntime({ env: sandbox.environment });
  const rolecall = (...argv: readonly string[]) => runProgram(argv, folder, runtime);
  return { folder, sandbox, rolecall };
}

test('the examples of a connector are planned against', async () => {
  const { rolecall } = await world();
  expect(await rolecall('validate')).toMatchObject({ code: 0 });
  const { code, stdout } = await rolecall('plan');
  expect([code, stdout]).toEqual([0, expect.stringContaining('Plan: 1 to change.')]);
});

test('they are imported, and the next plan is empty', async () => {
  const { folder, rolecall } = await world();
  rmSync(join(folder, 'access'), { recursive: true });
  expect((await rolecall('import', '--scope', 'grafana/organization/1')).code).toBe(0);
  expect((await rolecall('plan')).stdout).toContain('No changes. Live state matches the files.');
});

test('the doctor sees a token refused, and an unknown id as not found', async () => {
  const { rolecall } = await world();
  const { code, stdout } = await rolecall('doctor');
  expect(stdout).toContain('Ready to plan: yes. Ready to apply: yes');
  expect([code, stdout]).toEqual([0, expect.not.stringContaining('✗')]);
});

test('a request that no example answers says so, and none is answered without the token', async () => {
  const { sandbox } = await world();
  const url = `${sandbox.url}/connectors/grafana`;
  const headers = { authorization: `Bearer ${sandbox.environment['GRAFANA_TOKEN'] ?? ''}` };
  const missing = await fetch(`${url}/api/orgs/9/users`, { headers });
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { message: 'No example answers GET /api/orgs/9/users' },
  ]);
  const written = await fetch(`${url}/api/orgs/9/users`, { method: 'POST', headers });
  expect(written.status).toBe(501);
  expect((await fetch(`${url}/api/orgs/1/users`)).status).toBe(401);
  expect((await fetch(`${url}/api/orgs/1`, { headers })).headers.get('content-type')).toBe(
    'application/json',
  );
});

test('links in the answers lead to the sandbox', async () => {
  const link = '<https://api.crew.test/v1/people?page=2>; rel="next"';
  const system = examplesSystem({
    name: 'crew',
    title: 'Crew',
    source: 'crew.yaml',
    variable: 'CREW_TOKEN',
    baseUrl: 'https://api.crew.test/v1',
    examples: [{ request: 'GET /people', status: 200, headers: { Link: link }, body: [] }],
  });
  const sandbox = await startSandbox({ systems: [system] });
  onTestFinished(() => sandbox.close());
  const headers = { authorization: `Bearer ${sandbox.environment['CREW_TOKEN'] ?? ''}` };
  const answer = await fetch(`${sandbox.url}/connectors/crew/people`, { headers });
  expect(answer.headers.get('link')).toBe(`<${sandbox.url}/connectors/crew/people?page=2>; rel="next"`);
});
