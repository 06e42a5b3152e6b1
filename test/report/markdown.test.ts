import { describe, expect, test } from 'vitest';
import { applyMarkdown, applyText } from '../../src/report/apply.js';
import { diffMarkdown, diffText } from '../../src/report/diff.js';
import { planHtml } from '../../src/report/plan/html.js';
import { planMarkdown } from '../../src/report/plan/markdown.js';
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
} from './samples.js';

const EVIL = '</details>@ada #1 ![x](http://y) `<img src=x onerror=1>` --> \u202E\n# h';
const plain = { color: false };

describe('plan as Markdown', () => {
  test('starts with counts, then who gains and loses, high risk first, then folded details', () => {
    const scopes = [planScope(ORGANIZATION, { name: 'Acme', diff: ' admin:\n+  - ada@acme.test\n' })];
    const markdown = planMarkdown(plan([grant(), change(), revoke()], { scopes, unlisted: [UNLISTED] }));
    expect(markdown).toBe(`**Plan: 1 to grant, 1 to change, 1 to revoke, 1 unlisted.**

### Who gains or changes role

- \`ada@acme.test\` gets \`admin\` in place of \`member\` in \`redox/organization/1024\` (**high risk**, \`access/acme.yaml:6\`)
- \`lin\` gains \`project_reader\` in \`aion/project/orbit/apollo\` (\`access/orbit.yaml:9\`)

### Who loses

- \`alan@acme.test\` loses \`member\` in \`redox/organization/1024\`

<details><summary>1 unlisted and kept</summary>

- \`eve@acme.test\` holds \`member\` in \`redox/organization/1024\`

</details>

<details><summary><code>Acme</code> <code>redox/organization/1024</code></summary>

\`\`\`diff
 admin:
+  - ada@acme.test
\`\`\`

</details>
`);
  });

  test('puts what refuses and what is blocked before the people', () => {
    const markdown = planMarkdown(
      plan([grant(), grant({ blocked: 'not a member', label: 'x' })], {
        guards: [{ guard: 'maxRevokes', scope: null, message: 'too many' }],
      }),
    );
    const order = ['Refused by a guard', '### Blocked', '### Who gains'].map((title) =>
      markdown.indexOf(title),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(markdown).toContain('(`access/orbit.yaml:9`): not a member');
  });

  test('shows the changes of the files apart from drift', () => {
    const markdown = planMarkdown(
      plan([grant({ cause: 'drift' }), change({ cause: 'files' })], { base: 'main' }),
    );
    const [files = '', drift = ''] = markdown.split('### Drift');
    expect(files).toContain('ada@acme.test');
    expect(drift).toContain('`lin`');
  });

  test('keeps counts and risky changes when it is cut to a limit', () => {
    const many = Array.from({ length: 3000 }, (_, index) => grant({ label: `user-${index}` }));
    const risky = Array.from({ length: 20 }, (_, index) => change({ label: `risky-${index}` }));
    const markdown = planMarkdown(plan([...many, ...risky]), { limit: 60_000 });
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain('**Plan: 3000 to grant, 20 to change.**');
    for (let index = 0; index < 20; index += 1) expect(markdown).toContain(`\`risky-${index}\``);
    expect(markdown).toMatch(/- … and 2[89]\d\d more/u);
    expect(markdown).toContain('Shortened to fit');
  });

  test('names as many risky changes as fit where they are too many for all', () => {
    const risky = Array.from({ length: 3000 }, (_, index) => change({ label: `risky-${index}` }));
    const markdown = planMarkdown(plan(risky), { limit: 60_000 });
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(59_700);
    expect(markdown).toContain('**Plan: 3000 to change.**');
    const named = markdown.match(/`risky-/gu)?.length ?? 0;
    expect(markdown).toContain(`- … and ${3000 - named} more, ${3000 - named} of high risk`);
  });

  test.each([65_000, 4000, 600])('fits a limit of %i whatever it holds', (limit) => {
    const rows = Array.from({ length: 900 }, (_, index) => change({ label: `${'x'.repeat(100)}${index}` }));
    const blocked = rows.map((row) => ({ ...row, blocked: 'because' }));
    const guards = rows.map(() => ({
      guard: 'maxRevokes',
      scope: ORGANIZATION,
      message: 'too many revokes',
    }));
    expect(planMarkdown(plan([...rows, ...blocked], { guards }), { limit }).length).toBeLessThanOrEqual(
      limit,
    );
  });

  test('holds foreign text as code alone', () => {
    const markdown = planMarkdown(
      plan(
        [
          grant({ label: EVIL, source: { file: EVIL, line: 1, column: 1 }, blocked: EVIL }),
          change({ label: EVIL }),
        ],
        {
          scopes: [planScope(ORGANIZATION, { name: EVIL, diff: `+ ${EVIL}` })],
          warnings: [{ code: EVIL, message: EVIL, source: null }],
          guards: [{ guard: EVIL, scope: EVIL, message: EVIL }],
          unlisted: [{ ...UNLISTED, label: EVIL }],
        },
      ),
    );
    expect(markdown).not.toContain('\u202E');
    const outside = markdown
      .replaceAll(/^(`{3,})diff\n[^]*?\n\1$/gmu, '')
      .replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu, '')
      .replaceAll(/<code>[^<]*<\/code>|<\/?(?:details|summary)>/gu, '');
    expect(outside).not.toMatch(/^# h/mu);
    expect(outside).not.toMatch(/<|http:\/\/y\)[^ ]|!\[x/u);
  });
});

