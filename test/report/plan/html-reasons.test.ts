import { expect, test } from 'vitest';
import { planHtml } from '../../../src/report/plan/html.js';
import { ORGANIZATION, plan, planScope, revoke } from '../samples.js';

test.each([true, 'listed'] as const)(
  'the page says why a role goes that no file names: prune: %s',
  (prune) => {
    const scopes = [planScope(ORGANIZATION, { prune })];
    expect(planHtml(plan([revoke()], { scopes }))).toContain(`in no file, and <code>prune: ${prune}</code>`);
  },
);

test('where a line of a file speaks of the role, the page names that line instead', () => {
  const source = { file: 'access/acme.yaml', line: 6, column: 12 };
  const scopes = [planScope(ORGANIZATION, { prune: true })];
  expect(planHtml(plan([revoke({ source, term: 'ended' })], { scopes }))).not.toContain('in no file');
});
