import { type Answer, Refusal } from './answer.js';
import { type AionBehaviour } from './aion-behaviour.js';
import { aionRefusal, aionRoutes } from './aion.js';
import { aionSnapshot, aionState } from './aion-state.js';
import { aionTokenPath, aionTokenRoute } from './aion-token.js';
import { aionCredentials, redoxCredentials } from './credentials.js';
import { redoxRefusal, redoxRoutes } from './redox.js';
import type { RedoxBehaviour } from './redox-behaviour.js';
import { redoxSnapshot, redoxState } from './redox-state.js';
import { redoxTokenPath, redoxTokenRoute } from './redox-token.js';
import type { SandboxRequest } from './request.js';
import { type Checks, handled, laggingReplicas, type Loaded, type Replicas } from './replicas.js';
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
  /** How long reads still show the state before a write, in milliseconds. */
  readonly readLagMs: number;
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

  function load(checks: Checks): Loaded {
    const organizations = redoxState(redoxSeed);
    const accounts = aionState(aionSeed, now());
    const routes = [
      ...tokenRoutes,
      ...redoxRoutes(organizations, settings.redox, checks.redox),
      ...aionRoutes({ accounts, behaviour: settings.aion, authenticate: checks.aion, now }),
    ];
    return {
      routes,
      snapshot: () => ({ redox: redoxSnapshot(organizations), aion: aionSnapshot(accounts) }),
    };
  }

  const checks: Checks = { redox: (request) => redoxTokens.authenticate(request), aion: authenticateAion };

  function loadAll(): Replicas {
    if (settings.readLagMs === 0) {
      const only = load(checks);
      return { snapshot: only.snapshot, answer: (request) => handled(only.routes, request) };
    }
    return laggingReplicas(load, checks, settings);
  }

  let loaded = loadAll();
  return {
    environment: { ...redox.environment, ...aion.environment },
    secretHeaders: aion.keys.map(({ header }) => header),
    answer: (request) => {
      try {
        return loaded.answer(request);
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(request.path, error);
        throw error;
      }
    },
    snapshot: () => loaded.snapshot(),
    reset: () => {
      loaded = loadAll();
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

/** Whether a path is one of the Redox Platform API. */
export function isRedoxPath(path: string): boolean {
  return path.startsWith('/platform/');
}

/** A refusal in the words of the API that the path belongs to. */
export function refusalAnswer(path: string, refusal: Refusal): Answer {
  return isRedoxPath(path) ? redoxRefusal(refusal) : aionRefusal(refusal);
}
