import { expect, test } from 'vitest';
import { effectHash } from '../../../src/planning/record/effect-hash.js';
import { listsStart, reviewByRecords } from '../../../src/planning/record/review-by-records.js';
import { hashesOf, type ReviewRecord } from '../../../src/planning/record/review-record.js';
import { strikeOff } from '../../../src/planning/record/strike-off.js';
import type { Change } from '../../../src/model/change.js';
import type { LaterChange, Plan } from '../../../src/model/plan.js';
import type { ChangeResult } from '../../../src/model/result.js';
import { digestOf } from '../../../src/planning/digest.js';
import { effectsOf } from '../../../src/planning/effects.js';
import {
  applyResult,
  change,
  changeResult,
  grant,
  ORGANIZATION,
  plan,
  planScope,
  PROJECT,
  revoke,
} from '../../report/samples.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
const hash = effectHash(domain, null);

function planOf(changes: readonly Change[], more: Partial<Plan> = {}): Plan {
  return plan(changes, { digest: digestOf(changes), ...more });
}

function recordOf(reviewed: Plan, hashed = true): ReviewRecord {
  return {
    ...domain,
    pullRequest: 7,
    branch: 'main',
    base: 'b',
    head: 'h',
    time: reviewed.now,
    digest: reviewed.digest,
    open: hashed ? hashesOf(reviewed, hash) : null,
    done: new Map(),
    signed: false,
    closed: null,
  };
}

function covers(records: readonly ReviewRecord[], fresh: Plan, one: Change): boolean {
  const review = reviewByRecords(records, fresh, hash);
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
  const review = reviewByRecords([recordOf(planOf([blocked]))], planOf([]), hash);
  const now = { ...blocked, principal: 'user:77', label: 'new@acme.test', blocked: null };
  expect(review.coversBlocked(now)).toBe(true);
  expect(review.coversBlocked({ ...now, to: { role: 'project_admin', status: 'active' } })).toBe(false);
  expect(review.coversBlocked({ ...now, scope: 'aion/project/orbit/zeus' })).toBe(false);
});

test('a start is listed only whole', () => {
  const { scope, principal, label, from, to, risk } = change();
  const later = [{ at: '2027-01-01T00:00:00Z', scope, principal, label, from, to, risk }];
  const record = recordOf(planOf([], { later }));
  expect(listsStart(record, change({ term: 'started' }), hash)).toBe(true);
  const other = change({ term: 'started', from: { role: 'owner', status: 'active' } });
  expect(listsStart(record, other, hash)).toBe(false);
});

/** What a run leaves of a record; `scopes` are those it looked at. */
function afterRun(
  record: ReviewRecord,
  results: readonly ChangeResult[],
  more: Partial<Plan> & { readonly later?: readonly LaterChange[] } = {},
): ReviewRecord {
  const { later = [], ...narrowed } = more;
  const fresh = planOf([], { scopes: [planScope(ORGANIZATION), planScope(PROJECT)], ...narrowed });
  const outcome = { plan: fresh, result: applyResult(results), later, commit: 'c' };
  return strikeOff(record, outcome, hash);
}

test('what was applied is struck off, and what failed stays open', () => {
  const record = recordOf(planOf([change(), grant()]));
  const next = afterRun(record, [
    changeResult(change(), { status: 'applied' }),
    changeResult(grant(), { status: 'failed' }),
  ]);
  expect(covers([next], planOf([]), change())).toBe(false);
  expect(covers([next], planOf([]), grant())).toBe(true);
  expect(next.closed).toBeNull();
  const end = afterRun(next, [changeResult(grant(), { status: 'applied' })]);
  expect(covers([end], planOf([]), grant())).toBe(false);
  expect(end.closed).toBe('c');
  const ever = reviewByRecords([end], planOf([]), hash, 'ever');
  expect(effectsOf(grant()).every((effect) => ever.covers(effect))).toBe(true);
});

test('what is done already is struck off where its scope was read whole, whatever narrowed the run', () => {
  const record = recordOf(planOf([change(), grant()]));
  const narrowing = { shard: '1/2' };
  const half = afterRun(record, [], { scopes: [planScope(ORGANIZATION)], narrowing });
  expect(covers([half], planOf([]), change())).toBe(false);
  expect(covers([half], planOf([]), grant())).toBe(true);
  expect(afterRun(half, [], { scopes: [planScope(PROJECT)], narrowing }).closed).toBe('c');
  const incomplete = afterRun(record, [], { scopes: [planScope(PROJECT, { complete: false })] });
  expect(covers([incomplete], planOf([]), grant())).toBe(true);
});

test('what a run that saw everything knows no scope of is asked for by no file any more', () => {
  const record = recordOf(planOf([change(), grant()]));
  expect(afterRun(record, [], { scopes: [planScope(ORGANIZATION)] }).closed).toBe('c');
});

test('what is blocked stays open, and is struck off once it is done', () => {
  const blocked = grant({ principal: 'user:new@acme.test', label: 'new@acme.test', blocked: 'not a member' });
  const record = recordOf(planOf([blocked]));
  const same = afterRun(record, [changeResult(blocked, { status: 'blocked' })]);
  expect(same).toBe(record);
  const possible = { ...blocked, principal: 'user:77', blocked: null };
  const next = afterRun(record, [changeResult(possible, { status: 'applied' })]);
  expect(next.closed).toBe('c');
  expect(reviewByRecords([next], planOf([]), hash).coversBlocked(possible)).toBe(false);
});

test('what is blocked only since the review stays open, under whatever name', () => {
  const record = recordOf(planOf([grant()]));
  const gone = grant({
    principal: 'user:lin@acme.test',
    label: 'lin@acme.test',
    blocked: 'not in the account',
  });
  expect(afterRun(record, [changeResult(gone, { status: 'blocked' })])).toBe(record);
});

test('what a term will start stays open until it is started, or no term is to come there', () => {
  const { scope, principal, label, from, to, risk } = change();
  const later = [{ at: '2027-01-01T00:00:00Z', scope, principal, label, from, to, risk }];
  const record = recordOf(planOf([], { later }));
  expect(afterRun(record, [], { later })).toBe(record);
  expect(afterRun(record, []).closed).toBe('c');
  const started = afterRun(record, [changeResult(change({ term: 'started' }), { status: 'applied' })]);
  expect(listsStart(started, change({ term: 'started' }), hash)).toBe(false);
});

test('a record of the digest alone is told effect by effect once its plan was applied', () => {
  const reviewed = planOf([change(), grant()], { scopes: [planScope(ORGANIZATION), planScope(PROJECT)] });
  const record = recordOf(reviewed, false);
  const results = [
    changeResult(change(), { status: 'applied' }),
    changeResult(grant(), { status: 'failed' }),
  ];
  const next = afterRun(record, results, { digest: reviewed.digest });
  expect(covers([next], planOf([grant()]), grant())).toBe(true);
  expect(covers([next], reviewed, change())).toBe(false);
  const [first] = results;
  expect(afterRun(record, first === undefined ? [] : [first], { digest: reviewed.digest }).closed).toBe('c');
});
