import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recorded, rootOf } from './subject.js';
import { bare, elsewhere } from './recording-world.js';

const { text } = recorded(
  [
    { authorization: 'invalid', status: 401, path: '/v1/organizations/1024/role-assignment' },
    { path: '/v1/organizations/1024/role-assignment' },
  ],
  { roots: [{ root: rootOf('1024'), scopes: [rootOf('1024')], named: [], wanted: [] }] },
);

function replay(content: string | Buffer) {
  const folder = elsewhere();
  writeFileSync(join(folder, 'r.har'), content);
  return bare(folder, ['doctor', '--replay', 'r.har']);
}

/** The recording with one place changed. */
function changed(path: string, value: unknown): string {
  const recording: unknown = JSON.parse(text);
  const keys = path.split('.');
  let place = recording;
  for (const key of keys.slice(0, -1)) place = Reflect.get(place as object, key);
  Reflect.set(place as object, keys.at(-1) ?? '', value);
  return JSON.stringify(recording);
}

const chrome = JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector' }, entries: [] } });

describe('a file that is no recording', () => {
  test.each([
    ['is not JSON, or was cut off', text.slice(0, 500)],
    ['is not JSON, or was cut off', ''],
    ['is not JSON, or was cut off', '['.repeat(100_000)],
    ['is not JSON, or was cut off', `{"log":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`],
    ['is UTF-16', Buffer.from([0xff, 0xfe, 0x00])],
    ['is not an HTTP archive (HAR)', '[]'],
    ['is not an HTTP archive (HAR)', '{"log":{"entries":{}}}'],
    ['is not an HTTP archive (HAR)', '{"__proto__":{"log":{"entries":[]}}}'],
    ['is an HTTP archive, but rolecall did not record it', chrome],
    ['has formatVersion 2; this version of rolecall reads 1', changed('log._rolecall.formatVersion', 2)],
    ['is not a recording: /log/_rolecall/formatVersion', changed('log._rolecall.formatVersion', '1')],
    [
      'is not a recording: /log/entries/0/request/url',
      changed('log.entries.0.request.url', 'file:///etc/passwd'),
    ],
    [
      'is not a recording: /log/entries/0/request/url',
      changed('log.entries.0.request.url', 'https://api.acme.test/'),
    ],
    ['is not a recording: /log/entries/1/response/status', changed('log.entries.1.response.status', 1e9)],
    ['is not a recording: /log/entries/1/response/status', changed('log.entries.1.response.status', '200')],
    [
      'is of "nobody", which this version of rolecall does not know',
      changed('log._rolecall.providers.0.module', 'nobody'),
    ],
    ['is of "__proto__"', changed('log._rolecall.providers.0.module', '__proto__')],
    [
      'has settings of redox that are none: /options',
      changed('log._rolecall.providers.0.options', { no: 1 }),
    ],
    [
      'names a scope that Redox has not: "planet"',
      changed('log._rolecall.providers.0.roots.0.scopes', [{ kind: 'planet', id: '1' }]),
    ],
  ])('%s', async (words, content) => {
    const { code, stdout, stderr } = await replay(content);
    expect(stderr).toContain(words);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });

  test('holds nothing', async () => {
    const { code, stderr } = await replay(changed('log._rolecall.providers', []));
    expect([code, stderr.split('\n')[0]]).toEqual([3, 'error: "r.har" holds nothing: no provider was asked']);
  });

  test('is missing', async () => {
    const { code, stderr } = await bare(elsewhere(), ['doctor', '--replay', 'none.har']);
    expect([code, stderr.split('\n')[0]]).toEqual([3, 'error: there is no recording "none.har"']);
  });

  test('goes with nothing else', async () => {
    for (const other of [['--record', 'x'], ['--scope', 'redox/**'], ['--write']]) {
      const { code, stderr } = await bare(elsewhere(), ['doctor', '--replay', 'r.har', ...other]);
      expect([code, stderr.split('\n')[0]]).toEqual([3, `error: --replay does not go with ${other[0]}`]);
    }
  });
});

describe('a recording', () => {
  test('that lacks an answer says so, and not that the API failed', async () => {
    const { stdout, stderr, code } = await replay(text);
    expect(stderr).toBe('');
    expect(stdout).toContain('is not in the recording');
    expect(stdout).toContain('Ready to plan: no.');
    expect(code).toBe(1);
  });

  test('of an API that gave no answer says so', async () => {
    const { stdout, code } = await replay(changed('log.entries.0.response.status', 0));
    expect(stdout).toContain('no answer was recorded');
    expect(code).toBe(1);
  });

  test('with keys of prototypes in its answers changes nothing else', async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const { code } = await replay(changed('log.entries.1.response.content.text', body));
    expect(code).toBe(1);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with control characters shows them escaped', async () => {
    const { stdout } = await replay(changed('log._rolecall.providers.0.name', 'redox\u001b[31m'));
    expect(stdout).not.toContain('\u001b');
  });
});
