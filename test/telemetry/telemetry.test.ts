import { context, metrics, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  InMemorySpanExporter,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { afterEach, describe, expect, test } from 'vitest';
import type { EngineEvent } from '../../src/engine/events.js';
import { telemetrySink } from '../../src/telemetry/telemetry-sink.js';
import { makeWorld, type World } from '../e2e/world.js';
import { grant, plan } from '../report/samples.js';

afterEach(() => {
  trace.disable();
  metrics.disable();
  context.disable();
});

/** Registers exporters that keep what they are given, as a user's own file would with `--import`. */
function registered() {
  const spans = new InMemorySpanExporter();
  const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(spans)] }));
  const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 1_000_000 });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  return {
    spans: () => spans.getFinishedSpans(),
    points: (name: string) =>
      measured
        .getMetrics()
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
        .filter(({ descriptor }) => descriptor.name === name)
        .flatMap(({ dataPoints }) => dataPoints.map(({ attributes, value }) => ({ attributes, value }))),
  };
}

const files = {
  'rolecall.yaml': 'version: 1',
  'access/apollo.yaml': 'project: apollo\naccount: orbit\nroles:\n  project_reader: [margaret.hamilton]\n',
};

const applied = (world: World) => world.rolecall('apply', '--yes');

function named(spans: readonly ReadableSpan[], name: string): readonly ReadableSpan[] {
  return spans.filter((span) => span.name === name);
}

describe('with a tracer registered', () => {
  test('a run hands its plan, its reads and its writes over as one trace before it ends', async () => {
    const seen = registered();
    const run = await applied(await makeWorld({ files }));
    expect(run).toMatchObject({ code: 0 });
    const spans = seen.spans();
    const [planned] = named(spans, 'rolecall.plan');
    expect(planned?.attributes).toMatchObject({
      'rolecall.scopes': 1,
      'rolecall.grant': 1,
      'rolecall.guards': 0,
    });
    const [read] = named(spans, 'rolecall.read');
    expect(read?.attributes).toEqual({
      'rolecall.root': 'aion/account/orbit',
      'rolecall.provider': 'aion',
      'rolecall.scopes': 1,
      'rolecall.complete': true,
    });
    const writes = named(spans, 'rolecall.write');
    expect(writes.map(({ attributes }) => attributes)).toEqual([
      {
        'rolecall.scope': 'aion/project/orbit/apollo',
        'rolecall.provider': 'aion',
        'rolecall.action': 'grant',
        'rolecall.status': 'applied',
      },
    ]);
    const parent = planned?.spanContext();
    for (const span of [read, ...writes]) expect(span?.parentSpanContext?.spanId).toBe(parent?.spanId);
  });

  test('every request is counted, by provider, method and status class', async () => {
    const seen = registered();
    const world = await makeWorld({ files });
    await applied(world);
    const requests = seen.points('rolecall.requests');
    expect(requests).toContainEqual({
      attributes: {
        'rolecall.provider': 'aion',
        'http.request.method': 'GET',
        'rolecall.status_class': '2xx',
      },
      value: expect.any(Number),
    });
    const waits = seen.points('rolecall.wait');
    expect(waits.map(({ attributes }) => attributes)).toEqual([{ 'rolecall.provider': 'aion' }]);
    expect(seen.points('rolecall.retries')).toEqual([]);
  });

  test('no span tells a label, an e-mail, a reason or a secret', async () => {
    const seen = registered();
    const world = await makeWorld({ files });
    await applied(world);
    const told = JSON.stringify(
      seen.spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    );
    expect(told).toContain('rolecall.write');
    expect(told).not.toContain('margaret');
    expect(told).not.toContain('@');
    for (const secret of Object.values(world.sandbox.environment)) expect(told).not.toContain(secret);
  });

  test('a plan that failed is an error without its message', async () => {
    const seen = registered();
    const world = await makeWorld({ files: { ...files, 'access/bad.yaml': 'roles: 7' } });
    expect((await world.rolecall('plan')).code).not.toBe(0);
    expect(named(seen.spans(), 'rolecall.plan').map(({ status }) => status)).toEqual([{ code: 2 }]);
  });

  test('times are the run’s own, and a failed write and a retry show', async () => {
    const seen = registered();
    const clock = { now: 1_000_000 };
    const telemetry = await telemetrySink({ now: () => clock.now });
    const result = {
      ...grant(),
      status: 'failed',
      reason: 'lin@acme.test',
      requestId: null,
      ms: 400,
    } as const;
    const request = {
      kind: 'request',
      provider: 'aion',
      method: 'PUT',
      path: '/x',
      ms: 1,
      waitMs: 250,
    } as const;
    const happens = (at: number, event: EngineEvent): void => {
      clock.now = 1_000_000 + at;
      telemetry?.sink(event);
    };
    happens(0, { kind: 'plan-started' });
    happens(5, { kind: 'plan-ended', plan: plan([grant()]) });
    happens(600, { ...request, status: null, attempt: 1 });
    happens(700, { ...request, status: 503, attempt: 2 });
    happens(900, { kind: 'change-done', result, done: 1, total: 1 });
    await telemetry?.flush();
    const [write] = named(seen.spans(), 'rolecall.write');
    expect(write).toMatchObject({
      status: { code: 2 },
      startTime: [1000, 500_000_000],
      endTime: [1000, 900_000_000],
    });
    const classes = seen
      .points('rolecall.requests')
      .map(({ attributes }) => attributes['rolecall.status_class']);
    expect(classes).toEqual(['none', '5xx']);
    expect(seen.points('rolecall.retries').map(({ value }) => value)).toEqual([1]);
  });

  test('an exporter that fails is told and changes no exit code', async () => {
    registered();
    trace.disable();
    const nothing = (): void => undefined;
    const done = (): Promise<void> => Promise.resolve();
    const forceFlush = (): Promise<void> => Promise.reject(new Error('gone'));
    const processor = { onStart: nothing, onEnd: nothing, shutdown: done, forceFlush };
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [processor] }));
    const { code, stderr } = await (await makeWorld({ files })).rolecall('validate');
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/Traces or metrics were not exported: .*gone/),
    });
  });
});

test('without a tracer nothing is made', async () => {
  const key = Symbol.for('opentelemetry.js.api.1');
  const kept: unknown = Reflect.get(globalThis, key);
  Reflect.deleteProperty(globalThis, key);
  try {
    expect(await telemetrySink({ now: () => 0 })).toBeNull();
  } finally {
    Reflect.set(globalThis, key, kept);
  }
});
