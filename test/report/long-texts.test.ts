import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.js';
import { applyMarkdown, applyText } from '../../src/report/apply.js';
import { planHtml } from '../../src/report/plan/html.js';
import { planMarkdown } from '../../src/report/plan/markdown.js';
import { planText } from '../../src/report/plan/text.js';
import { dev } from '../planning/places.js';
import { document, planOf, redoxRoot } from '../planning/world.js';
import { applyResult, changeResult } from './samples.js';

const LONG = 'x'.repeat(66_000);
/** Characters of one text that are shown at most. */
const SHOWN = 200;

function hostilePlan(): Plan {
  const root = redoxRoot('1', { 7: 'member', 8: 'member' }, { dev: { 7: LONG, 8: `${LONG}y` } });
  const live = {
    ...root,
    users: root.users.map((user) => ({ ...user, email: null, name: LONG })),
    scopes: root.scopes.map((scope) => ({ ...scope, name: LONG })),
  };
  const documents = [document(dev, { [`${LONG}z`]: ['7'], engineer: ['8'] }, true, `${LONG}!`)];
  const require2fa = [{ scope: '**', roles: ['*'], level: 'warning' as const }];
  return planOf({ documents, live: [live], require2fa }).plan;
}

describe('no text of an API or a file is shown longer than 200 characters', () => {
  const plan = hostilePlan();
  const result = applyResult(plan.changes.map((change) => changeResult(change)));
  const names = new Map(plan.scopes.map(({ scope, name }) => [scope, name ?? '']));
  test.each([
    ['text', planText(plan, { color: false })],
    ['markdown', planMarkdown(plan)],
    ['html', planHtml(plan)],
    ['a result as text', applyText(result, { color: false }, names)],
    ['a result as markdown', applyMarkdown(result, names)],
  ])('in a plan as %s', (_format, text) => {
    const runs = text.match(/x{50,}/gu) ?? [];
    expect(runs.length).toBeGreaterThan(0);
    expect(Math.max(...runs.map(({ length }) => length))).toBeLessThanOrEqual(SHOWN);
    expect(text).toContain('(user:7)');
  });
});
