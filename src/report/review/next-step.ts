import type { Plan } from '../../model/plan.js';
import { markdownCode } from '../escape-markdown.js';
import { number } from './amounts.js';
import type { ReviewFacts } from './facts.js';

/** What whoever reads it can do next, and what that does. `uncovered` are changes that no text named. */
export function nextStepMarkdown(plan: Plan, facts: ReviewFacts, uncovered: number): string {
  if (!facts.byMerging) return '';
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const later = plan.later?.length ?? 0;
  if (plan.guards.length > 0) return `**Next:** ${facts.guardWay}`;
  if (uncovered > 0) {
    return `**Next:** split this pull request. ${number(uncovered)} changes of high risk are not named here, so the review does not cover them, and the apply after the merge ends with exit 5 and writes nothing. Or read the whole plan and apply it after the merge with the input ${markdownCode('digest')}: ${markdownCode(plan.digest)}.`;
  }
  const mend =
    blocked === 0 ? '' : ` What is blocked stays as it is${made > 0 ? '' : ': mend the files first'}.`;
  const coming = later === 0 ? '' : ` ${made === 0 ? 'Changes' : 'More'} follow when their terms start.`;
  if (made === 0) return `**Next:** merge; nothing is written.${coming}${mend}`;
  return `**Next:** merge, and exactly these changes are made.${coming}${mend}`;
}
