import type { Answer } from './answer.js';
import type { SandboxRequest } from './request.js';
import { findRoute, type Route } from './routes.js';
import type { SandboxSeed } from './seed-format.js';
import type { Caller } from './tokens.js';

/** How each API knows its callers. */
export interface Checks {
  readonly redox: (request: SandboxRequest) => Caller;
  readonly aion: (request: SandboxRequest) => Caller;
}

/** One state, with the routes that read and change it. */
export interface Loaded {
  readonly routes: readonly Route[];
  readonly snapshot: () => SandboxSeed;
}

/** One state or more, behind one way to ask. */
export interface Replicas {
  /** @throws Refusal */
  readonly answer: (request: SandboxRequest) => Answer;
  readonly snapshot: () => SandboxSeed;
}

/** Finds the handler of a request and has it answer. @throws Refusal */
export function handled(routes: readonly Route[], request: SandboxRequest): Answer {
  const { handler, ids } = findRoute(routes, request);
  return handler(request, ids);
}

/**
 * Eventual consistency: writes go to one state at once, and `readLagMs` later to a second one, which reads are
 * answered from. What a write is checked against, and the snapshot, is the first.
 */
export function laggingReplicas(
  load: (checks: Checks) => Loaded,
  checks: Checks,
  settings: { readonly readLagMs: number; readonly now: () => number },
): Replicas {
  const present = load(checks);
  let replaying = false;
  const everybody: Caller = { actsAs: undefined, limitedTo: undefined };
  const shown = load({
    redox: (request) => (replaying ? everybody : checks.redox(request)),
    aion: (request) => (replaying ? everybody : checks.aion(request)),
  });
  const pending: { readonly due: number; readonly request: SandboxRequest }[] = [];

  function catchUp(): void {
    const now = settings.now();
    replaying = true;
    try {
      for (let next = pending[0]; next !== undefined && next.due <= now; next = pending[0]) {
        pending.shift();
        handled(shown.routes, next.request);
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
        return handled(shown.routes, request);
      }
      const answer = handled(present.routes, request);
      const write = request.path.startsWith('/platform/') || request.path.startsWith('/api/');
      if (write && answer.status < 300) pending.push({ due: settings.now() + settings.readLagMs, request });
      return answer;
    },
  };
}
