import type { Answer } from './messages.js';

/**
 * What goes wrong with one request: an error or a cut connection, before or after the sandbox acted on it; or a ready
 * answer in place of acting.
 */
export type Fault = 'error-before' | 'error-after' | 'reset-before' | 'reset-after' | Answer;

interface FaultContext {
  readonly method: string;
  /** The path as it was sent, percent-encoded, without the query. */
  readonly path: string;
  /** The requests that came before this one. */
  readonly index: number;
}

/** Decides whether a request goes wrong. */
export type FaultPlan = (request: FaultContext) => Fault | undefined;

const kinds = ['error-before', 'error-after', 'reset-before', 'reset-after'] as const;

/** Lets the share `rate` (0 to 1) of all requests go wrong, each kind alike. */
export function randomFaults(rate: number, random: () => number): FaultPlan {
  return () => (random() < rate ? kinds[Math.floor(random() * kinds.length)] : undefined);
}

/**
 * What comes of a request: an answer, or `reset` where the connection is cut.
 * @param act answers the request
 * @param error an error in the words of the API
 */
export function withFault(
  fault: Fault | undefined,
  act: () => Answer,
  error: () => Answer,
): Answer | 'reset' {
  switch (fault) {
    case undefined:
      return act();
    case 'error-before':
      return error();
    case 'reset-before':
      return 'reset';
    case 'error-after':
      act();
      return error();
    case 'reset-after':
      act();
      return 'reset';
    default:
      return fault;
  }
}
