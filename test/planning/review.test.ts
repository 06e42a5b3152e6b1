import { describe, expect, test } from 'vitest';
import type { LiveRoot } from '../../src/model/live.js';
import { blockedText } from '../../src/planning/record/effect-hash.js';
import { againstBase } from '../../src/planning/against-base.js';
import { effectsOf } from '../../src/planning/effects.js';
import { LiveIndex } from '../../src/planning/effects.js';
import type { PlannedRun } from '../../src/planning/make-plan.js';
import { matchReview, reviewOf } from '../../src/planning/review.js';
import { acc, dev, org } from './places.js';
import { aionRoot, document, emailOf, HOUR, NOW, planOf, redoxRoot, type World } from './world.js';

const floors = (scope: string): string | null => (scope === org.address ? 'member' : null);

function held(
  fresh: PlannedRun,
  reviewed: PlannedRun,
  atReview: PlannedRun | null = null,
): readonly number[][] {
  const {
    allowed,
    deferred: waiting,
    unreviewed,
  } = matchReview(fresh, reviewOf(reviewed.plan.changes), atReview, floors);
  return [[...allowed], [...waiting], [...unreviewed]];
}

describe('matching a fresh plan with what was reviewed', () => {
  const rows = { 1: ['auditor'], 2: [] };
  const world: World = {
    documents: [document(acc, { billing_admin: ['1'] }, true)],
    live: [aionRoot('a', ['1', '2'], rows)],
  };
  const swap = planOf(world);

  test('allows half of a reviewed change, since a change is its effects', () => {
    const halfDone = [aionRoot('a', ['1', '2'], { 1: ['auditor', 'billing_admin'] })];
    expect(held(planOf({ ...world, live: halfDone }), swap)).toEqual([[0], [], []]);
    expect(effectsOf(swap.plan.changes[0]!).map(({ sign, state }) => `${sign}${state.role}`)).toEqual([
      '-auditor',
      '+billing_admin',
    ]);
  });

  test('refuses a change of which one effect was not reviewed', () => {
    const more = { ...world, documents: [document(acc, { billing_admin: ['1', '2'] }, true)] };
    expect(held(planOf(more), swap)).toEqual([[1], [], [0]]);
    const drifted = [aionRoot('a', ['1', '2'], { 1: ['account_admin'] })];
    const fresh = planOf({ ...world, live: drifted });
    expect(held(fresh, swap, planOf({ ...world, live: drifted }))).toEqual([[], [], [0]]);
  });

  test('defers what the clock alone brought about since the review', () => {
    const entry = { who: '2', from: NOW + HOUR };
    const later = { ...world, documents: [document(acc, { billing_admin: ['1', entry] }, true)] };
    const fresh = planOf({ ...later, at: NOW + HOUR });
    expect(held(fresh, planOf(later), planOf(later))).toEqual([[1], [0], []]);
  });

  test('allows a change that was blocked at review if e-mail and role agree', () => {
    const documents = [document(org, { admin: ['9@'] }), document(dev, { engineer: ['9@'] })];
    const before = planOf({ documents, live: [redoxRoot('1', { 1: 'owner' }, { dev: {} })] });
    const joined = planOf({ documents, live: [redoxRoot('1', { 1: 'owner', 9: 'member' }, { dev: {} })] });
    expect(held(joined, before)).toEqual([[0, 1], [], []]);
    const otherwise = planOf({
      documents,
      live: [redoxRoot('1', { 1: 'owner', 9: 'owner' }, { dev: { 9: 'support' } })],
    });
    expect(held(otherwise, before)).toEqual([[], [], [0, 1]]);
    const other = [document(org, { owner: ['9@'] })];
    expect(
      held(planOf({ documents: other, live: [redoxRoot('1', { 1: 'owner', 9: 'member' })] }), before),
    ).toEqual([[], [], [0]]);
  });

  test('does not take a display name for the e-mail of a blocked change', () => {
    const blocked = planOf({
      documents: [document(dev, { engineer: ['9@'] })],
      live: [redoxRoot('1', { 1: 'owner' }, { dev: {} })],
    });
    const root = redoxRoot('1', { 1: 'owner', 7: 'member' }, { dev: {} });
    const users = root.users.map((user) =>
      user.id === '7' ? { ...user, email: null, name: emailOf('9') } : user,
    );
    const fresh = planOf({ documents: [document(dev, { engineer: ['7'] })], live: [{ ...root, users }] });
    expect(fresh.plan.changes[0]?.label).toBe('u9@acme.test (user:7)');
    expect(held(fresh, blocked)).toEqual([[], [], [0]]);
    const [taken, meant] = [fresh, blocked].map(({ plan }) => plan.changes.map(blockedText));
    expect(taken).not.toEqual(meant);
  });

  test('allows a change that was blocked under an id once that id is possible', () => {
    const documents = [document(acc, { auditor: ['9'] })];
    const before = planOf({ documents, live: [aionRoot('a', ['1'], {})] });
    expect(held(planOf({ documents, live: [aionRoot('a', ['1', '9'], {})] }), before)).toEqual([[0], [], []]);
  });

  describe('where the API spells Redox roles in another case', () => {
    const documents = [document(dev, { engineer: ['1', '2'] }), document(org, { owner: ['3', '2'] })];
    const members = { 1: 'member', 2: 'member', 3: 'owner' };
    const before = planOf({ documents, live: [redoxRoot('1', members, { dev: {} })] });
    const spelled = { roles: ['Engineer', 'Owner', 'Member'] };
    const after = (engineers: Readonly<Record<string, string>>): World => ({
      documents,
      live: [redoxRoot('1', { 1: 'Member', 2: 'Member', 3: 'Owner' }, { dev: engineers }, spelled)],
    });

    test('allows a role that gained its first holder since the review', () => {
      const fresh = planOf(after({ 3: 'Engineer' }));
      expect(fresh.plan.changes.map(({ to }) => to?.role)).toEqual(['Engineer', 'Engineer', 'Owner']);
      expect(held(fresh, before)).toEqual([[0, 1, 2], [], []]);
      expect(fresh.plan.digest).toBe(before.plan.digest);
      expect(againstBase(fresh, before).plan.changes.map(({ cause }) => cause)).toEqual(
        Array<string>(3).fill('drift'),
      );
    });

    test('finds what is done after a run that was killed half-way', () => {
      const world = after({ 1: 'Engineer' });
      expect(held(planOf(world), before)).toEqual([[0, 1], [], []]);
      const now = new LiveIndex(new Map(world.live.map((root) => [root.root.address, root])));
      expect(before.plan.changes.map((change) => now.hasEffects(change))).toEqual([true, false, false]);
    });
  });

  test('lists no blocked change of the fresh plan', () => {
    const fresh = planOf({
      documents: [document(acc, { auditor: ['9'] })],
      live: [aionRoot('a', ['1'], {})],
    });
    expect(held(fresh, swap)).toEqual([[], [], []]);
  });
});

