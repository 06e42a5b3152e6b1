import type * as Api from '@opentelemetry/api';
import type { EventSink } from '../engine/events.js';
import { version } from '../generated/version.js';

/** Counts a run's requests, retries and waits. Paths are left out: they hold ids, and each would be a series. */
export function metricSink(api: typeof Api): EventSink {
  const meter = api.metrics.getMeter('rolecall', version);
  const requests = meter.createCounter('rolecall.requests', {
    description: 'Requests sent, each attempt counted.',
    unit: '{request}',
  });
  const retries = meter.createCounter('rolecall.retries', {
    description: 'Requests that were sent again.',
    unit: '{request}',
  });
  const wait = meter.createHistogram('rolecall.wait', {
    description: 'From asking for a request, or the end of its last attempt, to its sending.',
    unit: 'ms',
  });
  return (event) => {
    if (event.kind !== 'request') return;
    const { provider, method, status, attempt, waitMs } = event;
    const of = { 'rolecall.provider': provider, 'http.request.method': method };
    requests.add(1, { ...of, 'rolecall.status_class': statusClass(status) });
    if (attempt > 1) retries.add(1, of);
    wait.record(waitMs, { 'rolecall.provider': provider });
  };
}

function statusClass(status: number | null): string {
  return status === null ? 'none' : `${Math.floor(status / 100)}xx`;
}
