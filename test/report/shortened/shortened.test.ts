import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/model/change.js';
import type { DiffResult } from '../../../src/model/diff.js';
import { applyText } from '../../../src/report/apply.js';
import { diffText } from '../../../src/report/diff.js';
import { planText } from '../../../src/report/plan/text.js';
import { times } from '../large-plan.js';
import {
  applyResult,
  change,
  changeResult,
  grant,
  ORGANIZATION,
  plan,
  planScope,
  revoke,
  UNLISTED,
} from '../samples.js';

const terminal = { color: false, width: 100, rows: 24 };
const golden = (name: string): string => fileURLToPath(new URL(`golden/${name}.txt`, import.meta.url));
const environment = (index: number): string => `redox/environment/e${index}`;

/** A grant of its own person. */
function person(index: number, more: Partial<Change> = {}): Change {
  return grant({ principal: `user:${index}`, label: `p${index}@acme.test`, ...more });
}

/** A plan as a merger of two companies would make it. */
const changes = [
  ...times(300, (index) => person(index, { scope: ORGANIZATION, to: { role: 'billing', status: 'active' } })),
  ...times(40, (index) =>
    grant({ scope: environment(index), label: 'ada@acme.test', to: { role: 'engineer', status: 'active' } }),
  ),
  ...times(20, (index) =>
    person(index, { scope: environment(index % 2), blocked: 'not a member of the organization' }),
  ),
  change(),
  revoke(),
  revoke({ principal: 'user:8', label: 'kay@acme.test', term: 'left' }),
];
const merger = plan(changes, {
  scopes: [
    planScope(ORGANIZATION, { name: 'Acme Health' }),
    ...times(40, (index) => planScope(environment(index))),
  ],
  unlisted: times(30, (index) => ({
    ...UNLISTED,
    principal: `user:u${index}`,
    label: `u${index}@acme.test`,
  })),
  warnings: times(12, (index) => ({
    code: 'term-ends-soon',
    message: `term ${index} ends soon`,
    source: null,
  })),
});

describe('a plan of more than three screens', () => {
  test('puts together what is alike, and says how to see it whole', async () => {
    await expect(planText(merger, terminal)).toMatchFileSnapshot(golden('plan'));
  });

  test('keeps the sections of a base apart', async () => {
    const causes = changes.map(
      (one, index): Change => ({ ...one, cause: index % 3 === 0 ? 'drift' : 'files' }),
    );
    await expect(planText({ ...merger, base: 'main', changes: causes }, terminal)).toMatchFileSnapshot(
      golden('plan-with-base'),
    );
  });

  test('has a line for each change of high risk and each revoke, up to a hundred, and counts more by role and scope', () => {
    const owners = times(150, (index) =>
      person(index, { scope: environment(index % 3), to: { role: 'owner', status: 'active' }, risk: 'high' }),
    );
    const text = planText(
      plan([...times(5, (index) => revoke({ label: `r${index}@acme.test` })), ...owners]),
      { ...terminal, width: 200 },
    );
    expect(text.match(/\+ p\d+@acme\.test +owner +high risk/gu)).toHaveLength(100);
    expect(text).toContain('+ 50 people gain owner in redox/environment/e2, high risk');
    expect(text.match(/- r\d@acme\.test +member/gu)).toHaveLength(5);
  });

  test('names the weighty changes alone where there is room, whatever else there is', () => {
    const text = planText(
      plan([...changes, change({ label: 'risky@acme.test' })], { scopes: merger.scopes }),
      terminal,
    );
    for (const label of ['risky@acme.test', 'ada@acme.test', 'alan@acme.test', 'kay@acme.test'])
      expect(text).toMatch(new RegExp(`^ {2}[~-] ${label} `, 'mu'));
  });

  test('is bounded, and counts what has no line, high risk apart', () => {
    const many = times(5000, (index) =>
      person(index, {
        scope: environment(index),
        to: { role: `role-${index}`, status: 'active' },
        risk: index % 10 === 0 ? 'high' : 'normal',
      }),
    );
    const text = planText(plan(many), terminal);
    expect(text.split('\n').length).toBeLessThan(550);
    expect(text).toMatch(/… and \d,\d{3} more, \d{3} of them of high risk/u);
    expect(text).toContain('Shortened for this terminal: 4,850 of 5,000 rows share a line.');
  });

  test('shows names of files and people as they are escaped elsewhere', () => {
    const odd = times(100, (index) =>
      person(index, {
        to: { role: 'a\u001B[31m', status: 'active' },
        source: { file: 'a\n.yaml', line: 1, column: 1 },
      }),
    );
    const text = planText(plan(odd), terminal);
    expect(text).toContain('100 people gain a\\x1b[31m');
    expect(text).toContain('a\\n.yaml');
  });
});

describe('a text is whole', () => {
  const whole = planText(merger, { color: false, width: 100 });

  test.each([
    ['up to three screens', { ...terminal, rows: Math.ceil(whole.split('\n').length / 3) }],
    ['where it does not go to a terminal', { color: false, width: 100 }],
  ])('%s', (_, drawing) => {
    expect(planText(merger, drawing)).toBe(whole);
  });

  test('where nothing in it is alike', () => {
    const different = plan(
      times(90, (index) => change({ label: `p${index}@acme.test`, principal: `user:${index}` })),
    );
    expect(planText(different, terminal)).toBe(planText(different, { color: false, width: 100 }));
  });
});

test('a long result puts together what was written alike, and keeps each failure', async () => {
  const results = [
    ...times(200, (index) => changeResult(person(index))),
    ...times(3, (index) =>
      changeResult(person(1000 + index), { status: 'failed', reason: `status 40${index}`, requestId: null }),
    ),
  ];
  await expect(applyText(applyResult(results, { converged: false }), terminal)).toMatchFileSnapshot(
    golden('apply'),
  );
});

test('a long comparison of two revisions puts together what is alike', async () => {
  const rows = [
    ...times(120, (index) => person(index)),
    ...times(20, (index) =>
      person(index, { action: 'revoke', from: { role: 'old', status: 'active' }, to: null }),
    ),
    ...times(30, (index) => ({
      ...person(index, { action: 'revoke', from: { role: 'viewer', status: 'active' }, to: null }),
      kept: true as const,
      reason: 'prune: false',
    })),
  ];
  const diff: DiffResult = {
    formatVersion: 1,
    base: 'main',
    head: null,
    summary: { grant: 120, change: 0, revoke: 20, kept: 30 },
    changes: rows,
  };
  await expect(diffText(diff, terminal)).toMatchFileSnapshot(golden('diff'));
});
