import { beforeAll, describe, expect, test } from 'vitest';
import {
  MARGARET,
  probeWorld,
  type ProbeWorldOptions,
  STAGING,
} from '../commands/doctor/write-probes/world.js';
import { systemRuntime } from '../../src/runtime.js';
import { buildProgram, start } from './built.js';
import { interpose, type Interposer, type Seen, type Twist } from './interposer.js';

let main = '';
beforeAll(async () => {
  main = await buildProgram();
}, 60_000);

const cycling = ['doctor', '--probe-writes', 'cycle', '--scope', STAGING, '--principal', MARGARET, '--yes'];
const isWrite = ({ method, url }: Seen): boolean => method !== 'GET' && !url.endsWith('/token');

async function begin(options: ProbeWorldOptions = {}) {
  const wires: Interposer[] = [];
  const world = await probeWorld({
    ...options,
    through: async ({ url }) => {
      wires.push(await interpose(url));
      return wires[0]?.url ?? '';
    },
  });
  const [wire] = wires;
  if (wire === undefined) throw new Error('nothing was interposed');
  const before = world.sandbox.state();
  return { world, wire, before, run: () => start(main, cycling, world.folder, world.sandbox.environment) };
}

describe('a cycle killed with SIGKILL', () => {
  const moments: readonly (readonly [number, Twist])[] = [
    [1, 'cut-before'],
    [1, 'cut-after'],
    [2, 'pass'],
    [3, 'cut-before'],
    [4, 'cut-after'],
    [5, 'pass'],
  ];
  test.each(moments)(
    'at write %i (which is then: %s) is taken back by the same command',
    async (at, twist) => {
      const { world, wire, before, run } = await begin();
      const running = run();
      let count = 0;
      wire.twist((seen) => {
        if (!isWrite(seen)) return 'pass';
        count += 1;
        if (count === at) running.child.kill('SIGKILL');
        return count >= at ? twist : 'pass';
      });
      expect((await running.ended).signal).toBe('SIGKILL');
      expect(world.isOpen()).toBe(true);
      wire.twist(() => 'pass');
      const wrote = wire.writes().length;
      const { code, stderr } = await world.probe('cycle', STAGING, MARGARET, '--yes');
      expect([code, world.isOpen()]).toEqual([0, false]);
      expect(stderr).toContain('Taking back what an earlier run gave');
      expect(wire.writes()[wrote]).toMatch(/^DELETE /u);
      expect(world.sandbox.state()).toEqual(before);
    },
  );

  test.each([1, 4])('at the first read after write %i is taken back by the same command', async (at) => {
    const { world, wire, before, run } = await begin();
    const running = run();
    let count = 0;
    wire.twist((seen) => {
      if (isWrite(seen)) count += 1;
      else if (count === at) running.child.kill('SIGKILL');
      return 'pass';
    });
    await running.ended;
    wire.twist(() => 'pass');
    const { code } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect([code, world.isOpen()]).toEqual([0, false]);
    expect(world.sandbox.state()).toEqual(before);
  });

  test('is taken back though reads show late what it gave', async () => {
    const { monotonic, sleep } = systemRuntime({ env: {} });
    const { world, wire, before, run } = await begin({
      sandbox: { readLagMs: 700 },
      runtime: { monotonic, sleep },
    });
    const running = run();
    wire.twist((seen) => {
      if (isWrite(seen)) running.child.kill('SIGKILL');
      return 'pass';
    });
    await running.ended;
    wire.twist(() => 'pass');
    const { checks } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect(checks.filter(({ state }) => state === 'failed' || state === 'conflict')).toEqual([]);
    expect([world.isOpen(), world.sandbox.state()]).toEqual([false, before]);
  });

  test('is taken back though the files ask for what it gave', async () => {
    const { world, wire, before, run } = await begin({
      files: {
        'access/redox.yaml': `environment: ${STAGING.split('/')[2]}\norganization: "1024"\nroles:\n  engineer: [margaret@acme.test]\n`,
      },
    });
    const running = run();
    wire.twist((seen) => {
      if (isWrite(seen)) running.child.kill('SIGKILL');
      return 'pass';
    });
    await running.ended;
    wire.twist(() => 'pass');
    await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect([world.isOpen(), world.sandbox.state()]).toEqual([false, before]);
  });

  test('before its first write leaves nothing to take back but a file', async () => {
    const { world, wire, before, run } = await begin();
    const running = run();
    wire.twist((seen) => {
      if (seen.url.endsWith('/environments')) setTimeout(() => running.child.kill('SIGKILL'), 5);
      return 'pass';
    });
    await running.ended;
    wire.twist(() => 'pass');
    const { code } = await world.probe('cycle', STAGING, MARGARET, '--yes');
    expect([code, world.isOpen()]).toEqual([0, false]);
    expect(world.sandbox.state()).toEqual(before);
  });

  test('is told by every doctor, and by a probe of somebody else, with the command that ends it', async () => {
    const { world, wire, run } = await begin();
    const running = run();
    wire.twist((seen) => {
      if (isWrite(seen)) running.child.kill('SIGKILL');
      return 'pass';
    });
    await running.ended;
    wire.twist(() => 'pass');
    const command = `rolecall doctor --probe-writes cycle --scope ${STAGING} --principal ${MARGARET}`;
    const plain = await world.doctor([]);
    expect(plain.checks.find(({ id }) => id === 'write-probe')).toMatchObject({
      state: 'failed',
      remedy: `End it: ${command}`,
    });
    const other = await world.probe('cycle', STAGING, 'katherine@acme.test', '--yes');
    expect(other.code).toBe(3);
    expect(other.stderr).toContain(`End it first: ${command}`);
    const elsewhere = await world.probe('noop', 'aion/project/orbit/apollo', 'lin', '--yes');
    expect([elsewhere.code, elsewhere.stderr]).toEqual([3, expect.stringContaining(command)]);
    expect(world.writes().map((write) => write.split(' ')[0])).toEqual(['POST']);
  });
});

