import type { Change } from '../../src/model/change.js';
import type { Plan, PlanScope } from '../../src/model/plan.js';
import type { ApplyResult, ChangeResult } from '../../src/model/result.js';

const active = (role: string) => ({ role, status: 'active' }) as const;

export const ORGANIZATION = 'redox/organization/1024';
export const PROJECT = 'aion/project/orbit/apollo';

export function grant(more: Partial<Change> = {}): Change {
  return {
    action: 'grant',
    scope: PROJECT,
    principal: 'user:lin',
    label: 'lin',
    from: null,
    to: active('project_reader'),
    source: { file: 'access/orbit.yaml', line: 9, column: 5 },
    cause: null,
    term: null,
    risk: 'normal',
    blocked: null,
    ...more,
  };
}

export function change(more: Partial<Change> = {}): Change {
  return grant({
    action: 'change',
    scope: ORGANIZATION,
    principal: 'user:3363',
    label: 'ada@acme.test',
    from: active('member'),
    to: active('admin'),
    source: { file: 'access/acme.yaml', line: 6, column: 12 },
    risk: 'high',
    ...more,
  });
}

export function revoke(more: Partial<Change> = {}): Change {
  return grant({
    action: 'revoke',
    scope: ORGANIZATION,
    principal: 'user:7',
    label: 'alan@acme.test',
    from: active('member'),
    to: null,
    source: null,
    ...more,
  });
}

export function planScope(scope: string, more: Partial<PlanScope> = {}): PlanScope {
  return { scope, name: null, prune: false, complete: true, live: 3, desired: 3, ...more };
}

/** A plan with the summary its changes add up to. */
export function plan(changes: readonly Change[], more: Partial<Plan> = {}): Plan {
  const counted = changes.filter(({ blocked, verifiable }) => blocked === null && verifiable !== false);
  const many = (action: string): number => counted.filter((one) => one.action === action).length;
  return {
    formatVersion: 1,
    now: '2026-11-22T09:00:00Z',
    base: null,
    narrowing: {},
    digest: `sha256:${'0'.repeat(64)}`,
    summary: {
      grant: many('grant'),
      change: many('change'),
      revoke: many('revoke'),
      blocked: changes.filter(({ blocked }) => blocked !== null).length,
      unlisted: more.unlisted?.length ?? 0,
      unchanged: 57,
      unverifiable: changes.filter(({ verifiable }) => verifiable === false).length,
    },
    scopes: [planScope(ORGANIZATION, { name: 'Acme Health', prune: true }), planScope(PROJECT)],
    changes,
    unlisted: [],
    guards: [],
    warnings: [],
    requests: { made: 14, toApply: changes.length, estimatedSeconds: 1 },
    ...more,
  };
}

export const UNLISTED = {
  scope: ORGANIZATION,
  principal: 'user:9',
  label: 'eve@acme.test',
  role: 'member',
  status: 'active',
} as const;

export function changeResult(of: Change, more: Partial<ChangeResult> = {}): ChangeResult {
  return { ...of, status: 'applied', reason: null, requestId: 'req-1', ms: 12, ...more };
}

export function applyResult(results: readonly ChangeResult[], more: Partial<ApplyResult> = {}): ApplyResult {
  const many = (status: string): number => results.filter((one) => one.status === status).length;
  return {
    formatVersion: 1,
    summary: {
      applied: many('applied'),
      failed: many('failed'),
      skipped: many('skipped'),
      blocked: many('blocked'),
      alreadyDone: many('alreadyDone'),
      held: many('held'),
    },
    converged: true,
    digest: `sha256:${'0'.repeat(64)}`,
    guards: [],
    unreviewed: [],
    results,
    ...more,
  };
}
