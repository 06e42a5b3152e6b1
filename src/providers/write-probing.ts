import type { ReadClient } from '../http/request.js';
import type { SettingValue } from '../model/check.js';
import type { Scope } from '../model/scope.js';
import type { ProviderSettings } from '../model/settings.js';
import type { ProbeStep } from '../model/write-probe.js';

/** What a provider knows about finding out how its API takes writes. What is sent comes from its `writes`. */
export interface WriteProbing {
  /**
   * Why nothing may be tried in a scope, by what the API says about it, such as an environment flagged Production; null
   * where something may. A scope that the API does not tell about is refused.
   */
  readonly refusal?: (place: ProbePlace) => Promise<string | null>;
  /** Options without which a cycle does not end where it began, such as how a role is revoked. */
  readonly needs?: readonly NeededOption[];
  /** Options with which at least nothing stays usable, where the API refuses to take a role away. */
  readonly lastResort?: Readonly<Record<string, SettingValue>>;
  /** The options that decide what is sent. */
  readonly settles: readonly WrittenOption[];
  /** What an accepted write proves beside them. */
  readonly facts: readonly WrittenFact[];
}

/** A value that an option must have. */
interface NeededOption {
  /** Below `options` of the provider. */
  readonly name: string;
  readonly value: SettingValue;
  /** What is so with any other, in words that go on `with deactivate, `. */
  readonly otherwise: string;
}

/** Where something may be tried. */
export interface ProbePlace {
  readonly scope: Scope;
  /** The organization or account that it belongs to. */
  readonly root: Scope;
  readonly settings: ProviderSettings;
  readonly client: ReadClient;
}

/**
 * An option that decides what is sent: an accepted write that a read shows proves the value it was sent with. Where the
 * API refuses it, the other values are tried.
 */
export interface WrittenOption {
  /** Of the check. */
  readonly id: string;
  /** Its name below `options` of the provider. */
  readonly name: string;
  readonly values: readonly [assumed: SettingValue, ...others: SettingValue[]];
  readonly steps: readonly ProbeStep[];
}

/** Something without a setting of its own that these writes prove together. */
export interface WrittenFact {
  /** Of the check. */
  readonly id: string;
  /** The kind of scope that it is about; any if left out. */
  readonly kind?: string;
  readonly steps: readonly ProbeStep[];
  /** What was sent and accepted, in words that go on `was accepted`. */
  readonly words: string;
}
