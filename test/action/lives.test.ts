import { expect, test, vi } from 'vitest';
import { WORKFLOW } from '../github/server.js';
import { access, inWorld, LIVE, setRole, type World } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 6 });

const ADA_ADMIN = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] });
const BOTH_ADMIN = access({ owner: ['grace'], admin: ['lin', 'ada', 'alan'] });
const DAY = 86_400_000;

function roleOf({ sandbox }: World, email: string): string | undefined {
  const [organization] = sandbox.state().redox?.organizations ?? [];
  return organization?.members.find((member) => member.email === email)?.role;
}

/** Somebody makes a member of an organization what it was before, by hand. */
async function demote({ sandbox }: World, email: string): Promise<void> {
  await setRole(sandbox, email, 'member');
}

function bodyOf(world: World, number: number): string {
  return world.github.pull(number).comments[0]?.body ?? '';
}

function writesTo({ sandbox }: World): number {
  return sandbox.requests.filter(({ method }) => method !== 'GET').length;
}

test.concurrent('a pull request with something to do carries a label until all of it is done', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    expect([...pull.labels]).toEqual(['rolecall: open']);
    await world.applyPush(world.merge(1));
    expect([...pull.labels]).toEqual([]);
    const other = world.propose(2, { note: 'nothing' });
    await world.plan(2);
    expect([...other.labels]).toEqual([]);
  }));

test.concurrent('a label that cannot be set is a notice that says how to have it', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    world.github.fault = ({ path }) =>
      path.endsWith('/labels')
        ? {
            status: 403,
            body: { message: 'You do not have permission to create labels on this repository.' },
          }
        : null;
    const planned = await world.plan(1);
    expect(planned.outputs['exit-code']).toBe('2');
    expect(planned.log).toMatch(/^::notice title=label::.*rolecall: open.*issues: write/mu);
    expect(pull.comments).toHaveLength(1);
    expect(await world.applyPush(world.merge(1))).toMatchObject({ code: 0 });
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('a label that cannot be taken off is a notice, and the apply is done', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.github.fault = ({ method }) =>
      method === 'DELETE'
        ? { status: 403, body: { message: 'Resource not accessible by integration' } }
        : null;
    const applied = await world.applyPush(world.merge(1));
    expect(applied).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    expect(applied.log).toMatch(/^::notice title=label::/mu);
  }));

test.concurrent('an open record is found among thousands of merged pull requests, in ten requests at most', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.merge(1);
    Object.assign(world.github.pull(1), { updatedAt: Date.now() - 30 * DAY });
    for (let number = 10; number < 3000; number += 1)
      Object.assign(world.github.pull(number), { merged: true });
    const before = world.push({ note: 'nothing of ours' });
    const asked = world.github.received.length;
    expect(await world.applyPush(before)).toMatchObject({ code: 0 });
    expect(world.github.received.length - asked).toBeLessThanOrEqual(10);
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('what somebody undoes by hand is not done again on the word of a record that was used', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    await world.applyPush(before);
    await demote(world, 'ada@acme.test');
    const again = await world.applyPush(before);
    expect(again).toMatchObject({ code: 0 });
    expect(again.log).toContain('1 held');
    expect((await world.applyPush(world.push({ note: 'a later push' }))).log).toContain('1 held');
    expect((await world.schedule('apply')).log).toContain('1 held');
    expect(roleOf(world, 'ada@acme.test')).toBe('member');
  }));

test.concurrent('a record is used up scope by scope by narrowed runs', () =>
  inWorld(null, async (world) => {
    const engineer = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }, ['lin', 'grace']);
    const pull = world.propose(1, { 'access/acme.yaml': engineer });
    await world.plan(1);
    const before = world.merge(1);
    await world.applyPush(before, { scope: 'redox/organization/*' });
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
    expect(bodyOf(world, 1)).toContain('"closed":null');
    expect([...pull.labels]).toEqual(['rolecall: open']);
    await demote(world, 'ada@acme.test');
    await world.applyPush(before, { scope: 'redox/environment/*' });
    expect(bodyOf(world, 1)).toContain(`"closed":"${world.main}"`);
    expect((await world.applyPush(before)).log).toContain('1 held');
    expect(roleOf(world, 'ada@acme.test')).toBe('member');
  }));

