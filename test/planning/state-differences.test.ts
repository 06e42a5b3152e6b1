import { type Arbitrary, assert, boolean, constantFrom, option, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredScope, Prune } from '../../src/model/desired.js';
import type { StateDifference } from '../../src/model/plan.js';
import type { LiveRoot } from '../../src/model/live.js';
import { groupBy } from '../../src/model/ordering.js';
import type { Scope } from '../../src/model/scope.js';
import { laterDifferences, stateDifferences } from '../../src/planning/state-differences.js';
import { acc, dev, org, past } from './places.js';
import { aionRoot, catalogue, document, HOUR, NOW, planOf, redoxRoot, settings } from './world.js';

const side = (head: readonly DesiredScope[]) => ({
  settings: settings(),
  desired: { scopes: head, people: [] },
  catalogue,
});

function differences(base: DesiredScope, head: DesiredScope): readonly string[] {
  return stateDifferences([base], [head], NOW, side([head])).map(
    ({ action, from, to, kept }) =>
      `${kept === true ? 'kept ' : ''}${action} ${from?.role ?? '-'} ${to?.role ?? '-'}`,
  );
}

describe('the offline comparison of an organization', () => {
  test('removes only members whom no entry names, and only with prune: true', () => {
    const base = document(org, { admin: ['1'] }, true);
    expect(differences(base, document(org, { admin: [] }, true))).toEqual(['revoke admin -']);
    expect(differences(base, document(org, { admin: [] }))).toEqual(['kept revoke admin -']);
    const later = document(org, { member: [{ who: '1', from: NOW + HOUR }] }, true);
    expect(differences(base, later)).toEqual(['kept revoke admin -']);
  });

  test('lets a role whose own term ended fall to member, and keeps one that another entry ended', () => {
    const base = document(org, { admin: ['1'] });
    const ended = document(org, { admin: [{ who: '1', until: past }] });
    expect(differences(base, ended)).toEqual(['change admin member']);
    const other = document(org, { owner: [{ who: '1', until: past }] });
    expect(differences(base, other)).toEqual(['kept revoke admin -']);
  });

  test('removes leavers if it prunes, and keeps them as members if not', () => {
    const base = document(org, { admin: ['1'] });
    const left = { admin: [{ who: '1', leaves: past }] };
    expect(differences(base, document(org, left, true))).toEqual(['revoke admin -']);
    expect(differences(base, document(org, left))).toEqual(['change admin member']);
  });
});

test('a term to come that is taken out of the files changes nothing later', () => {
  const soon = NOW + HOUR;
  const base = document(dev, { engineer: [{ who: '1', from: soon }, '2'] });
  const head = document(dev, { engineer: ['2', { who: '3', from: soon }] });
  const later = laterDifferences([base], [head], NOW, side([head]));
  expect(later.map(({ label, action }) => `${action} ${label}`)).toEqual(['grant 3']);
});

describe('the diff of two revisions is what the head plans once the base is live', () => {
  const users = ['1', '2', '3', '4'];
  const prune = constantFrom(true, false, 'listed' as const);

  test.each([
    ['an environment', dev, ['engineer', 'support']],
    ['an organization', org, ['admin', 'member']],
    ['an account', acc, ['auditor', 'billing_admin']],
  ] as const)('in %s', (_, scope, roles) => {
    assert(
      property(wishes(users, roles), wishes(users, roles), prune, (before, after, pruned) => {
        const lasting = before.map((wish) => ({ ...wish, ended: false }));
        const head = documentOf(scope, after, pruned);
        const live = liveOf(scope, users, before);
        const isKnown = (id: string): boolean => live.users.some((user) => user.id === id);
        const { plan } = planOf({ documents: [head], live: [live] });
        const planned = plan.changes.map((one) => textOf(one.principal.slice('user:'.length), one));
        const diff = stateDifferences([documentOf(scope, lasting, pruned)], [head], NOW, side([head]));
        const changed = diff.filter(({ kept }) => kept === undefined);
        const texts = changed.map((one) => textOf(one.label, one));
        const known = (text: string): boolean => isKnown(text.slice(0, 1));
        expect(texts.filter(known).sort()).toEqual(planned.filter(known).sort());
      }),
    );
  });
});

interface Wish {
  readonly who: string;
  readonly role: string;
  readonly ended: boolean;
}

/** An entry for each user, or none. */
function wishes(users: readonly string[], roles: readonly string[]): Arbitrary<readonly Wish[]> {
  const wish = record({ role: constantFrom(...roles), ended: boolean() });
  return tuple(...users.map(() => option(wish, { nil: null }))).map((all) =>
    all.flatMap((one, index) => (one === null ? [] : [{ who: users[index] ?? '', ...one }])),
  );
}

function documentOf(scope: Scope, all: readonly Wish[], prune: Prune): DesiredScope {
  const entries = [...groupBy(all, ({ role }) => role)].map(
    ([role, group]) =>
      [role, group.map(({ who, ended }) => (ended ? { who, until: past } : { who }))] as const,
  );
  return document(scope, Object.fromEntries(entries), prune);
}

function liveOf(scope: Scope, users: readonly string[], held: readonly Wish[]): LiveRoot {
  const rows = Object.fromEntries(held.map(({ who, role }) => [who, role]));
  if (scope === org) return redoxRoot('1', rows);
  if (scope === dev)
    return redoxRoot('1', Object.fromEntries(users.map((who) => [who, 'member'])), { dev: rows });
  return aionRoot('a', users, Object.fromEntries(held.map(({ who, role }) => [who, [role]])));
}

function textOf(who: string, { from, to }: Pick<StateDifference, 'from' | 'to'>): string {
  return `${who} ${from?.role ?? '-'} > ${to?.role ?? '-'}`;
}
