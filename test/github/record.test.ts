import { assert, boolean, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { believedRecord, disbelief } from '../../src/github/merged-pulls.js';
import { hashesOf, parseRecord, recordLine, type ReviewRecord } from '../../src/github/record.js';
import {
  effectHash,
  isSignedBy,
  joinHashes,
  signatureOf,
  splitHashes,
} from '../../src/github/record-effects.js';
import { parseSticky, stickyBody } from '../../src/github/sticky-comment.js';
import { change, grant, plan as planWith, revoke } from '../report/samples.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
const RECORD: ReviewRecord = {
  ...domain,
  pullRequest: 7,
  base: 'b'.repeat(40),
  head: 'a'.repeat(40),
  time: '2026-11-22T09:00:00Z',
  digest: `sha256:${'0'.repeat(64)}`,
  hashes: { effects: 'A'.repeat(16), later: '', blocked: '' },
  signed: false,
  applied: null,
};

test('a record survives being written and read, whatever its texts are, on one line that nothing ends', () => {
  assert(
    property(
      string({ unit: 'binary' }),
      string({ unit: 'binary' }),
      boolean(),
      (config, repository, signed) => {
        const key = signed ? 'key' : null;
        const record = { ...RECORD, config, repository, signed };
        const line = recordLine(record, key);
        expect(line.slice(4, -3)).not.toMatch(/[<>\n]/u);
        expect(parseRecord(line, key)).toEqual(JSON.parse(JSON.stringify(record)));
      },
    ),
  );
});

test('any change of a signed record, and any other key, makes it none', () => {
  const signed = { ...RECORD, signed: true };
  const line = recordLine(signed, 'key');
  expect(parseRecord(line, 'key')).toEqual(signed);
  expect(parseRecord(line, 'other')).toBeNull();
  expect(parseRecord(line, null)).toBeNull();
  expect(parseRecord(recordLine(RECORD, null), 'key')).toBeNull();
  expect(parseRecord(recordLine(RECORD, 'key'), 'key')).toBeNull();
  for (const change of [
    { pullRequest: 8 },
    { head: 'c'.repeat(40) },
    { base: 'c'.repeat(40) },
    { config: 'other.yaml' },
    { repository: 'acme/other' },
    { time: '2020-01-01T00:00:00Z' },
    { digest: 'sha256:1' },
    { applied: 'x' },
    { hashes: { effects: 'B'.repeat(16), later: '', blocked: '' } },
  ]) {
    const forged = recordLine({ ...signed, ...change }, null).replace(' -->', '');
    const signature = /"signature":"([^"]*)"/u.exec(line)?.[1] ?? '';
    expect(parseRecord(`${forged.slice(0, -1)},"signature":"${signature}"} -->`, 'key')).toBeNull();
  }
});

test('an effect is bound to repository, config and key', () => {
  const text = '["redox/organization/1024","user:1","+admin/active"]';
  const hashes = [
    effectHash(domain, null)(text),
    effectHash({ ...domain, repository: 'acme/other' }, null)(text),
    effectHash({ ...domain, config: 'other.yaml' }, null)(text),
    effectHash(domain, 'key')(text),
    effectHash(domain, 'other')(text),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(hash).toMatch(/^[\w-]{16}$/u);
  expect(isSignedBy('text', signatureOf('text', 'key'), 'key')).toBe(true);
  expect(isSignedBy('text', signatureOf('text', 'key').slice(1), 'key')).toBe(false);
});

test('hashes in a row are told apart again', () => {
  const hashes = ['b', 'a', 'c'].map((text) => effectHash(domain, null)(text));
  expect(splitHashes(joinHashes([...hashes, ...hashes]))).toEqual(new Set(hashes));
  expect(splitHashes('short')).toBeNull();
  expect(splitHashes('<'.repeat(16))).toBeNull();
});

test('what is blocked, and what is to come, is in the record apart', () => {
  const plan = planWith([change(), grant(), revoke(), grant({ blocked: 'not a member' })]);
  const hashes = hashesOf(plan, domain, null);
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  expect(hashes.effects).toHaveLength(4 * 16);
  expect(hashes.blocked).toHaveLength(16);
  const [first] = possible;
  if (first === undefined) throw new Error('the sample has no change');
  const later = { ...first, at: '2027-01-01T00:00:00Z' };
  expect(hashesOf({ ...plan, later: [later] }, domain, null).later).toHaveLength(2 * 16);
});

test('a record counts only where it stands, in the own comment of this config, about this pull request and head', () => {
  const body = stickyBody('**text**', RECORD, domain, null);
  const read = (text: string, untouched = true) =>
    parseSticky({ id: 1, body: text, untouched }, domain, null);
  const comment = read(body);
  expect(comment).toMatchObject({ text: '**text**', record: RECORD });
  const pull = { number: 7, head: RECORD.head, comment };
  expect(believedRecord(pull)).toEqual(RECORD);
  expect(disbelief(pull)).toBeNull();
  for (const other of [
    { ...pull, number: 8 },
    { ...pull, head: 'f'.repeat(40) },
    { ...pull, comment: read(body, false) },
    { ...pull, comment: read(body.replace('"formatVersion":1', '"formatVersion":2')) },
    { ...pull, comment: read(stickyBody('text', { ...RECORD, config: 'other.yaml' }, domain, null)) },
  ]) {
    expect(believedRecord(other)).toBeNull();
    expect(disbelief(other)).not.toBeNull();
  }
  expect(read(`${body}\nmore`)).toBeNull();
  expect(read(stickyBody('text', RECORD, { ...domain, config: 'other.yaml' }, null))).toBeNull();
  // A record within the text is text.
  expect(read(stickyBody(recordLine(RECORD, null), null, domain, null))?.record ?? null).toBeNull();
});
