import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Flow, makeFlow, type Ran } from './flow.js';
import { aionToken, hospital, redoxToken } from './hospital.js';
import type { RawReply, Seen, Twist } from './interposer.js';

const robot = 'marked-secret-of-the-robot/+=?';
const secrets = [redoxToken, aionToken, robot];

/** Everything a run left: what it printed and every file that was not there before. */
function traces(flow: Flow, ...rans: readonly Ran[]): string {
  const files = readdirSync(flow.folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.yaml'),
  );
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
  return [...rans.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...kept].join('\n');
}

/** Secrets in any of their forms. */
function leaks(text: string): readonly string[] {
  return secrets
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64').replace(/=+$/u, '').slice(0, -1),
      Buffer.from(secret).toString('base64url').slice(0, -1),
      Buffer.from(secret).toString('hex'),
      secret.slice(0, 12),
    ])
    .filter((form) => text.toLowerCase().includes(form.toLowerCase()));
}

const everyCommand = async (flow: Flow): Promise<readonly Ran[]> => [
  await flow.rolecall('plan', '--verbose', '--out', 'plan.json'),
  await flow.rolecall('plan', '--verbose', '--format', 'markdown'),
  await flow.rolecall(
    'apply',
    '--yes',
    '--verbose',
    '--audit-log',
    'audit.jsonl',
    '--receipt',
    'receipt.json',
  ),
  await flow.rolecall('plan', '--verbose', '--format', 'html'),
];

/** Says back whatever it was sent, in every place where a server can say something. */
const echoing =
  (status: number) =>
  (seen: Seen): Twist => {
    const said = `${seen.headers.authorization ?? ''} ${seen.body}`;
    const body = JSON.stringify({
      error: said,
      error_description: `${decodeURIComponent(seen.body.replaceAll('+', ' '))} ${Buffer.from(said).toString('base64')}`,
      message: said,
    });
    const header = said.replaceAll(/[^\x20-\x7e]/gu, '');
    return {
      status,
      body,
      headers: {
        'x-request-id': header,
        'retry-after': '0',
        location: `https://elsewhere.test/${encodeURIComponent(said)}`,
      },
    };
  };

