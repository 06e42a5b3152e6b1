import { expect, test } from 'vitest';
import { aionRoot, account, document, environment, organization, planOf, redoxRoot } from './world.js';

test('the diff of a scope shows its role lists before and after', () => {
  const live = [
    redoxRoot('1', { 1: 'member', 2: 'member', 3: 'member' }, { dev: { 1: 'engineer', 2: 'support' } }),
  ];
  const { plan } = planOf({
    documents: [document(environment('1', 'dev'), { engineer: ['1', '2', '3'] })],
    live,
  });
  expect(plan.scopes[0]?.diff?.split('\n')).toEqual([
    '--- redox/environment/dev (live)',
    '+++ redox/environment/dev (planned)',
    '@@ -1,2 +1,3 @@',
    ' engineer  u1@acme.test',
    '-support  u2@acme.test',
    '+engineer  u2@acme.test',
    '+engineer  u3@acme.test',
    '',
  ]);
});

test('a scope without changes that can be made has no diff', () => {
  const live = [aionRoot('a', ['1'], { 1: ['auditor'] })];
  const { plan } = planOf({ documents: [document(account('a'), { auditor: ['1', '9'] })], live });
  expect(plan.scopes[0]).not.toHaveProperty('diff');
});

test('the diff marks an inactive role', () => {
  const live = [aionRoot('a', ['1'], { 1: ['auditor'] })];
  const documents = [document(account('a'), { auditor: [{ who: '1', status: 'inactive' }] })];
  expect(planOf({ documents, live }).plan.scopes[0]?.diff).toContain('+auditor  u1@acme.test (inactive)');
});

test('the diff of a very long list shows only its changed lines', () => {
  const ids = Array.from({ length: 3000 }, (_, index) => String(index));
  const live = [
    redoxRoot('1', Object.fromEntries(ids.map((id) => [id, 'member'])), {
      dev: Object.fromEntries(ids.map((id) => [id, 'engineer'])),
    }),
  ];
  const { plan } = planOf({ documents: [document(environment('1', 'dev'), { support: ids })], live });
  const lines = plan.scopes[0]?.diff?.split('\n') ?? [];
  expect(lines).toHaveLength(2 + 6000 + 1);
  expect(lines[2]).toBe('-engineer  u0@acme.test');
});

test('the diff drops the roles of a user who is removed from the organization', () => {
  const live = [redoxRoot('1', { 1: 'owner', 2: 'member' }, { dev: { 1: 'engineer', 2: 'support' } })];
  const documents = [
    document(organization('1'), { owner: ['1'] }, true),
    document(environment('1', 'dev'), { engineer: ['1'] }),
  ];
  const { plan } = planOf({ documents, live });
  expect(plan.scopes[0]?.diff).toContain('\n-support  u2@acme.test');
});
