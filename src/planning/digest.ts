import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Change } from '../model/change.js';
import { byKeys } from '../model/ordering.js';

/**
 * `sha256:` and the hex SHA-256 of the RFC 8785 JSON of the changes that are not blocked, each as
 * `{action, from, principal, scope, to}`, sorted by scope, principal, from.role and to.role, null first.
 * The same changes have the same digest whenever and wherever it is computed.
 */
export function digestOf(changes: readonly Change[]): string {
  const covered = changes
    .filter(({ blocked }) => blocked === null)
    .sort(
      byKeys(
        ({ scope }) => scope,
        ({ principal }) => principal,
        ({ from }) => from?.role ?? null,
        ({ to }) => to?.role ?? null,
      ),
    );
  const hash = createHash('sha256').update('[');
  covered.forEach(({ action, from, principal, scope, to }, index) => {
    const canonical = canonicalize({ action, from: stateOf(from), principal, scope, to: stateOf(to) });
    hash.update(index === 0 ? '' : ',').update(canonical ?? '');
  });
  return `sha256:${hash.update(']').digest('hex')}`;
}

function stateOf(state: Change['from']): { readonly role: string; readonly status: string } | null {
  return state === null ? null : { role: state.role, status: state.status };
}
