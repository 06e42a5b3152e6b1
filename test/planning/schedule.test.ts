import * as fc from 'fast-check';
import pLimit from 'p-limit';
import { describe, expect, test } from 'vitest';
import { dispatch, skipped, type WriteOutcome } from '../../src/engine/dispatch.js';
import type { Action } from '../../src/model/change.js';
import { traitsOf } from '../../src/model/scope.js';
import { handedOverRoles } from '../../src/planning/role-handover.js';
import { guardedRoles, holdersAround } from '../../src/planning/guarded-roles.js';
import type { PlannedRun } from '../../src/planning/make-plan.js';
import { type Schedule, scheduleOf, type ScheduledWrite } from '../../src/planning/schedule.js';
import { LiveModel } from './live-model.js';
import {
  account,
  aionRoot,
  catalogue,
  document,
  environment,
  organization,
  planOf,
  redoxRoot,
  settings,
  shown,
  type World,
} from './world.js';
import { aionWorlds, dice, redoxWorlds } from './worlds.js';

/** How a write may go: it lands or not, at once or at the end, and the answer may tell the contrary. */
type Fate = 'landed' | 'failed' | 'landed-but-lost' | 'landed-early';

interface Walk {
  /** What breaks a promise, in words; empty where nothing does. */
  readonly broken: readonly string[];
  readonly started: readonly string[];
  readonly settled: readonly WriteOutcome[];
}

/** Walks a plan's schedule in an order that the seed decides, with fates and an interrupt that it decides too. */
async function walk(
  world: World,
  seed: number,
  fates: readonly Fate[],
  interrupts: boolean,
  part = false,
): Promise<Walk> {
  const roll = dice(seed);
  const run = planOf(world);
  const writable = run.plan.changes.flatMap(({ blocked }, index) => (blocked === null ? [index] : []));
  const indexes = part ? writable.filter(() => roll(3) > 0) : writable;
  const schedule = scheduleOf(run, indexes, settings(world));
  const model = new LiveModel(world.live);
  const limits = limitsOf(run, world);
  const handed = handoversIn(run, schedule);
  const broken: string[] = [];
  const started: string[] = [];
  const open: {
    readonly write: ScheduledWrite;
    readonly fate: Fate;
    readonly end: (settled: WriteOutcome) => void;
  }[] = [];
  const done = new Set<number>();
  let stopped = false;
  const land = (write: ScheduledWrite): void => {
    if (write.planned.change.verifiable !== false) model.write(write.planned.change);
    for (const { scope, role, least } of limits) {
      const count = model.holders(scope, role);
      if (count < least)
        broken.push(`${scope} has ${count} of ${least} with ${role} after ${shown(write.planned.change)}`);
    }
    for (const { role, scopes } of handed) {
      const count = scopes.reduce((sum, scope) => sum + model.holders(scope, role), 0);
      if (count === 0) broken.push(`nobody tells the id of ${role} after ${shown(write.planned.change)}`);
    }
  };
  const places = pLimit(1 + roll(4));
  const running = dispatch(schedule, {
    write: (write) =>
      places(() => {
        if (stopped) return Promise.resolve(skipped('interrupted'));
        return new Promise<WriteOutcome>((resolve) => {
          const { change } = write.planned;
          started.push(shown(change));
          for (const other of open)
            if (
              other.write.planned.change.scope === change.scope &&
              other.write.planned.change.principal === change.principal
            )
              broken.push(`two writes of ${change.principal} in ${change.scope} overlap`);
          broken.push(...outOfPhase(write, schedule.writes, done, run));
          const fate = fates[roll(fates.length)] ?? 'landed';
          if (fate === 'landed-early') land(write);
          open.push({ write, fate, end: resolve });
        });
      }),
    onOutcome: (index) => done.add(index),
  });
  const result: { settled: readonly WriteOutcome[] | null } = { settled: null };
  void running.then((settled) => (result.settled = settled));
  for (let step = 0; step < 1000 && result.settled === null; step += 1) {
    await new Promise(setImmediate);
    const [next] = open.splice(roll(open.length), 1);
    if (next === undefined) {
      if (step > schedule.writes.length + 3) {
        broken.push(`nothing goes on, ${schedule.writes.length - done.size} writes are left`);
        break;
      }
      continue;
    }
    if (interrupts && roll(6) === 0) stopped = true;
    if (next.fate === 'landed' || next.fate === 'landed-but-lost') land(next.write);
    const status = next.fate === 'landed' || next.fate === 'landed-early' ? 'applied' : 'failed';
    next.end({ status, reason: null, requestId: null, ms: 0 });
  }
  return { broken, started, settled: result.settled ?? [] };
}

