import type { RoleState } from '../../../model/assignment.js';
import { type Action, type PlannedChange, riskOf } from '../../../model/change.js';
import { stateKey, type ProbeRole } from './holding.js';
import type { ProbeSubject } from './subject.js';

/** A write of a probe as the engine takes it: to give a role, to take it away, or both. */
export function probeChange(
  { target: { scope }, principal, address, label }: ProbeSubject,
  from: ProbeRole | null,
  to: ProbeRole | null,
  isHighRisk: (role: string) => boolean,
): PlannedChange {
  const action: Action = from === null ? 'grant' : to === null ? 'revoke' : 'change';
  const step = { from: from?.state ?? null, to: to?.state ?? null };
  const risk = riskOf(step, isHighRisk);
  const none = { source: null, cause: null, term: null, blocked: null };
  const change = { action, scope: scope.address, principal: address, label, ...step, risk, ...none };
  return { change, scope, principal, fromRoleId: from?.roleId ?? null, toRoleId: to?.roleId ?? null };
}

/** From whom to whom a way back leads. */
export interface WayBack {
  /** What reads show now. */
  readonly holding: readonly ProbeRole[];
  /** What is to be held in the end. */
  readonly began: readonly ProbeRole[];
  /** What the probe gave, or may have given. Nothing else is taken away. */
  readonly given: readonly ProbeRole[];
  /** Of these, what may still be held although reads do not show it: its answer was lost. */
  readonly uncertain: readonly ProbeRole[];
}

/** One step of a way back. */
export interface BackStep {
  readonly from: ProbeRole | null;
  readonly to: ProbeRole | null;
}

/**
 * The writes that lead back, as far as reads tell now; none where the principal holds what it is to. Where a scope knows
 * one role a principal, what takes any role away takes them all.
 */
export function backSteps(
  { holding, began, given, uncertain }: WayBack,
  { target: { scope, traits } }: ProbeSubject,
): readonly BackStep[] {
  const key = ({ role }: RoleState): string => stateKey(scope.address, { role, status: 'active' });
  const find = (roles: readonly ProbeRole[], state: RoleState): ProbeRole | undefined =>
    roles.find((each) => key(each.state) === key(state));
  const extra = holding.filter(({ state }) => !find(began, state) && find(given, state));
  const missing = began.filter(({ state }) => find(holding, state)?.state.status !== state.status);
  if (traits.exclusive && extra[0] !== undefined && missing[0] !== undefined)
    return [{ from: extra[0], to: missing[0] }];
  const known: readonly BackStep[] = [
    ...missing.map((to) => ({ from: find(holding, to.state) ?? null, to })),
    ...extra.map((from) => ({ from, to: null })),
  ];
  const hidden = uncertain.filter(({ state }) => !find(began, state) && !find(holding, state));
  const blind = hidden.map((from): BackStep => ({ from, to: null }));
  if (!traits.exclusive) return [...known, ...blind];
  return known.length > 0 || holding.length > 0 ? known : blind.slice(-1);
}
