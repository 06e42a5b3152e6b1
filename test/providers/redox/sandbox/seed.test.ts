import { describe, expect, it } from 'vitest';
import { seedProblems } from '../../../sandbox/client.js';

function organization(changed: object): unknown {
  const base = {
    id: '1',
    name: 'One',
    members: [{ id: '7', name: 'Ada', email: 'ada@acme.test', role: 'owner' }],
    environments: [],
  };
  return { redox: { organizations: [{ ...base, ...changed }] } };
}

function environment(changed: object): unknown {
  return organization({ environments: [{ id: 'e', name: 'E', flag: 'Staging', roles: {}, ...changed }] });
}

function members(...ids: readonly string[]): unknown {
  return organization({ members: ids.map((id) => ({ id, name: 'A', email: 'a@b.c', role: 'owner' })) });
}

const one = { id: '1', name: 'One', members: [], environments: [] };
const twice = { redox: { organizations: [one, one] } };
const staging = { id: 'e', name: 'E', flag: 'Staging', roles: {} };
const boss = organization({ members: [{ id: '7', name: 'A', email: 'a@b.c', role: 'boss' }] });

describe('the Redox part of a seed', () => {
  it.each<[string, unknown, RegExp]>([
    ['has an unknown key', { redox: { organisations: [] } }, /organisations/],
    ['has an unquoted id', organization({ id: 1024 }), /organizations\/0\/id must be string/],
    ['has an unknown organization role', boss, /"boss": write one of .*"owner"/],
    [
      'has an unknown environment role',
      environment({ roles: { boss: [] } }),
      /"boss": write one of .*"engineer"/,
    ],
    [
      'has a stranger in an environment',
      environment({ roles: { engineer: ['eve@acme.test'] } }),
      /"eve@acme.test"/,
    ],
    [
      'gives a user two roles in an environment',
      environment({ roles: { engineer: ['ada@acme.test'], support: ['ada@acme.test'] } }),
      /twice/,
    ],
    ['lists an organization twice', twice, /^organization "1" is there twice/m],
    [
      'lists a member and an e-mail twice',
      members('7', '7'),
      /member .* "7" is there twice\ne-mail in .* twice/,
    ],
    [
      'lists an environment twice',
      organization({ environments: [staging, staging] }),
      /environment "e" is there twice/,
    ],
    [
      'has an unknown flag',
      environment({ flag: 'prod' }),
      /flag must be one of: "Production", "Staging", "Development"/,
    ],
  ])('is refused where it %s, with what could be written', (_, seed, message) => {
    expect(seedProblems(seed).join('\n')).toMatch(message);
  });
});
