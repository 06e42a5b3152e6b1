import type { RoleState } from './assignment.js';
import type { Action } from './change.js';

/** `noop` sends the role that somebody holds; `cycle` gives roles to somebody without one and takes them away. */
export type ProbeMode = 'noop' | 'cycle';

/** The writes of a probe, in the order of a cycle. */
export type ProbeStep = 'noop' | 'grant' | 'grant-again' | 'change' | 'revoke' | 'revoke-again';

/** A request as it will be sent, without its credential. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  /** Undefined where none is sent. */
  readonly body: unknown;
}

/** One write of a probe before it is sent. */
export interface ProbePreviewStep {
  readonly step: ProbeStep;
  readonly action: Action;
  readonly from: RoleState | null;
  readonly to: RoleState | null;
  readonly requests: readonly ShownRequest[];
  /** What is sent in their place, in this order, where the API refuses them. */
  readonly otherwise: readonly (readonly ShownRequest[])[];
}

/** Everything that a probe will send, to be agreed to. */
export interface ProbePreview {
  readonly mode: ProbeMode;
  /** It takes back what a run that was broken off gave, and nothing else. */
  readonly finishes: boolean;
  readonly scope: string;
  readonly name: string | null;
  readonly principal: string;
  /** Foreign text. */
  readonly label: string;
  readonly steps: readonly ProbePreviewStep[];
  /** In sentences: what stays unproved, and where the log is. */
  readonly notes: readonly string[];
}
