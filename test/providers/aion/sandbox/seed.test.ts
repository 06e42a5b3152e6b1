import { describe, expect, it } from 'vitest';
import { seedProblems } from '../../../sandbox/client.js';

function account(changed: object): unknown {
  const base = {
    id: 'orbit',
    projects: ['apollo'],
    users: [{ id: 'ada', email: 'a@b.c', name: 'A' }],
    groups: [],
    customRoles: [],
    assignments: [],
  };
  return { aion: { accounts: [{ ...base, ...changed }] } };
}

const ada = { id: 'ada', email: 'a@b.c', name: 'A' };

describe('the Aion part of a seed', () => {
  it.each<[string, unknown, RegExp]>([
    ['assigns a role to nobody', account({ assignments: [{ role: 'billing' }] }), /assignments\/0/],
    [
      'assigns a role to a stranger',
      account({ assignments: [{ user: 'eve', role: 'account_admin' }] }),
      /"eve"/,
    ],
    [
      'assigns a project role without a project',
      account({ assignments: [{ user: 'ada', role: 'project_admin' }] }),
      /needs a project/,
    ],
    ['has a group of strangers', account({ groups: [{ id: 'g', members: ['eve'] }] }), /"eve"/],
    [
      'has an unknown role',
      account({ assignments: [{ user: 'ada', role: 'boss' }] }),
      /"boss": write one of "account_admin"/,
    ],
    [
      'lists a user, a group, a role and an assignment twice',
      account({
        users: [ada, ada],
        groups: [
          { id: 'g', members: [] },
          { id: 'g', members: ['ada'] },
        ],
        customRoles: [{ id: 'team_member', name: 'T', scope: 'ACCOUNT' }],
        assignments: [
          { user: 'ada', role: 'team_member' },
          { user: 'ada', role: 'team_member' },
        ],
      }),
      /user .* "ada" is .* twice[^]*group .* "g" is[^]*role .* "team_member" is[^]*assignment .*ada.* twice/,
    ],
    [
      'has an unknown project',
      account({ assignments: [{ user: 'ada', role: 'project_admin', project: 'apolo' }] }),
      /"apolo": write one of "apollo"/,
    ],
  ])('is refused where it %s, with what could be written', (_, seed, message) => {
    expect(seedProblems(seed).join('\n')).toMatch(message);
  });
});
