import { expect, test } from 'vitest';
import type { Check, CheckState } from '../../src/model/check.js';
import { doctorJson, doctorNotes, doctorText } from '../../src/report/doctor.js';
import { schemaProblems } from '../schema-problems.js';

function check(state: CheckState, more: Partial<Check> = {}): Check {
  const remedy = state === 'ok' || state === 'settled' ? null : 'Do this.';
  return {
    id: 'probe',
    layer: 'behaviour',
    subject: 'redox',
    state,
    option: null,
    value: null,
    evidence: 'it was seen',
    remedy,
    ...more,
  };
}

const states: readonly CheckState[] = [
  'ok',
  'settled',
  'assumed',
  'needs-data',
  'needs-write-probe',
  'conflict',
  'failed',
];
const yes = { plan: true, apply: true };
const plain = { color: false };

test('each state has its sign and its words, and all but the first two end with what to do', () => {
  const text = doctorText({ ready: yes, checks: states.map((state) => check(state)) }, null, plain);
  expect(text).toBe(`Behaviour
  ✓ ok                   redox probe  it was seen
  ✓ settled              redox probe  it was seen
  ~ assumed              redox probe  it was seen. Do this.
  ? needs data           redox probe  it was seen. Do this.
  ? needs a write probe  redox probe  it was seen. Do this.
  ✗ conflict             redox probe  it was seen. Do this.
  ✗ failed               redox probe  it was seen. Do this.

Ready to plan: yes. Ready to apply: yes, 3 facts unproved.
`);
});

test.each([
  [yes, [], 'Ready to plan: yes. Ready to apply: yes.'],
  [yes, [check('assumed')], 'Ready to plan: yes. Ready to apply: yes, 1 fact unproved.'],
  [{ plan: true, apply: false }, [], 'Ready to plan: yes. Ready to apply: no.'],
  [{ plan: false, apply: false }, [check('assumed')], 'Ready to plan: no.'],
])('the last line says whether all is ready', (ready, checks, line) => {
  expect(doctorText({ ready, checks }, null, plain).trimEnd().split('\n').at(-1)).toBe(line);
});

test('an option stands in place of its check, with the value before the evidence', () => {
  const settled = check('settled', { option: 'providers.redox.options.roles', value: { owner: 'a-1' } });
  const empty = check('settled', { option: 'providers.redox.options.tokenScope', value: '' });
  const text = doctorText({ ready: yes, checks: [settled, empty] }, null, plain);
  expect(text).toContain('providers.redox.options.roles       {"owner":"a-1"}: it was seen\n');
  expect(text).toContain('providers.redox.options.tokenScope  "": it was seen\n');
});

test('what an API says cannot mislead a terminal', () => {
  const text = doctorText(
    { ready: yes, checks: [check('ok', { evidence: 'a\u001B[2Jb\u202Ec', subject: 'x\ny' })] },
    null,
    plain,
  );
  expect(text).toContain('x\\ny probe  a\\x1b[2Jb\\u{202e}c\n');
});

test('nothing is cut on a narrow terminal', () => {
  const subject = 'redox/environment/7f0c2d6e-1111-4222-8333-944455556666';
  const text = doctorText({ ready: yes, checks: [check('ok', { layer: 'permissions', subject })] }, null, {
    color: true,
    width: 60,
  });
  expect(text).toContain(subject);
});

test('the diff of what was written comes before the last line', () => {
  const written = {
    file: 'rolecall.yaml',
    diff: '--- a/rolecall.yaml\n+++ b/rolecall.yaml\n@@ -1 +1 @@\n-a\n+b\n',
  };
  expect(doctorText({ ready: yes, checks: [check('ok')] }, written, plain)).toContain(
    '\n\n--- a/rolecall.yaml\n+++ b/rolecall.yaml\n@@ -1 +1 @@\n-a\n+b\n\nReady to plan: yes.',
  );
});

test('JSON has every field of every check, and a note says what could be written', () => {
  const result = { ready: yes, checks: states.map((state) => check(state)) };
  const parsed = JSON.parse(doctorJson(result));
  expect(schemaProblems('doctor', parsed)).toEqual([]);
  expect(parsed).toEqual({ formatVersion: 1, ...result });
  expect(doctorNotes([], 0)).toEqual([]);
  expect(doctorNotes(['providers.redox.options.userIdType'], 0)).toEqual([
    'providers.redox.options.userIdType is settled and not in rolecall.yaml yet: rolecall doctor --write',
  ]);
  expect(doctorNotes([], 2)).toEqual([
    '2 facts that writes settled have no setting that keeps them: the next doctor shows them as unproved again',
  ]);
});
