import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonTeams, type HeldRole, teamName } from '../../../../src/commands/import/people/common-teams.js';

const held = (role: string, people: string): HeldRole => ({ role, people: new Set(people) });

function teamsOf(...roles: readonly HeldRole[]): readonly string[] {
  return commonTeams(roles).map(
    ({ members, roles: common }) =>
      `${[...members].sort().join('')} ${common
        .map(({ role }) => role)
        .sort()
        .join('')}`,
  );
}

describe('a team', () => {
  test('is three people who hold three roles together', () => {
    expect(teamsOf(held('x', 'abc'), held('y', 'abcd'), held('z', 'abce'))).toEqual(['abc xyz']);
  });

  test.each([
    ['two people', [held('x', 'ab'), held('y', 'abc'), held('z', 'abd')]],
    ['two roles', [held('x', 'abc'), held('y', 'abc'), held('z', 'ab')]],
    ['nobody', []],
  ])('is not made of %s', (_, roles) => {
    expect(teamsOf(...roles)).toEqual([]);
  });

  test('takes the larger set where it saves more entries, and what is left makes another', () => {
    const roles = ['u', 'v', 'w'].map((role) => held(role, 'abcdxyz'));
    expect(teamsOf(...roles, held('q', 'xyz'), held('r', 'xyz'), held('s', 'xyz'))).toEqual([
      'abcdxyz uvw',
      'xyz qrs',
    ]);
  });

  test('never counts an entry twice', () => {
    const role = fc.uniqueArray(fc.constantFrom(...'abcdefg'), { maxLength: 7 });
    fc.assert(
      fc.property(fc.array(role, { maxLength: 8 }), (lists) => {
        const roles = lists.map((people, index) => held(String(index), people.join('')));
        const teams = commonTeams(roles);
        for (const { members, roles: common } of teams) {
          expect(members.size).toBeGreaterThanOrEqual(3);
          expect(common.length).toBeGreaterThanOrEqual(3);
          for (const { people } of common) expect([...members].every((key) => people.has(key))).toBe(true);
        }
        const entries = teams.flatMap(({ members, roles: common }) =>
          common.flatMap((each) => [...members].map((key) => `${each.role} ${key}`)),
        );
        expect(new Set(entries).size).toBe(entries.length);
      }),
    );
  });
});

describe('the name of a team', () => {
  const name = (...roles: readonly string[]): string =>
    teamName(
      roles.map((role) => held(role, '')),
      () => false,
    );

  test.each([
    [['engineer', 'engineer', 'member'], 'engineer'],
    [['engineer', 'support', 'Support', 'engineer'], 'engineer-support'],
    [['project_reader'], 'project-reader'],
    [['#!'], 'team'],
  ])('of %j is %j', (roles, expected) => {
    expect(name(...roles)).toBe(expected);
  });

  test('has a number only where it is taken', () => {
    expect(teamName([held('engineer', '')], (each) => each === 'engineer')).toBe('engineer-2');
  });
});
