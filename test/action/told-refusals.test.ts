import { expect, test, vi } from 'vitest';
import { WORKFLOW } from '../github/server.js';
import { ADA_ADMIN, BOTH_ADMIN, bodyOf, roleOf, writesTo } from './lives.js';
import { access, inWorld, LIVE, type World } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 6 });

test.concurrent('a refusal is told on the pull request: it was never planned', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    const refused = await world.applyPush(world.merge(1));
    expect(refused).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toMatch(/^\*\*Nothing was written: `#1` was never planned/u);
    expect(bodyOf(world, 1)).not.toContain('no longer matches');
    expect(refused.summary).toMatch(/^\*\*Nothing was written: `#1` was never planned/u);
    expect(bodyOf(world, 1)).toContain(refused.outputs['digest']);
    await world.applyPush(world.main);
    expect(world.github.pull(1).comments).toHaveLength(1);
  }));

test.concurrent('a refusal is told on the pull request: it came from a fork', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    pull.isFork = true;
    expect(await world.applyPush(world.merge(1))).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toContain('came from a fork');
  }));

test.concurrent('a refusal is told on the pull request: another identity planned it', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.github.viewer = { login: 'acme-app', kind: 'Bot' };
    expect(await world.applyPush(world.merge(1))).toMatchObject({ code: 5 });
    const told = pull.comments[1]?.body ?? '';
    expect(told).toContain(WORKFLOW.login);
    expect(told).toContain('acme-app');
    expect(told).toContain('github-token');
  }));

test.concurrent('a refusal is told on the pull request: another commit was merged than was planned', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.propose(1, { 'access/acme.yaml': BOTH_ADMIN });
    expect(await world.applyPush(world.merge(1))).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toMatch(/its record is of commit `\w+` but `\w+` was merged/u);
    expect(writesTo(world)).toBe(0);
  }));

test.concurrent('an edited comment is told by its editor, and never becomes believed by our edit', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const [comment] = pull.comments;
    if (comment === undefined) throw new Error('there is no comment');
    world.github.edit(comment, comment.body, { login: 'mallory', kind: 'User' });
    const before = world.merge(1);
    expect(await world.applyPush(before)).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toContain('mallory edited the comment');
    expect(bodyOf(world, 1)).not.toContain('rolecall:record');
    expect(await world.applyPush(before)).toMatchObject({ code: 5 });
    expect(writesTo(world)).toBe(0);
  }));

test.concurrent('a refusal is told on the pull request: the files changed besides', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    world.push({ 'access/acme.yaml': BOTH_ADMIN });
    expect(await world.applyPush(before)).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toContain('**Nothing was written: the files changed besides');
    expect(bodyOf(world, 1).toLowerCase()).toContain('all done: the next run');
    expect(writesTo(world)).toBe(0);
  }));

test.concurrent('a guard is told on the pull request with the input that lets it pass', () =>
  inWorld(null, async (world) => {
    const settings = `${world.repository.git('show', 'main:rolecall.yaml')}\nprune: listed\nguards: { maxRevokes: { count: 0, percent: 0 } }\n`;
    world.push({ 'rolecall.yaml': settings });
    world.propose(1, { 'access/acme.yaml': access(LIVE, []).replace('engineer:\n', 'engineer: []\n') });
    await world.plan(1);
    const before = world.merge(1);
    expect(await world.applyPush(before)).toMatchObject({ code: 4 });
    expect(bodyOf(world, 1)).toMatch(
      /^\*\*Nothing was written: a guard refused the plan of `redox\/environment\/prod`/u,
    );
    expect(bodyOf(world, 1)).toContain('allow-revokes: 1');
    expect(bodyOf(world, 1)).not.toContain('--allow-revokes');
    expect(await world.applyPush(before, { 'allow-revokes': '1' })).toMatchObject({ code: 0 });
    expect(bodyOf(world, 1)).toContain('All of what was reviewed here is done.');
  }));

test.concurrent('an apply that could not read is told with the reason, and is taken up again', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const payload = { before, after: world.main, ref: 'refs/heads/main', commits: [{ id: world.main }] };
    const env = { REDOX_TOKEN: 'an-old-token' };
    const failed = await world.step('push', payload, 'refs/heads/main', { command: 'apply' }, env);
    expect(failed).toMatchObject({ code: 1 });
    for (const text of [bodyOf(world, 1), failed.summary]) {
      expect(text).toMatch(
        /^\*\*Nothing was applied: not everything could be read\.\*\*\n\n- .*REDOX\S*TOKEN/u,
      );
    }
    expect(failed.log).toContain('Nothing was applied: not everything could be read.');
    expect(failed.log).not.toContain('Nothing to apply');
    expect(bodyOf(world, 1)).toContain('the next run on the branch takes it up again');
    await world.schedule('apply');
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('another digest than the one given is told by both', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    const before = world.merge(1);
    const given = `sha256:${'0'.repeat(64)}`;
    const refused = await world.applyPush(before, { digest: given });
    expect(refused).toMatchObject({ code: 5 });
    expect(refused.log).toContain(`the input digest is ${given} and the plan of this run has`);
    expect(bodyOf(world, 1)).not.toContain('never planned');
    expect(writesTo(world)).toBe(0);
    const digest = refused.outputs['digest'] ?? '';
    expect(refused.summary).toContain(`the plan of this run has \`${digest}\` because`);
    expect(await world.applyPush(before, { digest })).toMatchObject({ code: 0 });
    expect(bodyOf(world, 1)).toContain('Apply: 1 applied.');
    expect(bodyOf(world, 1)).not.toContain('Nothing was written');
    expect(world.github.pull(1).comments).toHaveLength(1);
  }));

test.concurrent('a pull request that was compared offline is told that it has no record', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    world.github.comment(1, await offlineComment(world), WORKFLOW);
    expect(await world.applyPush(world.merge(1))).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toMatch(/^\*\*Nothing was written: `#1` has no record of a plan/u);
  }));

/** The comment of this config as it is without a record. */
async function offlineComment(world: World): Promise<string> {
  await world.plan(1);
  const [comment] = world.github.pull(1).comments.splice(0);
  return (comment?.body ?? '').replace(/^<!-- rolecall:record .*\n/mu, '');
}
