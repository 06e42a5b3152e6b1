import pLimit from 'p-limit';
import type { AuditLine, AuditLog } from '../../src/engine/audit-log.js';
import { applyPlannedRun } from '../../src/engine/apply.js';
import type { Connections } from '../../src/engine/connection.js';
import type { EngineEvent } from '../../src/engine/events.js';
import type { HttpClient } from '../../src/http/client.js';
import { type FailureKind, HttpFailure } from '../../src/http/failure.js';
import type { HttpResponse, HttpRequest, SendJournal } from '../../src/http/request.js';
import type { LiveRoot } from '../../src/model/live.js';
import type { ApplyResult } from '../../src/model/result.js';
import { type Provider, type RootRequest, type WriteStep } from '../../src/providers/provider.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { redoxTraits } from '../../src/providers/redox/traits.js';
import type { Runtime } from '../../src/runtime.js';
import { LiveModel } from '../planning/live-model.js';
import { NOW, planOf, settings, shown, type World } from '../planning/world.js';

/** What the server does with one sending. */
export type Answer =
  | { readonly lands: boolean; readonly body: unknown }
  | {
      readonly lands: boolean;
      readonly kind: FailureKind;
      readonly status: number | null;
      readonly landed: 'no' | 'unknown';
    };

export const ok: Answer = { lands: true, body: { success: true } };
export const unsuccessful: Answer = { lands: false, body: { success: false } };
export const lost = (lands: boolean): Answer => ({ lands, kind: 'network', status: null, landed: 'unknown' });
export const refuses = (kind: FailureKind, status: number): Answer => ({
  lands: false,
  kind,
  status,
  landed: 'no',
});

export interface FakeOptions {
  /** What the n-th sending (from 1) of a change, as `shown` tells it, is answered; `ok` if left out. */
  readonly answer?: (change: string, sending: number) => Answer;
  /** Whether the n-th read (from 1) comes back whole. */
  readonly readable?: (read: number) => boolean;
  /** How many reads after a write still show the state before. */
  readonly lag?: number;
  readonly audit?: AuditLog;
  readonly signal?: AbortSignal;
  readonly indexes?: readonly number[];
}

export interface FakeRun {
  readonly result: ApplyResult;
  /** What was done, in order: `write …`, `read`, `sleep MS`. */
  readonly log: readonly string[];
  readonly lines: readonly AuditLine[];
  readonly model: LiveModel;
  readonly events: readonly EngineEvent[];
}

