import type { AionBehaviour } from './aion-behaviour.js';
import type { FaultPlan } from './faults.js';
import type { RateLimit } from './rate-limit.js';
import type { RedoxBehaviour } from './redox-behaviour.js';
import type { SandboxSeed } from './seed-format.js';

/** How to start a sandbox; everything may be left out. */
export interface SandboxOptions {
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** What both APIs hold at the start; the default seed if left out. Checked before the server starts. */
  readonly seed?: SandboxSeed;
  /** How long each answer is held back, in milliseconds. */
  readonly latencyMs?: number;
  /** How long lists still show the state before a write, in milliseconds (eventual consistency); 0 if left out. */
  readonly readLagMs?: number;
  /** For each of the two APIs apart; token requests do not count. */
  readonly rateLimit?: RateLimit;
  /** The share of API requests that go wrong, from 0 to 1. */
  readonly failRate?: number;
  /** Decides request by request what goes wrong; comes before `failRate`. */
  readonly fault?: FaultPlan;
  /** How long an access token lives, in seconds; 300 as documented (R16). */
  readonly tokenTtlSeconds?: number;
  /** Where the Redox documentation leaves a choice. */
  readonly redox?: Partial<RedoxBehaviour>;
  /** Where the Aion documentation leaves a choice. */
  readonly aion?: Partial<AionBehaviour>;
  /** How many requests are remembered; 50,000 if left out. */
  readonly recordLimit?: number;
  /** From 0 (included) to 1 (excluded). */
  readonly random?: () => number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The Redox defaults: as documented or, where nothing is, as apis.md infers. */
export const redoxDefaults: RedoxBehaviour = {
  environmentPath: 'environments',
  environmentFirstAssignment: 'post',
  userIdType: 'string',
  pageSize: undefined,
};

/** The Aion defaults. */
export const aionDefaults: AionBehaviour = {
  pageParameters: { page: 'page', size: 'pageSize', max: 100 },
  groupReads: true,
  inheritedRows: false,
  inactiveListed: true,
};
