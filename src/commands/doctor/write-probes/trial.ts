import type { ProbeStep } from '../../../model/write-probe.js';
import type { Sent } from './send-write.js';

/**
 * `proved`: accepted, and a read shows it. `shown`: a read shows it, but no answer said so. `refused`: refused, and reads
 * show what was there before. `other`: reads show something else. `stopped`: nothing more may be sent.
 */
type Verdict = 'proved' | 'shown' | 'refused' | 'other' | 'stopped';

/** One write that was tried, and what was seen of it. */
export interface Trial {
  readonly step: ProbeStep;
  readonly sent: readonly Sent[];
  readonly verdict: Verdict;
  /** Why it did not take effect; null where it did. */
  readonly reason: string | null;
  /** Milliseconds from the answer until a read showed it, and the reads that it took; null where none did. */
  readonly shown: { readonly ms: number; readonly looks: number } | null;
}

/** What the answer and the reads after it say together. */
export function verdictOf({
  answer,
  stops,
  isShown,
  isBefore,
}: {
  readonly answer: Sent['answer'] | null;
  readonly stops: boolean;
  readonly isShown: boolean;
  readonly isBefore: boolean;
}): Verdict {
  if (stops) return 'stopped';
  if (answer === 'refused') return isBefore ? 'refused' : 'other';
  if (isShown) return answer === 'accepted' ? 'proved' : 'shown';
  return answer === 'accepted' ? 'other' : 'stopped';
}
