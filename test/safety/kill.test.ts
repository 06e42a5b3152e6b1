import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditLine } from '../../src/engine/audit-log.js';
import { buildProgram, type Running, start } from './built.js';
import { auditLine, type Flow, makeFlow } from './flow.js';
import { holdings, settled } from './hospital.js';
import type { Twist } from './interposer.js';

let main = '';
beforeAll(async () => {
  main = await buildProgram();
}, 60_000);

const applying = ['apply', '--yes', '--format', 'json', '--audit-log', 'audit.jsonl', '--concurrency', '3'];
const isWrite = ({ method, url }: { readonly method: string; readonly url: string }): boolean =>
  method !== 'GET' && !url.endsWith('/token');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function begin(
  argv: readonly string[] = applying,
): Promise<{ readonly flow: Flow; readonly run: () => Running }> {
  const flow = await makeFlow({ settings: '' });
  return { flow, run: () => start(main, argv, flow.folder, flow.sandbox.environment) };
}

/** The lines that made it to disk; only the last one may be torn. */
function linesOf(flow: Flow): readonly AuditLine[] {
  const lines = flow.read('audit.jsonl').split('\n').slice(0, -1);
  return lines.map(auditLine);
}

describe('a run killed with SIGKILL', () => {
  const moments: readonly (readonly [number, Twist])[] = [
    [1, 'cut-before'],
    [2, 'pass'],
    [4, 'cut-after'],
    [6, 'pass'],
    [9, 'hang-after'],
    [11, 'cut-after'],
  ];
  test.each(moments)(
    'at write %i (which is then: %s) leaves nothing that a second run does not finish',
    async (at, twist) => {
      const { flow, run } = await begin();
      let count = 0;
      const running = run();
      flow.wire.twist((seen) => {
        if (!isWrite(seen)) return 'pass';
        count += 1;
        if (count === at) running.child.kill('SIGKILL');
        return count >= at ? twist : 'pass';
      });
      const ended = await running.ended;
      expect(ended.signal).toBe('SIGKILL');
      expect(ended.stdout).toBe('');
      const announced = linesOf(flow).flatMap(({ phase, method, path }) =>
        phase === 'before' ? [`${method} ${path}`] : [],
      );
      for (const write of flow.wire.writes()) expect(announced).toContain(write);
      flow.wire.twist(() => 'pass');
      const { code, result } = await flow.apply();
      expect([code, result.converged]).toEqual([0, true]);
      expect(holdings(flow.sandbox.state())).toEqual(settled);
    },
  );
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('lets what is in flight finish, begins nothing new, prints the result and exits 130', async () => {
    const { flow, run } = await begin();
    const running = run();
    let stopped = false;
    flow.wire.twist((seen) => {
      if (!isWrite(seen)) return 'pass';
      if (flow.wire.writes().length === 3) {
        running.child.kill(signal);
        stopped = true;
      }
      return stopped ? { hold: 250 } : 'pass';
    });
    const ended = await running.ended;
    expect([ended.code, ended.signal]).toEqual([130, null]);
    const result: { results: { status: string; reason: string | null }[]; converged: boolean } = JSON.parse(
      ended.stdout,
    );
    const applied = result.results.filter(({ status }) => status === 'applied');
    const skipped = result.results.filter(({ status }) => status === 'skipped');
    expect(applied).toHaveLength(flow.wire.writes().length);
    expect(applied.length + skipped.length).toBe(11);
    expect(applied.length).toBeLessThan(11);
    expect(result.converged).toBe(false);
    const done = linesOf(flow).filter(({ phase, outcome }) => phase === 'after' && outcome === 'applied');
    expect(done).toHaveLength(applied.length);
    flow.wire.twist(() => 'pass');
    expect((await flow.apply()).code).toBe(0);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
  });
});

test('a signal after the result was printed does not end the run by itself', async () => {
  const { flow } = await begin();
  for (let offset = 0; offset < 24; offset += 1) {
    const running = start(main, ['validate', '--format', 'json'], flow.folder, flow.sandbox.environment);
    running.child.stdout?.once('data', () => {
      const due = performance.now() + offset / 6;
      while (performance.now() < due);
      running.child.kill('SIGTERM');
    });
    const ended = await running.ended;
    expect({ offset, signal: ended.signal }).toEqual({ offset, signal: null });
    expect([0, 130]).toContain(ended.code);
  }
});

test('Ctrl-C while it reads ends the run with 130 and without a write', async () => {
  const { flow, run } = await begin();
  const running = run();
  flow.wire.twist(() => {
    running.child.kill('SIGINT');
    return { hold: 100 };
  });
  const ended = await running.ended;
  expect(ended.code).toBe(130);
  expect(flow.wire.writes()).toEqual([]);
});

test('a second Ctrl-C ends it at once', async () => {
  const { flow, run } = await begin();
  flow.write('rolecall.yaml', flow.read('rolecall.yaml').replaceAll('300ms', '30s'));
  const running = run();
  let first = 0;
  flow.wire.twist((seen) => {
    if (!isWrite(seen) || first > 0) return isWrite(seen) ? 'hang' : 'pass';
    first = Date.now();
    running.child.kill('SIGINT');
    void pause(100).then(() => running.child.kill('SIGINT'));
    return 'hang';
  });
  const ended = await running.ended;
  expect(ended.code).toBe(130);
});

describe('a reader that goes away', () => {
  test.each(['stdout', 'stderr'] as const)('(%s) stops no apply', async (stream) => {
    const { flow, run } = await begin([...applying, '--verbose']);
    const running = run();
    running.child[stream]?.destroy();
    const ended = await running.ended;
    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(ended.stderr).not.toContain('EPIPE');
    expect(holdings(flow.sandbox.state())).toEqual(settled);
  });
});

describe('two applies at once', () => {
  test.each([1, 2, 3, 4])(
    '(%i) never repeat a grant, say only what is so, and the next run finishes',
    async (round) => {
      const { flow } = await begin();
      flow.wire.twist((seen) =>
        isWrite(seen) ? { hold: 3 * ((flow.wire.seen.length * round) % 5) } : 'pass',
      );
      const both = await Promise.all([flow.apply(), pause(round * 4).then(() => flow.apply())]);
      for (const { code, result } of both) {
        expect([0, 1, 6]).toContain(code);
        expect(code === 0).toBe(result.converged && result.summary.failed + result.summary.skipped === 0);
      }
      expect((await flow.apply()).code).toBe(0);
      expect(holdings(flow.sandbox.state())).toEqual(settled);
      expect((await flow.plan()).plan.changes).toEqual([]);
      expect(linesOf(flow).filter(({ phase }) => phase === 'before')).toHaveLength(flow.wire.writes().length);
    },
  );
});
