import { HttpFailure } from '../http/failure.js';
import type { LiveRoot, LiveState } from '../model/live.js';
import { byKeys, groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/change.js';
import { principalAddress } from '../model/principal.js';
import { LiveIndex } from '../planning/effects.js';
import type { Runtime } from '../runtime.js';
import { type Connections, connectionTo } from './connection.js';
import type { EventSink } from './events.js';
import { goneBeside } from './gone-beside.js';
import { rereadLive } from './read-live.js';

/** How long the API may take to show what was written, milliseconds. */
const deadlineMs = 30_000;
/** Waits between looks, milliseconds; the last one repeats. */
const waits = [100, 250, 500, 1000, 2000, 4000];

export interface ConvergenceContext {
  readonly connections: Connections;
  readonly live: LiveState;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly events: EventSink;
}

/**
 * Reads every touched scope again until it shows what was written, or the deadline passes: the APIs are eventually
 * consistent, and their answers do not prove the final state. An interrupt ends the waiting. A note names
 * assignments that are gone though no change takes them away.
 * @param planned all changes that were tried
 */
export async function waitForConvergence(
  written: readonly PlannedChange[],
  planned: readonly PlannedChange[],
  context: ConvergenceContext,
): Promise<boolean> {
  const { runtime, signal, events } = context;
  const deadline = runtime.monotonic() + deadlineMs;
  let open: readonly PlannedChange[] = written.filter(({ change }) => change.verifiable !== false);
  const latest: LiveRoot[] = [];
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (signal.aborted) return false;
    events({ kind: 'verifying', scopes: new Set(open.map(({ change }) => change.scope)).size, attempt });
    const read = await readAgain(open, context);
    const index = new LiveIndex(read);
    open = open.filter(({ change }) => index.shows(change) !== true);
    for (const root of read.values()) latest.push(root);
    if (open.length === 0) break;
    const wait = waits[Math.min(attempt, waits.length) - 1] ?? 0;
    if (signal.aborted || runtime.monotonic() + wait > deadline) return false;
    await runtime.sleep(wait, signal).catch(() => undefined);
  }
  const gone = goneBeside(context.live, lastReads(latest), planned);
  if (gone !== null) events({ kind: 'note', message: gone });
  return gone === null;
}

/** Of several reads of a scope the last one, each by itself. */
function lastReads(reads: readonly LiveRoot[]): readonly LiveRoot[] {
  const last = new Map(
    reads.flatMap((root) =>
      root.scopes.map((scope) => [scope.scope.address, { ...root, scopes: [scope] }] as const),
    ),
  );
  return [...last.values()];
}

async function readAgain(
  open: readonly PlannedChange[],
  { connections, live }: ConvergenceContext,
): Promise<LiveState> {
  const groups = groupBy(open, ({ scope }) => scope.rootAddress);
  const read = await Promise.all(
    [...groups].map(async ([address, group]): Promise<readonly (readonly [string, LiveRoot])[]> => {
      const known = live.get(address);
      const root = known === undefined ? null : await readTouched(group, known, connections);
      return root === null ? [] : [[address, root]];
    }),
  );
  return new Map(read.flat());
}

async function readTouched(
  group: readonly PlannedChange[],
  known: LiveRoot,
  connections: Connections,
): Promise<LiveRoot | null> {
  const { provider, client } = connectionTo(connections, known.root.provider);
  const scopes = new Map(group.map(({ scope }) => [scope.address, scope]));
  const principals = new Map(
    group.flatMap(({ principal }) =>
      principal === null ? [] : [[principalAddress(principal.kind, principal.id), principal]],
    ),
  );
  const request = {
    known,
    scopes: [...scopes.values()].sort(byKeys(({ address }) => address)),
    principals: [...principals.values()],
  };
  try {
    return await rereadLive(provider, request, client.reading);
  } catch (error) {
    if (error instanceof HttpFailure) return null;
    throw error;
  }
}