/** For every guarded role what min(live, desired) is. */
function limitsOf(
  run: PlannedRun,
  world: World,
): readonly { readonly scope: string; readonly role: string; readonly least: number }[] {
  return run.comparisons.flatMap((comparison) => {
    const { scope } = comparison.desired;
    const removed = new Set(
      run.changes.flatMap(({ change, principal }) =>
        change.blocked === null &&
        change.to === null &&
        change.scope === scope.rootAddress &&
        scope.provider === 'redox'
          ? [principal?.id ?? '']
          : [],
      ),
    );
    return guardedRoles(scope, traitsOf(catalogue, scope), settings(world)).map(({ role }) => {
      const { before, after } = holdersAround(
        comparison,
        role,
        scope.address === scope.rootAddress ? undefined : removed,
      );
      return { scope: scope.address, role, least: Math.min(before, after) };
    });
  });
}

/** The roles whose id must not be lost on the way, with the scopes whose holders tell it. */
function handoversIn(
  run: PlannedRun,
  { writes, unordered }: Schedule,
): readonly { readonly role: string; readonly scopes: readonly string[] }[] {
  const scheduled = new Set(writes.map(({ index }) => index));
  const lost = new Set(unordered.map(({ scope, role }) => `${scope} ${role}`));
  return handedOverRoles(run.changes, run.comparisons).flatMap(({ scope, role, givers }) => {
    if (lost.has(`${scope} ${role}`) || !givers.some((index) => scheduled.has(index))) return [];
    const [, kind] = scope.split('/');
    const scopes = run.comparisons.map(({ desired }) => desired.scope).filter((one) => one.kind === kind);
    return [{ role, scopes: scopes.map(({ address }) => address) }];
  });
}

const RANK: Readonly<Record<Action, number>> = { grant: 0, change: 1, revoke: 2 };

/** Grants before changes before revokes, in each scope; the own user's among themselves. */
function outOfPhase(
  write: ScheduledWrite,
  all: readonly ScheduledWrite[],
  done: ReadonlySet<number>,
  run: PlannedRun,
): readonly string[] {
  const isSelf = ({ planned: { change } }: ScheduledWrite): boolean =>
    run.comparisons
      .find(({ desired }) => desired.scope.address === change.scope)
      ?.protection.isSelf({ address: change.principal, label: change.label, user: null }) ?? false;
  const { change } = write.planned;
  return all.flatMap((other, position) => {
    const early =
      other.planned.change.scope === change.scope &&
      RANK[other.planned.change.action] < RANK[change.action] &&
      isSelf(other) === isSelf(write) &&
      !done.has(position);
    return early ? [`${shown(change)} starts before ${shown(other.planned.change)} is settled`] : [];
  });
}

