import type { HttpResponse, HttpRequest, ReadClient } from '../http/request.js';
import type { RoleState } from '../model/assignment.js';
import type { LiveRoot, ReadProblem } from '../model/live.js';
import type { PlannedChange } from '../model/change.js';
import type { PrincipalId, PrincipalRef } from '../model/principal.js';
import type { ProviderCatalogue, ProviderTraits, Scope } from '../model/scope.js';
import type { ProviderSettings } from '../model/settings.js';
import type { SandboxSystem } from '../sandbox/system.js';
import type { Assumption, ProviderDoctor } from './doctor.js';
import type { SettingsPart } from './settings.js';

/** What to read of one organization with its environments, or of one account with its projects. */
export interface RootRequest {
  readonly root: Scope;
  /** The scopes whose assignments are wanted; the root is among them only where its own are. */
  readonly scopes: readonly Scope[];
  /** The principals the files name in these scopes, each once. */
  readonly named: readonly PrincipalRef[];
  /** Whether the assignments of everyone are wanted, or only of those named. */
  readonly everyone: boolean;
}

/** What to read of a root again, to see what was written. */
export interface RereadRequest {
  /** What an earlier read of the root returned. */
  readonly known: LiveRoot;
  /** The scopes whose assignments are wanted. */
  readonly scopes: readonly Scope[];
  /** The principals whose assignments are wanted, each once. */
  readonly principals: readonly PrincipalId[];
}

/** One request of a change, and what is so once it landed: by reading that back, a lost answer is settled. */
export interface WriteStep {
  readonly request: HttpRequest;
  readonly gives: RoleState | null;
  readonly takes: RoleState | null;
  /** HTTP statuses of an answer that mean it already is as wanted, to be confirmed by reading where that is possible. */
  readonly doneStatuses: readonly number[];
  /**
   * The request holds all roles that the principal has once it landed: it is sent only as `writes` makes it from a read
   * right before.
   */
  readonly replacesRoles?: boolean;
}

/**
 * A system that holds role assignments. A provider reads and says how a change is written; it never compares,
 * orders, prints, retries or knows of dry runs.
 */
export interface Provider {
  readonly traits: ProviderTraits;
  /**
   * Reads a root. Failures of the API do not throw: the scopes they touch come back incomplete, each with a problem.
   * What stops the whole run (a variable that is not set, an interrupt) throws HttpFailure.
   */
  read(request: RootRequest, client: ReadClient): Promise<LiveRoot>;
  /**
   * Like `read`, but takes users and roles from an earlier read and does not ask for them again. What comes back is complete
   * where everything asked for now was read whole, whatever was missing then. Left out where it would send the same as
   * `read`, which then serves in its place.
   */
  reread?(request: RereadRequest, client: ReadClient): Promise<LiveRoot>;
  /** The scopes of a root that the API can list: environments of an organization; projects its users hold roles in. */
  discover(root: Scope, client: ReadClient): Promise<Discovery>;
  /** The requests that make a change, in order. Pure. @throws UnwritableChange where there are none */
  writes(change: PlannedChange, root: LiveRoot): readonly WriteStep[];
  /** Why an answer with a 2xx status is a failure all the same; null where it says success. Pure. */
  refusal(step: WriteStep, answer: HttpResponse): string | null;
  /**
   * Whether an answer that says no, whatever its status, means that it already is as wanted. Left out where statuses alone
   * say so (`doneStatuses`). Pure.
   */
  isDone?(step: WriteStep, body: unknown): boolean;
}

/** Whether an answer that says no means that it already is as wanted, to be confirmed by reading. */
export function saysDone(
  provider: Pick<Provider, 'isDone'>,
  step: WriteStep,
  { status, body }: { readonly status: number | null; readonly body: unknown },
): boolean {
  return (status !== null && step.doneStatuses.includes(status)) || provider.isDone?.(step, body) === true;
}

/** A change that there is no request for, with the reason: an e-mail that the API does not tell, an id that fits no URL. */
export class UnwritableChange extends Error {
  override readonly name = 'UnwritableChange';
}

/** The requests of a change, or why there are none. */
export function writesOf(
  provider: Pick<Provider, 'writes'>,
  change: PlannedChange,
  root: LiveRoot,
): readonly WriteStep[] | UnwritableChange {
  try {
    return provider.writes(change, root);
  } catch (error) {
    if (error instanceof UnwritableChange) return error;
    throw error;
  }
}

/** Why a change has no requests; null where it has. */
export function unwritable(
  provider: Pick<Provider, 'writes'>,
  change: PlannedChange,
  root: LiveRoot,
): string | null {
  const steps = writesOf(provider, change, root);
  return steps instanceof UnwritableChange ? steps.message : null;
}

export interface Discovery {
  readonly scopes: readonly { readonly scope: Scope; readonly name: string | null }[];
  /** Why the listing may not be whole; none where it is. */
  readonly problems: readonly ReadProblem[];
}

/** Everything rolecall knows of one system. Its traits are known without settings, its requests need them. */
export interface ProviderModule {
  readonly traits: ProviderTraits;
  /** What `providers.NAME` of rolecall.yaml may say. */
  readonly settings: SettingsPart;
  /** What `rolecall init` writes; it leaves a module without one out. */
  readonly starter?: Starter;
  /** Makes the provider. Sends nothing. */
  create(settings: ProviderSettings): Provider;
  /** What is assumed about the API until the settings say it. */
  readonly assumptions?: readonly Assumption[];
  /** Loads what finds out how the API behaves; a provider without leaves that to what all have in common. */
  readonly doctor?: () => Promise<ProviderDoctor>;
  /** Loads what serves the system in the sandbox; a front that has no sandbox leaves it out. */
  readonly sandbox?: () => Promise<SandboxSystem>;
}

/** What `rolecall init` writes about a system, beside what its traits tell. */
export interface Starter {
  /** The provider's lines under `providers:` of rolecall.yaml, indented by two spaces, its name first. */
  readonly settings: readonly string[];
  /** The environment variables that these lines name. */
  readonly variables: readonly string[];
  /** The same lines for the sandbox at a URL, and the id of a root that it serves. */
  readonly sandbox?: { readonly settings: (url: string) => readonly string[]; readonly root: string };
  /** Items of `guards.minHolders`, as YAML. */
  readonly minHolders: readonly string[];
  /** Items of `policies.separation` and `policies.require2fa`, as YAML. */
  readonly separation?: string;
  readonly require2fa?: string;
  /** How people.yaml names a user: an e-mail, an id or `user:ID`. */
  readonly identity: (firstName: string, lastName: string) => string;
  /** Lines of an example of an access file, after its modeline. */
  readonly access: readonly string[];
}

/** The modules of a run by the name that the settings and addresses call them by. */
export type ProviderModules = ReadonlyMap<string, ProviderModule>;

/** Modules by their own name. */
export function modulesByName(modules: Iterable<ProviderModule>): ProviderModules {
  return new Map([...modules].map((module) => [module.traits.name, module]));
}

/** What planning must know of these modules. */
export function catalogueOf(modules: ProviderModules): ProviderCatalogue {
  return new Map([...modules].map(([name, { traits }]) => [name, traits]));
}