describe('the cause of a change', () => {
  const live = [redoxRoot('1', { 1: 'owner', 2: 'owner' })];
  const documents = [document(org, { owner: ['2'], admin: ['1'] })];

  function causes(head: PlannedRun, base: PlannedRun): readonly (string | null)[] {
    return againstBase(head, base).plan.changes.map(({ cause }) => cause);
  }

  test('is drift if the base would make the same change', () => {
    expect(causes(planOf({ documents, live }), planOf({ documents, live }))).toEqual(['drift']);
    expect(
      causes(
        planOf({ documents, live }),
        planOf({ documents: [document(org, { owner: ['1', '2'] })], live }),
      ),
    ).toEqual(['files']);
  });

  test('is the files if they lift what blocked it', () => {
    const guards = { protect: [{ scope: '**', principal: 'user:1' }] };
    expect(causes(planOf({ documents, live }), planOf({ documents, live, guards }))).toEqual(['files']);
  });
});

describe('whether the effects of a change hold', () => {
  const change = {
    scope: 'aion/account/a',
    principal: 'user:1',
    from: { role: 'auditor', status: 'active' },
    to: null,
  } as const;
  const holds = (...roots: readonly LiveRoot[]) =>
    new LiveIndex(new Map(roots.map((root) => [root.root.address, root]))).hasEffects(change);

  test('is known where the scope was read whole', () => {
    expect(holds(aionRoot('a', ['1'], {}))).toBe(true);
    expect(holds(aionRoot('a', ['1'], { 1: ['auditor'] }))).toBe(false);
    expect(holds(aionRoot('a', [], {}))).toBe(true);
  });

  test('is unknown where the scope was not read whole, or the user was not asked for', () => {
    expect(holds(aionRoot('a', ['1'], {}, {}, { complete: false }))).toBeNull();
    expect(holds(aionRoot('a', ['1', '2'], {}, {}, { namedOnly: true, whole: ['user:2'] }))).toBeNull();
  });

  test('is unknown for a group that cannot be read, in that account alone', () => {
    const group = { ...change, principal: 'group:g' };
    const readable = aionRoot('a', [], { 'group:g': ['auditor'] });
    const hidden = aionRoot('b', [], {}, {}, { unverifiable: ['group:g'] });
    const both = new LiveIndex(new Map([readable, hidden].map((root) => [root.root.address, root])));
    expect(both.hasEffects(group)).toBe(false);
    expect(both.hasEffects({ ...group, scope: 'aion/account/b' })).toBeNull();
  });
});
