import { execFileSync } from 'node:child_process';
import { lstatSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaProblems } from '../schema-problems.js';
import { admins, KEY, RecordWorld, SUBJECT } from './world.js';

const SIGNING = ['--signing-key-env', 'RECORD_KEY'];
const env = { RECORD_KEY: KEY };

async function merged(options: readonly string[] = SIGNING): Promise<RecordWorld> {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  const { code, stderr } = await world.plan(options, { env });
  expect([code, stderr]).toEqual([0, expect.anything()]);
  world.merge();
  return world;
}

/** Nothing is written and nothing is sent, and these words say why. */
async function refused(
  world: RecordWorld,
  options: readonly string[],
  words: RegExp,
  code = 5,
  names: readonly string[] = ['record.json'],
): Promise<void> {
  const sent = world.sandbox.requests.length;
  const kept = names.map((name) => world.has(name) && world.text(name));
  const ran = await world.apply(options, { env }, names);
  expect(ran.stderr).toMatch(words);
  expect([ran.code, ran.stdout, world.sandbox.requests.length]).toEqual([code, '', sent]);
  expect(names.map((name) => world.has(name) && world.text(name))).toEqual(kept);
}

test('a signed record is believed with its key, and no other record is', async () => {
  const world = await merged();
  const record = world.record();
  expect(schemaProblems('record', record)).toEqual([]);
  expect(record).toMatchObject({
    formatVersion: 2,
    repository: 'acme/access',
    pullRequest: 7,
    config: 'rolecall.yaml',
    branch: 'main',
    base: world.repository.git('rev-parse', 'main~1'),
    head: world.repository.git('rev-parse', 'change'),
    signed: true,
    closed: null,
  });
  // A word of three letters may stand in a hash by chance.
  expect(world.text()).not.toMatch(/\bada\b|admin|acme\.test/u);
  await refused(world, [], /is signed, and no key is given.*\n.*--signing-key-env NAME/u);
  await refused(world, ['--signing-key-env', 'OTHER'], /variable OTHER of --signing-key-env is not set/u, 3);
  for (const change of [
    { head: world.repository.git('rev-parse', 'main') },
    { base: 'b'.repeat(40) },
    { time: '2026-12-01T00:00:00Z' },
    { digest: `sha256:${'0'.repeat(64)}` },
    { done: {}, closed: 'x' },
    { files: `sha256:${'0'.repeat(64)}` },
    { effects: { abcdefgh: 'A'.repeat(16) } },
    { effects: null, later: null, blocked: null },
    { signature: 'A'.repeat(43) },
    { signature: undefined },
  ]) {
    world.write('forged.json', { ...record, ...change });
    await refused(world, SIGNING, /forged\.json" is not believed: its signature/u, 5, ['forged.json']);
  }
  world.write('forged.json', { ...record, signed: false, signature: undefined });
  await refused(world, SIGNING, /is not signed, and this run has a signing key/u, 5, ['forged.json']);
  expect((await world.apply(SIGNING, { env })).code).toBe(0);
  expect(schemaProblems('record', world.record())).toEqual([]);
});

test('an unsigned record is refused where a key is given', async () => {
  const world = await merged([]);
  expect(world.record()).toMatchObject({ signed: false });
  expect(world.record()).not.toHaveProperty('signature');
  await refused(world, SIGNING, /not signed, and this run has a signing key.*\nPlan with the same/u);
});

test('a record is refused with the reason where it is of something else', async () => {
  const world = await merged([]);
  const of = (option: string, value: string): readonly string[] => [option, value];
  await refused(
    world,
    of('--repository', 'acme/other'),
    /of the repository "acme\/access", and this run is of "acme\/other"/u,
  );
  await refused(world, of('--branch', 'release'), /of the branch "main", and this run is of "release"/u);
  await refused(world, of('--change', '8'), /of the change 7, and this run is of "8"/u);
  world.write('other.json', { ...world.record(), config: 'iam/rolecall.yaml' });
  await refused(world, [], /of the config "iam\/rolecall\.yaml", and this run is of "rolecall\.yaml"/u, 5, [
    'other.json',
  ]);
  await refused(
    world,
    of('--change', '8'),
    /these records are not believed[^]*record\.json": it is of the change[^]*other\.json": it is of the config/u,
    5,
    ['record.json', 'other.json'],
  );
  expect((await world.apply(['--change', '7'])).code).toBe(0);
});

test('a file that is no record is a usage error', async () => {
  const world = await merged([]);
  const record = world.record();
  for (const [value, words] of [
    ['{', /is not JSON/u],
    ['[]', /is not a record/u],
    [{ ...record, effects: 7 }, /is not a record/u],
    [{ ...record, pullRequest: null }, /is not a record/u],
    [
      { formatVersion: 1, changes: [] },
      /is not a record\nGive the file that rolecall plan --record FILE wrote/u,
    ],
    [{ ...record, formatVersion: 3 }, /later format/u],
  ] as const) {
    world.write('odd.json', value);
    await refused(world, [], words, 3, ['odd.json']);
  }
  await refused(world, [], /there is no record ".*missing\.json"/u, 3, ['missing.json']);
  expect(world.writes).toBe(0);
});

test('an unsigned record that git tracks is refused: the change could have brought it along', async () => {
  const world = await merged([]);
  world.push({ 'ci/record.json': world.text() });
  const ran = await world.rolecall(['apply', '--yes', '--record', 'ci/record.json', ...SUBJECT]);
  expect([ran.code, world.writes]).toEqual([3, 0]);
  expect(ran.stderr).toContain('the record "ci/record.json" is tracked by git');
  world.repository.link('records', 'ci');
  world.push({});
  const linked = await world.rolecall(['apply', '--yes', '--record', 'records/record.json', ...SUBJECT]);
  expect([linked.code, linked.stderr, world.writes]).toEqual([
    3,
    expect.stringContaining('the record "records/record.json" is tracked by git'),
    0,
  ]);
});

test('what is struck off is written where a link leads, so that the record behind it is used up', async () => {
  const world = await merged([]);
  symlinkSync(world.artifact(), world.artifact('link.json'));
  expect((await world.apply([], {}, ['link.json', 'record.json'])).code).toBe(0);
  expect(lstatSync(world.artifact('link.json')).isSymbolicLink()).toBe(true);
  expect(world.record()).toMatchObject({ effects: {}, closed: world.repository.git('rev-parse', 'main') });
});

test.skipIf(process.platform === 'win32')('a pipe is neither read nor replaced as a record', async () => {
  const world = await merged([]);
  execFileSync('mkfifo', [world.artifact('pipe')]);
  const read = await world.apply([], {}, ['pipe']);
  expect([read.code, read.stderr]).toEqual([3, expect.stringMatching(/the record ".*pipe" is not a file/u)]);
  world.repository.git('checkout', '--quiet', 'change');
  const ran = await world.plan([], {}, 'pipe');
  expect([ran.code, ran.stderr]).toEqual([
    1,
    expect.stringMatching(/could not be kept: ".*pipe" is not a file/u),
  ]);
  expect(lstatSync(world.artifact('pipe')).isFIFO()).toBe(true);
});

test('a key is named by a variable that holds 32 characters at least, at plan and at apply', async () => {
  const world = await RecordWorld.start();
  const named = ['--signing-key-env', 'RECORD_KEY'];
  for (const [key, words] of [
    [undefined, 'the variable RECORD_KEY of --signing-key-env is not set'],
    ['', 'the variable RECORD_KEY of --signing-key-env is empty'],
    ['short', 'the variable RECORD_KEY of --signing-key-env is shorter than 32 characters'],
  ] as const) {
    const given = key === undefined ? {} : { RECORD_KEY: key };
    for (const ran of [await world.plan(named, { env: given }), await world.apply(named, { env: given })]) {
      expect([ran.code, ran.stdout]).toEqual([3, '']);
      expect(ran.stderr).toContain(words);
      expect(ran.stderr).not.toContain('short\n');
    }
  }
  const literal = await world.plan(['--signing-key-env', `${KEY}=`]);
  expect([literal.code, literal.stderr]).toEqual([3, expect.not.stringContaining(KEY)]);
  expect(world.sandbox.requests).toEqual([]);
});

test('options of a record without one, and a record beside a plan file, are usage errors', async () => {
  const world = await RecordWorld.start();
  for (const option of ['--repository', '--change', '--branch', '--signing-key-env']) {
    for (const command of [['plan'], ['apply', '--yes']]) {
      const ran = await world.rolecall([...command, option, 'x']);
      expect([ran.code, ran.stderr]).toEqual([
        3,
        expect.stringContaining(`${option} goes with --record only`),
      ]);
    }
  }
  const both = await world.rolecall(['apply', 'plan.json', '--yes', ...SUBJECT, '--record', 'record.json']);
  expect([both.code, both.stderr]).toEqual([
    3,
    expect.stringContaining('cannot be combined with a plan file'),
  ]);
});

test('what a record is about comes from the variables of a CI, and is asked for where none tells it', async () => {
  const world = await RecordWorld.start();
  world.propose(admins('lin', 'ada'));
  const plan = ['plan', '--base', 'main', '--record', world.artifact()];
  for (const [more, missing] of [
    [[], '--repository'],
    [['--repository', 'a'], '--change'],
    [['--repository', 'a', '--change', '1'], '--branch'],
  ] as const) {
    const ran = await world.rolecall([...plan, ...more]);
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining(`--record needs ${missing}`)]);
  }
  const gitlab = {
    CI_PROJECT_PATH: 'acme/iam',
    CI_MERGE_REQUEST_IID: '12',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  };
  expect((await world.rolecall(plan, { env: gitlab })).code).toBe(0);
  expect(world.record()).toMatchObject({ repository: 'acme/iam', pullRequest: 12, branch: 'main' });
  const jenkins = { CHANGE_ID: 'I8473b', CHANGE_TARGET: 'main' };
  expect((await world.rolecall([...plan, '--repository', 'acme/iam'], { env: jenkins })).code).toBe(0);
  expect(world.record()).toMatchObject({ repository: 'acme/iam', pullRequest: 'I8473b', branch: 'main' });
  world.merge();
  const apply = ['apply', '--yes', '--record', world.artifact()];
  const there = await world.rolecall(apply, {
    env: { CI_PROJECT_PATH: 'acme/iam', CI_COMMIT_BRANCH: 'main' },
  });
  expect([there.code, world.role('ada@acme.test')]).toEqual([0, 'admin']);
});