test.concurrent('a record that was merged more than 90 days ago expires, with a notice', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.merge(1);
    pull.mergedAt = Date.now() - 91 * DAY;
    const before = world.push({ note: 'later' });
    const result = await world.applyPush(before);
    expect(result).toMatchObject({ code: 0 });
    expect(result.log).toMatch(/^::notice title=record expired::the record of #1 has expired/mu);
    expect(writesTo(world)).toBe(0);
    expect(bodyOf(world, 1)).toContain('"closed":"expired"');
    expect([...pull.labels]).toEqual([]);
    expect((await world.applyPush(before)).log).not.toContain('record expired');
  }));

test.concurrent('a run whose branch has moved on goes on where the files are the same at the tip', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const merged = world.main;
    world.push({ 'docs/readme': 'by a bot, which starts no run' });
    const late = await world.applyPush(before, {}, merged);
    expect(late.log).toContain('the files are the same');
    expect(late).toMatchObject({ code: 0 });
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('where the files have changed at the tip, nothing is applied, and the tip is named', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const merged = world.main;
    world.push({ 'access/more.yaml': 'organization: "2048"\n' });
    const late = await world.applyPush(before, {}, merged);
    expect(late).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    expect(late.log).toMatch(new RegExp(`^::notice title=not the tip::.*${world.main.slice(0, 12)}`, 'mu'));
    expect(writesTo(world)).toBe(0);
  }));

test.concurrent('a token that can see neither branch nor repository fails the run', () =>
  inWorld(null, async (world) => {
    const before = world.push({ 'access/acme.yaml': ADA_ADMIN });
    world.github.branches.clear();
    expect((await world.applyPush(before)).log).toContain('the branch main is gone');
    world.github.visible = false;
    const unseen = await world.applyPush(before);
    expect(unseen).toMatchObject({ code: 1, outputs: { 'exit-code': '1' } });
    expect(unseen.log).toContain('contents: read');
  }));

test.concurrent('the schedule takes up what a push left', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.merge(1);
    const scheduled = await world.schedule('apply');
    expect(scheduled).toMatchObject({ code: 0 });
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
    expect(bodyOf(world, 1)).toContain('All of what was reviewed here is done.');
  }));

test.concurrent('a start is not made a second time after somebody undid it', () =>
  inWorld(null, async (world) => {
    const files = access({ ...LIVE, admin: ['lin', '{ user: ada, from: 2026-11-01 }'], member: ['alan'] });
    world.propose(1, { 'access/acme.yaml': files });
    await world.plan(1);
    world.merge(1);
    await world.schedule('apply');
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
    await demote(world, 'ada@acme.test');
    expect((await world.schedule('apply')).log).toContain('1 held');
    expect(roleOf(world, 'ada@acme.test')).toBe('member');
  }));

test.concurrent('what was planned for one branch is not applied to another', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1, { branches: 'release' }, { into: 'release' });
    const refused = await world.applyPush(world.merge(1));
    expect(refused).toMatchObject({ code: 5 });
    expect(bodyOf(world, 1)).toContain('planned for release and merged into main');
    expect(writesTo(world)).toBe(0);
  }));

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

test.concurrent('what another run struck off meanwhile is not opened again', () =>
  inWorld(null, async (world) => {
    const engineer = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }, ['lin', 'grace']);
    const pull = world.propose(1, { 'access/acme.yaml': engineer });
    await world.plan(1);
    const before = world.merge(1);
    const [comment] = pull.comments;
    if (comment === undefined) throw new Error('there is no comment');
    const planned = comment.body;
    await world.applyPush(before, { scope: 'redox/organization/*' });
    const struck = comment.body;
    // The second run reads the records before the first one edits them.
    comment.body = planned;
    world.github.fault = ({ path }) => {
      if (path.includes('/branches/')) comment.body = struck;
      return null;
    };
    await world.applyPush(before, { scope: 'redox/environment/*' });
    expect(comment.body).toContain(`"closed":"${world.main}"`);
    expect([...pull.labels]).toEqual([]);
    await demote(world, 'ada@acme.test');
    expect((await world.applyPush(before)).log).toContain('1 held');
  }));

test.concurrent('a comment that somebody edits while the run writes does not become its word', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const [comment] = pull.comments;
    if (comment === undefined) throw new Error('there is no comment');
    world.github.fault = ({ path }) => {
      if (path.includes('/branches/'))
        world.github.edit(comment, comment.body, { login: 'mallory', kind: 'User' });
      return null;
    };
    expect(await world.applyPush(before)).toMatchObject({ code: 0 });
    expect(comment.body).toContain('Apply: 1 applied.');
    expect(comment.body).not.toContain('rolecall:record');
  }));

test.concurrent('apply on a closed pull request is told which line to write', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    const refused = await world.plan(1, { command: 'apply' });
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.log).toContain('on: { push: { branches: [main] } }');
  }));
