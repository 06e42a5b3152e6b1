/** What a doctor looks at, in the order in which one needs the other. */
export type CheckLayer =
  | 'files'
  | 'variables'
  | 'network'
  | 'token'
  | 'identity'
  | 'permissions'
  | 'behaviour'
  | 'contract';

/**
 * `settled`: live answers proved it. `assumed`: a default that nothing contradicts. `conflict`: a setting against what was
 * seen.
 */
export type CheckState =
  | 'ok'
  | 'settled'
  | 'assumed'
  | 'needs-data'
  | 'needs-write-probe'
  | 'conflict'
  | 'failed';

/** A value that settings can hold. */
export type SettingValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: SettingValue };

/** One thing that a doctor looked at. */
export interface Check {
  /** What was looked at; the same id may come once for each subject. */
  readonly id: string;
  readonly layer: CheckLayer;
  /** What it is about: a variable, an origin, a provider or the address of a scope. */
  readonly subject: string;
  readonly state: CheckState;
  /** The setting that it is about, such as `providers.redox.options.environmentPath`; null where there is none. */
  readonly option: string | null;
  /** What was settled or is assumed; null where there is no such value. */
  readonly value: SettingValue | null;
  /** What was seen, in one sentence. */
  readonly evidence: string | null;
  /** What to do; null where nothing is. */
  readonly remedy: string | null;
}

/** What a doctor found. */
export interface CheckResult {
  readonly ready: { readonly plan: boolean; readonly apply: boolean };
  readonly checks: readonly Check[];
}
