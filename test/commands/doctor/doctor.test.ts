import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../../src/providers/doctor.js';
import { makeWorld } from '../../e2e/world.js';
import { type Answerer, json, startLoopback } from '../../http/loopback.js';
import { skippedWaits } from '../../safety/quick-runtime.js';
import { schemaProblems } from '../../schema-problems.js';
import { member, memberships, patient, redoxAt, wrongs } from './world.js';

const rows = memberships(member('7', 'ada@acme.test', 'admin'), member('9', 'ops@acme.test', 'Owner'));

/** An API that knows one token and one organization. */
const acme: Answerer = (response, { headers, path }) => {
  if (headers.authorization !== 'Bearer good') json(response, 401, { message: 'no' });
  else if (path === '/v1/organizations/1024/role-assignment') json(response, 200, rows);
  else json(response, 404, { message: 'no such thing' });
};

test('an API that answers as documented is ready to plan and to apply', async () => {
  const server = await startLoopback(acme);
  const { text, json: run } = patient({ redox: redoxAt(server.url, 'self: ops@acme.test') });
  const { code, stdout, stderr } = await text();
  expect(stdout.split('\n').slice(-2)).toEqual(['Ready to plan: yes. Ready to apply: yes.', '']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { stdout: printed, checks } = await run();
  expect(schemaProblems('doctor', JSON.parse(printed))).toEqual([]);
  expect(checks.every(({ state }) => state === 'ok')).toBe(true);
  expect(server.received.every(({ method }) => method === 'GET')).toBe(true);
});

test('the real credential is sent only after an invalid one was refused', async () => {
  const server = await startLoopback(acme);
  await patient({ redox: redoxAt(server.url) }).json();
  const sent = server.received.map(({ headers, path }) => `${headers.authorization} ${path}`);
  expect(sent).toEqual([
    'Bearer rolecall-doctor-invalid /v1/organizations/1024/role-assignment',
    'Bearer good /v1/organizations/1024/role-assignment',
    'Bearer good /v1/organizations/rolecall-doctor-no-such-id/role-assignment',
    'Bearer good /v1/organizations/1024/role-assignment',
  ]);
});

test('facts that are not proved are counted, and have an exit code of their own', async () => {
  const server = await startLoopback(acme);
  const { text } = patient({ redox: redoxAt(server.url) });
  const { stdout } = await text();
  expect(stdout).toContain('? needs data  redox ');
  expect(stdout).toContain('\nReady to plan: yes. Ready to apply: yes, 1 fact unproved.\n');
  expect([(await text()).code, (await text('--detailed-exitcode')).code]).toEqual([0, 2]);
});

describe('variables', () => {
  test.each([
    [{}, 'is not set'],
    [{ TOKEN: '  ' }, 'is empty'],
    [{ TOKEN: 'Bearer good' }, 'begins with "Bearer"'],
    [{ TOKEN: '"good"' }, 'stands in quotes'],
    [{ TOKEN: 'go\nod' }, 'holds line breaks'],
  ])('%j is told with the command to set it, and only the network is asked', async (env, words) => {
    const server = await startLoopback(acme);
    const { checks, code, ready } = await patient({ redox: redoxAt(server.url), env }).json();
    const [variable] = checks.filter(({ layer }) => layer === 'variables');
    expect(variable).toMatchObject({ subject: 'TOKEN', state: 'failed', remedy: 'export TOKEN=…' });
    expect(variable?.evidence).toContain(words);
    expect(checks.map(({ layer, state }) => `${layer} ${state}`)).toEqual([
      'files ok',
      'variables failed',
      'network ok',
      'behaviour ok',
    ]);
    expect({ code, ready }).toEqual({ code: 1, ready: { plan: false, apply: false } });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer rolecall-doctor-invalid',
    ]);
  });

  test('a key that is no key is told', async () => {
    const server = await startLoopback(acme);
    const auth =
      'auth: { method: private-key-jwt, clientId: { env: C }, keyId: { env: K }, privateKey: { env: P } }';
    const run = patient({
      redox: [`url: ${server.url}`, auth],
      env: { C: 'c', K: 'k', P: 'secret-that-is-no-key' },
    });
    const { checks, stdout } = await run.json();
    const key = checks.find(({ subject }) => subject === 'P');
    expect(key?.evidence).toBe(
      'holds no RSA private key as PEM (PKCS#8, BEGIN PRIVATE KEY) or JWK (setting providers.redox.auth.privateKey)',
    );
    expect(stdout).not.toContain('secret-that-is-no-key');
  });

  test('a provider without a credential is told where one is missing', async () => {
    const server = await startLoopback(acme);
    const { checks } = await patient({ redox: [`url: ${server.url}`] }).json();
    expect(checks.find(({ id }) => id === 'credential')).toMatchObject({
      subject: 'redox/organization/1024',
      state: 'failed',
      remedy: 'Add providers.redox.auth to rolecall.yaml, or the credential of an organization.',
    });
  });
});

