import type { PlannedChange } from '../model/planned.js';
import type { Connections } from './connection.js';
import type { BlockedPart } from './write-context.js';

/** What must not be written any more: after an interrupt, a refused credential, a forbidden scope, a broken log. */
export class WriteBlocks {
  readonly #signal: AbortSignal;
  readonly #connections: Connections;
  readonly #credentials = new Map<string, string>();
  readonly #scopes = new Map<string, string>();
  #everything: string | null = null;

  constructor(connections: Connections, signal: AbortSignal) {
    this.#connections = connections;
    this.#signal = signal;
  }

  readonly block = (what: BlockedPart, planned: PlannedChange, reason: string): void => {
    if (what === 'audit-log') this.#everything ??= reason;
    else if (what === 'scope') this.#scopes.set(planned.change.scope, reason);
    else this.#credentials.set(this.#credentialOf(planned), reason);
  };

  /** Why a change may not be started; null where it may. */
  reason(planned: PlannedChange): string | null {
    if (this.#signal.aborted) return 'interrupted before it was sent';
    if (this.#everything !== null) return `not sent: ${this.#everything}`;
    const credential = this.#credentials.get(this.#credentialOf(planned));
    if (credential !== undefined) return `not sent, since the credential was refused: ${credential}`;
    const scope = this.#scopes.get(planned.change.scope);
    return scope === undefined ? null : `not sent, since writing to this scope is forbidden: ${scope}`;
  }

  /** Roots without a credential of their own share the provider's. */
  #credentialOf({ scope }: PlannedChange): string {
    const own = this.#connections.get(scope.provider)?.settings.rootAuth.has(scope.rootId) ?? false;
    return own ? scope.rootAddress : scope.provider;
  }
}
