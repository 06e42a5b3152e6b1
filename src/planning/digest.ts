import { createHash } from 'node:crypto';
import { comparedState, type RoleState } from '../model/assignment.js';
import type { Change } from '../model/change.js';
import { byKeys } from '../model/ordering.js';

/**
 * `sha256:` and the hex SHA-256 of the RFC 8785 JSON of the changes that are not blocked, each as
 * `{action, from, principal, scope, to}`, sorted by scope, principal, from.role and to.role, null first; Redox roles in
 * lower case.
 * The same changes have the same digest whenever and wherever it is computed.
 *
 * RFC 8785 writes strings as JSON.stringify does and sorts keys by UTF-16 units. The objects here hold strings and null
 * alone, and their keys stand in that order, so that JSON.stringify writes their canonical form.
 */
export function digestOf(changes: readonly Change[]): string {
  const covered = changes
    .filter(({ blocked }) => blocked === null)
    .map(({ action, scope, principal, from, to }) => ({
      action,
      from: stateOf(scope, from),
      principal,
      scope,
      to: stateOf(scope, to),
    }))
    .sort(
      byKeys(
        ({ scope }) => scope,
        ({ principal }) => principal,
        ({ from }) => from?.role ?? null,
        ({ to }) => to?.role ?? null,
      ),
    );
  const hash = createHash('sha256').update('[');
  covered.forEach((change, index) => hash.update(`${index === 0 ? '' : ','}${JSON.stringify(change)}`));
  return `sha256:${hash.update(']').digest('hex')}`;
}

function stateOf(scope: string, state: RoleState | null): RoleState | null {
  return state === null ? null : comparedState(scope, state);
}