describe('a network that does not lead there', () => {
  test('is one line, and no secret leaves', async () => {
    const run = patient({ redox: redoxAt('http://127.0.0.1:1') });
    const result = await run.json();
    expect(wrongs(result)).toEqual(['network origin http://127.0.0.1:1 failed']);
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toContain('HTTPS_PROXY');
  });

  test('names the variable of a proxy that fails, and never its password', async () => {
    const run = patient({
      redox: redoxAt('https://api.acme.test'),
      env: { TOKEN: 'good', HTTPS_PROXY: 'http://ada:hunter22@127.0.0.1:1' },
    });
    const result = await run.json();
    expect(wrongs(result)).toEqual(['network origin https://api.acme.test failed']);
    expect(result.stdout).toContain('HTTPS_PROXY');
    expect(result.stdout).not.toContain('hunter22');
  });

  test('is told where a variable holds no proxy', async () => {
    const env = { TOKEN: 'good', HTTPS_PROXY: 'ftp://x' };
    const result = await patient({ redox: redoxAt('https://api.acme.test'), env }).json();
    expect(wrongs(result)).toEqual(['network origin https://api.acme.test failed']);
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toContain(
      'http://proxy.example:3128',
    );
  });
});

describe('a credential', () => {
  test('that the API refuses is one line, and nothing else is asked', async () => {
    const server = await startLoopback((response) => json(response, 401, { message: 'no' }));
    const result = await patient({ redox: redoxAt(server.url) }).json();
    expect(wrongs(result)).toEqual(['token token redox failed']);
    expect(server.received).toHaveLength(2);
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toContain('TOKEN');
  });

  test('that is accepted by a server of another time makes the clock the one thing that is wrong', async () => {
    const server = await startLoopback((response, request, nth) => {
      response.setHeader('date', new Date(Date.now() + 600_000).toUTCString());
      acme(response, request, nth);
    });
    const result = await patient({ redox: redoxAt(server.url, 'self: ops@acme.test') }).json();
    expect(wrongs(result)).toEqual(['token clock redox failed']);
    expect(result).toMatchObject({ code: 1, ready: { plan: true, apply: true } });
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toContain('NTP');
  });

  test('that ended by its own claim says when', async () => {
    const server = await startLoopback((response) => json(response, 401, { message: 'no' }));
    const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1000 - 7200 })).toString('base64url');
    const env = { TOKEN: `x.${claims}.y` };
    const { stdout } = await patient({ redox: redoxAt(server.url), env }).json();
    expect(stdout).toContain('; it is a JSON Web Token that ended 2 h ago (exp)');
    expect(stdout).not.toContain(claims);
  });

  test('that the API accepts, but not for the organization, is a missing permission', async () => {
    const server = await startLoopback((response, { headers }) =>
      json(response, headers.authorization === 'Bearer good' ? 403 : 401, { message: 'no' }),
    );
    const result = await patient({ redox: redoxAt(server.url, 'self: ops@acme.test') }).json();
    expect(wrongs(result)).toEqual(['permissions scope redox/organization/1024 failed']);
    expect(result.checks.find(({ state }) => state === 'failed')?.remedy).toContain(
      'give its user the permission',
    );
  });
});

describe('several credentials', () => {
  const other = (env: string): string =>
    `organizations: { "2048": { auth: { method: bearer, token: { env: ${env} } } } }`;
  const files = { 'access/b.yaml': 'organization: "2048"\nroles: {}\n' };
  const both: Answerer = (response, { headers, path }) => {
    const known = ['Bearer good', 'Bearer other'].includes(headers.authorization ?? '');
    if (!known) json(response, 401, { message: 'no' });
    else json(response, /1024|2048/u.test(path) ? 200 : 404, rows);
  };

  test('are each sent, and one that is refused leaves the other alone', async () => {
    const server = await startLoopback(both);
    const redox = redoxAt(server.url, 'self: ops@acme.test', other('OTHER'));
    const fine = await patient({ redox, files, env: { TOKEN: 'good', OTHER: 'wrong' } }).json();
    expect(wrongs(fine)).toEqual(['token token redox/organization/2048 failed']);
    expect(fine.checks.find(({ id }) => id === 'scope')?.subject).toBe('redox/organization/1024');
  });

  test('are looked at as far as their variables are set', async () => {
    const server = await startLoopback(both);
    const redox = redoxAt(server.url, 'self: ops@acme.test', other('OTHER'));
    const result = await patient({ redox, files, env: { OTHER: 'other' } }).json();
    expect(wrongs(result)).toContain('variables variable TOKEN failed');
    expect(server.received.some(({ headers }) => headers.authorization === 'Bearer other')).toBe(true);
  });
});

