import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/model/plan.js';
import { planHtml } from '../../../src/report/plan/html.js';
import { largePlan, sumOf, times } from '../large-plan.js';
import { change, grant, ORGANIZATION, plan, planScope, revoke, UNLISTED } from '../samples.js';

const EVIL = '</code></p><img src=x onerror=1>';

const shown = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;
const rows = (page: string): number => shown(page, /<tr><td>/gu);
const scopes = (page: string): number => shown(page, /<section class="scope">/gu);
/** What sentences on the page say of what is not shown there. */
const hidden = (page: string, pattern: RegExp): number =>
  sumOf(
    [...page.matchAll(/<p class="quiet left-out">(.*?)<\/p>/gu)].map(([, words]) => words).join('\n'),
    pattern,
  );
const MORE = /… and (\d+) more/gu;
const UNLISTED_ROWS = /(\d+) unlisted rows?/gu;
const RISKY = /(\d+) of high risk/gu;

/** The first end tag that ends nothing, or what is left open. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = [];
  for (const [tag, end, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gu)) {
    if (name === 'meta' || name === 'br') continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) return [tag];
  }
  return open;
}

describe('the page of a plan of up to 10,000 rows', () => {
  test('shows every row and every role list', () => {
    const warnings = times(200, () => ({ code: 'term-ends-soon', message: 'soon', source: null }));
    const page = planHtml(
      largePlan(
        { changes: 9000, scopes: 6000, risky: 50, blocked: 97, unlisted: 800, roleLists: 900 },
        { warnings },
      ),
    );
    expect(rows(page)).toBe(9800);
    expect(scopes(page)).toBe(6000);
    expect(shown(page, /<summary>Role lists/gu)).toBe(6000);
    expect(shown(page, /<li><code>term-ends-soon/gu)).toBe(200);
    expect(page).not.toMatch(/shortened|not shown/iu);
    expect(unbalanced(page)).toEqual([]);
  });
});

describe('the page of a larger plan', () => {
  const large = largePlan({
    changes: 200_000,
    scopes: 1999,
    risky: 50,
    blocked: 97,
    unlisted: 30_000,
    roleLists: 9000,
  });
  const page = planHtml(large);

  test('is of a size that a browser opens', () => {
    expect(page.length).toBeLessThan(10_000_000);
    expect(unbalanced(page)).toEqual([]);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/u);
  });

  test('says first that it is shortened, and where all of it is', () => {
    const [notice = ''] = /<p class="notice">.*?<\/p>/u.exec(page) ?? [];
    expect(page.indexOf(notice)).toBeLessThan(page.indexOf('<ul class="cards">'));
    expect(notice).toContain('10000 of 200000 changes are shown, 4000 of 4000 with high risk');
    expect(notice).toContain('0 of 30000 unlisted rows, no role lists');
    expect(notice).toContain('<code>rolecall plan --format json</code>');
    expect(notice).toContain('<code>--scope</code>');
    expect(page).not.toContain('<summary>Role lists');
  });

  test('keeps the counts of the whole plan', () => {
    expect(page).toContain('Plan: 197939 to grant, 2061 blocked, 30000 unlisted.');
  });

  test('shows the first rows by risk, and counts in each scope how many more there are', () => {
    expect(rows(page)).toBe(10_000);
    expect(rows(page) + hidden(page, MORE)).toBe(230_000);
    expect(hidden(page, UNLISTED_ROWS)).toBe(30_000);
    expect(hidden(page, RISKY)).toBe(0);
  });

  test('shows every change of high risk before any other, blocked ones after those that can be made', () => {
    const risky = planHtml(largePlan({ changes: 30_000, scopes: 40, risky: 2, blocked: 4 }));
    expect(rows(risky)).toBe(10_000);
    expect(shown(risky, />usual-/gu)).toBe(0);
    expect(shown(risky, />risky-/gu) + hidden(risky, RISKY)).toBe(15_000);
    expect(shown(risky, /<tr><td><span class="chip blocked">/gu)).toBe(10_000 - 7500);
    expect(risky).toContain('10000 of 30000 changes are shown, 10000 of 15000 with high risk');
  });

  test('counts the scopes of which no row is shown', () => {
    const wide = largePlan({ changes: 24_000, scopes: 12_000, risky: 9000 });
    const last = grant({ scope: 'aion/project/orbit/project-11999', label: 'risky-last', risk: 'high' });
    const text = planHtml(plan([...wide.changes, last], { scopes: wide.scopes }));
    expect(text).toContain('risky-last');
    expect(shown(text, />risky-/gu)).toBe(3);
    expect(scopes(text) + hidden(text, /more in (\d+) more scopes/gu)).toBe(12_000);
    expect(rows(text) + hidden(text, MORE)).toBe(24_001);
    expect(unbalanced(text)).toEqual([]);
  });

  test('shows changes before unlisted rows, and of these as many as there is room for', () => {
    const text = planHtml(largePlan({ changes: 100, scopes: 50, unlisted: 20_000 }));
    expect(shown(text, />usual-/gu)).toBe(100);
    expect(rows(text)).toBe(10_000);
    expect(rows(text) + hidden(text, MORE)).toBe(20_100);
  });

  test('counts what the files bring about apart from drift', () => {
    const both = largePlan({ changes: 30_000, scopes: 6000, risky: 50 }, { base: 'main' });
    const changes = both.changes.map((one, index) => ({
      ...one,
      cause: index % 7 === 0 ? ('drift' as const) : ('files' as const),
    }));
    const text = planHtml({ ...both, changes });
    expect(text).toContain('<h2>Brought about by the files</h2>');
    expect(text).toContain('<h2>Drift, there without these files</h2>');
    expect(rows(text) + hidden(text, MORE)).toBe(30_000);
    expect(shown(text, />risky-/gu)).toBe(600);
  });

  test('shows a thousand guards, warnings and unread scopes, and counts the rest', () => {
    const text = planHtml(
      largePlan(
        { changes: 8000, scopes: 10 },
        {
          guards: times(1200, () => ({ guard: 'maxRevokes', scope: ORGANIZATION, message: 'too many' })),
          warnings: times(1300, () => ({ code: 'term-ends-soon', message: 'soon', source: null })),
          scopes: times(1400, (index) => planScope(`redox/organization/${index}`, { complete: false })),
        },
      ),
    );
    for (const [item, more] of [
      ['<li><strong>maxRevokes', 200],
      ['<li><code>term-ends-soon', 300],
      ['<li><code>redox/organization', 400],
    ] as const) {
      expect(text.split(item)).toHaveLength(1001);
      expect(text).toContain(`<li>… and ${more} more</li>`);
    }
  });

  test('shows some of what a removal takes along, and counts the rest', () => {
    const takesAlong = times(200, (index) => `redox/environment/${index} member`);
    const text = planHtml(plan(times(10_001, () => revoke({ takesAlong }))));
    expect(text.length).toBeLessThan(20_000_000);
    expect(shown(text, /takes along <code>/gu)).toBe(10_000 * 20);
    expect(shown(text, /<br>takes along 180 more</gu)).toBe(10_000);
  });

  test('shows foreign text as text', () => {
    const evil: Partial<Plan> = {
      scopes: [planScope(EVIL, { name: EVIL, diff: EVIL, complete: false })],
      guards: [{ guard: EVIL, scope: EVIL, message: EVIL }],
      warnings: [{ code: EVIL, message: EVIL, source: null }],
      unlisted: times(6000, () => ({ ...UNLISTED, scope: EVIL, label: EVIL })),
      base: EVIL,
    };
    const changes = times(6000, () =>
      change({ scope: EVIL, label: EVIL, blocked: EVIL, takesAlong: [EVIL] }),
    );
    const text = planHtml(plan(changes, evil));
    expect(text).toContain('This page is shortened');
    expect(text).not.toContain('<img');
    expect(unbalanced(text)).toEqual([]);
  });
});
