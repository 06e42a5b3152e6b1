import { createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFlow } from './flow.js';

const settings = (redox: string, aion: string): string => `version: 1
providers:
  redox: { url: ${redox}, auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion: { url: ${aion}, auth: { method: bearer, token: { env: AION_TOKEN } } }
`;

/** Both providers at the same broken place. */
const broken = (url: string) => () => settings(url, url);
const warningsOf = (plan: {
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}) => plan.warnings.filter(({ code }) => code === 'incomplete-read');

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** A server whose certificate nobody trusts. */
async function selfSigned(): Promise<string> {
  const [key, cert] = ['untrusted-key.pem', 'untrusted-cert.pem'].map((name) =>
    readFileSync(join(import.meta.dirname, name)),
  );
  const server = createTlsServer({ key, cert }, (_, response) => {
    response.end('{}');
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `https://localhost:${typeof address === 'object' ? address?.port : 0}`;
}

describe('one cause is told once for each provider, with what it touched', () => {
  test('a host that refuses connections, soon', { timeout: 15_000 }, async () => {
    const url = await closedPort();
    const flow = await makeFlow({ wholeSettings: broken(url) });
    const before = flow.runtime.monotonic();
    const { code, plan } = await flow.plan();
    expect(code).toBe(1);
    expect(flow.runtime.monotonic() - before).toBeLessThan(10_000);
    const warnings = warningsOf(plan);
    expect(warnings).toHaveLength(2);
    expect(warnings[1]).toMatchObject({
      scopes: ['redox/environment/prod', 'redox/organization/1024', 'redox/organization/2048'],
      message: expect.stringContaining(`${url} cannot be reached`),
    });
  });

  test('a certificate, which is not tried again and names the variable', async () => {
    const flow = await makeFlow({ wholeSettings: broken(await selfSigned()) });
    const { plan } = await flow.plan();
    const warnings = warningsOf(plan);
    expect(warnings).toHaveLength(2);
    expect(JSON.stringify(warnings)).toContain('NODE_EXTRA_CA_CERTS');
    expect(plan.requests.made).toBeLessThan(20);
  });

  test('a refused token, by the name of its variable', async () => {
    const flow = await makeFlow({ env: { REDOX_TOKEN: 'wrong', AION_TOKEN: 'wrong' } });
    const { code, plan } = await flow.plan();
    expect(code).toBe(1);
    const words = JSON.stringify(warningsOf(plan));
    expect(warningsOf(plan)).toHaveLength(2);
    expect(words).toContain('REDOX_TOKEN (setting providers.redox.auth)');
    expect(words).toContain('AION_TOKEN (setting providers.aion.auth)');
  });

  test('an organization that is not there, with its environments and what to do', async () => {
    const flow = await makeFlow({
      files: {
        'access/redox.yaml': `organization: "7777"
roles: { owner: [ada@acme.test] }
---
environment: none
organization: "7777"
roles: { engineer: [ada@acme.test] }
`,
      },
    });
    const { plan } = await flow.plan();
    const [warning, ...others] = warningsOf(plan);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      scopes: ['redox/environment/none', 'redox/organization/7777'],
      source: { file: 'access/redox.yaml', line: 1 },
    });
    expect(warning?.message).toContain('redox/organization/7777 does not exist or cannot be seen');
    expect(warning?.message).toContain('Check the id, and that the credential may see it.');
    for (const scope of ['redox/organization/7778', 'aion/account/none']) {
      const { stdout, stderr } = await flow.rolecall('import', '--scope', scope);
      expect(`${stdout}${stderr}`.split('could not be read whole').length - 1).toBe(1);
    }
  });

  test('an error of the server, within a minute for all reads together', async () => {
    const flow = await makeFlow({ rule: () => ({ status: 503, body: 'later' }) });
    const before = flow.runtime.monotonic();
    const { plan } = await flow.plan('--concurrency', '1');
    expect(flow.runtime.monotonic() - before).toBeLessThan(62_000);
    expect(warningsOf(plan)).toHaveLength(2);
  });

  test('and a plan without anything read says so in every format, without counts', async () => {
    const flow = await makeFlow({ env: { REDOX_TOKEN: 'wrong', AION_TOKEN: 'wrong' } });
    const text = await flow.rolecall('plan');
    expect(text.code).toBe(1);
    expect(text.stdout.trimEnd().split('\n').at(-1)).toBe('No plan: nothing could be read.');
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = await flow.rolecall('plan', '--format', format);
      expect(stdout).toContain('No plan: nothing could be read.');
      expect(stdout).not.toContain('0 to grant');
      expect(stdout).not.toContain('<details>');
    }
  });

  test('and so does a report in every format', async () => {
    const flow = await makeFlow({ env: { REDOX_TOKEN: 'wrong', AION_TOKEN: 'wrong' } });
    for (const format of ['text', 'html', 'csv', 'json']) {
      const { code, stdout, stderr } = await flow.rolecall('report', '--format', format);
      expect(code).toBe(1);
      const told = format === 'text' || format === 'html' ? stdout : stderr;
      expect(told).toContain('No report: nothing could be read.');
      expect(`${stdout}${stderr}`).toContain('REDOX_TOKEN (setting');
      expect(stdout).not.toMatch(/\b0<?\/?b?>? ?(?:<span>)?people/);
    }
  });

  test('and so does an apply of a plan that was reviewed, which writes nothing', async () => {
    let wrong = false;
    const flow = await makeFlow({ rule: () => (wrong ? { status: 401, body: '{}' } : 'pass') });
    await flow.plan('--out', 'plan.json');
    wrong = true;
    const { code, stdout, stderr } = await flow.rolecall('apply', 'plan.json', '--yes');
    expect(code).toBe(1);
    expect(stdout).toContain('its scope could not be read whole');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('No plan: nothing could be read.');
    expect(stderr.split('REDOX_TOKEN (setting')).toHaveLength(2);
    expect(flow.wire.writes()).toEqual([]);
    const { result } = await flow.apply('plan.json');
    expect(result.summary).toMatchObject({ applied: 0, failed: 0 });
  });

  test('a url at which nothing is found, for all organizations and accounts of a provider', async () => {
    const flow = await makeFlow({
      rule: ({ url }) => (url.includes('/platform/') ? { status: 404, body: '{}' } : 'pass'),
    });
    const { code, plan } = await flow.plan();
    expect(code).toBe(1);
    expect(warningsOf(plan)).toEqual([
      {
        code: 'incomplete-read',
        message: expect.stringContaining('Check providers.redox.url in rolecall.yaml'),
        source: null,
        scopes: ['redox/environment/prod', 'redox/organization/1024', 'redox/organization/2048'],
      },
    ]);
    const imported = await flow.rolecall('import', '--scope', 'redox/organization/1024', '--merge');
    expect(imported.code).toBe(1);
    expect(imported.stderr.split('was answered 404')).toHaveLength(2);
  });

  test('but an organization that alone is not found is named', async () => {
    const flow = await makeFlow({
      rule: ({ url }) => (url.includes('/organizations/2048') ? { status: 404, body: '{}' } : 'pass'),
    });
    const { plan } = await flow.plan();
    const message = expect.stringContaining('redox/organization/2048 does not exist or cannot be seen');
    expect(warningsOf(plan)).toMatchObject([{ message, source: { file: 'access/redox.yaml' } }]);
  });

  test('explain answers about scopes that were read, and exits 1 only where one it asks about was not', async () => {
    const flow = await makeFlow({
      rule: ({ url }) => (url.includes('/organizations/2048') ? { status: 500, body: '{}' } : 'pass'),
    });
    const asked = await flow.rolecall(
      'explain',
      'ada@acme.test',
      '--live',
      '--scope',
      'redox/organization/1024',
    );
    expect(asked.code).toBe(0);
    const all = await flow.rolecall('explain', 'ada@acme.test', '--live');
    expect(all.code).toBe(1);
    expect(all.stderr).toContain('redox/organization/2048 could not be read whole');
  });

  test.each([
    ['report'],
    ['import', '--scope', 'redox/organization/1024', '--merge'],
    ['explain', 'ada@acme.test', '--live'],
    ['apply', '--yes'],
  ])('by %s too', async (...argv) => {
    const flow = await makeFlow({ env: { REDOX_TOKEN: 'wrong', AION_TOKEN: 'wrong' } });
    const { code, stdout, stderr } = await flow.rolecall(...argv);
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`.split('REDOX_TOKEN (setting').length - 1).toBe(1);
  });
});
