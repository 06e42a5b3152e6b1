import { remedyFor } from '../../http/failure.js';

/** Why an answer tells nothing about what was asked, and what to do. */
export interface UnusableAnswer {
  readonly words: string;
  readonly remedy: string;
}

/** Null for an answer that tells something: success, or a refusal. */
export function unusableAnswer(status: number): UnusableAnswer | null {
  if (status === 429)
    return {
      words: 'the API accepts no more requests for now (429)',
      remedy: remedyFor('rate-limited') ?? '',
    };
  if (status >= 500) return { words: `the API answered ${status}`, remedy: remedyFor('server') ?? '' };
  if (status >= 300 && status < 400)
    return {
      words: `the API answered with a redirect (${status}), which is never followed`,
      remedy: 'Check the url in rolecall.yaml.',
    };
  return null;
}
