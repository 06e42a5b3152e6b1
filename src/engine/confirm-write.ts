import { HttpFailure } from '../http/failure.js';
import type { ReadClient } from '../http/request.js';
import type { RoleState } from '../model/assignment.js';
import type { PlannedChange } from '../model/planned.js';
import { principalAddress } from '../model/principal.js';
import { LiveIndex } from '../planning/live-index.js';
import type { WriteStep } from '../providers/provider.js';
import { rootOf } from './read-live.js';
import type { WriteContext } from './write-context.js';

/** What the live state says about a write whose answer was lost. */
export type Confirmation =
  | { readonly kind: 'holds' }
  | { readonly kind: 'does-not-hold' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Waits between looks, milliseconds: what a server is slow to show must not be written twice. */
const LOOKS = [0, 200, 800];

/** Reads what a write was to bring about. Looks again before saying that it is not so. */
export async function confirmWrite(
  step: WriteStep,
  planned: PlannedChange,
  context: WriteContext,
): Promise<Confirmation> {
  const { change, principal } = planned;
  if (change.verifiable === false) {
    return { kind: 'unreadable', reason: 'no operation of the API reads what this group holds' };
  }
  let last: Confirmation = { kind: 'does-not-hold' };
  for (const wait of LOOKS) {
    if (wait > 0) await context.runtime.sleep(wait);
    last = principal === null ? last : await look(step, planned, context);
    if (last.kind === 'holds') return last;
  }
  return last;
}

async function look(step: WriteStep, planned: PlannedChange, context: WriteContext): Promise<Confirmation> {
  const { scope, principal } = planned;
  if (principal === null) return { kind: 'does-not-hold' };
  const { client, provider } = context.connection;
  const root = rootOf(scope);
  const request = {
    root,
    scopes: [scope],
    named: [{ kind: principal.kind, by: 'id' as const, value: principal.id }],
    everyone: false,
    known: context.root,
  };
  try {
    const live = await provider.read(request, settling(client.reading));
    const held = new LiveIndex(new Map([[root.address, live]]));
    const holds = held.hasEffects({
      ...planned.change,
      ...effectOf(step),
      principal: principalAddress(principal.kind, principal.id),
    });
    if (holds === null)
      return { kind: 'unreadable', reason: live.problems[0]?.message ?? 'the read was not whole' };
    return { kind: holds ? 'holds' : 'does-not-hold' };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { kind: 'unreadable', reason: error.message };
  }
}

function effectOf({ gives, takes }: WriteStep): {
  readonly from: RoleState | null;
  readonly to: RoleState | null;
} {
  return { from: takes, to: gives };
}

/** Reads that go on after an interrupt: what is in flight is finished. */
function settling(client: ReadClient): ReadClient {
  return { get: (request) => client.get({ ...request, confirmsWrite: true }) };
}
