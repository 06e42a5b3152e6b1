import { expect, test } from 'vitest';
import { setRole } from '../action/world.js';
import { admins, RecordWorld, WAYS } from './world.js';

test.each(WAYS)('what a record lists is applied after a %s, and struck off', async (way) => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  world.propose({ 'README.md': 'a second commit' });
  expect((await world.plan()).code).toBe(0);
  world.merge(way);
  const applied = await world.apply();
  expect([applied.code, world.role('ada@acme.test')]).toEqual([0, 'admin']);
  expect(applied.stdout).toContain('Apply: 1 applied.');
  expect(world.record()).toMatchObject({ effects: {}, closed: world.repository.git('rev-parse', 'main') });
});

test.each(WAYS)('a %s is seen where the main branch moved on before and after it', async (way) => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  expect((await world.plan()).code).toBe(0);
  if (way !== 'fast-forward')
    world.push({ 'people.yaml': `${world.file('people.yaml')}  zoe: { redox: zoe@acme.test }\n` });
  world.merge(way);
  world.push({ 'people.yaml': `${world.file('people.yaml')}  max: { redox: max@acme.test }\n` });
  const applied = await world.apply();
  expect([applied.stderr, applied.code, world.role('ada@acme.test')]).toEqual([
    expect.anything(),
    0,
    'admin',
  ]);
});

test('a record of a change that was not merged is refused, and nothing is sent', async () => {
  const world = await RecordWorld.start();
  const head = world.propose(admins('lin', 'ada'));
  await world.plan();
  world.push(admins('lin', 'alan'));
  const before = world.sandbox.requests.length;
  const { code, stdout, stderr } = await world.apply();
  expect([code, stdout, world.sandbox.requests.length]).toEqual([5, '', before]);
  expect(stderr).toContain(
    `record.json" is not believed: its commit ${head.slice(0, 12)} was not merged into`,
  );
  expect(stderr).toContain('--digest');
});

test('a change that no record lists stops everything, and says so', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  await world.plan();
  world.merge();
  world.push(admins('lin', 'ada', 'alan'));
  const { code, stdout, stderr } = await world.apply(['--format', 'json']);
  const result = JSON.parse(stdout);
  expect([code, world.writes]).toEqual([5, 0]);
  expect(result.unreviewed).toMatchObject([{ label: 'alan@acme.test', cause: 'files' }]);
  expect(result.summary).toMatchObject({ applied: 0, skipped: 2 });
  expect(stderr).toMatch(
    /1 change of this plan is in no open record: ".*record\.json" lists other ones\. Give the records/u,
  );
  const other = await world.apply(['--digest', `sha256:${'0'.repeat(64)}`]);
  expect([other.code, world.writes, other.stderr]).toEqual([
    5,
    0,
    expect.not.stringContaining('in no open record'),
  ]);
  const { code: done } = await world.apply(['--digest', result.digest]);
  expect([done, world.role('alan@acme.test'), world.record()['effects']]).toEqual([0, 'admin', {}]);
});

test('drift that the review did not show is held, and drift that it showed is written', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  await world.plan();
  world.merge();
  await setRole(world.sandbox, 'alan@acme.test', 'owner');
  const { code, stdout } = await world.apply(['--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    summary: { applied: 1, held: 1 },
    results: [{ status: 'applied' }, { status: 'held', reason: expect.stringContaining('drift') }],
  });
  world.repository.git('branch', '--delete', '--force', 'change');
  world.propose(admins('lin', 'ada', 'alan'));
  await setRole(world.sandbox, 'ada@acme.test', 'owner');
  await world.plan();
  world.merge();
  const next = JSON.parse((await world.apply(['--format', 'json'])).stdout);
  expect(next.summary).toMatchObject({ applied: 2, held: 0 });
  expect(world.role('ada@acme.test')).toBe('admin');
});

test("what was struck off and undone by hand is never written again on the record's word", async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  await world.plan();
  world.merge();
  await world.apply();
  await setRole(world.sandbox, 'ada@acme.test', 'member');
  const { code, stdout } = await world.apply(['--format', 'json']);
  expect([code, world.role('ada@acme.test')]).toEqual([0, 'member']);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { applied: 0, held: 1 } });
});

test('several records add up', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'), 'one');
  await world.plan([], {}, 'one.json');
  world.merge('merge', 'one');
  world.propose(admins('lin', 'ada', 'alan'), 'two');
  await world.plan([], {}, 'two.json');
  world.merge('squash', 'two');
  const { code, stdout } = await world.apply(['--base', 'main~2'], {}, ['one.json', 'two.json']);
  expect([code, world.role('ada@acme.test'), world.role('alan@acme.test')]).toEqual([0, 'admin', 'admin']);
  expect(stdout).toContain('2 applied');
  const isClosed = (name: string): boolean => typeof world.record(name)['closed'] === 'string';
  expect([isClosed('one.json'), isClosed('two.json')]).toEqual([true, true]);
});

test('a plan without changes writes a record too, by which nothing can be applied', async () => {
  const world = await RecordWorld.start();
  world.propose({ 'access/notes.yaml': '# nothing\n' });
  expect((await world.plan()).code).toBe(0);
  expect(world.record()).toMatchObject({ effects: {}, later: {}, blocked: {}, closed: null });
  world.merge();
  const { code, stdout } = await world.apply();
  expect([code, stdout]).toEqual([0, 'Nothing to apply.\n']);
  world.push(admins('lin', 'ada'));
  const next = await world.apply();
  expect([next.code, next.stderr]).toEqual([5, expect.stringContaining('has nothing left to do')]);
});

test('a record is written back after a guard refused the run, with all of it open', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('ada'));
  await world.plan();
  world.merge();
  const before = world.record();
  const { code } = await world.apply(['--allow-revokes', '0']);
  expect([code, world.writes, world.record()]).toEqual([4, 0, before]);
});

test('whatever narrowed the run, what it did is struck off', async () => {
  const world = await RecordWorld.start();
  const { 'access/acme.yaml': text = '' } = admins('lin', 'ada');
  world.propose({ 'access/acme.yaml': text.replace(/ {4}- lin\n$/u, '    - lin\n    - alan\n') });
  await world.plan();
  world.merge();
  expect((await world.apply(['--scope', 'redox/environment/*'])).code).toBe(0);
  expect(world.record()['closed']).toBeNull();
  expect(world.role('ada@acme.test')).toBe('member');
  expect((await world.apply(['--shard', '1/1'])).code).toBe(0);
  expect(world.record()['closed']).not.toBeNull();
});

test('a record expires 90 days after it was planned, with a notice', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  await world.plan([], { at: '2026-01-01T00:00:00Z' });
  world.merge();
  const late = await world.apply([], { at: '2026-04-02T00:00:00Z' });
  expect([late.code, world.writes]).toEqual([5, 0]);
  expect(late.stderr).toMatch(
    /The record ".*record\.json" has expired: it was planned more than 90 days ago/u,
  );
  expect(world.record()['closed']).toBe('expired');
});
