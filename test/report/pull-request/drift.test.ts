import { expect, test } from 'vitest';
import { driftMarkdown, driftWords } from '../../../src/report/pull-request/drift.js';
import { change, grant, ORGANIZATION, plan, revoke } from '../samples.js';
import { FACTS, withEntries } from './worlds.js';

const WAYS = { keep: 'KEEP', undo: 'UNDO' };
const LIMIT = 60_000;

test('drift is told as facts, high risk first, with both ways out', async () => {
  const drifted = plan([
    revoke({ label: 'p10' }),
    revoke({ label: 'p2' }),
    revoke({ label: 'eve', risk: 'high', from: { role: 'owner', status: 'active' } }),
    revoke({ label: 'gone', term: 'ended', source: { file: 'access/acme.yaml', line: 3, column: 1 } }),
    grant({ scope: ORGANIZATION }),
    change(),
    grant({ label: 'stuck', blocked: 'no such role' }),
  ]);
  expect(driftWords(drifted)).toBe(
    '3 held and in no file, 1 held after the term, 1 in the files and not held, 1 in another role or status',
  );
  const facts = withEntries({ gone: { until: Date.UTC(2026, 10, 1) } });
  await expect(driftMarkdown(drifted, facts, WAYS, LIMIT)).toMatchFileSnapshot('golden/drift.md');
});

test('an issue that has to be cut keeps counts, high risk and the way to undo it', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    revoke({ label: `p${index}`, principal: `user:${index}` }),
  );
  const text = driftMarkdown(plan([...many, change()]), FACTS, { ...WAYS, keep: 'x'.repeat(50_000) }, LIMIT);
  expect(text.length).toBeLessThanOrEqual(LIMIT);
  expect(text).toContain('**3,000 held and in no file, 1 in another role or status: 1 of high risk.**');
  expect(text).toContain('| `ada@acme.test` **high risk** |');
  expect(text).toContain('UNDO');
  expect(text).toContain('WHOLE');
});
