import type { Prune } from './desired.js';
import type { Severity, SourceLocation } from './diagnostic.js';
import { isRecord } from './record.js';
import type { Scope } from './scope.js';

/** A secret, named by its environment variable. The value is never part of the settings. */
export interface SecretRef {
  readonly env: string;
}

/** How a provider's requests are authorized, defaults filled in. */
export type Credential =
  | { readonly method: 'bearer'; readonly token: SecretRef }
  | {
      readonly method: 'header';
      readonly name: string;
      readonly token: SecretRef;
      /** Further headers with secrets, by name. */
      readonly headers?: Readonly<Record<string, SecretRef>> | undefined;
    }
  | {
      readonly method: 'client-credentials';
      readonly tokenUrl: string;
      readonly audience: string | null;
      readonly clientId: SecretRef;
      readonly clientSecret: SecretRef;
    }
  | {
      readonly method: 'private-key-jwt';
      readonly tokenUrl: string;
      readonly clientId: SecretRef;
      readonly keyId: SecretRef;
      readonly privateKey: SecretRef;
      /** A `scope` claim in the assertion; none if it is empty or left out. */
      readonly tokenScope?: string | undefined;
    };

/** At most so many requests in any window of `perMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** Settings of one provider, defaults filled in. `options` is what the provider itself reads. */
export interface ProviderSettings {
  readonly name: string;
  readonly url: string;
  /** Further base URLs of the provider by setting name (`usersUrl`). */
  readonly otherUrls: Readonly<Record<string, string>>;
  readonly auth: Credential | null;
  /** Headers of every request, besides those that the client sets itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another credential for one root, by its id. */
  readonly rootAuth: ReadonlyMap<string, Credential>;
  /** E-mail or `user:ID` of the credential's own user. */
  readonly self: string | null;
  readonly concurrency: number;
  /** Null: none declared. */
  readonly rateLimit: RateLimit | null;
  readonly timeoutMs: number;
  readonly options: Readonly<Record<string, unknown>>;
  /** What the settings say under `providers.NAME`, without the defaults: what is not in it, nobody decided. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly source: SourceLocation;
}

interface MinHolders {
  readonly scope: string;
  readonly role: string;
  readonly min: number;
}

/** `principal` as written: an address, an e-mail or a key of people.yaml. */
interface Protect {
  readonly scope: string;
  readonly principal: string;
}

export interface Guards {
  readonly maxRevokes: { readonly count: number; readonly percent: number };
  readonly minHolders: readonly MinHolders[];
  readonly protect: readonly Protect[];
}

export interface SeparationPolicy {
  readonly name: string;
  readonly roles: readonly string[];
  /** `scope`, `everywhere`, or a root kind: then they must not meet in one root of it with all that belongs to it. */
  readonly within: string;
  readonly level: Severity;
}

export interface MaxTermPolicy {
  readonly scope: string;
  readonly role: string;
  readonly days: number;
  readonly level: Severity;
}

export interface TwoFactorPolicy {
  readonly scope: string;
  readonly roles: readonly string[];
  readonly level: Severity;
}

/** rolecall.yaml as the program uses it: every default filled in, every form one form. */
export interface Settings {
  readonly access: readonly string[];
  readonly people: string | null;
  readonly prune: Prune;
  readonly providers: ReadonlyMap<string, ProviderSettings>;
  readonly guards: Guards;
  readonly policies: {
    readonly separation: readonly SeparationPolicy[];
    readonly maxTerm: readonly MaxTermPolicy[];
    readonly require2fa: readonly TwoFactorPolicy[];
  };
  readonly highRisk: readonly string[];
}

/** What the settings say of an option below `providers.NAME`, such as `options.environmentPath`; undefined where they do not name it. */
export function valueWritten({ written }: Pick<ProviderSettings, 'written'>, option: string): unknown {
  let value: unknown = written;
  for (const key of option.split('.'))
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** The name of the credential that a scope's requests use: its root's address where that has its own, else the provider's name. */
export function credentialName(
  settings: Pick<ProviderSettings, 'name' | 'rootAuth'>,
  { rootId, rootAddress }: Pick<Scope, 'rootId' | 'rootAddress'>,
): string {
  return settings.rootAuth.has(rootId) ? rootAddress : settings.name;
}

/** The credential of that name; null where the settings have none. */
export function credentialFor(
  settings: Pick<ProviderSettings, 'auth' | 'rootAuth'>,
  { rootId }: Pick<Scope, 'rootId'>,
): Credential | null {
  return settings.rootAuth.get(rootId) ?? settings.auth;
}

/** The names of the environment variables that a credential is read from. */
export function variablesOf(credential: Credential): readonly string[] {
  switch (credential.method) {
    case 'bearer':
      return [credential.token.env];
    case 'header':
      return [credential.token, ...Object.values(credential.headers ?? {})].map(({ env }) => env);
    case 'client-credentials':
      return [credential.clientId.env, credential.clientSecret.env];
    case 'private-key-jwt':
      return [credential.clientId.env, credential.keyId.env, credential.privateKey.env];
  }
}
