import { type Answer, Refusal, type SandboxRequest } from './messages.js';
import { answerBy } from './routes.js';
import type { SandboxSystem, SeededSystem, StartedSystem } from './system.js';
import { TokenStore } from './tokens.js';

/** One system over its part of the seed, without the network: a request in, an answer out. */
export interface Service {
  readonly system: SandboxSystem;
  readonly started: StartedSystem;
  readonly answer: (request: SandboxRequest) => Answer;
  /** The state as a part of a seed, without credentials. */
  readonly snapshot: () => unknown;
  /** Puts the state back to the seed; credentials and tokens stay. */
  readonly reset: () => void;
  /** Makes every token that the token endpoint issued invalid. */
  readonly expireTokens: () => void;
}

export interface ServiceSettings {
  readonly tokenTtlSeconds: number;
  /** How long reads still show the state before a write, in milliseconds. */
  readonly readLagMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export async function startService(
  system: SandboxSystem,
  seeded: SeededSystem,
  settings: ServiceSettings,
): Promise<Service> {
  const tokens = new TokenStore(settings.tokenTtlSeconds, settings.now);
  const started = await seeded.start(tokens, settings.now);
  const load = (): Replicas =>
    settings.readLagMs === 0 ? onlyReplica(started) : laggingReplicas(started, settings);
  let replicas = load();
  return {
    system,
    started,
    answer: (request) => {
      try {
        return request.path === system.tokenPath
          ? answerBy([started.tokenRoute], request)
          : replicas.answer(request);
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(system, request.path, error);
        throw error;
      }
    },
    snapshot: () => replicas.snapshot(),
    reset: () => {
      replicas = load();
    },
    expireTokens: () => tokens.revokeIssued(),
  };
}

/** A refusal in the words of the system that the path belongs to; those of token endpoints and unknown paths are ours. */
export function refusalAnswer(system: SandboxSystem | undefined, path: string, refusal: Refusal): Answer {
  if (system !== undefined && path !== system.tokenPath) return system.refusal(refusal);
  const { status, headers, message } = refusal;
  return { status, headers, json: { success: false, message } };
}

interface Replicas {
  /** @throws Refusal */
  readonly answer: (request: SandboxRequest) => Answer;
  readonly snapshot: () => unknown;
}

function onlyReplica({ authenticate, load }: StartedSystem): Replicas {
  const { routes, snapshot } = load(authenticate);
  return { snapshot, answer: (request) => answerBy(routes, request) };
}

/**
 * Eventual consistency: writes go to one state at once, and `readLagMs` later to a second one, which reads are
 * answered from. What a write is checked against, and the snapshot, is the first.
 */
function laggingReplicas(
  { authenticate, load }: StartedSystem,
  { readLagMs, now }: ServiceSettings,
): Replicas {
  const present = load(authenticate);
  let replaying = false;
  // A write that is replayed was allowed when it came.
  const shown = load((request) => (replaying ? {} : authenticate(request)));
  const pending: { readonly due: number; readonly request: SandboxRequest }[] = [];

  function catchUp(): void {
    const time = now();
    replaying = true;
    try {
      for (let next = pending[0]; next !== undefined && next.due <= time; next = pending[0]) {
        pending.shift();
        answerBy(shown.routes, next.request);
      }
    } finally {
      replaying = false;
    }
  }

  return {
    snapshot: present.snapshot,
    answer: (request) => {
      if (request.method === 'GET') {
        catchUp();
        return answerBy(shown.routes, request);
      }
      const answer = answerBy(present.routes, request);
      if (answer.status < 300) pending.push({ due: now() + readLagMs, request });
      return answer;
    },
  };
}