describe.each([
  ['Redox', redoxWorlds],
  ['Aion', aionWorlds],
])('in whatever order the writes of %s go', (_, worlds) => {
  test('every write is settled, in its phase, never beside another of its principal, and holders stay', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(), async (world, seed) => {
        const { broken, settled } = await walk(world, seed, ['landed', 'landed-early'], false);
        expect(broken).toEqual([]);
        expect(settled.filter(({ status }) => status !== 'applied')).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('no guarded role loses more holders than it may, whatever fails, gets lost or is interrupted', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        async (world, seed, interrupts, part) => {
          const fates: readonly Fate[] = ['landed', 'landed-early', 'failed', 'landed-but-lost'];
          const { broken } = await walk(world, seed, fates, interrupts, part);
          expect(broken).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the order of writes', () => {
  const org = organization('1');

  test('an owner is revoked only after the new one is granted', async () => {
    const world: World = {
      documents: [document(org, { member: ['1'], owner: ['2'] })],
      live: [redoxRoot('1', { 1: 'owner', 2: 'member' })],
    };
    const { started } = await walk(world, 1, ['landed'], false);
    expect(started).toEqual([
      '~ redox/organization/1 user:2 member > owner',
      '~ redox/organization/1 user:1 owner > member',
    ]);
    const failing = await walk(world, 1, ['failed'], false);
    expect(failing.started).toEqual(['~ redox/organization/1 user:2 member > owner']);
    expect(failing.settled.map(({ status }) => status).toSorted()).toEqual(['failed', 'skipped']);
  });

  test('of several revokes the last in plan order is skipped first', async () => {
    const runWorld: World = {
      documents: [document(org, { member: ['1', '2'], owner: ['3', '4'] })],
      live: [redoxRoot('1', { 1: 'owner', 2: 'owner', 3: 'member', 4: 'member' })],
    };
    const run = planOf(runWorld);
    const schedule = scheduleOf(
      run,
      run.plan.changes.map((_, index) => index),
      settings(),
    );
    const settled = await dispatch(schedule, {
      write: ({ planned }) =>
        Promise.resolve({
          status: planned.change.principal === 'user:3' ? 'failed' : 'applied',
          reason: null,
          requestId: null,
          ms: 0,
        }),
      onOutcome: () => undefined,
    });
    const became = run.plan.changes.map(({ principal }, index) => [principal, settled[index]?.status]);
    expect(became).toEqual([
      ['user:3', 'failed'],
      ['user:4', 'applied'],
      ['user:1', 'applied'],
      ['user:2', 'skipped'],
    ]);
    expect(settled[3]?.reason).toContain('keeps 2 with role owner');
  });

  describe('where only its holder tells the id of a role', () => {
    const dev = environment('1', 'dev');
    const prod = environment('1', 'prod');
    const members = { 1: 'owner', 2: 'member', 3: 'member' };
    const learned = (environments: Readonly<Record<string, Readonly<Record<string, string>>>>) => [
      redoxRoot('1', members, environments, { fromHolders: true }),
    ];
    const handover: World = {
      documents: [document(dev, { support: ['1'], engineer: ['2'] })],
      live: learned({ dev: { 1: 'engineer', 2: 'support', 3: 'support' } }),
    };
    const lines = [
      '~ redox/environment/dev user:2 support > engineer',
      '~ redox/environment/dev user:1 engineer > support',
    ];

    test('the role is given before it is taken', async () => {
      for (let seed = 0; seed < 10; seed += 1) {
        expect((await walk(handover, seed, ['landed'], false)).started).toEqual(lines);
      }
    });

    test('the holder stays if giving it fails, so that a second run can give it', async () => {
      const { started, settled } = await walk(handover, 1, ['failed'], false);
      expect(started).toEqual(lines.slice(0, 1));
      expect(settled.map(({ status }) => status).toSorted()).toEqual(['failed', 'skipped']);
      expect(settled.find(({ status }) => status === 'skipped')?.reason).toContain(
        'its id is known from its holders alone',
      );
    });

    test('a holder stays too if a revoke or a removal takes it, in whichever environment', async () => {
      const revoked: World = {
        documents: [document(dev, {}, true), document(prod, { engineer: ['2'] }, true)],
        live: learned({ dev: { 1: 'engineer' }, prod: {} }),
      };
      expect((await walk(revoked, 1, ['failed'], false)).started).toEqual([
        '+ redox/environment/prod user:2 engineer',
      ]);
      const removed: World = {
        documents: [
          document(organization('1'), { owner: ['1'], member: ['2'] }, true),
          document(dev, {}),
          ...revoked.documents.slice(1),
        ],
        live: learned({ dev: { 3: 'engineer' }, prod: {} }),
      };
      expect((await walk(removed, 1, ['failed'], false)).started).toEqual([
        '+ redox/environment/prod user:2 engineer',
      ]);
    });

    test('no write waits if somebody keeps the role, or its id is known otherwise', async () => {
      const kept = {
        ...handover,
        live: learned({ dev: { 1: 'engineer', 2: 'support', 3: 'engineer', 4: 'support' } }),
      };
      const alone = (world: World): readonly string[] => planOf(world).plan.warnings.map(({ code }) => code);
      expect((await walk(kept, 1, ['failed'], false)).started).toHaveLength(2);
      const listed = [redoxRoot('1', members, { dev: { 1: 'engineer', 2: 'support' } })];
      expect((await walk({ ...handover, live: listed }, 1, ['failed'], false)).started).toHaveLength(2);
      expect(alone({ ...handover, live: listed })).toEqual([]);
    });

    test('any order serves roles that change hands in a cycle, and a warning says so', async () => {
      const ring = { ...handover, live: learned({ dev: { 1: 'engineer', 2: 'support' } }) };
      const { plan } = planOf(ring);
      expect(plan.summary).toMatchObject({ change: 2, blocked: 0 });
      expect(plan.warnings.map(({ code }) => code)).toEqual(['role-id-at-risk']);
      const { settled } = await walk(ring, 1, ['landed'], false);
      expect(settled.map(({ status }) => status)).toEqual(['applied', 'applied']);
    });
  });

  test("writes of the credential's own user come last, in their phases", async () => {
    const rows = { 1: [{ role: 'auditor' }], 2: ['auditor'] };
    const world: World = {
      documents: [
        document(account('a'), {
          account_admin: ['1', '2'],
          billing_admin: [{ who: '1' }],
          auditor: [{ who: '2', status: 'inactive' }],
        }),
        document(account('b'), { auditor: ['2'] }),
      ],
      live: [aionRoot('a', ['1', '2'], rows), aionRoot('b', ['1', '2'], {})],
      self: { aion: 'u1@acme.test' },
    };
    for (let seed = 0; seed < 20; seed += 1) {
      const { started } = await walk(world, seed, ['landed'], false);
      expect(started.slice(-2).every((line) => line.includes('user:1'))).toBe(true);
    }
  });

  test('a removal waits for the other writes of the environments', async () => {
    const world: World = {
      documents: [
        document(org, { owner: ['1'] }, true),
        document(environment('1', 'dev'), { engineer: ['1'], support: ['3'] }),
      ],
      live: [redoxRoot('1', { 1: 'owner', 2: 'member', 3: 'owner' }, { dev: { 2: 'engineer' } })],
    };
    const { started } = await walk(
      { ...world, documents: [document(org, { owner: ['1', '3'] }, true), ...world.documents.slice(1)] },
      3,
      ['landed'],
      false,
    );
    expect(started.at(-1)).toBe('- redox/organization/1 user:2 member');
    expect(started).toHaveLength(3);
  });

  test('a defect in a write is thrown after the writes under way have finished', async () => {
    const run = planOf({
      documents: [document(org, { admin: ['1', '2', '3'] })],
      live: [redoxRoot('1', { 1: 'member', 2: 'member', 3: 'member' })],
    });
    const settled: number[] = [];
    const started: string[] = [];
    const places = pLimit(2);
    const running = dispatch(scheduleOf(run, [0, 1, 2], settings()), {
      write: ({ planned: { change } }, attempt) =>
        places(() =>
          attempt(async () => {
            started.push(change.principal);
            if (change.principal === 'user:1') throw new Error('a defect');
            await new Promise(setImmediate);
            return { status: 'applied', reason: null, requestId: null, ms: 0 };
          }),
        ),
      onOutcome: (index) => settled.push(index),
    });
    await expect(running).rejects.toThrow('a defect');
    expect(started).toEqual(['user:1', 'user:2']);
    expect(settled).toEqual([1]);
  });
});
