import { expect, test } from 'vitest';
import { reviewMarkdown } from '../../../src/report/pull-request/comment.js';
import { change, grant, ORGANIZATION, plan, revoke } from '../samples.js';
import { FACTS, large, MEDIUM, SMALL, withEntries } from './worlds.js';

const ALL = Number.POSITIVE_INFINITY;
const textOf = (...args: Parameters<typeof reviewMarkdown>): string => reviewMarkdown(...args).text;

test.each([
  ['small', SMALL],
  ['medium', MEDIUM],
  ['large', large(3, 2997)],
])('the comment of a %s plan reads as it was read before', async (name, reviewed) => {
  const facts = withEntries({
    'ada@acme.test': { label: 'ada', until: Date.UTC(2027, 1, 1), reason: 'INC-4211' },
    'p2@acme.test': { label: 'p2', via: 'team:platform' },
  });
  const { text } = reviewMarkdown(reviewed, facts, 60_000);
  await expect(text).toMatchFileSnapshot(`golden/${name}.md`);
});

test('the first line names the config and what merging does', () => {
  const title = (of: Parameters<typeof reviewMarkdown>[0]): string =>
    textOf(of, FACTS, ALL).split('\n')[0] ?? '';
  expect(title(plan([change(), grant(), revoke()]))).toBe('### `rolecall.yaml`: merging makes 3 changes');
  expect(title(plan([change()]))).toBe('### `rolecall.yaml`: merging makes 1 change');
  expect(title(plan([]))).toBe('### `rolecall.yaml`: merging makes no changes');
  const guards = [{ guard: 'maxRevokes', scope: null, message: 'too many' }];
  expect(title(plan([revoke()], { guards }))).toBe(
    '### `rolecall.yaml`: a guard refuses this, so merging makes no changes',
  );
  expect(textOf(plan([change()]), { ...FACTS, byMerging: false }, ALL)).toMatch(
    /^### `rolecall.yaml`: 1 change to make\n/u,
  );
});

test('high risk, gained and lost, and what the author gains stand in a caution before the counts', () => {
  const lost = revoke({ risk: 'high', from: { role: 'owner', status: 'active' } });
  const text = textOf(plan([change(), lost, grant()]), { ...FACTS, authorGains: 'AUTHOR' }, ALL);
  const [, caution, counts] = text.split('\n\n');
  expect(caution?.split('\n')).toEqual([
    '> [!CAUTION]',
    '> **High risk: 1 changes role, 1 loses**',
    '> - `ada@acme.test` gets `admin` in place of `member` in `Acme Health`',
    '> - `alan@acme.test` loses `owner` in `Acme Health`',
    '> - AUTHOR',
  ]);
  expect(counts).toContain('**Plan: 1 to grant, 1 to change, 1 to revoke.**');
});

test('what is this pull request stands apart from drift, which merging writes too', () => {
  const text = textOf(
    plan([change({ cause: 'files' }), revoke({ cause: 'drift' })], { base: 'b' }),
    FACTS,
    ALL,
  );
  expect(text).toContain('- this pull request: 1 to change');
  expect(text).toContain('- drift, there without it: 1 to revoke. **Merging writes that drift too.**');
  const [files = '', drift = ''] = text.split('### Drift');
  expect([files.includes('alan@acme.test'), drift.includes('alan@acme.test')]).toEqual([false, true]);
});

test('a table has people in natural order, high risk first, with term, reason, team and the name in the file', () => {
  const people = ['p10', 'p2', 'p1'].map((label) =>
    grant({ scope: ORGANIZATION, label, principal: `user:${label}` }),
  );
  const facts = withEntries({
    'ada@acme.test': {
      label: 'ada',
      from: Date.UTC(2027, 0, 1),
      until: Date.UTC(2027, 1, 1),
      reason: 'INC-1 | x',
    },
    p2: { via: 'team:platform' },
  });
  const rows = textOf(plan([...people, change()]), facts, ALL)
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows.map((row) => row.split(' | ')[0])).toEqual([
    '| `ada@acme.test` (`ada` in the files)',
    '| `p1`',
    '| `p2`',
    '| `p10`',
  ]);
  expect(rows[0]).toContain(
    '**high risk** | from 2027-01-01, until 2027-01-31, `INC-1 \\| x` | [`access/acme.yaml:6`](https://',
  );
  expect(rows[2]).toContain('team `platform`');
});

