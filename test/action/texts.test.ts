import { expect, test } from 'vitest';
import { annotate, ofPlan, ofResult } from '../../src/action/annotations.js';
import { resultBody } from '../../src/action/result-comment.js';
import { cutMarkdown, summaryPlan } from '../../src/action/publish.js';
import { mergePlans } from '../../src/action/plan.js';
import type { Annotation, RunnerPort } from '../../src/action/context.js';
import { recordLine } from '../../src/github/record-line.js';
import type { ReviewRecord } from '../../src/planning/record/review-record.js';
import { COMMENT_LIMIT } from '../../src/github/sticky-comment.js';
import { digestOf } from '../../src/planning/digest.js';
import { FACTS } from '../report/pull-request/worlds.js';
import { applyResult, change, changeResult, grant, plan, planScope, revoke } from '../report/samples.js';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    grant({ principal: `user:${index}`, label: `person-${index}` }),
  );

test('a summary stays within its bytes, whatever the characters', () => {
  const text = summaryPlan(
    plan(many(9000).map((one) => ({ ...one, label: `${one.label} ${'名'.repeat(60)}` }))),
    FACTS,
  );
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
  expect(text).toContain('WHOLE');
});

test('at most ten annotations a level are written, the last one counting the rest, risky changes first', () => {
  const written: Annotation[] = [];
  const port: RunnerPort = {
    output: () => undefined,
    annotate: (annotation) => void written.push(annotation),
    error: () => undefined,
    log: () => undefined,
    group: () => undefined,
    summarize: () => Promise.resolve(),
  };
  const guards = [{ guard: 'maxRevokes', scope: null, message: 'too many' }];
  annotate(port, ofPlan(plan([...many(30), change(), revoke()], { guards }), 'config'));
  expect(written.filter(({ level }) => level === 'notice')).toHaveLength(10);
  expect(written.filter(({ level }) => level === 'notice').at(-1)?.message).toContain('21 more annotations');
  expect(written.filter(({ level }) => level === 'warning')).toMatchObject([
    { title: 'to change', position: { file: 'config/access/acme.yaml', line: 6 } },
  ]);
  expect(written.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('each write that failed is told at its line', () => {
  const failed = [change(), revoke()].map((one) =>
    changeResult(one, { status: 'failed', reason: 'HTTP 403' }),
  );
  const told = ofResult(applyResult([...failed, changeResult(grant())]), null, 'iam').filter(
    ({ title }) => title !== 'apply',
  );
  expect(told).toEqual([
    {
      level: 'error',
      title: 'change failed',
      message: 'ada@acme.test: member -> admin in redox/organization/1024: HTTP 403',
      position: { file: 'iam/access/acme.yaml', line: 6, column: 12 },
    },
    {
      level: 'error',
      title: 'revoke failed',
      message: 'alan@acme.test: member in redox/organization/1024: HTTP 403',
      position: null,
    },
  ]);
});

test('Markdown is cut between lines, and what it had folded is closed', () => {
  const text = `**Apply: 1 applied.**\n\n<details><summary>x</summary>\n\n${'- line\n'.repeat(1000)}\n</details>`;
  const cut = cutMarkdown(text, 2000);
  expect(cut.length).toBeLessThanOrEqual(2000);
  expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
  expect(cutMarkdown('short\n', 2000)).toBe('short');
});

/** So many different hashes that they take so many characters. */
function hashesInRow(characters: number): ReadonlySet<string> {
  const count = Math.floor(characters / 16);
  return new Set(Array.from({ length: count }, (_, index) => String(index).padStart(16, 'x')));
}

test.each([48_000, 64_500, 20_000])(
  'a result fits above a record of %i characters, its state uncut',
  (effects) => {
    const domain = { repository: 'acme/roles', config: 'rolecall.yaml' };
    const record: ReviewRecord = {
      ...domain,
      pullRequest: 1,
      branch: 'main',
      base: 'b'.repeat(40),
      head: 'c'.repeat(40),
      time: '2026-11-22T09:00:00.000Z',
      digest: `sha256:${'0'.repeat(64)}`,
      open: { effects: new Map([['scope-id', hashesInRow(effects)]]), later: new Map(), blocked: new Map() },
      done: new Map(),
      signed: false,
      closed: null,
    };
    const result = `**Apply: 3000 applied.**\n\n${'- a line of the result\n'.repeat(3000)}`;
    const reviewed = `**Plan: 3000 to grant.**\n\n${'- a line of the plan\n'.repeat(300)}`;
    for (const text of [
      { result, state: 'All is done.', reviewed },
      { result: reviewed, state: '', reviewed: '' },
    ]) {
      const body = resultBody(text, recordLine(record, null), domain);
      expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
      expect(body).toContain(text.state);
      expect(body).toContain(recordLine(record, null));
    }
  },
);

test('merged plans have the digest and the counts of one plan of everything', () => {
  const first = plan([change()], {
    scopes: [planScope('redox/organization/1024')],
    narrowing: { shard: '1/2' },
    base: 'b',
  });
  const second = plan([grant(), revoke({ scope: 'redox/organization/9' })], {
    scopes: [planScope('redox/organization/9'), planScope('aion/project/orbit/apollo')],
    narrowing: { shard: '2/2' },
    base: 'b',
  });
  const merged = mergePlans([first, second]);
  expect(merged.summary).toMatchObject({ grant: 1, change: 1, revoke: 1 });
  expect(merged.digest).toBe(digestOf([...first.changes, ...second.changes]));
  expect(mergePlans([second, first])).toMatchObject({ digest: merged.digest, scopes: merged.scopes });
  expect(() => mergePlans([first, first])).toThrow('two of the plan files hold redox/organization/1024');
  expect(() => mergePlans([first, { ...second, base: 'c' }])).toThrow('different bases');
});

test('a shard that is missing makes no plan', () => {
  const part = (shard: string, address: string) =>
    plan([], { scopes: [planScope(address)], narrowing: { shard } });
  const parts = [part('1/2', 'redox/organization/1'), part('2/2', 'redox/organization/2')];
  expect(mergePlans(parts).scopes).toHaveLength(2);
  expect(() => mergePlans(parts.slice(0, 1))).toThrow('the plan files lack the shards 2/2');
});
