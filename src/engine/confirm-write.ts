import { HttpFailure } from '../http/failure.js';
import type { ReadClient } from '../http/request.js';
import type { LiveRoot } from '../model/live.js';
import type { PlannedChange } from '../model/change.js';
import type { PrincipalId } from '../model/principal.js';
import type { Provider, WriteStep } from '../providers/provider.js';
import type { Runtime } from '../runtime.js';
import { showsStep } from './earlier-writes.js';
import { rereadLive } from './read-live.js';

/** What the live state says about a write whose response was lost. */
export type Confirmation =
  | { readonly kind: 'holds' }
  | { readonly kind: 'does-not-hold' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface ConfirmContext {
  readonly provider: Provider;
  readonly client: ReadClient;
  /** What an earlier read of the root returned. */
  readonly root: LiveRoot;
  readonly runtime: Runtime;
}

/** Waits before the looks at the live state, milliseconds: what a server is slow to show must not be written twice. */
const waits = [0, 200, 800];

/** Reads what a request was to bring about, even after an interrupt. Looks again before saying that it is not so. */
export async function confirmWrite(
  step: WriteStep,
  planned: PlannedChange,
  context: ConfirmContext,
): Promise<Confirmation> {
  const { change, principal } = planned;
  if (change.verifiable === false)
    return { kind: 'unreadable', reason: 'the API cannot read the roles of this group' };
  let last: Confirmation = { kind: 'does-not-hold' };
  if (principal === null) return last;
  for (const wait of waits) {
    if (wait > 0) await context.runtime.sleep(wait);
    last = await look(step, planned, principal, context);
    if (last.kind === 'holds') return last;
  }
  return last;
}

async function look(
  step: WriteStep,
  planned: PlannedChange,
  principal: PrincipalId,
  { provider, client, root }: ConfirmContext,
): Promise<Confirmation> {
  const confirming: ReadClient = { get: (each) => client.get({ ...each, confirmsWrite: true }) };
  try {
    const live = await rereadLive(
      provider,
      { known: root, scopes: [planned.scope], principals: [principal] },
      confirming,
    );
    const holds = showsStep(live, { planned, ...step }, principal);
    if (holds === null)
      return { kind: 'unreadable', reason: live.problems[0]?.message ?? 'the read was not whole' };
    return { kind: holds ? 'holds' : 'does-not-hold' };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { kind: 'unreadable', reason: error.message };
  }
}