test('above some fifteen rows a table is folded, and many alike are one row', () => {
  const some = Array.from({ length: 20 }, (_, index) =>
    grant({
      scope: ORGANIZATION,
      label: `a${index}`,
      principal: `user:${index}`,
      to: { role: `r${index}`, status: 'active' },
    }),
  );
  expect(textOf(plan(some.slice(0, 15)), FACTS, ALL)).toContain(
    '<details open><summary><code>Acme Health</code>: 15 gain',
  );
  expect(textOf(plan(some), FACTS, ALL)).toContain('<details><summary><code>Acme Health</code>: 20 gain');
  const alike = some.map((one) => ({ ...one, to: { role: 'billing', status: 'active' } as const }));
  const text = textOf(plan(alike), FACTS, ALL);
  expect(text).toContain('| **20 people** | gain `billing` |');
  expect(text).toContain('`a2`, `a3`');
});

test.each([1_000_000, 60_000, 20_000])(
  'in %i units every change of high risk is named and all are counted',
  (limit) => {
    const risky = large(300, 2700);
    const later = [
      { ...change(), at: '2027-01-01T00:00:00Z', label: 'later@acme.test', principal: 'user:later' },
    ];
    const { text, unnamed } = reviewMarkdown({ ...risky, later }, FACTS, limit);
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(unnamed).toEqual([]);
    for (let index = 0; index < 300; index += 1) expect(text).toContain(`\`risky-${index}@acme.test\``);
    expect(text).toContain('`later@acme.test`');
    expect(text).toContain('Plan: 2700 to grant, 300 to change.');
    expect(text).toContain('- to come, when terms start: 1 (1 of high risk)');
  },
);

test('changes of high risk that do not fit are told, and are what is not named', () => {
  const { text, unnamed } = reviewMarkdown(large(5000, 0), FACTS, 60_000);
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(unnamed.length).toBeGreaterThan(0);
  for (const { label } of unnamed) expect(text).not.toContain(`\`${label}\``);
  const named = text.match(/`risky-\d+@acme.test`/gu) ?? [];
  expect(new Set(named).size).toBe(5000 - unnamed.length);
  expect(text).toContain('merging makes no changes: 5,000 changes are too many to review here');
  expect(text).toContain(
    `${String(unnamed.length).replace(/(\d)(\d{3})$/u, '$1,$2')} changes of high risk are not named here`,
  );
});

test('what was taken out and is kept, and what is blocked and why, have sections of their own', () => {
  const text = textOf(MEDIUM, FACTS, ALL);
  expect(text).toContain('### Taken out of the files, but kept: 1');
  expect(text).toContain('- `lin@acme.test` keeps `support` in `Production`');
  expect(text).toContain('<summary>1 unlisted and kept</summary>');
  expect(text).toContain('did you mean "engineer"?');
});

test('the next step says exactly what a merge does', () => {
  expect(textOf(SMALL, FACTS, ALL)).toContain('**Next:** merge, and exactly these changes are made.');
  expect(textOf(plan([]), FACTS, ALL)).toContain('**Next:** merge; nothing is written.');
  expect(textOf(MEDIUM, FACTS, ALL)).toContain(
    '**Next:** correct what is blocked: this check fails until then.',
  );
  expect(textOf(MEDIUM, { ...FACTS, blockedFails: false }, ALL)).toContain('What is blocked stays as it is.');
});

test('nothing foreign works in it', () => {
  const hostile = '@everyone | <img src=x> [a](http://evil.test) `b` \\| --> #1';
  const text = textOf(
    plan(
      [
        change({ label: hostile, blocked: hostile }),
        grant({ label: hostile, to: { role: hostile, status: 'active' } }),
      ],
      {
        scopes: [{ scope: ORGANIZATION, name: hostile, prune: true, complete: true, live: 1, desired: 1 }],
      },
    ),
    { ...FACTS, linkOf: () => null },
    ALL,
  );
  const bare = text.replaceAll(/(`+)(?:(?!\1).)+\1(?!`)/gu, '').replaceAll(/<code>[^]*?<\/code>/gu, '');
  expect(bare).not.toMatch(/@everyone|<img|evil\.test|#1/u);
});
