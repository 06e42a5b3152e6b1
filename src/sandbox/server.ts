import { createServer, type Server } from 'node:http';
import { alarm, systemRuntime } from '../runtime.js';
import { type Answer, Refusal } from './answer.js';
import { controlAnswer, isControlPath } from './control.js';
import { readRequest, requestId, send } from './exchange.js';
import { type Fault, type FaultPlan, randomFaults } from './faults.js';
import { aionDefaults, redoxDefaults, type SandboxOptions } from './options.js';
import { parseSeed } from './parse-seed.js';
import { type Limiter, limiter, type RateLimit } from './rate-limit.js';
import { type RecordedRequest, Recording } from './recording.js';
import type { SandboxRequest } from './request.js';
import { defaultSeed } from './seed.js';
import type { SandboxSeed } from './seed-format.js';
import { buildService, isRedoxPath, isTokenPath, refusalAnswer, type Service } from './service.js';

/** A running sandbox. */
export interface Sandbox {
  /** Its origin, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The environment variables that settings name their credentials by. */
  readonly environment: Readonly<Record<string, string>>;
  /** The e-mail of the user that the first Redox client acts as. */
  readonly self: string | null;
  /** The present state in the seed's format, without credentials. */
  readonly state: () => SandboxSeed;
  /** What was received, oldest first; control requests left out. */
  readonly requests: readonly RecordedRequest[];
  /** Makes every token that was given out invalid, as at its expiry. */
  readonly expireTokens: () => void;
  /** Puts the state back to the seed and forgets the requests. */
  readonly reset: () => void;
  /** Stops the server and cuts its connections. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on 127.0.0.1 that behaves like both APIs: Redox under `/platform` and `/v2/auth/token`, Aion under
 * `/api/v1` and `/oauth/token`.
 * @throws SandboxSeedError where the seed contradicts itself; the server's own error where the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const system = systemRuntime({ env: {} });
  const { now = system.now, random = system.random, latencyMs = 0, failRate = 0 } = options;
  const seed = parseSeed(options.seed ?? defaultSeed);
  const service = await buildService(seed, {
    redox: { ...redoxDefaults, ...options.redox },
    aion: { ...aionDefaults, ...options.aion },
    tokenTtlSeconds: options.tokenTtlSeconds ?? 300,
    readLagMs: options.readLagMs ?? 0,
    now,
  });
  const recording = new Recording(options.recordLimit ?? 50_000, service.secretHeaders);
  const limiters = limitersOf(options.rateLimit, now);
  const faults = faultPlan(options.fault, failRate === 0 ? undefined : randomFaults(failRate, random));
  let received = 0;

  function settle(request: SandboxRequest, index: number): Outcome {
    const token = isTokenPath(request.path);
    const wait = token ? 0 : limiters[isRedoxPath(request.path) ? 'redox' : 'aion']();
    if (wait > 0) return tooMany(request.path, options, wait);
    const fault = faults({ method: request.method, path: request.path, index }, token);
    return faulted(service, request, fault);
  }

  const server = createServer((incoming, response) => {
    const at = now();
    readRequest(incoming, (request, rawQuery, whole) => {
      if (isControlPath(request.path)) {
        send(response, controlAnswer(request, service, recording), `sandbox-${at}`);
        return;
      }
      const index = received++;
      const outcome = whole
        ? settle(request, index)
        : refusalAnswer(request.path, new Refusal(413, 'The body is too large'));
      recording.add(request, rawQuery, outcome === 'reset' ? 0 : outcome.status, at);
      const finish = (): void => {
        if (outcome === 'reset') incoming.socket.resetAndDestroy();
        else send(response, outcome, requestId(request, index));
      };
      if (latencyMs === 0) finish();
      else alarm(latencyMs, finish);
    });
  });
  server.keepAliveTimeout = 60_000;
  const url = `http://127.0.0.1:${await listening(server, options.port ?? 0)}`;
  return {
    url,
    environment: { ...service.environment, ROLECALL_SANDBOX_URL: url },
    self: ownEmail(seed),
    state: service.snapshot,
    requests: recording.requests,
    expireTokens: service.expireTokens,
    reset: () => {
      service.reset();
      recording.clear();
    },
    close: () => closed(server),
  };
}

/** Two services, so two limits of their own. */
function limitersOf(
  limit: RateLimit | undefined,
  now: () => number,
): Readonly<Record<'redox' | 'aion', Limiter>> {
  if (limit === undefined) return { redox: () => 0, aion: () => 0 };
  return { redox: limiter(limit, now), aion: limiter(limit, now) };
}

function ownEmail({ redox }: SandboxSeed): string | null {
  const id = redox?.clients?.[0]?.actsAs;
  const members = redox?.organizations.flatMap((organization) => organization.members) ?? [];
  return members.find((member) => member.id === id)?.email ?? null;
}

type Outcome = Answer | 'reset';

function faultPlan(
  chosen: FaultPlan | undefined,
  random: FaultPlan | undefined,
): (context: Parameters<FaultPlan>[0], token: boolean) => Fault | undefined {
  return (context, token) => chosen?.(context) ?? (token ? undefined : random?.(context));
}

function faulted(service: Service, request: SandboxRequest, fault: Fault | undefined): Outcome {
  switch (fault) {
    case undefined:
      return service.answer(request);
    case 'error-before':
      return refusalAnswer(request.path, new Refusal(500, 'Unknown error'));
    case 'reset-before':
      return 'reset';
    case 'error-after':
      service.answer(request);
      return refusalAnswer(request.path, new Refusal(500, 'Unknown error'));
    case 'reset-after':
      service.answer(request);
      return 'reset';
    default:
      return fault;
  }
}

/** 429 with the current limit, as documented (R20). */
function tooMany(path: string, { rateLimit }: SandboxOptions, waitMs: number): Answer {
  return refusalAnswer(
    path,
    new Refusal(429, 'Too many requests', {
      'x-ratelimit-limit': String(rateLimit?.requests),
      ...(rateLimit?.retryAfter === true ? { 'retry-after': String(Math.ceil(waitMs / 1000)) } : {}),
    }),
  );
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
