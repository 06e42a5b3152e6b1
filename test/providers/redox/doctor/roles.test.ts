import { describe, expect, it } from 'vitest';
import type { LiveRoot, LiveScope } from '../../../../src/model/live.js';
import type { Scope } from '../../../../src/model/scope.js';
import { roleIds } from '../../../../src/providers/redox/doctor/role-ids.js';
import { redox } from '../../../../src/providers/redox/index.js';
import { settingsFor } from '../../rig.js';
import { acme, diagnose, organization, production, staging } from './rig.js';

const engineer = '0a6d1f52-0002-4000-8000-000000000001';
const owner = '0a6d1f52-0001-4000-8000-000000000001';

describe('the ids of roles', () => {
  it('are settled for the roles that the files ask for and somebody holds', async () => {
    const { findings } = await diagnose({
      wanted: [
        { scope: production, role: 'Engineer' },
        { scope: staging, role: 'engineer' },
        { scope: organization, role: 'owner' },
      ],
    });
    expect(findings('role-ids')).toMatchObject([
      { state: 'settled', value: { organization: { owner }, environment: { engineer } } },
    ]);
  });

  it('are not settled for an organization where nobody holds the role', async () => {
    const other = {
      ...acme,
      id: '2048',
      environments: [{ id: 'dev', name: 'Dev', flag: 'Development' as const, roles: {} }],
    };
    const dev = {
      ...staging,
      id: 'dev',
      rootId: '2048',
      address: 'redox/environment/dev',
      rootAddress: 'redox/organization/2048',
    };
    const { findings } = await diagnose({
      organizations: [acme, other],
      scopes: [staging, dev],
      wanted: [staging, dev].map((scope) => ({ scope, role: 'support' })),
    });
    expect(findings('role-ids')).toMatchObject([
      { state: 'needs-data', subject: dev.address, option: 'options.roles.environment.support' },
    ]);
  });

  it('cannot be told of a role that nobody holds; the nearest one is suggested', async () => {
    const { findings } = await diagnose({ wanted: [{ scope: staging, role: 'enginer' }] });
    expect(findings('role-ids')).toMatchObject([
      {
        state: 'needs-data',
        subject: staging.address,
        evidence: expect.stringContaining('held there: engineer and support'),
        remedy: expect.stringMatching(/^Did you mean "engineer"\? If not, give/),
        blocks: 'apply',
      },
    ]);
  });

  it('are settled under the name that the settings have, whatever its case', async () => {
    const { findings } = await diagnose({
      wanted: [{ scope: staging, role: 'engineer' }],
      options: { roles: { environment: { ENGINEER: 'another' } } },
    });
    expect(findings('role-ids')).toMatchObject([
      { state: 'settled', value: { environment: { ENGINEER: engineer } } },
    ]);
  });

  it('are believed as the settings have them where nobody holds the role', async () => {
    const { findings } = await diagnose({
      wanted: [{ scope: staging, role: 'viewer' }],
      options: { roles: { environment: { Viewer: 'v-1' } } },
    });
    expect(findings('role-ids')).toMatchObject([
      { state: 'assumed', value: { environment: { Viewer: 'v-1' } } },
    ]);
  });

  it('are said to differ where each scope has its own, and are left out of the settings', async () => {
    const scopes = [held(production, 'e-1'), held(staging, 'e-2')];
    const live: LiveRoot = {
      root: organization,
      complete: true,
      users: [],
      scopes,
      wholePrincipals: null,
      namedOnly: false,
      unverifiable: new Set(),
      inactiveIsGone: false,
      problems: [],
    };
    const wanted = [{ scope: staging, role: 'engineer' }];
    const found = await roleIds.run({
      ask: () => Promise.reject(new Error('nothing is asked')),
      settings: settingsFor(redox, 'https://api.test'),
      roots: [{ root: organization, scopes: [production, staging], named: [], wanted }],
      live: new Map([[organization.address, live]]),
      seen: [],
    });
    expect(found).toEqual([
      {
        state: 'ok',
        evidence:
          'the environment role "engineer" has 2 ids, "e-1" in redox/environment/prod and "e-2" in redox/environment/staging: each scope uses its own, and options.roles.environment is left without it',
      },
    ]);
  });
});

/** A scope where user 1 is an engineer. */
function held(scope: Scope, roleId: string): LiveScope {
  const principal = { kind: 'user', id: '1' } as const;
  return {
    scope,
    name: null,
    complete: true,
    assignments: [{ principal, role: 'engineer', roleId, status: 'active', keep: null }],
    roles: [{ role: 'engineer', roleId, aliases: [], blocked: null }],
  };
}
