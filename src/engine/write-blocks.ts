import type { PlannedChange } from '../model/change.js';
import { credentialName } from '../model/settings.js';
import { type Connections, connectionTo } from './connection.js';

/** What else must not be written after a failure: all that uses the credential, the scope, or everything. */
export type BlockedPart = 'credential' | 'scope' | 'everything';

/** What must not be written any more: after an interrupt, a refused credential, a forbidden scope, a broken log. */
export class WriteBlocks {
  readonly #credentials = new Map<string, string>();
  readonly #scopes = new Map<string, string>();
  #everything: string | null = null;

  constructor(
    private readonly connections: Connections,
    private readonly signal: AbortSignal,
  ) {}

  readonly block = (part: BlockedPart, planned: PlannedChange, reason: string): void => {
    if (part === 'everything') this.#everything ??= reason;
    else if (part === 'scope') this.#scopes.set(planned.change.scope, reason);
    else this.#credentials.set(this.#credentialOf(planned), reason);
  };

  /** Why a change may not be started; null where it may. */
  reason(planned: PlannedChange): string | null {
    if (this.signal.aborted) return 'not sent: interrupted';
    if (this.#everything !== null) return `not sent: ${this.#everything}`;
    const credential = this.#credentials.get(this.#credentialOf(planned));
    if (credential !== undefined) return `not sent, because the credential was refused: ${credential}`;
    const scope = this.#scopes.get(planned.change.scope);
    return scope === undefined ? null : `not sent, because writing to this scope is forbidden: ${scope}`;
  }

  #credentialOf({ scope }: PlannedChange): string {
    return credentialName(connectionTo(this.connections, scope.provider).settings, scope);
  }
}
