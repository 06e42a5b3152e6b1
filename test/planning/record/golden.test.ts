import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecord, recordLine } from '../../../src/github/record-line.js';
import { readRecordValue, recordValue } from '../../../src/planning/record/codec.js';
import { effectHash } from '../../../src/planning/record/effect-hash.js';
import { hashesOf, type ReviewRecord } from '../../../src/planning/record/review-record.js';
import { change, grant, plan, revoke } from '../../report/samples.js';
import { schemaProblems } from '../../schema-problems.js';

const KEY = 'a signing key of more than 32 characters';
const domain = { repository: '4242', config: 'iam/rolecall.yaml' };

/** What the lines in golden/ say. They were written by the first version of the format, and stand in comments since. */
function recordWith(signingKey: string | null): ReviewRecord {
  const hash = effectHash(domain, signingKey);
  const { changes, digest } = plan([change(), revoke(), grant({ blocked: 'not a member' })]);
  const later = [{ ...grant({ principal: 'user:9' }), at: '2027-01-01T00:00:00Z' }];
  return {
    ...domain,
    pullRequest: 7,
    branch: 'main',
    base: 'b'.repeat(40),
    head: 'a'.repeat(40),
    time: '2026-11-22T09:00:00Z',
    digest,
    open: hashesOf({ changes, later }, hash),
    done: hashesOf({ changes: [change({ principal: 'user:8' })] }, hash).effects,
    signed: signingKey !== null,
    closed: null,
  };
}

test.each([
  ['comment-unsigned', null],
  ['comment-signed', KEY],
])('%s is still believed, and still written so', (name, signingKey) => {
  const line = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').trimEnd();
  const record = recordWith(signingKey);
  expect(readRecord(line, signingKey)).toEqual({ record });
  expect(recordLine(record, signingKey)).toBe(line);
});

test.each([
  ['file-unsigned', null],
  ['file-signed', KEY],
])(
  '%s is the same record with the hash of its files, as the schema describes it',
  async (name, signingKey) => {
    const record = { ...recordWith(signingKey), files: `sha256:${'f'.repeat(64)}`, pullRequest: 'I8473b' };
    const value = recordValue(record, signingKey);
    await expect(`${JSON.stringify(value, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
    expect(readRecordValue(value, signingKey)).toEqual({ record });
    expect(schemaProblems('record', value)).toEqual([]);
  },
);
