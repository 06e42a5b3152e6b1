import type { Answer, Refusal, SandboxRequest } from './messages.js';
import type { Route } from './routes.js';
import type { Caller, TokenStore } from './tokens.js';

/** A system that the sandbox serves. Its provider brings it: the server itself knows no system by name. */
export interface SandboxSystem {
  /** The key of its part of the seed, and of the state. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  /** What the paths of its API start with, such as `/platform/`. */
  readonly pathPrefix: string;
  readonly tokenPath: string;
  /** Its part of the seed where nobody gives one. */
  readonly defaultSeed: unknown;
  /** What a recording is served by; a system without it serves none. */
  readonly recorded?: RecordedBase;
  /** Checks its part of a seed; undefined where the seed has no such part, and the system holds nothing. */
  readonly readSeed: (part: unknown) => SeedProblems | SeededSystem;
  /** A refusal in the words of this API. */
  readonly refusal: (refusal: Refusal) => Answer;
}

interface RecordedBase {
  /** The path of the base URL that its settings name, such as `/platform`. */
  readonly basePath: string;
  /** Its part of a seed that holds nothing, with the credential that its settings name. */
  readonly seed: unknown;
}

/** Why a part of a seed cannot be used, each problem in a sentence of its own. */
interface SeedProblems {
  readonly problems: readonly string[];
}

/** A system whose part of the seed is in order. */
export interface SeededSystem {
  /** Makes the keys and secrets that the seed leaves out, and puts ready tokens into `tokens`. */
  readonly start: (tokens: TokenStore, now: () => number) => Promise<StartedSystem>;
}

/** Finds out who sends a request. @throws Refusal 401 */
export type Authenticate = (request: SandboxRequest) => Caller;

/** A system with its credentials. */
export interface StartedSystem {
  /** The environment variables that settings name the credentials by. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its lines of the `providers:` block of rolecall.yaml for a sandbox at `url`; none where no credential fits. */
  readonly settings: (url: string) => readonly string[];
  /** The headers besides Authorization that carry credentials, in lower case. */
  readonly secretHeaders: readonly string[];
  readonly tokenRoute: Route;
  readonly authenticate: Authenticate;
  /** Makes the state that the seed describes. */
  readonly load: (authenticate: Authenticate) => LoadedState;
}

interface LoadedState {
  readonly routes: readonly Route[];
  /** The state as a part of a seed, without credentials. */
  readonly snapshot: () => unknown;
}
