import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/model/desired.js';
import { conflicts, decide, endingOf, hasEnded, inForce } from '../../src/model/force.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { redoxTraits } from '../../src/providers/redox/traits.js';

const [organization] = redoxTraits.scopes;
const [account] = aionTraits.scopes;
if (organization === undefined || account === undefined) throw new Error('no traits');

function claim(role: string, terms: Partial<Claim> = {}): Claim {
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

const wanted = (claims: readonly Claim[], at: number, traits = organization): readonly string[] =>
  decide(claims, at, traits).wanted.map(({ state }) => state.role);

describe('an entry is in force while from <= now < end', () => {
  const term = claim('owner', { from: 10, until: 20 });

  test.each([
    [9, false, false],
    [10, true, false],
    [19, true, false],
    [20, false, true],
  ])('at %i', (at, force, ended) => {
    expect(inForce(term, at)).toBe(force);
    expect(hasEnded(term, at)).toBe(ended);
  });

  test('the end is the earlier of until and leaves, which say how it ended', () => {
    expect(inForce(claim('owner', { until: 20, leaves: 15 }), 15)).toBe(false);
    expect(endingOf(claim('owner', { until: 20, leaves: 15 }))).toBe('left');
    expect(endingOf(claim('owner', { until: 15, leaves: 20 }))).toBe('ended');
    expect(endingOf(claim('owner', { until: 15 }))).toBe('ended');
  });

  test('what ends before it begins was never in force and has not ended', () => {
    expect(hasEnded(claim('owner', { from: 20, leaves: 10 }), 30)).toBe(false);
  });
});

describe('where a user has one role', () => {
  test('a named entry beats a team, and in force a term beats none', () => {
    expect(wanted([claim('admin', { via: 'team:a' }), claim('member')], 0)).toEqual(['member']);
    const elevated = [claim('member'), claim('owner', { until: 20 })];
    expect(wanted(elevated, 0)).toEqual(['owner']);
    expect(wanted(elevated, 20)).toEqual(['member']);
    expect(wanted([claim('member'), claim('owner', { via: 'team:a', until: 20 })], 0)).toEqual(['member']);
  });

  test('a role has not ended while another entry claims it, in any case', () => {
    const claims = [claim('Owner', { until: 10 }), claim('owner', { via: 'team:a' })];
    expect(decide(claims, 10, organization).ended).toEqual([]);
    expect(decide([claim('owner', { until: 10 })], 10, organization).ended).toMatchObject([
      { role: 'owner' },
    ]);
  });

  test('of several that ended the last one tells how', () => {
    const claims = [claim('owner', { until: 5 }), claim('owner', { leaves: 8, via: 'team:a' })];
    expect(decide(claims, 10, organization).ended).toMatchObject([{ ending: 'left' }]);
  });
});

describe('where a principal may have many', () => {
  test('roles do not touch each other, and one is held while any entry is in force', () => {
    const claims = [
      claim('a', { until: 10 }),
      claim('a', { via: 'team:x', from: 8, until: 20 }),
      claim('b', { from: 15 }),
    ];
    expect(wanted(claims, 9, account)).toEqual(['a']);
    expect(wanted(claims, 12, account)).toEqual(['a']);
    expect(wanted(claims, 15, account)).toEqual(['a', 'b']);
    expect(wanted(claims, 20, account)).toEqual(['b']);
  });

  test('started says that without a from nothing would ask for it', () => {
    const started = (claims: readonly Claim[]): readonly boolean[] =>
      decide(claims, 9, account).wanted.map((want) => want.started);
    expect(started([claim('a', { from: 8 })])).toEqual([true]);
    expect(started([claim('a', { from: 8 }), claim('a', { via: 'team:x' })])).toEqual([false]);
    expect(started([claim('a', { from: 8 }), claim('a', { via: 'team:x', status: 'inactive' })])).toEqual([
      true,
    ]);
  });
});

describe('contradictions', () => {
  test('two roles without a term, or in force at one instant, contradict each other', () => {
    expect(conflicts([claim('a'), claim('b')], organization)).toHaveLength(1);
    expect(conflicts([claim('a'), claim('A')], organization)).toEqual([]);
    expect(conflicts([claim('a', { until: 10 }), claim('b', { from: 10, until: 20 })], organization)).toEqual(
      [],
    );
    expect(
      conflicts([claim('a', { until: 11 }), claim('b', { from: 10, until: 20 })], organization),
    ).toHaveLength(1);
    expect(
      conflicts([claim('a', { via: 'team:x' }), claim('b', { via: 'team:y' })], organization),
    ).toHaveLength(1);
  });

  test('what is beaten does not contradict', () => {
    expect(conflicts([claim('a'), claim('b', { via: 'team:x' })], organization)).toEqual([]);
    expect(conflicts([claim('a'), claim('b', { until: 10 })], organization)).toEqual([]);
  });

  test('where there may be many, only one role with two statuses does', () => {
    expect(conflicts([claim('a'), claim('b')], account)).toEqual([]);
    expect(conflicts([claim('a'), claim('a', { status: 'inactive' })], account)).toHaveLength(1);
  });

  test('without one, the order of entries decides nothing', () => {
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
        const claims = entries.map(({ role, ...terms }) => claim(role, terms));
        fc.pre(conflicts(claims, organization).length === 0);
        const roles = (all: readonly Claim[]): readonly string[] =>
          wanted(all, at).map((role) => role.toLowerCase());
        expect(roles(claims.toReversed())).toEqual(roles(claims));
      }),
    );
  });
});
