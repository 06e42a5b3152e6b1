import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredAssignment } from '../../src/model/desired.js';
import {
  conflicts,
  resolveRoles,
  endingOf,
  hasExpired,
  isEffective,
} from '../../src/model/effective-roles.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { redoxTraits } from '../../src/providers/redox/traits.js';

const [organization] = redoxTraits.scopes;
const [account] = aionTraits.scopes;
if (organization === undefined || account === undefined) throw new Error('no traits');

function assignment(role: string, terms: Partial<DesiredAssignment> = {}): DesiredAssignment {
  return {
    principal: { kind: 'user', by: 'id', value: '1' },
    label: '1',
    role,
    status: 'active',
    via: null,
    from: null,
    until: null,
    leaves: null,
    person: null,
    reason: null,
    source: { file: 'a.yaml', line: 1, column: 1 },
    ...terms,
  };
}

const wanted = (
  assignments: readonly DesiredAssignment[],
  at: number,
  traits = organization,
): readonly string[] => resolveRoles(assignments, at, traits).effective.map(({ state }) => state.role);

describe('an entry is in force while from <= now < end', () => {
  const term = assignment('owner', { from: 10, until: 20 });

  test.each([
    [9, false, false],
    [10, true, false],
    [19, true, false],
    [20, false, true],
  ])('at %i', (at, force, ended) => {
    expect(isEffective(term, at)).toBe(force);
    expect(hasExpired(term, at)).toBe(ended);
  });

  test('the end is the earlier of until and leaves, which say how it ended', () => {
    expect(isEffective(assignment('owner', { until: 20, leaves: 15 }), 15)).toBe(false);
    expect(endingOf(assignment('owner', { until: 20, leaves: 15 }))).toBe('left');
    expect(endingOf(assignment('owner', { until: 15, leaves: 20 }))).toBe('ended');
    expect(endingOf(assignment('owner', { until: 15 }))).toBe('ended');
  });

  test('an entry that ends before it begins was never in force and has not ended', () => {
    expect(hasExpired(assignment('owner', { from: 20, leaves: 10 }), 30)).toBe(false);
  });
});

describe('where a user has one role', () => {
  test('a named entry beats a team, and a term beats none while it is in force', () => {
    expect(wanted([assignment('admin', { via: 'team:a' }), assignment('member')], 0)).toEqual(['member']);
    const elevated = [assignment('member'), assignment('owner', { until: 20 })];
    expect(wanted(elevated, 0)).toEqual(['owner']);
    expect(wanted(elevated, 20)).toEqual(['member']);
    expect(wanted([assignment('member'), assignment('owner', { via: 'team:a', until: 20 })], 0)).toEqual([
      'member',
    ]);
  });

  test('a role has not ended while another entry asks for it, in any case', () => {
    const assignments = [assignment('Owner', { until: 10 }), assignment('owner', { via: 'team:a' })];
    expect(resolveRoles(assignments, 10, organization).expired).toEqual([]);
    expect(resolveRoles([assignment('owner', { until: 10 })], 10, organization).expired).toMatchObject([
      { role: 'owner' },
    ]);
  });

  test('the entry that ended last tells how the role ended', () => {
    const assignments = [
      assignment('owner', { until: 5 }),
      assignment('owner', { leaves: 8, via: 'team:a' }),
    ];
    expect(resolveRoles(assignments, 10, organization).expired).toMatchObject([{ ending: 'left' }]);
  });
});

describe('where a principal may have many', () => {
  test('roles are independent, and one is effective while any entry is in force', () => {
    const assignments = [
      assignment('a', { until: 10 }),
      assignment('a', { via: 'team:x', from: 8, until: 20 }),
      assignment('b', { from: 15 }),
    ];
    expect(wanted(assignments, 9, account)).toEqual(['a']);
    expect(wanted(assignments, 12, account)).toEqual(['a']);
    expect(wanted(assignments, 15, account)).toEqual(['a', 'b']);
    expect(wanted(assignments, 20, account)).toEqual(['b']);
  });

  test('"started" says that nothing would ask for the role without a from', () => {
    const started = (assignments: readonly DesiredAssignment[]): readonly boolean[] =>
      resolveRoles(assignments, 9, account).effective.map((want) => want.started);
    expect(started([assignment('a', { from: 8 })])).toEqual([true]);
    expect(started([assignment('a', { from: 8 }), assignment('a', { via: 'team:x' })])).toEqual([false]);
    expect(
      started([assignment('a', { from: 8 }), assignment('a', { via: 'team:x', status: 'inactive' })]),
    ).toEqual([true]);
  });
});

describe('contradictions', () => {
  test('two roles contradict each other without terms, or in force at one instant', () => {
    expect(conflicts([assignment('a'), assignment('b')], organization)).toHaveLength(1);
    expect(conflicts([assignment('a'), assignment('A')], organization)).toEqual([]);
    expect(
      conflicts([assignment('a', { until: 10 }), assignment('b', { from: 10, until: 20 })], organization),
    ).toEqual([]);
    expect(
      conflicts([assignment('a', { until: 11 }), assignment('b', { from: 10, until: 20 })], organization),
    ).toHaveLength(1);
    expect(
      conflicts([assignment('a', { via: 'team:x' }), assignment('b', { via: 'team:y' })], organization),
    ).toHaveLength(1);
  });

  test('a beaten entry does not contradict the one that beats it', () => {
    expect(conflicts([assignment('a'), assignment('b', { via: 'team:x' })], organization)).toEqual([]);
    expect(conflicts([assignment('a'), assignment('b', { until: 10 })], organization)).toEqual([]);
  });

  test('where many roles are possible, only one role with two statuses is a contradiction', () => {
    expect(conflicts([assignment('a'), assignment('b')], account)).toEqual([]);
    expect(conflicts([assignment('a'), assignment('a', { status: 'inactive' })], account)).toHaveLength(1);
  });

  test('without a contradiction the order of entries does not matter', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
    const some = fc.record({
      role: fc.constantFrom('a', 'A', 'b', 'c'),
      via: fc.constantFrom(null, 'team:x', 'team:y'),
      from: instant,
      until: instant,
      leaves: instant,
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), fc.integer({ min: -1, max: 7 }), (entries, at) => {
        const assignments = entries.map(({ role, ...terms }) => assignment(role, terms));
        fc.pre(conflicts(assignments, organization).length === 0);
        const roles = (all: readonly DesiredAssignment[]): readonly string[] =>
          wanted(all, at).map((role) => role.toLowerCase());
        expect(roles(assignments.toReversed())).toEqual(roles(assignments));
      }),
    );
  });
});