test.each([
  ['SIGINT', 1],
  ['SIGINT', 3],
  ['SIGINT', 4],
  ['SIGTERM', 1],
] as const)('%s at write %i lets it finish, takes the role away and exits 130', async (signal, at) => {
  const { world, wire, before, run } = await begin();
  const running = run();
  let count = 0;
  wire.twist((seen) => {
    if (!isWrite(seen)) return 'pass';
    count += 1;
    if (count !== at) return 'pass';
    running.child.kill(signal);
    return { hold: 200 };
  });
  const ended = await running.ended;
  expect([ended.code, ended.signal]).toEqual([130, null]);
  expect(ended.stdout).toContain('ended where it began');
  expect(wire.writes().length).toBe(at === 4 ? 4 : at + 1);
  expect([world.isOpen(), world.sandbox.state()]).toEqual([false, before]);
});

test('a second SIGINT ends it at once; the same command then takes the role away', async () => {
  const { world, wire, before, run } = await begin();
  const running = run();
  wire.twist((seen) => {
    if (!isWrite(seen)) return 'pass';
    running.child.kill('SIGINT');
    setTimeout(() => running.child.kill('SIGINT'), 100);
    return 'hang-after';
  });
  const ended = await running.ended;
  expect([ended.code, world.isOpen()]).toEqual([130, true]);
  wire.twist(() => 'pass');
  const { code } = await world.probe('cycle', STAGING, MARGARET, '--yes');
  expect([code, world.isOpen(), world.sandbox.state()]).toEqual([0, false, before]);
});

test('noop killed with its request under way leaves what was there', async () => {
  const { world, wire, before } = await begin();
  const argv = ['doctor', '--probe-writes', 'noop', '--scope', STAGING, '--principal', 'user:3364', '--yes'];
  const running = start(main, argv, world.folder, world.sandbox.environment);
  wire.twist((seen) => {
    if (isWrite(seen)) running.child.kill('SIGKILL');
    return 'pass';
  });
  await running.ended;
  wire.twist(() => 'pass');
  expect(world.isOpen()).toBe(true);
  const { code } = await world.probe('noop', STAGING, 'user:3364', '--yes');
  expect([code, world.isOpen(), world.sandbox.state()]).toEqual([0, false, before]);
  expect(world.writes().map((write) => write.split(' ')[0])).toEqual(['PUT', 'PUT']);
});
