import { beforeAll, expect, test } from 'vitest';
import { isRecord } from '../../src/model/record.js';
import type { FaultPlan } from '../../src/sandbox/faults.js';
import { access, LIVE, setRole } from '../action/world.js';
import { buildProgram, start } from '../safety/built.js';
import { admins, RecordWorld, SUBJECT } from './world.js';

let main = '';
beforeAll(async () => {
  main = await buildProgram();
}, 60_000);

/** A merged and recorded change that makes admins of Ada and Alan, and what becomes of the writes of its apply. */
async function merged(
  onWrite: (count: number) => ReturnType<FaultPlan>,
  names: readonly string[] = ['lin', 'ada', 'alan'],
): Promise<RecordWorld> {
  let count = 0;
  const world = await RecordWorld.start(({ method }) => {
    if (method === 'GET') return undefined;
    count += 1;
    return onWrite(count);
  });
  world.propose(admins(...names));
  expect((await world.plan()).code).toBe(0);
  world.merge();
  return world;
}

/** The effects that are open and those that are struck off, counted. */
function counts(world: RecordWorld, name?: string): readonly [open: number, done: number] {
  const { effects, done } = world.record(name);
  const count = (scoped: unknown): number =>
    isRecord(scoped) ? Object.values(scoped).join('').length / 16 : 0;
  return [count(effects), count(done)];
}

const refusal = { status: 400, json: { message: 'no' } };
const inTurn = ['--concurrency', '1'];

test('a write that fails stays open, and the next run takes it up', async () => {
  const world = await merged((count) => (count === 1 ? refusal : undefined));
  expect(counts(world)).toEqual([4, 0]);
  const first = await world.apply(inTurn);
  expect([first.code, counts(world), world.record()['closed']]).toEqual([6, [2, 2], null]);
  const second = await world.apply(inTurn);
  expect([second.code, counts(world), typeof world.record()['closed']]).toEqual([0, [0, 4], 'string']);
});

test('Ctrl-C strikes off what was written, and leaves the rest open', async () => {
  const stop = new AbortController();
  const world = await merged((count) => {
    if (count === 1) stop.abort();
    return undefined;
  });
  const { code, stdout } = await world.apply([...inTurn, '--format', 'json'], { signal: stop.signal });
  expect([code, counts(world)]).toEqual([130, [2, 2]]);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { applied: 1, skipped: 1 } });
  expect((await world.apply()).code).toBe(0);
  expect(counts(world)).toEqual([0, 4]);
});

test('a run that is killed half-way leaves a whole record, by which the next one finishes', async () => {
  const kill = { now: (): void => undefined };
  const world = await merged((count) => {
    if (count === 2) kill.now();
    return undefined;
  });
  const before = world.text();
  const argv = ['apply', '--yes', '--record', world.artifact(), ...SUBJECT, ...inTurn];
  const running = start(main, argv, world.repository.folder, world.sandbox.environment);
  kill.now = () => void running.child.kill('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
  expect(world.text()).toBe(before);
  kill.now = () => undefined;
  const next = await world.apply();
  expect([next.code, counts(world)]).toEqual([0, [0, 4]]);
  expect([world.role('ada@acme.test'), world.role('alan@acme.test')]).toEqual(['admin', 'admin']);
});

test('of copies of a record, what one struck off is struck off all', async () => {
  const world = await merged(() => undefined, ['lin', 'ada']);
  world.write('old.json', world.record());
  expect((await world.apply()).code).toBe(0);
  await setRole(world.sandbox, 'ada@acme.test', 'member');
  const { code, stdout } = await world.apply(['--format', 'json'], {}, ['old.json', 'record.json']);
  expect([code, world.role('ada@acme.test')]).toEqual([0, 'member']);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { applied: 0, held: 1 } });
  expect(counts(world, 'old.json')).toEqual([0, 2]);
});

