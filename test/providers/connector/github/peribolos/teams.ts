import { type Case, failing, putInTeam, removeFromTeam } from './case.js';

const staff = {
  boss: 'admin',
  'keep-maintainer': 'member',
  'drop-maintainer': 'member',
  'new-maintainer': 'member',
  'keep-member': 'member',
  'drop-member': 'member',
  'new-member': 'member',
} as const;

/** Those of TestConfigureTeamMembers. */
export const teams: readonly Case[] = [
  {
    name: 'fail when listing fails',
    team: { member: ['keep-member'] },
    live: { members: staff, teams: { core: { members: { 'drop-member': 'member' } } } },
    fault: (request) => (request.includes('/teams/core/members') ? { status: 403 } : null),
    applies: [[1]],
  },
  {
    name: 'fail when removal fails',
    team: { member: ['keep-member'] },
    live: {
      members: staff,
      teams: { core: { members: { 'keep-member': 'member', 'drop-member': 'member' } } },
    },
    fault: failing('DELETE', 'drop-member'),
    applies: [[6, removeFromTeam('drop-member')]],
  },
  {
    name: 'fail when add fails',
    team: { maintainer: ['new-maintainer'] },
    live: { members: staff, teams: { core: {} } },
    fault: failing('PUT', 'new-maintainer'),
    applies: [[6, putInTeam('new-maintainer', 'maintainer')]],
  },
  {
    name: 'some of everything',
    team: { maintainer: ['keep-maintainer', 'new-maintainer'], member: ['keep-member', 'new-member'] },
    live: {
      members: staff,
      teams: {
        core: {
          members: {
            'keep-maintainer': 'maintainer',
            'drop-maintainer': 'maintainer',
            'keep-member': 'member',
            'drop-member': 'member',
          },
        },
      },
    },
    applies: [
      [
        0,
        removeFromTeam('drop-maintainer'),
        removeFromTeam('drop-member'),
        putInTeam('new-maintainer', 'maintainer'),
        putInTeam('new-member', 'member'),
      ],
      [0],
    ],
  },
  {
    name: 'do not reinvitee invitees',
    team: { maintainer: ['invited-maintainer', 'new-maintainer'], member: ['invited-member'] },
    live: {
      members: staff,
      invited: { 'invited-maintainer': 'direct_member', 'invited-member': 'direct_member' },
      teams: { core: { invited: { 'invited-maintainer': 'maintainer', 'invited-member': 'member' } } },
    },
    applies: [[0, putInTeam('new-maintainer', 'maintainer')], [0]],
  },
  {
    name: 'do not remove pending invitees',
    team: { maintainer: ['keep-maintainer'], member: ['invited-member'] },
    live: {
      members: staff,
      invited: { 'invited-member': 'direct_member' },
      teams: {
        core: { members: { 'keep-maintainer': 'maintainer' }, invited: { 'invited-member': 'member' } },
      },
    },
    applies: [[0]],
  },
  {
    name: 'ignore invitees',
    team: { maintainer: ['keep-maintainer'], member: ['keep-member', 'new-member'] },
    live: {
      members: staff,
      teams: { core: { members: { 'keep-maintainer': 'maintainer', 'keep-member': 'member' } } },
    },
    applies: [[0, putInTeam('new-member', 'member')], [0]],
  },
  {
    name: 'members of nested teams (peribolos adds and removes them as if they were direct ones)',
    team: { maintainer: ['keep-maintainer'] },
    live: {
      members: staff,
      teams: {
        core: { members: { 'keep-maintainer': 'maintainer' } },
        child: { parent: 'core', members: { 'keep-member': 'member' } },
      },
    },
    applies: [[0]],
    differs:
      'an inherited member is never removed: GitHub would answer that it did, and list the member again',
  },
];
