import { HttpFailure } from '../http/failure.js';
import type { LiveRoot, LiveState } from '../model/live.js';
import { byCodeUnit, groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/planned.js';
import { type PrincipalRef, refKey } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import { LiveIndex } from '../planning/effects.js';
import type { Runtime } from '../runtime.js';
import { type Connections, connectionTo } from './connection.js';
import type { EventSink } from './events.js';
import { rootOf } from './read-live.js';

/** How long the API may take to show what was written, milliseconds. */
const DEADLINE = 30_000;
/** Waits between looks, milliseconds; the last one repeats. */
const WAITS = [100, 250, 500, 1000, 2000, 4000];

export interface ConvergenceContext {
  readonly connections: Connections;
  readonly live: LiveState;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly events: EventSink;
}

/**
 * Reads every touched scope again until it shows what was written, or the deadline passes: the APIs are eventually
 * consistent, and their answers do not prove the final state. An interrupt ends the waiting.
 */
export async function waitForConvergence(
  written: readonly PlannedChange[],
  context: ConvergenceContext,
): Promise<boolean> {
  const { runtime, signal, events } = context;
  const deadline = runtime.monotonic() + DEADLINE;
  let open: readonly PlannedChange[] = written.filter(({ change }) => change.verifiable !== false);
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (signal.aborted) return false;
    events({ kind: 'verifying', scopes: new Set(open.map(({ change }) => change.scope)).size, attempt });
    open = await stillOpen(open, context);
    if (open.length === 0) break;
    const wait = WAITS[Math.min(attempt, WAITS.length) - 1] ?? 0;
    if (signal.aborted || runtime.monotonic() + wait > deadline) return false;
    await runtime.sleep(wait, signal).catch(() => undefined);
  }
  return true;
}

async function stillOpen(
  open: readonly PlannedChange[],
  context: ConvergenceContext,
): Promise<readonly PlannedChange[]> {
  const roots = await Promise.all(
    [...groupBy(open, ({ scope }) => scope.rootAddress).values()].map((group) => readTouched(group, context)),
  );
  const held = new LiveIndex(
    new Map(roots.flatMap((root) => (root === null ? [] : [[root.root.address, root]]))),
  );
  return open.filter(({ change }) => held.hasEffects(change) !== true);
}

async function readTouched(
  group: readonly PlannedChange[],
  context: ConvergenceContext,
): Promise<LiveRoot | null> {
  const [first] = group;
  if (first === undefined) return null;
  const root = rootOf(first.scope);
  const { provider, client } = connectionTo(context.connections, root.provider);
  const known = context.live.get(root.address);
  const scopes = new Map<string, Scope>(group.map(({ scope }) => [scope.address, scope]));
  const request = {
    root,
    scopes: [...scopes.keys()].sort(byCodeUnit).flatMap((address) => scopes.get(address) ?? []),
    named: touchedPrincipals(group),
    everyone: false,
    ...(known === undefined ? {} : { known }),
  };
  try {
    return await provider.read(request, client.reading);
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}

function touchedPrincipals(group: readonly PlannedChange[]): readonly PrincipalRef[] {
  const touched = new Map<string, PrincipalRef>();
  for (const { principal } of group) {
    if (principal === null) continue;
    const ref: PrincipalRef = { kind: principal.kind, by: 'id', value: principal.id };
    touched.set(refKey(ref), ref);
  }
  return [...touched.values()];
}
