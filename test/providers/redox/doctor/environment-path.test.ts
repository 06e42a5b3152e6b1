import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/providers/doctor.js';
import { acme, type Asked, diagnose, organization } from './rig.js';

async function finding(asked: Asked): Promise<readonly Finding[]> {
  return (await diagnose(asked)).findings('environment-path');
}

describe('the path segment of environments', () => {
  it.each([
    ['environments', 'environments'],
    ['environment', 'environment'],
    ['both', 'environments'],
  ] as const)('of an API that answers under %s is settled as %s', async (environmentPath, value) => {
    const [first, ...others] = await finding({ behaviour: { environmentPath } });
    expect(first).toMatchObject({ state: 'settled', value });
    expect(others).toEqual([]);
  });

  it('is proved as the settings have it where both work, with two requests', async () => {
    const { findings, sent } = await diagnose({
      behaviour: { environmentPath: 'both' },
      options: { environmentPath: 'environment' },
    });
    expect(findings('environment-path')).toMatchObject([{ state: 'settled', value: 'environment' }]);
    const asked = sent.slice(3, 5);
    expect(asked).toEqual([
      'GET /platform/v1/environment/prod/role-assignment',
      'GET /platform/v1/environment/rolecall-doctor-no-such-id/role-assignment',
    ]);
  });

  it('is proved by an environment that the API lists where the files name none', async () => {
    const found = await finding({ behaviour: { environmentPath: 'environment' }, scopes: [organization] });
    expect(found).toMatchObject([{ state: 'settled', value: 'environment' }]);
  });

  it('is not settled where there is no environment at all', async () => {
    const organizations = [{ ...acme, environments: [] }];
    expect(await finding({ organizations, scopes: [organization] })).toMatchObject([{ state: 'needs-data' }]);
  });

  it('is not settled where neither works, and says what was answered', async () => {
    const organizations = [{ ...acme, environments: [] }];
    expect(await finding({ organizations })).toMatchObject([
      {
        state: 'needs-data',
        evidence:
          'no list of 2 environments came; /v1/environments was answered 404; /v1/environment was answered 404',
      },
    ]);
  });

  it('is assumed where the credential may read no environment: a wrong path would be answered 404', async () => {
    const fault: Asked['fault'] = ({ path }) =>
      path.includes('/environments/') ? { status: 403, json: { message: 'no' } } : undefined;
    expect(await finding({ fault })).toMatchObject([{ state: 'assumed', value: 'environments' }]);
  });

  it('is left to what keeps the organization from being read', async () => {
    const { findings, sent } = await diagnose({ actsAs: '33' });
    expect([...findings('environment-path'), ...findings('environments-listed')]).toEqual([]);
    expect(sent.filter((line) => line.includes('/environment/'))).toEqual([]);
  });

  it('is not proved by an empty list where every id has one', async () => {
    const organizations = [{ ...acme, environments: [] }];
    expect(
      await finding({ organizations, behaviour: { unknownIsEmpty: true, environmentPath: 'both' } }),
    ).toMatchObject([{ state: 'needs-data' }]);
  });

  it('is proved by rows there, but a missing environment looks empty', async () => {
    expect(await finding({ behaviour: { unknownIsEmpty: true } })).toMatchObject([
      { state: 'settled', value: 'environments' },
      { state: 'failed', blocks: 'apply' },
    ]);
  });
});
