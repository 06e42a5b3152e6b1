import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { mergePlans } from '../../src/action/plan.js';
import type { Plan } from '../../src/model/plan.js';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });
let bundle = '';
beforeAll(() => {
  bundle = freshBundle();
}, 60_000);

const ADA_ADMIN = { 'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }) };
const WITHOUT = { env: { REDOX_TOKEN: '' } };

test.concurrent('a plan file that the pull request commits is refused, one that a job wrote is merged', () =>
  inWorld(bundle, async (world) => {
    const pull = world.propose(1, ADA_ADMIN);
    const path = (await world.plan(1, { shard: '1/1', comment: 'never' })).outputs['plan-path'] ?? '';
    world.propose(1, { 'plans/forged/plan.json': readFileSync(path, 'utf8') });
    const forged = await world.plan(1, { 'plan-files': 'plans/*/plan.json' }, WITHOUT);
    expect(forged).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
    expect(forged.log).toContain('"plans/forged/plan.json" is tracked by git');
    expect(pull.comments).toEqual([]);
    mkdirSync(join(world.repository.folder, 'artifacts', '1'), { recursive: true });
    copyFileSync(path, join(world.repository.folder, 'artifacts', '1', 'plan.json'));
    const merged = await world.plan(1, { 'plan-files': 'artifacts/*/plan.json' }, WITHOUT);
    expect(merged).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(pull.comments).toHaveLength(1);
  }));

test.concurrent('a plan that is no shard, or that reaches out of its scopes, is not merged', () =>
  inWorld(bundle, async (world) => {
    world.propose(1, ADA_ADMIN);
    const kept = async (inputs: Readonly<Record<string, string>>): Promise<Plan> => {
      const { outputs } = await world.plan(1, { comment: 'never', ...inputs });
      return JSON.parse(readFileSync(outputs['plan-path'] ?? '', 'utf8')) as Plan;
    };
    const shard = await kept({ shard: '1/1' });
    expect(mergePlans([shard]).digest).toBe(shard.digest);
    const whole = await kept({});
    expect(() => mergePlans([whole])).toThrow('not the plan of a shard');
    const [change] = shard.changes;
    if (change === undefined) throw new Error('the plan has no change');
    const scope = 'redox/organization/4096';
    const reaching = { ...shard, changes: [...shard.changes, { ...change, scope }] };
    expect(() => mergePlans([reaching])).toThrow(`changes ${scope}, which is not among its scopes`);
    const { from, to, principal, label, risk } = change;
    const later = [{ at: '2099-01-01T00:00:00Z', scope, principal, label, from, to, risk }];
    expect(() => mergePlans([{ ...shard, later }])).toThrow('not among its scopes');
  }));
