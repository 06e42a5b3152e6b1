import type { RoleState } from '../model/assignment.js';
import type { Change } from '../model/change.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { GuardRefusal, LaterChange, Plan, StateDifference, Unlisted } from '../model/plan.js';
import type { ApplyResult, ChangeResult } from '../model/result.js';
import type { SourceLocation } from '../model/source.js';

/** A JSON object whose keys stand in the order in which the documentation lists them. */
type Ordered = Readonly<Record<string, unknown>>;

/** The lists that grow with what is managed are generators: made item by item, and to be read once. */
export function orderedPlan(plan: Plan): Ordered {
  const { summary, narrowing } = plan;
  return {
    formatVersion: plan.formatVersion,
    now: plan.now,
    base: plan.base,
    narrowing: { scope: narrowing.scope, shard: narrowing.shard, changedSince: narrowing.changedSince },
    digest: plan.digest,
    summary: {
      grant: summary.grant,
      change: summary.change,
      revoke: summary.revoke,
      blocked: summary.blocked,
      unlisted: summary.unlisted,
      unchanged: summary.unchanged,
      unverifiable: summary.unverifiable,
    },
    scopes: each(plan.scopes, ({ scope, name, prune, complete, live, desired, diff }) => ({
      scope,
      name,
      prune,
      complete,
      live,
      desired,
      diff,
    })),
    changes: each(plan.changes, orderedChange),
    unlisted: each(plan.unlisted, orderedUnlisted),
    guards: plan.guards.map(orderedGuard),
    warnings: plan.warnings.map(({ code, message, source, scopes }) => ({
      code,
      message,
      source: place(source),
      scopes,
    })),
    requests: {
      made: plan.requests.made,
      toApply: plan.requests.toApply,
      estimatedSeconds: plan.requests.estimatedSeconds,
    },
    later: plan.later === undefined ? undefined : each(plan.later, orderedLater),
  };
}

function* each<T>(items: Iterable<T>, order: (item: T) => Ordered): Generator<Ordered> {
  for (const item of items) yield order(item);
}

function orderedLater({ at, scope, principal, label, from, to, risk }: LaterChange): Ordered {
  return { at, scope, principal, label, from: state(from), to: state(to), risk };
}

function orderedUnlisted(row: Unlisted): Ordered {
  const { scope, principal, label, role, status, risk, removed, reason } = row;
  return { scope, principal, label, role, status, risk, removed, reason };
}

function orderedChange(change: Change): Ordered {
  return {
    action: change.action,
    scope: change.scope,
    principal: change.principal,
    label: change.label,
    from: state(change.from),
    to: state(change.to),
    source: place(change.source),
    cause: change.cause,
    term: change.term,
    risk: change.risk,
    blocked: change.blocked,
    verifiable: change.verifiable,
    takesAlong: change.takesAlong,
  };
}

export function orderedResult(result: ApplyResult): Ordered {
  const { summary } = result;
  return {
    formatVersion: result.formatVersion,
    summary: {
      applied: summary.applied,
      failed: summary.failed,
      skipped: summary.skipped,
      blocked: summary.blocked,
      alreadyDone: summary.alreadyDone,
      held: summary.held,
    },
    converged: result.converged,
    digest: result.digest,
    guards: result.guards.map(orderedGuard),
    unreviewed: result.unreviewed.map(orderedChange),
    results: result.results.map(orderedChangeResult),
  };
}

export function orderedDifference(difference: StateDifference): Ordered {
  const { action, scope, label, from, to, source, kept, reason } = difference;
  return { action, scope, label, from: state(from), to: state(to), source: place(source), kept, reason };
}

export function orderedDiagnostic({ severity, code, message, file, line, column }: Diagnostic): Ordered {
  return { severity, code, message, file, line, column };
}

function orderedChangeResult(result: ChangeResult): Ordered {
  const { status, reason, requestId, ms } = result;
  return { ...orderedChange(result), status, reason, requestId, ms };
}

function orderedGuard({ guard, scope, message }: GuardRefusal): Ordered {
  return { guard, scope, message };
}

function state(value: RoleState | null): Ordered | null {
  return value === null ? null : { role: value.role, status: value.status };
}

function place(value: SourceLocation | null): Ordered | null {
  return value === null ? null : { file: value.file, line: value.line, column: value.column };
}