describe('controls', () => {
  test('an API that accepts any credential is not trusted, and gets no real one', async () => {
    const server = await startLoopback((response) => json(response, 200, rows));
    const result = await patient({ redox: redoxAt(server.url) }).json();
    expect(wrongs(result)).toEqual(['behaviour invalid-credential redox failed']);
    expect(server.received).toHaveLength(1);
  });

  test('an API that answers for an id that cannot exist is not trusted', async () => {
    const server = await startLoopback((response, { headers }) =>
      json(response, headers.authorization === 'Bearer good' ? 200 : 401, rows),
    );
    const result = await patient({ redox: redoxAt(server.url) }).json();
    expect(wrongs(result)).toEqual(['behaviour missing-id redox failed']);
    expect(result.ready).toEqual({ plan: false, apply: false });
  });
});

describe('what was settled', () => {
  const settles = (value: string): Probe => ({
    id: 'environment-path',
    option: 'options.environmentPath',
    assumes: 'environments',
    when: 'before',
    run: async () => [{ state: 'settled', value, evidence: 'one path was answered 200' }],
  });
  const run = async (value: string, ...written: readonly string[]) => {
    const server = await startLoopback(acme);
    const redox = redoxAt(server.url, 'self: ops@acme.test', ...written);
    return patient({ redox, doctor: { probes: [settles(value)] } }).json();
  };

  test('agrees with the default, or with what the settings say', async () => {
    for (const result of [
      await run('environments'),
      await run('environment', 'options: { environmentPath: environment }'),
    ]) {
      expect(wrongs(result)).toEqual(['behaviour environment-path redox settled']);
      expect(result.ready).toEqual({ plan: true, apply: true });
    }
  });

  test('forbids to plan while the default differs', async () => {
    const result = await run('environment');
    expect(result.checks.find(({ state }) => state === 'settled')).toMatchObject({
      option: 'providers.redox.options.environmentPath',
      value: 'environment',
      remedy: 'Write it into rolecall.yaml with rolecall doctor --write.',
    });
    expect(result).toMatchObject({ code: 1, ready: { plan: false, apply: false } });
  });

  test('leaves plans alone where only writes follow the option', async () => {
    const server = await startLoopback(acme);
    const probe: Probe = { ...settles('number'), option: 'options.userIdType', assumes: 'string' };
    for (const written of [[], ['options: { userIdType: string }']]) {
      const redox = redoxAt(server.url, 'self: ops@acme.test', ...written);
      const asked = { redox, doctor: { probes: [{ ...probe, isOfWrites: true }] } };
      const result = await patient(asked).json();
      expect(result).toMatchObject({ code: 1, ready: { plan: true, apply: false } });
    }
  });

  test('is a conflict with a setting that says something else', async () => {
    const result = await run('environment', 'options: { environmentPath: environments }');
    expect(result.checks.find(({ state }) => state === 'conflict')).toMatchObject({
      option: 'providers.redox.options.environmentPath',
      evidence: 'one path was answered 200, and environments is in rolecall.yaml',
    });
    expect(result.code).toBe(1);
  });
});

test('what nobody can see is no question any more where the settings decide it', async () => {
  const server = await startLoopback(acme);
  const probe: Probe = {
    id: 'first-assignment',
    option: 'options.environmentFirstAssignment',
    assumes: 'post',
    when: 'after',
    run: async () => [{ state: 'needs-write-probe', evidence: 'only a write shows it', remedy: 'Probe.' }],
  };
  const states = async (...written: readonly string[]) => {
    const redox = redoxAt(server.url, 'self: ops@acme.test', ...written);
    const { checks } = await patient({ redox, doctor: { probes: [probe] } }).json();
    return checks.find(({ id }) => id === probe.id)?.state;
  };
  expect(await states()).toBe('needs-write-probe');
  expect(await states('options: { environmentFirstAssignment: put }')).toBe('ok');
});

