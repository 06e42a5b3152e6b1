import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { makeIo, type TerminalWritable, wantsColor } from '../../src/cli/io.js';
import { type SignalSource, watchSignals } from '../../src/cli/start.js';

function ioWith(stdout: Writable) {
  return makeIo({ stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {}, cwd: '/' });
}

function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
  });
}

describe('stdout', () => {
  test('whose reader went away stops no run', async () => {
    const io = ioWith(failing('EPIPE'));
    await expect(io.result('one')).resolves.toBeUndefined();
    await expect(io.result('two')).resolves.toBeUndefined();
  });

  test('that cannot be written is an error', async () => {
    await expect(ioWith(failing('ENOSPC')).result('one')).rejects.toThrow(
      'cannot write to stdout: write ENOSPC',
    );
  });

  test('takes text one after the other', async () => {
    const stdout = new PassThrough();
    const io = ioWith(stdout);
    await io.result('one');
    await io.result('two');
    expect(String(stdout.read())).toBe('onetwo');
  });

  test('has a piece made only once the one before is taken', async () => {
    const order: string[] = [];
    const stdout = new Writable({
      write: (chunk, _encoding, done) => {
        setImmediate(() => {
          order.push(`wrote ${String(chunk)}`);
          done();
        });
      },
    });
    function* pieces() {
      for (const piece of ['a', 'b', 'c']) {
        order.push(`made ${piece}`);
        yield piece;
      }
    }
    await ioWith(stdout).result(pieces());
    expect(order).toEqual(['made a', 'wrote a', 'made b', 'wrote b', 'made c', 'wrote c']);
  });
});

test.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
  ['a terminal', {}, true, true],
  ['--no-color', {}, false, false],
  ['NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
])('with %s colour is right', (_name, env, asked, wanted) => {
  const terminal: TerminalWritable = Object.assign(new PassThrough(), { isTTY: true });
  expect(wantsColor(terminal, env, asked)).toBe(wanted);
});

describe('signals', () => {
  function source(platform: NodeJS.Platform = 'linux') {
    const listeners = new Map<string, () => void>();
    const signals: SignalSource = {
      platform,
      on: (event, listener) => listeners.set(event, listener),
    };
    return { signals, listeners };
  }

  test('the first aborts, the second ends at once', () => {
    const { signals, listeners } = source();
    const seen: string[] = [];
    const signal = watchSignals(
      signals,
      () => seen.push('first'),
      () => seen.push('at once'),
    );
    expect(signal.aborted).toBe(false);
    listeners.get('SIGINT')?.();
    expect(signal.aborted).toBe(true);
    listeners.get('SIGTERM')?.();
    expect(seen).toEqual(['first', 'at once']);
  });

  test('Windows has two more: Ctrl-Break, and a console window that is closed', () => {
    for (const name of ['SIGBREAK', 'SIGHUP']) {
      const { signals, listeners } = source('win32');
      const signal = watchSignals(signals, vi.fn(), vi.fn());
      listeners.get(name)?.();
      expect(signal.aborted).toBe(true);
    }
  });

  test('elsewhere what the shell made of SIGHUP stays, such as nohup', () => {
    const { signals, listeners } = source();
    watchSignals(signals, vi.fn(), vi.fn());
    expect([...listeners.keys()]).toEqual(['SIGINT', 'SIGTERM']);
  });
});
