import { describe, expect, test } from 'vitest';
import { renderPlan } from '../../../src/cli/render-plan.js';
import { planMarkdown } from '../../../src/report/plan/markdown.js';
import { largePlan, sumOf, times } from '../large-plan.js';
import { change, grant, ORGANIZATION, plan, planScope, revoke, UNLISTED } from '../samples.js';

const MOST = 5_000_000;

async function printed(of: Parameters<typeof renderPlan>[1]): Promise<string> {
  return [...(await renderPlan('markdown', of, { color: false }))].join('');
}

const shown = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const hidden = (text: string): number => sumOf(text, /^- … and (\d+) more/gmu);
const hiddenRisky = (text: string): number => sumOf(text, /^- … and \d+ more, (\d+) of high risk$/gmu);

describe('a plan printed as Markdown', () => {
  test('is whole as long as it is of a usual size', async () => {
    const usual = largePlan({ changes: 10_000, scopes: 100, risky: 50, blocked: 97, roleLists: 900 });
    const text = await printed(usual);
    expect(text).toBe(planMarkdown(usual));
    expect(text).not.toContain('Shortened');
    expect(shown(text, /^- `(?:risky|usual)-/gmu)).toBe(10_000);
  });

  test('says first that it is shortened, and where all of it is', async () => {
    const text = await printed(largePlan({ changes: 60_000, scopes: 1000 }));
    const [counts, notice] = text.split('\n\n');
    expect(counts).toBe('**Plan: 60000 to grant.**');
    expect(notice).toContain('`rolecall plan --format json`');
    expect(notice).toContain('`--scope`');
  });

  test('loses the role lists first', async () => {
    const text = await printed(largePlan({ changes: 10_000, scopes: 1000, roleLists: 9000 }));
    expect(text.length).toBeLessThan(MOST);
    expect(text).not.toContain('```diff');
    expect(shown(text, /^- `usual-/gmu)).toBe(10_000);
  });

  test('of 200,000 changes fits, and counts whatever it does not show', async () => {
    const large = largePlan({ changes: 200_000, scopes: 2000, risky: 50, blocked: 97, unlisted: 50_000 });
    const text = await printed(large);
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(shown(text, /^- `/gmu) + hidden(text)).toBe(250_000);
    expect(shown(text, /^- `risky-/gmu)).toBe(4000);
    expect(hiddenRisky(text)).toBe(0);
  });

  test('shows changes of high risk before any other, and counts those it does not show', () => {
    const large = largePlan({ changes: 20_000, scopes: 200, risky: 2, blocked: 97 });
    const text = planMarkdown(large, { limit: 500_000 });
    expect(text.length).toBeLessThanOrEqual(500_000);
    expect(text.length).toBeGreaterThan(495_000);
    expect(shown(text, /^- `usual-/gmu)).toBe(0);
    expect(shown(text, /^- `risky-/gmu) + hiddenRisky(text)).toBe(10_000);
    expect(shown(text, /^- `risky-/gmu) + hidden(text)).toBe(20_000);
  });

  test('shows blocked changes of high risk after those that can be made, and before any other', () => {
    const possible = times(100, (index) => change({ label: `risky-${index}` }));
    const blocked = times(900, (index) => change({ label: `stuck-${index}`, blocked: 'because' }));
    const usual = times(900, (index) => grant({ label: `usual-${index}` }));
    const text = planMarkdown(plan([...possible, ...blocked, ...usual]), { limit: 60_000 });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(59_700);
    expect(shown(text, /^- `risky-/gmu)).toBe(100);
    expect(shown(text, /^- `usual-/gmu)).toBe(0);
    expect(shown(text, /^- `stuck-/gmu) + hiddenRisky(text)).toBe(900);
  });
});

test('a plan as Markdown with little of everything is as it always was', () => {
  const scopes = [planScope(ORGANIZATION, { name: 'Acme', complete: false, diff: '-a\n+b\n' })];
  const text = planMarkdown(
    plan(
      [grant({ cause: 'drift' }), change({ cause: 'files' }), revoke({ blocked: 'an owner must remain' })],
      {
        base: 'main',
        scopes,
        unlisted: [UNLISTED],
        guards: [{ guard: 'maxRevokes', scope: ORGANIZATION, message: 'too many' }],
        warnings: [{ code: 'term-ends-soon', message: 'soon', source: null }],
      },
    ),
  );
  expect(text).toBe(`**Plan: 1 to grant, 1 to change, 1 blocked, 1 unlisted.**

1 scope could not be read whole.

### Refused by a guard: nothing is written

- \`maxRevokes\` in \`redox/organization/1024\`: too many

### Blocked

- \`alan@acme.test\` would lose \`member\` in \`redox/organization/1024\`: an owner must remain

### Not read whole, so nothing is taken away there

- \`redox/organization/1024\`

### Brought about by the files

#### Who gains or changes role

- \`ada@acme.test\` gets \`admin\` in place of \`member\` in \`redox/organization/1024\` (**high risk**, \`access/acme.yaml:6\`)

### Drift, there without these files

#### Who gains

- \`lin\` gains \`project_reader\` in \`aion/project/orbit/apollo\` (\`access/orbit.yaml:9\`)

<details><summary>1 warning</summary>

- \`term-ends-soon\`: soon

</details>

<details><summary>1 unlisted and kept</summary>

- \`eve@acme.test\` holds \`member\` in \`redox/organization/1024\`

</details>

<details><summary><code>Acme</code> <code>redox/organization/1024</code></summary>

\`\`\`diff
-a
+b
\`\`\`

</details>
`);
});
