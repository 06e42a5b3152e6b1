import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/model/settings.js';
import type { ProbeSubject } from '../../../../src/providers/doctor.js';
import { tokenScope } from '../../../../src/providers/redox/doctor/token-scope.js';
import { redox } from '../../../../src/providers/redox/index.js';
import { settingsFor } from '../../rig.js';
import { diagnose, organization, production, staging } from './rig.js';

const key: Credential = {
  method: 'private-key-jwt',
  tokenUrl: 'https://api.test/token',
  clientId: { env: 'ID' },
  keyId: { env: 'KEY' },
  privateKey: { env: 'PRIVATE' },
};

function subject(auth: Credential, options: Readonly<Record<string, unknown>>): ProbeSubject {
  return {
    ask: () => Promise.reject(new Error('nothing is asked')),
    settings: { ...settingsFor(redox, 'https://api.test', options), auth },
    roots: [],
    live: new Map(),
    seen: [
      {
        base: 'default',
        path: '/v1/organizations/1024/role-assignment',
        invalidCredential: false,
        status: 200,
        headers: {},
        body: { meta: {}, payload: { memberships: [] } },
      },
    ],
  };
}

describe('the scope of a token', () => {
  it.each([
    [{}, ''],
    [{ tokenScope: 'platform' }, 'platform'],
  ])('is settled by a token that reads, with the options %j', async (options, value) => {
    expect(await tokenScope.run(subject(key, options))).toMatchObject([{ state: 'settled', value }]);
  });

  it('does not matter to a token that is given', async () => {
    expect(await tokenScope.run(subject({ method: 'bearer', token: { env: 'TOKEN' } }, {}))).toEqual([]);
  });
});

describe('the rate limit', () => {
  const rateLimit = { requests: 6000, perMs: 300_000 };

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['is in order below the documented one', {}, { state: 'ok' }],
    ['is in order below the stated one', { 'x-ratelimit-limit': '6000' }, { state: 'ok' }],
    [
      'is settled by a lower one that answers state',
      { 'x-ratelimit-limit': '1500' },
      { state: 'settled', value: { requests: 1500, per: '5m' } },
    ],
    ['is not settled by something else in the header', { 'x-ratelimit-limit': 'low' }, { state: 'ok' }],
  ])('%s', async (_, headers, found) => {
    const { findings } = await diagnose({ behaviour: { headers }, settings: { rateLimit } });
    expect(findings('rate-limit')).toMatchObject([found]);
  });

  it('is assumed above the documented one', async () => {
    const { findings } = await diagnose({ settings: { rateLimit: { requests: 100, perMs: 1000 } } });
    expect(findings('rate-limit')).toMatchObject([{ state: 'assumed' }]);
  });
});

describe('errors', () => {
  it('are told by their status and form', async () => {
    const { findings } = await diagnose();
    expect(findings('error-form')).toMatchObject([
      { state: 'ok', evidence: 'errors come as 401 with text, 404 with JSON (Meta)' },
    ]);
  });
});

describe('what only writing settles', () => {
  it('names the command, in an environment that is not flagged Production', async () => {
    const { findings } = await diagnose();
    const remedy = `Run rolecall doctor --probe-writes cycle --scope ${staging.address} --principal user:ID, with a member who has no role there.`;
    expect([...findings('first-assignment'), ...findings('write-delay')]).toMatchObject([
      { state: 'needs-write-probe', remedy },
      { state: 'needs-write-probe', remedy },
    ]);
  });

  it('leaves the scope open where no flag can be seen', async () => {
    const { findings } = await diagnose({ behaviour: { listsEnvironments: 'none' } });
    expect(findings('write-delay')).toMatchObject([
      { remedy: expect.stringContaining('--scope redox/environment/ID') },
    ]);
  });

  it('does not remove anybody from an organization, which stays off', async () => {
    const { findings } = await diagnose({ scopes: [organization] });
    expect(findings('organization-removal')).toMatchObject([{ state: 'assumed' }]);
    const without = await diagnose({ scopes: [production] });
    expect(without.findings('organization-removal')).toEqual([]);
  });
});
