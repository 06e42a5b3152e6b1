import { expect, test } from 'vitest';
import { MARGARET, probeWorld, STAGING } from './world.js';

const cycle = ['--probe-writes', 'cycle', '--scope', STAGING, '--principal', MARGARET];

test('on a terminal it shows each request and asks; with no as the answer nothing is written', async () => {
  const world = await probeWorld();
  const { code, stderr } = await world.doctor(cycle, { typed: 'n\n' });
  expect(code).toBe(1);
  expect(stderr).toContain('Writing to find out (cycle): margaret@acme.test (user:3366) in');
  expect(stderr).toContain('POST ');
  expect(stderr).toContain('Send these 5 writes?');
  expect(stderr).toContain('Declined: nothing was written.');
  expect([world.writes(), world.isOpen()]).toEqual([[], false]);
});

test('with yes as the answer it writes', async () => {
  const world = await probeWorld();
  const { code } = await world.doctor(cycle, { typed: 'y\n' });
  expect([code, world.writes().length]).toEqual([0, 5]);
});

test('where the audit log cannot be written nothing is sent', async () => {
  const world = await probeWorld();
  const { code, stderr } = await world.doctor([...cycle, '--yes', '--audit-log', 'no/such/folder/log']);
  expect(stderr).toContain('the audit log "');
  expect([code, world.writes(), world.isOpen()]).toEqual([1, [], false]);
});

test('an interrupt ends the trying, takes the role away and has its exit code', async () => {
  const stop = new AbortController();
  const world = await probeWorld({
    sandbox: {
      fault: ({ method, path }) => {
        if (method === 'POST' && path.endsWith('/role-assignment')) stop.abort();
        return undefined;
      },
    },
  });
  const before = world.sandbox.state();
  const { code, stdout } = await world.doctor([...cycle, '--yes'], { signal: stop.signal });
  expect(code).toBe(130);
  expect(stdout).toContain('ended where it began');
  expect(world.writes().map((write) => write.split(' ')[0])).toEqual(['POST', 'DELETE']);
  expect(world.sandbox.state()).toEqual(before);
  expect(world.isOpen()).toBe(false);
});