test('the role of the own user is held against what the files ask', async () => {
  const server = await startLoopback(acme);
  const run = (self: string) =>
    patient({
      redox: redoxAt(server.url, `self: ${self}`),
      doctor: { authority: [{ kind: 'organization', may: 'write', roles: ['owner'], source: 'R2' }] },
    }).json();
  expect(wrongs(await run('ops@acme.test'))).toEqual([]);
  const admin = await run('ada@acme.test');
  expect(wrongs(admin)).toEqual(['identity self redox/organization/1024 failed']);
  expect(admin.ready).toEqual({ plan: true, apply: false });
  expect(wrongs(await run('nobody@acme.test'))).toEqual(['identity self redox/organization/1024 conflict']);
});

test('an answer that deviates from its documentation is named, field by field', async () => {
  const server = await startLoopback(acme);
  const text = { types: ['string'], means: 'id' } as const;
  const { checks } = await patient({
    redox: redoxAt(server.url),
    doctor: {
      answers: [
        {
          name: 'role assignments of an organization',
          source: 'R1',
          paths: ['/v1/organizations/{}/role-assignment'],
          body: {
            fields: {
              payload: {
                fields: {
                  memberships: {
                    list: { fields: { user: { fields: { id: text, verified2fa: text } }, team: text } },
                  },
                },
              },
            },
          },
        },
      ],
    },
  }).json();
  expect(checks.find(({ layer }) => layer === 'contract')).toMatchObject({
    state: 'failed',
    evidence:
      'not as documented (R1): payload.memberships[].user.verified2fa is a boolean, not string; payload.memberships[].team is missing',
  });
});

test('rows that contradict each other are one line, however many there are', async () => {
  const server = await startLoopback((response, request, nth) => {
    if (!request.path.includes('/1024/')) return acme(response, request, nth);
    if (request.headers.authorization !== 'Bearer good') return json(response, 401, { message: 'no' });
    const twice = ['7', '8', '9'].map((id) => member(id, `u${id}@acme.test`, 'admin'));
    return json(response, 200, memberships(...twice, ...twice));
  });
  const result = await patient({ redox: redoxAt(server.url, 'self: user:7') }).json();
  expect(wrongs(result)).toEqual(['permissions scope redox/organization/1024 failed']);
  expect(result.checks.find(({ state }) => state === 'failed')?.evidence).toContain(', and more like it');
});

test('files with errors are told, and what they still name is looked at', async () => {
  const server = await startLoopback(acme);
  const files = { 'access/b.yaml': 'organization: [\n' };
  const result = await patient({ redox: redoxAt(server.url, 'self: ops@acme.test'), files }).json();
  expect(wrongs(result)).toEqual(['files files rolecall.yaml failed']);
  expect(result.checks.some(({ id }) => id === 'scope')).toBe(true);
});

test('an organization that no file names yet is looked at where its address is given', async () => {
  const server = await startLoopback(acme);
  const run = patient({ redox: redoxAt(server.url), files: { 'access/a.yaml': '' } });
  const result = await run.json('--scope', 'redox/organization/1024');
  expect(wrongs(result)).toEqual(['identity self redox needs-data']);
  expect(result.checks.find(({ id }) => id === 'scope')).toMatchObject({
    subject: 'redox/organization/1024',
    state: 'ok',
  });
});

test('where no file names an organization, the line says how to name one', async () => {
  const server = await startLoopback(acme);
  const run = patient({ redox: redoxAt(server.url), files: { 'access/a.yaml': '' } });
  const result = await run.json();
  expect(wrongs(result)).toEqual(['permissions scope redox needs-data']);
  expect(result).toMatchObject({ code: 1, ready: { plan: false } });
});

test('a scope that neither the files nor the settings know is a wrong call', async () => {
  const server = await startLoopback(acme);
  const { code, stderr } = await patient({ redox: redoxAt(server.url) }).text('--scope', 'aion/account/7');
  expect(code).toBe(3);
  expect(stderr).toContain('matches no scope of the files');
  expect(server.received).toEqual([]);
});

test('the sandbox is healthy', async () => {
  const read = (name: string): string =>
    readFileSync(new URL(`../../../examples/complete/access/${name}`, import.meta.url), 'utf8');
  const people = readFileSync(new URL('../../../examples/complete/people.yaml', import.meta.url), 'utf8');
  const world = await makeWorld({
    runtime: skippedWaits(),
    files: {
      'rolecall.yaml': 'version: 1\npeople: people.yaml',
      'people.yaml': people,
      'access/acme.yaml': read('acme.yaml'),
      'access/orbit.yaml': read('orbit.yaml'),
    },
  });
  const { code, stdout } = await world.rolecall('doctor');
  expect(stdout).toContain('\nReady to plan: yes.');
  expect(code).toBe(0);
});
