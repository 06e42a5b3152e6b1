import { describe, expect, test } from 'vitest';
import { removedWords, type Unlisted } from '../../../src/model/plan.js';
import { planHtml } from '../../../src/report/plan/html.js';
import { planMarkdown } from '../../../src/report/plan/markdown.js';
import { planLastLine } from '../../../src/report/plan/summary.js';
import { planText } from '../../../src/report/plan/text.js';
import { grant, plan, UNLISTED } from '../samples.js';

const RISKY: Unlisted = {
  ...UNLISTED,
  principal: 'user:8',
  label: 'kim@acme.test',
  role: 'owner',
  risk: 'high',
};
const REMOVED: Unlisted = {
  ...UNLISTED,
  label: 'lin@acme.test',
  removed: true,
  reason: 'prune is false here',
};
const warning = { code: 'removed-kept', message: removedWords(REMOVED), source: null };
const taken = plan([grant({ cause: 'files' })], {
  base: 'main',
  unlisted: [UNLISTED, RISKY, REMOVED],
  warnings: [warning],
});

describe('what was taken out of the files and stays', () => {
  test('has a section of its own in text, and is not told again as a warning', () => {
    expect(planText(taken, { color: false })).toBe(`Brought about by the files:

aion/project/orbit/apollo
  + lin  project_reader  access/orbit.yaml:9

Taken out of the files, but kept:

Acme Health  redox/organization/1024
  ? lin@acme.test  member  kept: prune is false here

Unlisted and kept:

Acme Health  redox/organization/1024
  ? kim@acme.test  owner   high risk, unlisted, kept
  ? eve@acme.test  member  unlisted, kept

Plan: 1 to grant, 3 unlisted, 1 taken out of the files but kept.
`);
  });

  test('has a section of its own in Markdown, outside of any fold', () => {
    const text = planMarkdown(taken);
    expect(text).toContain(
      '### Taken out of the files, but kept\n\n- `lin@acme.test` keeps `member` in `redox/organization/1024`: prune is false here\n',
    );
    expect(text).toContain('<details><summary>2 unlisted and kept, <b>1 of high risk</b></summary>');
    expect(text).not.toContain('removed-kept');
  });

  test('has a section of its own on the page', () => {
    const page = planHtml(taken);
    const section = page.slice(page.indexOf('<h2>Taken out of the files, but kept</h2>'));
    expect(section).toContain(
      '<span class="chip unlisted">? taken out, kept</span></td><th scope="row">lin@acme.test',
    );
    expect(section).toContain('<td>prune is false here</td>');
    expect(page).not.toContain('removed-kept');
  });

  test('is mentioned where nothing changes, and so is a document that is gone', () => {
    const none = plan([], { base: 'main', unlisted: [REMOVED], warnings: [warning] });
    expect(planLastLine(none)).toBe(
      'No changes. Live state matches the files. 1 unlisted, 1 taken out of the files but kept.',
    );
    const gone = { code: 'document-removed', message: 'it stood there', source: null };
    expect(planLastLine(plan([], { base: 'main', warnings: [gone, gone] }))).toBe(
      'No changes. Live state matches the files. 2 documents taken out.',
    );
  });

  test('is in sight in Markdown where it has no row, and so is a document that is gone', () => {
    const unseen = { code: 'removed-kept', message: 'oncall may keep it', source: null };
    const gone = { code: 'document-removed', message: 'it stood there', source: null };
    const other = { code: 'name-differs', message: 'x', source: null };
    const text = planMarkdown(plan([], { base: 'main', warnings: [unseen, gone, other] }));
    expect(text).toContain(
      '### Taken out of the files, but kept\n\n- `removed-kept`: oncall may keep it\n- `document-removed`: it stood there\n',
    );
    expect(text).toContain('<details><summary>1 warning</summary>');
  });

  test('is a warning where it has no row', () => {
    const unseen = { code: 'removed-kept', message: 'oncall may keep it', source: null };
    const text = planText(plan([], { base: 'main', warnings: [unseen] }), { color: false });
    expect(text).toContain('Warnings:\n  removed-kept  oncall may keep it\n');
    expect(text).toContain('1 taken out of the files but kept.');
  });
});

describe('an unlisted holder of a high-risk role', () => {
  const unlisted = [...Array.from({ length: 9 }, (_, index) => ({ ...UNLISTED, label: `u${index}` })), RISKY];

  test('comes first and is marked in text and Markdown', () => {
    const text = planText(plan([], { unlisted }), { color: false });
    expect(text.split('\n')[1]).toBe('  ? kim@acme.test  owner   high risk, unlisted, kept');
    const items = planMarkdown(plan([], { unlisted }))
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(items[0]).toBe('- `kim@acme.test` holds `owner` in `redox/organization/1024` (**high risk**)');
  });

  test('stays in sight on the page where the others are folded', () => {
    const page = planHtml(plan([], { unlisted }));
    const [seen = '', folded = ''] = page.split('<details><summary>9 unlisted and kept');
    expect(seen).toContain(
      '<span class="chip unlisted high">? unlisted</span></td><th scope="row">kim@acme.test',
    );
    expect(folded).not.toContain('kim@acme.test');
  });
});