describe('no secret is in any output or file', () => {
  test('when all goes well', async () => {
    const flow = await makeFlow();
    expect(leaks(traces(flow, ...(await everyCommand(flow))))).toEqual([]);
  });

  test.each([200, 302, 400, 401, 403, 404, 409, 429, 500, 503])(
    'when the server answers %i and echoes the credential',
    async (status) => {
      const flow = await makeFlow({
        rule: (seen) => (seen.method === 'GET' && seen.url.includes('1024') ? echoing(status)(seen) : 'pass'),
      });
      const rans = [await flow.rolecall('plan', '--verbose', '--out', 'plan.json')];
      expect(leaks(traces(flow, ...rans))).toEqual([]);
      const writing = await makeFlow({
        rule: (seen) => (seen.method === 'GET' ? 'pass' : echoing(status)(seen)),
      });
      expect(leaks(traces(writing, ...(await everyCommand(writing))))).toEqual([]);
    },
  );

  const manners: Readonly<Record<string, (token: string) => string>> = {
    'in upper case': (token) => token.toUpperCase(),
    'as hex': (token) => Buffer.from(token).toString('hex'),
    'as HTML entities': (token) => token.replaceAll(/./gu, (letter) => `&#${letter.charCodeAt(0)};`),
    'encoded twice': (token) =>
      token.replaceAll(/./gu, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
    'broken in lines': (token) => token.replaceAll(/.{7}/gu, '$&\r\n  '),
    'cut short': (token) => `${token.slice(0, 14)}…`,
  };
  test.each(Object.keys(manners))('when the server echoes the credential %s', async (name) => {
    const echo = (seen: Seen): RawReply => {
      const [, token = ''] = (seen.headers.authorization ?? '').split(' ');
      const words = manners[name]?.(token) ?? '';
      return { status: 400, headers: { 'x-request-id': words.replaceAll(/[^ -~]+/gu, ' ') }, body: words };
    };
    const flow = await makeFlow({ rule: (seen) => (seen.url.includes('1024') ? echo(seen) : 'pass') });
    const text = traces(flow, ...(await everyCommand(flow)));
    expect(leaks(text)).toEqual([]);
    expect(text).toContain('[redacted]');
    expect(text).not.toMatch(/&#\d|%25|\\u\{d\}/u);
  });

  test.each([200, 302, 400, 401, 429, 500])(
    'when the token endpoint answers %i and echoes what it was sent',
    async (status) => {
      const aion = { accounts: [], ...hospital.aion, clients: [{ id: 'robot', secret: robot }] };
      const flow = await makeFlow({
        sandbox: { seed: { ...hospital, aion } },
        rule: (seen) => (seen.url.endsWith('/token') ? echoing(status)(seen) : 'pass'),
        wholeSettings: (url) => `version: 1
providers:
  redox: { url: ${url}/platform, auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion:
    url: ${url}
    auth: { method: client-credentials, tokenUrl: ${url}/oauth/token, clientId: { env: AION_CLIENT_ID }, clientSecret: { env: AION_CLIENT_SECRET } }
`,
      });
      const ran = await flow.rolecall('plan', '--verbose', '--out', 'plan.json');
      expect(
        flow.wire.seen.some(({ body }) => body.includes(encodeURIComponent(robot).replaceAll('%20', '+'))),
      ).toBe(true);
      expect(leaks(traces(flow, ran))).toEqual([]);
    },
  );
});

describe('credentials go to their own origin only', () => {
  const elsewhere = async (): Promise<{ readonly url: string; readonly hits: () => number }> => {
    let hits = 0;
    const server = createServer((_request, response) => {
      hits += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return { url: `http://localhost:${typeof address === 'object' ? address?.port : 0}`, hits: () => hits };
  };

  test.each([301, 302, 303, 307, 308])(
    'a %i to another one is not followed, by reads, writes or token requests',
    async (status) => {
      const other = await elsewhere();
      const flow = await makeFlow();
      flow.wire.twist(({ method, url }) =>
        url.includes('1024') && method === 'GET'
          ? { status, headers: { location: `${other.url}${url}` }, body: '' }
          : method === 'GET'
            ? 'pass'
            : { status, headers: { location: other.url }, body: '' },
      );
      await flow.apply();
      expect(other.hits()).toBe(0);
    },
  );

  test.each(['absolute', 'without a scheme', 'with a backslash', 'with a user'])(
    'a link to the next page that leads there (%s) is not followed',
    async (form) => {
      const other = await elsewhere();
      const { host } = new URL(other.url);
      const links: Readonly<Record<string, string>> = {
        absolute: `${other.url}/v1/more`,
        'without a scheme': `//${host}/v1/more`,
        'with a backslash': `/\\${host}/v1/more`,
        'with a user': `http://127.0.0.1@${host}/v1/more`,
      };
      const linked = ({ status, body }: RawReply): RawReply => ({
        status,
        body: JSON.stringify({
          ...Object(JSON.parse(body.toString())),
          meta: { page: { links: { next: links[form] } } },
        }),
      });
      const flow = await makeFlow({
        rule: ({ method, url }) =>
          method === 'GET' && url.includes('/organizations/1024') ? linked : 'pass',
      });
      const { code, plan } = await flow.plan();
      expect(code).toBe(1);
      expect(plan.scopes.find(({ scope }) => scope === 'redox/organization/1024')?.complete).toBe(false);
      expect(other.hits()).toBe(0);
    },
  );
});

describe('settings', () => {
  const providers = (redox: string): string => `version: 1\nproviders:\n  redox: ${redox}\n`;
  test.each([
    ['http://api.redoxengine.com', 'url-insecure'],
    ['http://127.0.0.1.evil.test', 'url-insecure'],
    ['http://localhost.evil.test/', 'url-insecure'],
    ['http://[::ffff:1.2.3.4]/', 'url-insecure'],
    ['ftp://127.0.0.1/', 'url-insecure'],
    ['https://user:marked-secret-of-redox-4711@api.test', 'url-invalid'],
    ['https://api.test/?token=marked-secret-of-redox-4711', 'url-invalid'],
    ['marked-secret-of-redox-4711', 'url-invalid'],
  ])('with the url %s are refused before anything is sent', async (url, code) => {
    const flow = await makeFlow({
      wholeSettings: () =>
        providers(`{ url: "${url}", auth: { method: bearer, token: { env: REDOX_TOKEN } } }`),
    });
    const ran = await flow.rolecall('plan', '--verbose');
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain(code);
    expect(leaks(traces(flow, ran))).toEqual([]);
  });

  test.each([
    '{ auth: { method: bearer, token: marked-secret-of-redox-4711 } }',
    '{ auth: { method: bearer, token: { value: marked-secret-of-redox-4711 } } }',
    '{ auth: { method: bearer, token: { env: "marked-secret-of-redox-4711" } } }',
    '{ auth: { method: marked-secret-of-redox-4711 } }',
    '{ auth: "marked-secret-of-redox-4711" }',
    '{ auth: { method: private-key-jwt, clientId: { env: A }, keyId: { env: B }, privateKey: "-----BEGIN PRIVATE KEY-----marked-secret-of-redox-4711" } }',
    '{ auth: { method: bearer, token: !secret marked-secret-of-redox-4711 } }',
    '{ auth: { method: bearer, token: *marked-secret-of-redox-4711 } }',
    '{ auth: { method: bearer, token: "marked-secret-of-redox-4711 } }',
    '{ auth: { method: bearer, token: { env: REDOX_TOKEN }, token: marked-secret-of-redox-4711 } }',
    '{ self: [marked-secret-of-redox-4711] }',
  ])('with a secret written into them (%s) are refused and not echoed', async (redox) => {
    const flow = await makeFlow({ wholeSettings: () => providers(redox) });
    const rans = [
      await flow.rolecall('validate', '--verbose'),
      await flow.rolecall('validate', '--format', 'json'),
      await flow.rolecall('validate', '--format', 'github'),
      await flow.rolecall('validate', '--format', 'sarif'),
      await flow.rolecall('plan', '--verbose'),
    ];
    expect(rans.map(({ code }) => code)).toEqual([3, 3, 3, 3, 3]);
    expect(leaks(traces(flow, ...rans))).toEqual([]);
    expect(flow.wire.seen).toEqual([]);
  });
});