describe('plan as HTML', () => {
  test('is one page that loads and runs nothing', () => {
    const html = planHtml(plan([grant(), change(), revoke()], { unlisted: [UNLISTED] }));
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import/u);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('Plan: 1 to grant, 1 to change, 1 to revoke, 1 unlisted.');
    expect(html).toContain('prefers-color-scheme:dark');
  });

  test('shows foreign text as text', () => {
    const html = planHtml(
      plan([grant({ label: EVIL, blocked: EVIL })], {
        scopes: [planScope(EVIL, { name: EVIL, diff: EVIL })],
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=1&gt;');
    expect(html.match(/<\/details>/gu) ?? []).toHaveLength(html.match(/<details>/gu)?.length ?? 0);
  });
});

describe('the result of apply', () => {
  const result = applyResult([
    changeResult(grant()),
    changeResult(change(), { status: 'failed', reason: 'the server answered 500', requestId: 'r-9' }),
    changeResult(revoke(), { status: 'skipped', reason: 'an owner must remain' }),
  ]);

  test('as text says what became of each change and ends with counts', () => {
    expect(applyText(result, plain)).toBe(`aion/project/orbit/apollo
  + lin  project_reader  applied

redox/organization/1024
  ~ ada@acme.test   member -> admin  failed, high risk
      the server answered 500
      request id r-9
  - alan@acme.test  member           skipped
      an owner must remain

Apply: 1 applied, 1 failed, 1 skipped.
`);
  });

  test('as Markdown shows what needs attention and folds the rest', () => {
    const markdown = applyMarkdown(result);
    expect(markdown.startsWith('**Apply: 1 applied, 1 failed, 1 skipped.**')).toBe(true);
    expect(markdown.indexOf('### 1 failed')).toBeLessThan(markdown.indexOf('### 1 skipped'));
    expect(markdown).toContain('<details><summary>1 applied</summary>');
    expect(markdown).toContain('(request id `r-9`)');
  });

  test('names what was not reviewed, and that nothing was written', () => {
    const refused = applyResult([], { unreviewed: [revoke()] });
    expect(applyText(refused, plain)).toContain('Not reviewed:\n  - alan@acme.test  member  in ');
    expect(applyText(refused, plain)).toMatch(
      /Nothing was written: the reviewed plan no longer matches\.\n$/u,
    );
    expect(applyMarkdown(refused)).toContain(
      '### Not among what was reviewed\n\n- `alan@acme.test` would lose',
    );
  });

  test('says that not everything was written, not that the live state lags behind', () => {
    const failed = applyResult([changeResult(revoke(), { status: 'failed', reason: 'no' })], {
      converged: false,
    });
    for (const shown of [applyText(failed, plain), applyMarkdown(failed)]) {
      expect(shown).toContain('Not everything was written. Run plan to see what is left.');
      expect(shown).not.toContain('does not match yet');
    }
  });

  test('says where the live state does not match yet', () => {
    expect(applyText(applyResult([], { converged: false }), plain)).toContain('does not match yet');
    const refused = applyResult([], { converged: false, unreviewed: [revoke()] });
    expect(applyText(refused, plain)).not.toContain('does not match yet');
    expect(applyMarkdown(refused)).not.toContain('does not match yet');
  });

  test('of nothing says so', () => {
    expect(applyText(applyResult([]), plain)).toBe('Nothing to apply.\n');
  });
});

describe('two revisions compared', () => {
  const changes = [
    {
      action: 'grant',
      scope: ORGANIZATION,
      principal: 'user:ada',
      label: 'ada',
      from: null,
      to: change().to,
      source: change().source,
    },
    {
      action: 'revoke',
      scope: ORGANIZATION,
      principal: 'user:eve',
      label: 'eve',
      from: change().from,
      to: null,
      source: null,
    },
  ] as const;
  const diff = {
    formatVersion: 1,
    base: 'main',
    head: null,
    summary: { grant: 1, change: 0, revoke: 1, kept: 0 },
    changes,
  } as const;

  test('as text', () => {
    expect(diffText(diff, plain)).toBe(`redox/organization/1024
  + ada  admin   access/acme.yaml:6
  - eve  member

Diff: 1 granted, 1 revoked.
`);
  });

  test('as Markdown', () => {
    expect(diffMarkdown(diff)).toBe(`**Diff: 1 granted, 1 revoked.** From \`main\` to the working tree.

### Who gains

- \`ada\` gains \`admin\` in \`redox/organization/1024\` (\`access/acme.yaml:6\`)

### Who loses

- \`eve\` loses \`member\` in \`redox/organization/1024\`
`);
  });

  test('tell apart what is taken out and kept', () => {
    const kept = { ...changes[1], kept: true, reason: 'prune is false here' } as const;
    const summary = { grant: 1, change: 0, revoke: 0, kept: 1 };
    const told = { ...diff, summary, changes: [changes[0], kept] };
    expect(diffText(told, plain)).toBe(`redox/organization/1024
  + ada  admin   access/acme.yaml:6
  ? eve  member  kept: prune is false here

Diff: 1 granted, 1 taken out of the files but kept.
`);
    const markdown = diffMarkdown(told);
    expect(markdown).not.toContain('Who loses');
    expect(markdown).toContain(`### Taken out of the files, but kept

- \`eve\` keeps \`member\` in \`redox/organization/1024\`: prune is false here
`);
  });

  test('without a difference say so', () => {
    const same = { ...diff, summary: { grant: 0, change: 0, revoke: 0, kept: 0 }, changes: [] };
    expect(diffText(same, plain)).toBe('No differences.\n');
  });
});
