import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredScope } from '../../src/model/desired.js';
import { changedSince, matching, shardOf } from '../../src/planning/narrow.js';
import { account, document, environment, NOW, organization, project } from './world.js';

const addresses = (scopes: readonly DesiredScope[]): readonly string[] =>
  scopes.map(({ scope }) => scope.address);

function documentsOf(sizes: readonly number[]): readonly DesiredScope[] {
  return sizes.flatMap((size, index) => {
    const users = Array.from({ length: size }, (_, user) => String(user));
    const id = String(index);
    return index % 2 === 0
      ? [document(organization(id), { member: users }), document(environment(id, `env-${id}`), {})]
      : [document(account(id), { auditor: users }), document(project(id, 'web'), {})];
  });
}

describe('shards', () => {
  const sizes = fc.array(fc.nat(30), { maxLength: 20 });
  const parts = fc.integer({ min: 1, max: 6 });

  test('hold every scope exactly once, never split a root, and ignore the order', () => {
    fc.assert(
      fc.property(sizes, parts, fc.infiniteStream(fc.nat()), (size, of, keys) => {
        const all = documentsOf(size);
        const shards = Array.from({ length: of }, (_, index) => shardOf(all, { index: index + 1, of }));
        expect(shards.flatMap(addresses).toSorted()).toEqual(addresses(all).toSorted());
        const roots = shards.map((shard) => new Set(shard.map(({ scope }) => scope.rootAddress)));
        expect(roots.reduce((sum, { size: count }) => sum + count, 0)).toBe(size.length);
        const shuffled = all
          .map((one) => [keys.next().value ?? 0, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(addresses(shardOf(shuffled, { index: 1, of }))).toEqual(addresses(shards[0] ?? []));
      }),
    );
  });

  test('differ in size by no more than the largest root', () => {
    fc.assert(
      fc.property(sizes, parts, (size, of) => {
        const all = documentsOf(size);
        const weight = (shard: readonly DesiredScope[]): number =>
          shard.reduce((sum, { assignments }) => sum + assignments.length + 1, 0);
        const weights = Array.from({ length: of }, (_, index) =>
          weight(shardOf(all, { index: index + 1, of })),
        );
        expect(Math.max(...weights) - Math.min(...weights)).toBeLessThanOrEqual(Math.max(0, ...size) + 2);
      }),
    );
  });
});

describe('scopes changed since', () => {
  const org = organization('1');
  const before = [document(org, { owner: ['1', { who: '2', via: 'team:a' }] })];

  test('ignore where a line stands and the order of entries', () => {
    const moved = [document(org, { owner: [{ who: '2', via: 'team:a' }, '1'] })];
    expect(changedSince(moved, before)).toEqual([]);
  });

  test('include those whose entries, roles, terms or pruning differ, and new ones', () => {
    const others: readonly DesiredScope[] = [
      document(org, { owner: ['1'] }),
      document(org, { owner: ['1', { who: '2', via: 'team:a' }], admin: [] }),
      document(org, { owner: ['1', { who: '2', via: 'team:a', until: NOW }] }),
      document(org, { owner: ['1', { who: '2', via: 'team:a', leaves: NOW }] }),
      document(org, { owner: ['1', { who: '2', via: 'team:a' }] }, true),
      document(organization('2'), {}),
    ];
    for (const other of others) expect(changedSince([other], before)).toEqual([other]);
  });
});

test('globs over addresses narrow the scopes, and no globs leave them all', () => {
  const all = documentsOf([1, 1]);
  expect(addresses(matching(all, ['redox/organization/*', 'aion/**']))).toEqual([
    'redox/organization/0',
    'aion/account/1',
    'aion/project/1/web',
  ]);
  expect(matching(all, [])).toBe(all);
});
