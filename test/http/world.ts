import { openHttpClient, type HttpClient } from '../../src/http/client.js';
import { HttpFailure } from '../../src/http/failure.js';
import type { HttpOptions } from '../../src/http/options.js';
import type { HttpRequest, WriteClient } from '../../src/http/request.js';
import type { Runtime } from '../../src/runtime.js';

export interface TestRuntime extends Runtime {
  /** Every wait asked for, in milliseconds. */
  readonly slept: number[];
  /** Lets time pass. */
  readonly pass: (ms: number) => void;
}

/** A clock that only sleeping moves, and chance that always says the same. */
export function testRuntime(env: Record<string, string> = {}, chance = 0.5): TestRuntime {
  let elapsed = 0;
  let ids = 0;
  const slept: number[] = [];
  const start = Date.UTC(2026, 10, 22, 9);
  return {
    slept,
    pass: (ms) => {
      elapsed += ms;
    },
    now: () => start + elapsed,
    monotonic: () => elapsed,
    random: () => chance,
    uuid: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      await new Promise((resolve) => setImmediate(resolve));
      elapsed += ms;
      signal?.throwIfAborted();
    },
    env: (name) => env[name] ?? (/_proxy$/i.test(name) ? undefined : 'token-of-the-tests'),
  };
}

export function openTestClient(url: string, overrides: Partial<HttpOptions> = {}): HttpClient {
  return openHttpClient({
    name: 'redox',
    bases: { default: url },
    concurrency: 4,
    rateLimit: null,
    timeoutMs: 2_000,
    credentials: { main: { method: 'bearer', setting: 'providers.redox.auth', token: { env: 'TOKEN' } } },
    runtime: testRuntime(),
    userAgent: 'rolecall/0.0.0',
    ...overrides,
  });
}

/** Sends each request as a writing task of its own. */
export function writerOf(client: HttpClient): Pick<WriteClient, 'send'> {
  return { send: (request, journal) => client.whileWriting(({ send }) => send(request, journal)) };
}

export const get: HttpRequest = { method: 'GET', path: '/v1/things', credential: 'main' };
export const put: HttpRequest = {
  method: 'PUT',
  path: '/v1/things',
  credential: 'main',
  body: { role: 'admin' },
};

/** The failure that a promise rejects with; anything else is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<HttpFailure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof HttpFailure) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
