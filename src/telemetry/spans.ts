import type * as Api from '@opentelemetry/api';
import type { EngineEvent, EventSink } from '../engine/events.js';
import { version } from '../generated/version.js';

type Of<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;

/**
 * Turns a run's events into spans: `rolecall.plan`, in it a `rolecall.read` for each root, after it a `rolecall.write`
 * for each change that was written, all of one trace. One sink serves one run. `now` is in epoch milliseconds.
 * Attributes are addresses, counts and states, never labels, e-mails or what a server said.
 */
export function spanSink(api: typeof Api, now: () => number): EventSink {
  const tracer = api.trace.getTracer('rolecall', version);
  const run: { readSince: number; plan: Api.Span | null; parent: Api.Context } = {
    readSince: now(),
    plan: null,
    parent: api.context.active(),
  };
  const between = (name: string, since: number, attributes: Api.Attributes, failed: boolean): void => {
    const span = tracer.startSpan(name, { startTime: since, attributes }, run.parent);
    end(span, failed);
  };
  const end = (span: Api.Span, failed: boolean): void => {
    if (failed) span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.end(now());
  };
  return (event) => {
    switch (event.kind) {
      case 'plan-started':
        run.plan = tracer.startSpan('rolecall.plan', { startTime: now() });
        run.parent = api.trace.setSpan(api.context.active(), run.plan);
        return;
      case 'plan-ended':
        if (run.plan === null) return;
        run.plan.setAttributes(planAttributes(event));
        end(run.plan, event.plan === null);
        run.plan = null;
        return;
      case 'read-started':
        run.readSince = now();
        return;
      case 'root-read':
        between('rolecall.read', run.readSince, readAttributes(event), !event.complete);
        return;
      case 'change-done':
        between('rolecall.write', now() - event.result.ms, writeAttributes(event), failed(event));
        return;
      case 'apply-started':
      case 'verifying':
      case 'request':
      case 'note':
    }
  };
}

function planAttributes({ plan }: Of<'plan-ended'>): Api.Attributes {
  if (plan === null) return {};
  const { grant, change, revoke, blocked, unlisted, unchanged } = plan.summary;
  return {
    'rolecall.scopes': plan.scopes.length,
    'rolecall.guards': plan.guards.length,
    'rolecall.digest': plan.digest,
    'rolecall.grant': grant,
    'rolecall.change': change,
    'rolecall.revoke': revoke,
    'rolecall.blocked': blocked,
    'rolecall.unlisted': unlisted,
    'rolecall.unchanged': unchanged,
  };
}

function readAttributes({ root, scopes, complete }: Of<'root-read'>): Api.Attributes {
  return {
    'rolecall.root': root,
    'rolecall.provider': providerOf(root),
    'rolecall.scopes': scopes,
    'rolecall.complete': complete,
  };
}

function writeAttributes({ result: { scope, action, status } }: Of<'change-done'>): Api.Attributes {
  return {
    'rolecall.scope': scope,
    'rolecall.provider': providerOf(scope),
    'rolecall.action': action,
    'rolecall.status': status,
  };
}

function failed({ result }: Of<'change-done'>): boolean {
  return result.status === 'failed';
}

function providerOf(address: string): string {
  return address.split('/')[0] ?? address;
}

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
