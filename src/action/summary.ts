import type { Plan } from '../model/plan.js';
import type { ReviewFacts } from '../report/pull-request/facts.js';
import { reviewMarkdown } from '../report/pull-request/comment.js';

/** Bytes of a job summary that GitHub takes, with room for what other parts of the step add. */
const SUMMARY_BYTES = 1_000_000;

/** A plan for the job summary, cut to its size in bytes. */
export function summaryPlan(plan: Plan, facts: ReviewFacts): string {
  let limit = SUMMARY_BYTES;
  for (;;) {
    const { text } = reviewMarkdown(plan, facts, limit);
    const bytes = Buffer.byteLength(text);
    if (bytes <= SUMMARY_BYTES || limit < 10_000) return text;
    limit = Math.floor(limit * 0.8);
  }
}

/** A plan as a file: nothing is cut. */
export function wholePlan(plan: Plan, facts: ReviewFacts): string {
  return reviewMarkdown(plan, facts, Number.POSITIVE_INFINITY).text;
}
