import { UnwritableChange, writesOf } from '../providers/provider.js';
import { leastMs } from '../http/pacing/limits.js';
import type { LiveState } from '../model/live.js';
import type { RequestEstimate } from '../model/plan.js';
import type { PlannedRun } from '../planning/make-plan.js';
import { type Connections, connectionTo, requestsMade } from './connection.js';

/** Milliseconds a request is taken to need where none was measured. */
const USUAL_LATENCY = 100;

/** What it costs to apply a planned run: the writes, and how long they take at the concurrency and under the declared limits. */
export function estimateRequests(
  run: PlannedRun,
  live: LiveState,
  connections: Connections,
  latencyMs: number | null,
): RequestEstimate {
  const writes = new Map<string, number>();
  for (const planned of run.changes) {
    if (planned.change.blocked !== null) continue;
    const root = live.get(planned.scope.rootAddress);
    if (root === undefined) continue;
    const { provider } = connectionTo(connections, planned.scope.provider);
    const name = planned.scope.provider;
    const steps = writesOf(provider, planned, root);
    const count = steps instanceof UnwritableChange ? 0 : steps.length;
    writes.set(name, (writes.get(name) ?? 0) + count);
  }
  const seconds = [...writes].map(([name, count]) =>
    secondsFor(name, count, connections, latencyMs ?? USUAL_LATENCY),
  );
  return {
    made: requestsMade(connections),
    toApply: [...writes.values()].reduce((sum, count) => sum + count, 0),
    estimatedSeconds: rounded(Math.max(0, ...seconds)),
  };
}

function secondsFor(name: string, count: number, connections: Connections, latencyMs: number): number {
  const { settings, client } = connectionTo(connections, name);
  const flight = (Math.ceil(count / settings.concurrency) * latencyMs) / 1000;
  if (settings.rateLimit === null) return flight;
  return Math.max(flight, leastMs(settings.rateLimit, count, client.counts().made) / 1000);
}

/** Whole seconds, below ten to a tenth. */
function rounded(seconds: number): number {
  return seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
}
