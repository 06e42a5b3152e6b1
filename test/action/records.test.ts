import { expect, test } from 'vitest';
import { concerns, listsStart, reviewByRecords } from '../../src/action/records.js';
import { hashesOf, type ReviewRecord } from '../../src/github/record.js';
import type { Change } from '../../src/model/change.js';
import type { Plan } from '../../src/model/plan.js';
import { digestOf } from '../../src/planning/digest.js';
import { effectsOf } from '../../src/planning/effects.js';
import { change, grant, plan, revoke } from '../report/samples.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };

function planOf(changes: readonly Change[], more: Partial<Plan> = {}): Plan {
  return plan(changes, { digest: digestOf(changes), ...more });
}

function recordOf(reviewed: Plan, hashed = true): ReviewRecord {
  return {
    ...domain,
    pullRequest: 7,
    base: 'b',
    head: 'h',
    time: reviewed.now,
    digest: reviewed.digest,
    hashes: hashed ? hashesOf(reviewed, domain, null) : null,
    signed: false,
    applied: null,
  };
}

function covers(records: readonly ReviewRecord[], fresh: Plan, one: Change): boolean {
  const review = reviewByRecords(records, fresh, domain, null);
  return effectsOf(one).every((effect) => review.covers(effect));
}

test('records together cover the effects that any of them lists, and no other', () => {
  const records = [recordOf(planOf([change()])), recordOf(planOf([revoke()]))];
  const fresh = planOf([change(), revoke(), grant()]);
  expect(covers(records, fresh, change())).toBe(true);
  expect(covers(records, fresh, revoke())).toBe(true);
  expect(covers(records, fresh, grant())).toBe(false);
  expect(covers(records, fresh, change({ to: { role: 'owner', status: 'active' } }))).toBe(false);
  expect(covers(records, fresh, change({ to: { role: 'admin', status: 'inactive' } }))).toBe(false);
  expect(covers(records, fresh, change({ principal: 'user:9' }))).toBe(false);
});

test('a record of the digest alone covers the plan with that digest and no other', () => {
  const reviewed = planOf([change(), grant()]);
  const record = recordOf(reviewed, false);
  expect(covers([record], planOf([grant(), change()]), change())).toBe(true);
  expect(covers([record], planOf([change()]), change())).toBe(false);
});

test('what was blocked is known again by e-mail and wanted state', () => {
  const blocked = grant({ principal: 'user:new@acme.test', label: 'New@acme.test', blocked: 'not a member' });
  const review = reviewByRecords([recordOf(planOf([blocked]))], planOf([]), domain, null);
  const now = { ...blocked, principal: 'user:77', label: 'new@acme.test', blocked: null };
  expect(review.coversBlocked(now)).toBe(true);
  expect(review.coversBlocked({ ...now, to: { role: 'project_admin', status: 'active' } })).toBe(false);
  expect(review.coversBlocked({ ...now, scope: 'aion/project/orbit/zeus' })).toBe(false);
});

test('a start is listed only whole', () => {
  const { scope, principal, label, from, to, risk } = change();
  const later = [{ at: '2027-01-01T00:00:00Z', scope, principal, label, from, to, risk }];
  const record = recordOf(planOf([], { later }));
  expect(listsStart(record, change({ term: 'started' }), domain, null)).toBe(true);
  const other = change({ term: 'started', from: { role: 'owner', status: 'active' } });
  expect(listsStart(record, other, domain, null)).toBe(false);
});

test('a record concerns the changes that any of its effects is in', () => {
  const record = recordOf(planOf([change(), grant({ label: 'b@acme.test', blocked: 'why' })]));
  expect(concerns(record, change(), domain, null)).toBe(true);
  expect(concerns(record, revoke({ principal: 'user:3363' }), domain, null)).toBe(true);
  expect(concerns(record, grant({ label: 'b@acme.test', blocked: 'why' }), domain, null)).toBe(true);
  expect(concerns(record, grant({ label: 'c@acme.test', principal: 'user:c' }), domain, null)).toBe(false);
});
