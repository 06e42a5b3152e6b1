import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { alarm, systemRuntime } from '../runtime.js';
import { type FaultPlan, randomFaults, withFault } from './faults.js';
import { readRequest, requestId, send } from './http.js';
import { type Answer, Refusal, type SandboxRequest } from './messages.js';
import { type Limiter, limiter, type RateLimit, tooMany } from './rate-limit.js';
import { type RecordedRequest, Recording } from './recording.js';
import { defaultSeedOf, readSeed } from './seed.js';
import { refusalAnswer, type Service, startService } from './service.js';
import type { SandboxSystem } from './system.js';

/** How to start a sandbox; everything but the systems may be left out. */
export interface SandboxOptions {
  readonly systems: readonly SandboxSystem[];
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** What the systems hold at the start, by their names; their default seeds if left out. */
  readonly seed?: unknown;
  /** How long each answer is held back, in milliseconds. */
  readonly latencyMs?: number;
  /** How long lists still show the state before a write, in milliseconds (eventual consistency); 0 if left out. */
  readonly readLagMs?: number;
  /** For each system apart; token requests do not count. */
  readonly rateLimit?: RateLimit;
  /** The share of API requests that go wrong, from 0 to 1. */
  readonly failRate?: number;
  /** Decides request by request what goes wrong; comes before `failRate`. */
  readonly fault?: FaultPlan;
  /** How long an access token lives, in seconds; 300 if left out, as documented (R16). */
  readonly tokenTtlSeconds?: number;
  /** How many requests are remembered; 50,000 if left out. */
  readonly recordLimit?: number;
  /** From 0 (included) to 1 (excluded). */
  readonly random?: () => number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A running sandbox. */
export interface Sandbox {
  /** Its origin, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** What people call the systems it serves. */
  readonly labels: readonly string[];
  /** The environment variables that settings name their credentials by. */
  readonly environment: Readonly<Record<string, string>>;
  /** The lines of the `providers:` block of rolecall.yaml for a sandbox at `url`, which may be that of a proxy. */
  readonly settings: (url: string) => readonly string[];
  /** The present state in the seed's format, without credentials. */
  readonly state: () => unknown;
  /** What was received, oldest first; control requests left out. */
  readonly requests: readonly RecordedRequest[];
  /** Makes every token that was issued invalid, as at its expiry. */
  readonly expireTokens: () => void;
  /** Puts the state back to the seed and forgets the requests. */
  readonly reset: () => void;
  /** Stops the server and cuts its connections. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on 127.0.0.1 that behaves like the APIs of its systems.
 * @throws SandboxSeedError where the seed contradicts itself; the server's own error where the port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const system = systemRuntime({ env: {} });
  const { systems, now = system.now, random = system.random, latencyMs = 0 } = options;
  const { tokenTtlSeconds = 300, readLagMs = 0 } = options;
  const seeded = readSeed(options.seed ?? defaultSeedOf(systems), systems);
  const services = await Promise.all(
    [...seeded].map((entry) => startService(...entry, { tokenTtlSeconds, readLagMs, now })),
  );
  const secretHeaders = services.flatMap(({ started }) => started.secretHeaders);
  const recording = new Recording(options.recordLimit ?? 50_000, secretHeaders);
  const answer = answering(services, options, { now, random });
  let received = 0;
  const server = createServer((incoming, response) => {
    const at = now();
    readRequest(incoming, (request, whole) => {
      if (request.path.startsWith(controlPrefix)) {
        send(response, controlAnswer(request, sandbox), `sandbox-${at}`);
        return;
      }
      const index = received++;
      const outcome = answer(request, index, whole);
      recording.add(request, outcome === 'reset' ? 0 : outcome.status, at);
      const finish = (): void => {
        if (outcome === 'reset') incoming.socket.resetAndDestroy();
        else send(response, outcome, requestId(request, index));
      };
      if (latencyMs === 0) finish();
      else alarm(latencyMs, finish);
    });
  });
  server.keepAliveTimeout = 60_000;
  const url = await listening(server, options.port ?? 0);
  const variables = services.flatMap(({ started }) => Object.entries(started.environment));
  const sandbox: Sandbox = {
    url,
    labels: systems.map(({ label }) => label),
    environment: Object.fromEntries([...variables, ['ROLECALL_SANDBOX_URL', url]]),
    settings: (at) => ['providers:', ...services.flatMap(({ started }) => started.settings(at))],
    state: () => Object.fromEntries(services.map((each) => [each.system.name, each.snapshot()])),
    requests: recording.requests,
    expireTokens: () => {
      for (const service of services) service.expireTokens();
    },
    reset: () => {
      for (const service of services) service.reset();
      recording.clear();
    },
    close: () => closed(server),
  };
  return sandbox;
}

function answering(
  services: readonly Service[],
  { rateLimit, fault, failRate = 0 }: SandboxOptions,
  { now, random }: Required<Pick<SandboxOptions, 'now' | 'random'>>,
): (request: SandboxRequest, index: number, whole: boolean) => Answer | 'reset' {
  const limiters = new Map<Service, Limiter>(
    rateLimit === undefined ? [] : services.map((service) => [service, limiter(rateLimit, now)]),
  );
  const atRandom: FaultPlan = failRate === 0 ? () => undefined : randomFaults(failRate, random);
  return (request, index, whole) => {
    const { method, path } = request;
    const service = services.find(
      ({ system }) => path.startsWith(system.pathPrefix) || path === system.tokenPath,
    );
    const refused = (refusal: Refusal): Answer => refusalAnswer(service?.system, path, refusal);
    if (!whole) return refused(new Refusal(413, 'The body is too large'));
    // Neither the limit nor the random faults touch token endpoints.
    const isToken = path === service?.system.tokenPath;
    const waitMs = service === undefined || isToken ? 0 : (limiters.get(service)?.() ?? 0);
    if (rateLimit !== undefined && waitMs > 0) return refused(tooMany(rateLimit, waitMs));
    const context = { method, path, index };
    return withFault(
      fault?.(context) ?? (isToken ? undefined : atRandom(context)),
      () => service?.answer(request) ?? refused(new Refusal(404, `No such path: ${path}`)),
      () => refused(new Refusal(500, 'Unknown error')),
    );
  };
}

const controlPrefix = '/_sandbox/';

/** `GET state`, `GET requests`, `POST reset` and `POST expire-tokens`, all under `/_sandbox/`, without credentials. */
function controlAnswer({ method, path }: SandboxRequest, sandbox: Sandbox): Answer {
  switch (`${method} ${path.slice(controlPrefix.length)}`) {
    case 'GET state':
      return { status: 200, json: sandbox.state() };
    case 'GET requests':
      return { status: 200, json: sandbox.requests };
    case 'POST reset':
      sandbox.reset();
      return { status: 200, json: { success: true } };
    case 'POST expire-tokens':
      sandbox.expireTokens();
      return { status: 200, json: { success: true } };
    default:
      return { status: 404, json: { success: false, message: `No such path: ${path}` } };
  }
}

/** Listens on 127.0.0.1, and returns the origin. @throws the server's own error where the port is taken */
async function listening(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
}

async function closed(server: Server): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await ended;
}
