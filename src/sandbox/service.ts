import { type Answer, Refusal } from './answer.js';
import { type AionBehaviour } from './aion-behaviour.js';
import { aionRefusal, aionRoutes } from './aion.js';
import { aionSnapshot, aionState } from './aion-state.js';
import { aionTokenPath, aionTokenRoute } from './aion-token.js';
import { aionCredentials } from './credentials.js';
import { redoxCredentials } from './credentials.js';
import { redoxRefusal, redoxRoutes } from './redox.js';
import type { RedoxBehaviour } from './redox-behaviour.js';
import { redoxSnapshot, redoxState } from './redox-state.js';
import { redoxTokenPath, redoxTokenRoute } from './redox-token.js';
import type { SandboxRequest } from './request.js';
import { findRoute, type Route } from './routes.js';
import type { SandboxSeed } from './seed-format.js';
import { type Caller, TokenStore } from './tokens.js';

/** Both APIs over one seed, without the network: a request in, an answer out. */
export interface Service {
  readonly environment: Readonly<Record<string, string>>;
  /** The headers besides Authorization that carry credentials, in lower case. */
  readonly secretHeaders: readonly string[];
  readonly answer: (request: SandboxRequest) => Answer;
  readonly snapshot: () => SandboxSeed;
  /** Puts the state back to the seed; credentials and tokens stay. */
  readonly reset: () => void;
  /** Makes every token that a token endpoint gave out invalid. */
  readonly expireTokens: () => void;
}

/** How the service behaves where the documentation leaves a choice. */
export interface ServiceSettings {
  readonly redox: RedoxBehaviour;
  readonly aion: AionBehaviour;
  readonly tokenTtlSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Builds the service of a checked seed; makes the keys and tokens that the seed leaves out. */
export async function buildService(seed: SandboxSeed, settings: ServiceSettings): Promise<Service> {
  const { now, tokenTtlSeconds } = settings;
  const redoxSeed = seed.redox ?? { organizations: [] };
  const aionSeed = seed.aion ?? { accounts: [] };
  const redoxTokens = new TokenStore(now);
  const aionTokens = new TokenStore(now);
  const redox = await redoxCredentials(redoxSeed, redoxTokens);
  const aion = aionCredentials(aionSeed, aionTokens);

  function authenticateAion(request: SandboxRequest): Caller {
    const key = aion.keys.find(({ header, value }) => request.headers[header] === value);
    return key?.caller ?? aionTokens.authenticate(request);
  }

  const tokenRoutes = [
    redoxTokenRoute({ clients: redox.clients, tokens: redoxTokens, ttlSeconds: tokenTtlSeconds, now }),
    aionTokenRoute(aion.clients, aionTokens, tokenTtlSeconds),
  ];

  function load(): { readonly routes: readonly Route[]; readonly snapshot: () => SandboxSeed } {
    const organizations = redoxState(redoxSeed);
    const accounts = aionState(aionSeed, now());
    const routes = [
      ...tokenRoutes,
      ...redoxRoutes(organizations, settings.redox, (request) => redoxTokens.authenticate(request)),
      ...aionRoutes({ accounts, behaviour: settings.aion, authenticate: authenticateAion, now }),
    ];
    return {
      routes,
      snapshot: () => ({ redox: redoxSnapshot(organizations), aion: aionSnapshot(accounts) }),
    };
  }

  let loaded = load();
  return {
    environment: { ...redox.environment, ...aion.environment },
    secretHeaders: aion.keys.map(({ header }) => header),
    answer: (request) => {
      try {
        const { handler, ids } = findRoute(loaded.routes, request);
        return handler(request, ids);
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(request.path, error);
        throw error;
      }
    },
    snapshot: () => loaded.snapshot(),
    reset: () => {
      loaded = load();
    },
    expireTokens: () => {
      redoxTokens.revokeIssued();
      aionTokens.revokeIssued();
    },
  };
}

/** Whether a path is a token endpoint, which neither the rate limit nor random faults touch. */
export function isTokenPath(path: string): boolean {
  return path === redoxTokenPath || path === aionTokenPath;
}

/** A refusal in the words of the API that the path belongs to. */
export function refusalAnswer(path: string, refusal: Refusal): Answer {
  return path.startsWith('/platform/') ? redoxRefusal(refusal) : aionRefusal(refusal);
}