test('the start of a term is written if the record lists it, and an end that nobody reviewed is held', async () => {
  const world = await RecordWorld.start();
  const term = '{ user: ada, from: 2026-12-05, until: 2026-12-20 }';
  world.propose({ 'access/acme.yaml': access({ ...LIVE, owner: ['grace', term] }) });
  expect((await world.plan([], { at: '2026-12-01T00:00:00Z' })).code).toBe(0);
  const { effects, later } = world.record();
  expect([effects, isRecord(later) && Object.keys(later).length]).toEqual([{}, 1]);
  world.merge();
  const early = await world.apply([], { at: '2026-12-02T00:00:00Z' });
  expect([early.code, world.writes, world.record()['closed']]).toEqual([0, 0, null]);
  const due = await world.apply([], { at: '2026-12-06T00:00:00Z' });
  expect([due.code, world.role('ada@acme.test')]).toEqual([0, 'owner']);
  expect(due.stdout).toContain('term started');
  expect(world.record()['closed']).not.toBeNull();
  const over = await world.apply(['--format', 'json'], { at: '2026-12-21T00:00:00Z' });
  expect([over.code, world.role('ada@acme.test')]).toEqual([0, 'owner']);
  expect(JSON.parse(over.stdout)).toMatchObject({
    summary: { held: 1 },
    results: [{ term: 'ended', status: 'held', reason: expect.stringContaining('a date brought it about') }],
  });
  const nightly = await world.rolecall(['apply', '--scheduled', '--yes', '--format', 'json'], {
    at: '2026-12-21T01:00:00Z',
  });
  expect([nightly.code, world.role('ada@acme.test')]).toEqual([0, 'member']);
  expect(JSON.parse(nightly.stdout)).toMatchObject({ summary: { applied: 1, held: 0 }, unreviewed: [] });
});

test('a scheduled run writes what records list, starts and ends terms, and holds the rest without exit 5', async () => {
  const world = await merged(() => undefined, ['lin', 'ada']);
  world.push(admins('lin', 'ada', 'alan'));
  const { code, stdout } = await world.apply(['--scheduled', '--format', 'json']);
  expect([code, world.role('ada@acme.test'), world.role('alan@acme.test')]).toEqual([0, 'admin', 'member']);
  expect(JSON.parse(stdout)).toMatchObject({
    summary: { applied: 1, held: 1 },
    results: [{ status: 'applied' }, { reason: expect.stringContaining('no record covers it') }],
  });
  expect(counts(world)).toEqual([0, 2]);
  const beside = await world.rolecall(['apply', 'plan.json', '--yes', '--scheduled']);
  expect([beside.code, beside.stderr]).toEqual([
    3,
    expect.stringContaining('--scheduled cannot be combined'),
  ]);
});

test('files that differ from the commit have no record, and are applied by none', async () => {
  const world = await merged(() => undefined);
  world.repository.write({
    'people.yaml': `${world.file('people.yaml')}# a note\n`,
    'notes.txt': 'not read',
  });
  for (const ran of [await world.plan(), await world.apply()]) {
    expect([ran.code, ran.stdout]).toEqual([3, '']);
    expect(ran.stderr).toMatch(
      /a record is of a commit, and these files differ from \w{12}: people\.yaml\n/u,
    );
  }
});

test('a record that cannot be kept is told, and the plan is printed', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  const { code, stdout, stderr } = await world.plan([], {}, 'missing/record.json');
  expect([code, stdout]).toEqual([1, expect.stringContaining('Plan: 1 to change.')]);
  expect(stderr).toContain('The record could not be kept: ENOENT');
});

test('where a CI checks out the merge of a change, the record is of its head', async () => {
  const world = await RecordWorld.start();
  const head = world.propose(admins('lin', 'ada'));
  const note = `${world.file('people.yaml')}  zoe: { redox: zoe@acme.test }\n`;
  world.push({ 'people.yaml': note });
  world.repository.git('checkout', '--quiet', '--detach', 'main');
  world.repository.git('merge', '--quiet', '--no-ff', '--message', 'by a CI', 'change');
  expect((await world.plan()).code).toBe(0);
  expect(world.record()).toMatchObject({ head, base: world.repository.git('rev-parse', 'main') });
  world.push({ 'people.yaml': `${note}  max: { redox: max@acme.test }\n` });
  world.merge('squash');
  expect((await world.apply()).code).toBe(0);
  expect(world.role('ada@acme.test')).toBe('admin');
});

test('a config below the top is named from the top, and its record is of it alone', async () => {
  const world = await RecordWorld.start();
  const moved = (path: string): Readonly<Record<string, string>> => ({
    [`iam/${path}`]: world.file(path),
  });
  world.push({ ...moved('rolecall.yaml'), ...moved('people.yaml'), ...moved('access/acme.yaml') });
  const { 'access/acme.yaml': text = '' } = admins('lin', 'ada');
  world.propose({ 'iam/access/acme.yaml': text });
  expect((await world.plan(['-c', 'iam/rolecall.yaml'])).code).toBe(0);
  expect(world.record()).toMatchObject({ config: 'iam/rolecall.yaml' });
  world.merge('squash');
  const other = await world.apply();
  expect([other.code, other.stderr]).toEqual([
    5,
    expect.stringContaining('of the config "iam/rolecall.yaml"'),
  ]);
  expect((await world.apply(['-c', 'iam/rolecall.yaml'])).code).toBe(0);
});
