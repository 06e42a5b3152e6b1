import type { ProbeClient, ProbeRequest } from '../http/probe.js';
import type { SettingValue } from '../model/check.js';
import type { LiveRoot } from '../model/live.js';
import type { PrincipalRef } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import type { Credential, ProviderSettings } from '../model/settings.js';
import type { DocumentedAnswer } from './answer.js';
import type { Connector } from './connector/connector.js';
import type { WriteProbing } from './write-probing.js';

/**
 * Something about the API that is assumed until the settings name its option. Known without loading the doctor, since
 * every plan counts them.
 */
export interface Assumption {
  /** The setting below `providers.NAME`, such as `options.environmentPath`. */
  readonly option: string;
  /** Whether it matters with these settings and files; always where it is left out. */
  readonly matters?: (settings: ProviderSettings, files: FilesAsk) => boolean;
}

/** What the files ask of a system, as far as an assumption may depend on it. */
interface FilesAsk {
  /** Whether they name groups. */
  readonly groups: boolean;
}

/** What a provider knows about finding out how its API behaves. */
export interface ProviderDoctor {
  /**
   * A small read that every credential of the root may send. It is sent with a credential made invalid, with the right
   * one, and for an id that cannot exist: so one sees network, token and whether errors are seen as errors.
   */
  readonly read: (root: Scope, settings: ProviderSettings) => ProbeRequest;
  /** Whether an answer to `read` with a 2xx status is an error by its body. */
  readonly isError?: (body: unknown) => boolean;
  /**
   * Whether the body of an answer to `read` is an empty list, where that is what the API says of a root that does not exist:
   * the provider then writes nothing in a root of which nothing else shows that it does. Left out where it must say more.
   */
  readonly mayBeMissing?: (body: unknown) => boolean;
  /** What to do where a root that cannot exist looks like one that does. */
  readonly missingRemedy?: string;
  /** What to do where a credential is refused; null where nothing but what all have in common. */
  readonly tokenRemedy?: (credential: Credential) => string | null;
  /** Settings with which a root is read for the principals that are named alone; left out where `read` does so, or cannot. */
  readonly namedOnly?: (settings: ProviderSettings) => ProviderSettings;
  /** Each a small module of its own. They run in this order; those that decide how roots are read come first. */
  readonly probes: readonly Probe[];
  /** What the credential's own user must hold; none where nobody knows. */
  readonly authority: readonly Authority[];
  /** What the API is documented to answer to the GETs that are sent. */
  readonly answers: readonly DocumentedAnswer[];
  /** What may stand in a recording as it is, since the documentation says it. */
  readonly recordable: Recordable;
  /** The connector file that describes the system; left out for one that code describes. */
  readonly connector?: Connector;
  /** What writes settle, and where they must not be tried; left out where nothing but the traits decides that. */
  readonly writing?: WriteProbing;
}

/** Whoever holds one of `roles` in the root may do this in scopes of a kind. */
export interface Authority {
  readonly kind: string;
  readonly may: 'read' | 'write';
  readonly roles: readonly string[];
  /** Where it is documented, or why it is inferred. */
  readonly source: string;
  /** Set where it may be allowed without these roles too, as far as is known. */
  readonly othersMay?: true;
}

/** Words that say nothing about anybody. They are compared without regard to case. */
export interface Recordable {
  /** Names of roles, statuses, flags: values of answers. */
  readonly words: readonly string[];
  /**
   * Segments of paths and names of query parameters, those that probes try included; of a parameter's value only numbers
   * and words stay. What the paths of `answers` spell out need not be named.
   */
  readonly pathWords: readonly string[];
  /** Segments and values of parameters that hold more than an id, with `{}` for each id: `members:{}`. */
  readonly forms?: readonly string[];
  /** What ids begin or end with, such as `user` and `v1` of `user-…-v1`. */
  readonly affixes?: readonly string[];
  /** Names of headers of answers, in lower case; of their values only words, numbers and media types stay. */
  readonly headers: readonly string[];
}

/** Finds out one thing about the API, with GETs alone. */
export interface Probe {
  /** Such as `environment-path`. */
  readonly id: string;
  /** The setting below `providers.NAME` that it settles; null where none does. */
  readonly option: string | null;
  /** What is used where the option is left out; null where there is no such value. */
  readonly assumes: SettingValue | null;
  /** Whether only writes follow the option, so that a plan is right whatever it says. */
  readonly isOfWrites?: boolean;
  /** `before`: its answer decides how roots are read. `after`: it looks at what was read. */
  readonly when: 'before' | 'after';
  readonly run: (subject: ProbeSubject) => Promise<readonly Finding[]>;
}

export interface ProbeSubject extends ProbeClient {
  /** What was settled before is in them. */
  readonly settings: ProviderSettings;
  /** The roots that the files name, as far as they can be asked about. */
  readonly roots: readonly ProbeRoot[];
  /** What was read of the roots, by address; none yet for a probe that runs `before`. */
  readonly live: ReadonlyMap<string, LiveRoot>;
  /** Every answer of the API so far, in the order of their arrival. */
  readonly seen: readonly SeenAnswer[];
}

export interface ProbeRoot {
  readonly root: Scope;
  /** What the files name of it; the root is among them only where it has a document of its own. */
  readonly scopes: readonly Scope[];
  /** The principals that the files name in these scopes, each once. */
  readonly named: readonly PrincipalRef[];
  /** The roles that the files ask for. */
  readonly wanted: readonly { readonly scope: Scope; readonly role: string }[];
}

/** An answer, whatever its status. */
export interface SeenAnswer {
  readonly base: string;
  /** Relative to the base, with its query. */
  readonly path: string;
  readonly invalidCredential: boolean;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where it is no JSON. */
  readonly body: unknown;
}

/**
 * What a probe found. The doctor compares a settled value with the settings: one that they contradict is a conflict, and
 * one that they do not name, but should, is to be written there.
 */
export type Finding = {
  /** What it is about, where that is not the provider: the address of a scope. */
  readonly subject?: string;
  /** Another option than its probe settles: of a map one key, or none (null). */
  readonly option?: string | null;
  /** What was seen, in one sentence. */
  readonly evidence: string;
} & (
  | { readonly state: 'ok' }
  | { readonly state: 'settled'; readonly value: SettingValue; readonly remedy?: string }
  | {
      readonly state: 'assumed' | 'needs-data' | 'needs-write-probe';
      readonly value?: SettingValue;
      readonly remedy: string;
      /** What cannot be done without it; nothing if left out. */
      readonly blocks?: 'plan' | 'apply';
    }
  | {
      readonly state: 'conflict' | 'failed';
      readonly value?: SettingValue;
      readonly remedy: string;
      /** What cannot be done because of it. */
      readonly blocks: 'plan' | 'apply' | 'nothing';
    }
);
