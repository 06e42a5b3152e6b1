import { assert, boolean, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { believedRecord, disbeliefReason } from '../../src/github/merged-pulls.js';
import { readRecord, recordLine } from '../../src/github/record-line.js';
import { effectHash } from '../../src/planning/record/effect-hash.js';
import { hashesOf, type ReviewRecord } from '../../src/planning/record/review-record.js';
import {
  decodeHashes,
  encodeHashes,
  scopedHashes,
  scopeName,
} from '../../src/planning/record/scoped-hashes.js';
import { isSignedBy, signatureOf } from '../../src/planning/record/signature.js';
import { parseSticky, stickyBody } from '../../src/github/sticky-comment.js';
import { change, grant, plan as planWith, revoke } from '../report/samples.js';
import { anyCharacter } from '../any-character.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
const RECORD: ReviewRecord = {
  ...domain,
  pullRequest: 7,
  branch: 'main',
  base: 'b'.repeat(40),
  head: 'a'.repeat(40),
  time: '2026-11-22T09:00:00Z',
  digest: `sha256:${'0'.repeat(64)}`,
  open: { effects: new Map([['scope-id', new Set(['A'.repeat(16)])]]), later: new Map(), blocked: new Map() },
  done: new Map(),
  signed: false,
  closed: null,
};

function read(line: string, key: string | null): ReviewRecord | string {
  const found = readRecord(line, key);
  return 'record' in found ? found.record : found.problem;
}

test('a record survives being written and read, whatever its texts are, on one line that nothing ends', () => {
  assert(
    property(
      string({ unit: anyCharacter }),
      string({ unit: anyCharacter }),
      boolean(),
      (config, repository, signed) => {
        const key = signed ? 'key' : null;
        const record = { ...RECORD, config, repository, signed };
        const line = recordLine(record, key);
        expect(line.slice(4, -3)).not.toMatch(/[<>\n]/u);
        expect(read(line, key)).toEqual(record);
      },
    ),
  );
});

test('any change of a signed record, and any other key, makes it none', () => {
  const signed = { ...RECORD, signed: true };
  const line = recordLine(signed, 'key');
  expect(read(line, 'key')).toEqual(signed);
  expect(read(line, 'other')).toContain('not made with this signing-key');
  expect(read(line, null)).toContain('cannot be checked without signing-key');
  expect(read(recordLine(RECORD, null), 'key')).toContain('is not signed');
  expect(read(recordLine(RECORD, 'key'), 'key')).toContain('is not signed');
  for (const change of [
    { pullRequest: 8 },
    { head: 'c'.repeat(40) },
    { base: 'c'.repeat(40) },
    { config: 'other.yaml' },
    { repository: 'acme/other' },
    { time: '2020-01-01T00:00:00Z' },
    { digest: 'sha256:1' },
    { branch: 'other' },
    { closed: 'x' },
    { open: null },
    { done: new Map([['scope-id', new Set(['A'.repeat(16)])]]) },
  ]) {
    const forged = recordLine({ ...signed, ...change }, null).replace(' -->', '');
    const signature = /"signature":"([^"]*)"/u.exec(line)?.[1] ?? '';
    expect(read(`${forged.slice(0, -1)},"signature":"${signature}"} -->`, 'key')).toContain('signature');
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

test('hashes are kept by scope, and told apart again', () => {
  const hash = effectHash(domain, null);
  const texts = ['b', 'a', 'c', 'a'].map((text) => ({ scope: text === 'c' ? 'two' : 'one', text }));
  const scoped = scopedHashes(texts, ({ text }) => [text], hash);
  expect(scoped.get(scopeName('one', hash))).toEqual(new Set([hash('a'), hash('b')]));
  expect(decodeHashes(encodeHashes(scoped))).toEqual(scoped);
  expect(decodeHashes({ 'scope-id': 'short' })).toBeNull();
  expect(decodeHashes({ 'scope-id': '<'.repeat(16) })).toBeNull();
  expect(decodeHashes({ scope: 'A'.repeat(16) })).toBeNull();
  expect(decodeHashes(['A'.repeat(16)])).toBeNull();
  expect(decodeHashes('A'.repeat(16))).toBeNull();
});

test('what is blocked, and what is to come, is in the record apart', () => {
  const plan = planWith([change(), grant(), revoke(), grant({ blocked: 'not a member' })]);
  const hashes = hashesOf(plan, effectHash(domain, null));
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  expect(sizeOf(hashes.effects)).toBe(4);
  expect(sizeOf(hashes.blocked)).toBe(1);
  const [first] = possible;
  if (first === undefined) throw new Error('the sample has no change');
  const later = { ...first, at: '2027-01-01T00:00:00Z' };
  expect(sizeOf(hashesOf({ ...plan, later: [later] }, effectHash(domain, null)).later)).toBe(2);
});

function sizeOf(scoped: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...scoped.values()].reduce((sum, { size }) => sum + size, 0);
}

test('a record counts only where it stands, in the own comment of this config, about this pull request and head', () => {
  const body = stickyBody('**text**', RECORD, domain, null);
  const sticky = (text: string, editedBy: string | null = null) =>
    parseSticky({ id: { number: 1 }, body: text, own: true, author: 'bot', editedBy }, domain, null);
  const comment = sticky(body);
  expect(comment).toMatchObject({ text: '**text**', record: RECORD });
  const pull = {
    number: 7,
    head: RECORD.head,
    branch: 'main',
    mergedAt: null,
    isFork: false,
    labelled: false,
    otherAuthors: [],
    comment,
  };
  expect(believedRecord(pull)).toEqual(RECORD);
  expect(disbeliefReason(pull)).toBeNull();
  for (const other of [
    { ...pull, number: 8 },
    { ...pull, head: 'f'.repeat(40) },
    { ...pull, branch: 'release' },
    { ...pull, comment: sticky(body, 'maintainer') },
    { ...pull, comment: sticky(body.replace('"formatVersion":2', '"formatVersion":1')) },
    { ...pull, comment: sticky(body.replace('"formatVersion":2', '"formatVersion":3')) },
    { ...pull, comment: sticky(stickyBody('text', { ...RECORD, config: 'other.yaml' }, domain, null)) },
  ]) {
    expect(believedRecord(other)).toBeNull();
    expect(disbeliefReason(other)).not.toBeNull();
  }
  expect(sticky(`${body}\nmore`)).toBeNull();
  expect(sticky(stickyBody('text', RECORD, { ...domain, config: 'other.yaml' }, null))).toBeNull();
  // A record within the text is text.
  expect(sticky(stickyBody(recordLine(RECORD, null), null, domain, null))?.record ?? null).toBeNull();
});
