import { expect, test, vi } from 'vitest';
import { ADA_ADMIN, bodyOf, demote, roleOf, writesTo } from './lives.js';
import { access, inWorld, LIVE } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 6 });

const DAY = 86_400_000;

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