/** Plans a world and applies the plan to a server that does as the options say; no time passes but by sleeping. */
export async function applyWorld(world: World, options: FakeOptions = {}): Promise<FakeRun> {
  const planned = planOf(world);
  const model = new LiveModel(world.live);
  const log: string[] = [];
  const lines: AuditLine[] = [];
  const events: EngineEvent[] = [];
  const runtime = fakeRuntime(log);
  const server = new FakeServer(model, log, options);
  const result = await applyPlannedRun({
    run: planned,
    indexes:
      options.indexes ??
      planned.plan.changes.flatMap(({ blocked }, index) => (blocked === null ? [index] : [])),
    earlierResults: [],
    live: new Map(world.live.map((root) => [root.root.address, root])),
    settings: settings(world),
    connections: server.connections(world),
    runtime,
    signal: options.signal ?? new AbortController().signal,
    events: (event) => events.push(event),
    audit: options.audit ?? {
      append: (line) => {
        lines.push(line);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    },
  });
  return { result, log, lines, model, events };
}

function fakeRuntime(log: string[]): Runtime {
  let passed = 0;
  let ids = 0;
  return {
    now: () => NOW + passed,
    monotonic: () => passed,
    random: () => 0,
    uuid: () => `change-${(ids += 1)}`,
    sleep: (ms) => {
      passed += ms;
      log.push(`sleep ${ms}`);
      return Promise.resolve();
    },
    env: () => undefined,
  };
}

class FakeServer {
  readonly #model: LiveModel;
  readonly #log: string[];
  readonly #options: FakeOptions;
  readonly #sendings = new Map<string, number>();
  #reads = 0;
  #stale: readonly LiveRoot[];
  #staleFor = 0;
  readonly #changes = new Map<string, () => void>();

  constructor(model: LiveModel, log: string[], options: FakeOptions) {
    this.#model = model;
    this.#log = log;
    this.#options = options;
    this.#stale = model.roots;
  }

  connections(world: World): Connections {
    const all = settings(world);
    return new Map(
      [redoxTraits, aionTraits].flatMap((traits) => {
        const own = all.providers.get(traits.name);
        return own === undefined
          ? []
          : [
              [
                traits.name,
                { provider: this.#provider(traits), client: this.#client(own.concurrency), settings: own },
              ] as const,
            ];
      }),
    );
  }

  #provider(traits: Provider['traits']): Provider {
    return {
      traits,
      read: (request) => Promise.resolve(this.#read(request)),
      discover: () => Promise.resolve({ scopes: [], problems: [], note: null }),
      writes: ({ change }): readonly WriteStep[] => {
        const path = shown(change);
        this.#changes.set(path, () => this.#model.write(change));
        const method = change.from === null ? 'POST' : change.to === null ? 'DELETE' : 'PUT';
        const doneStatuses = method === 'POST' ? [409] : method === 'DELETE' ? [404] : [];
        return [
          {
            request: { method, path, credential: traits.name },
            gives: change.to,
            takes: change.from,
            doneStatuses,
          },
        ];
      },
      refusal: (_, { body }) =>
        JSON.stringify(body) === '{"success":true}' ? null : 'the answer does not say success: true',
    };
  }

  #read({ root, scopes }: RootRequest): LiveRoot {
    this.#reads += 1;
    this.#log.push('read');
    const stale = this.#staleFor > 0;
    this.#staleFor -= 1;
    const found = (stale ? this.#stale : this.#model.roots).find((one) => one.root.address === root.address);
    if (found === undefined) throw new Error(`no root ${root.address}`);
    const wanted = new Set(scopes.map(({ address }) => address));
    const complete = this.#options.readable?.(this.#reads) ?? true;
    const problems = complete ? [] : [{ scope: root.address, message: 'the read was cut short' }];
    return {
      ...found,
      complete,
      problems,
      scopes: found.scopes.filter(({ scope }) => wanted.has(scope.address)),
    };
  }

  #client(concurrency: number): HttpClient {
    const places = pLimit(concurrency);
    const get = (): Promise<HttpResponse> => Promise.reject(new Error('the fake provider reads by itself'));
    return {
      probing: { ask: () => Promise.reject(new Error('no probe is expected')) },
      reading: { get },
      whileWriting: (task) =>
        places(() => task({ get, send: (request, journal) => this.#send(request, journal) })),
      counts: () => ({ made: 0, retries: 0 }),
      redact: (text) => text.replaceAll('hunter2', '[redacted]'),
      close: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    };
  }

  async #send({ path }: HttpRequest, journal?: SendJournal): Promise<HttpResponse> {
    await journal?.before(path);
    const sending = (this.#sendings.get(path) ?? 0) + 1;
    this.#sendings.set(path, sending);
    this.#log.push(`write ${path}`);
    const answer = this.#options.answer?.(path, sending) ?? ok;
    if (answer.lands) {
      if (this.#staleFor <= 0) this.#stale = this.#model.roots;
      this.#changes.get(path)?.();
      this.#staleFor = this.#options.lag ?? 0;
    }
    await Promise.resolve();
    const requestId = `request-${sending}`;
    if ('body' in answer) {
      journal?.after(200, requestId);
      return { status: 200, body: answer.body, requestId, attempts: 1 };
    }
    const { kind, status, landed } = answer;
    journal?.after(status, status === null ? null : requestId);
    throw new HttpFailure(`the server says hunter2 (${kind})`, {
      kind,
      status,
      landed,
      request: path,
      requestId: status === null ? null : requestId,
      excerpt: null,
      retryAfterMs: null,
      variable: null,
      shared: null,
    });
  }
}
