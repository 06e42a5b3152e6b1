import type { Plan } from '../../model/plan.js';
import { markdownCode } from '../escape-markdown.js';
import { number } from './amounts.js';
import type { ReviewFacts } from './facts.js';

/** How many changes of high risk no text named: those that would be made now, and those to come or blocked. */
export interface Uncovered {
  readonly now: number;
  readonly others: number;
}

/** What whoever reads it can do next, and what that does. */
export function nextStepMarkdown(plan: Plan, facts: ReviewFacts, { now, others }: Uncovered): string {
  if (!facts.byMerging) return '';
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const later = plan.later?.length ?? 0;
  if (plan.guards.length > 0) return `**Next:** ${facts.guardWay}`;
  if (now > 0) {
    return `**Next:** split this pull request. ${number(now + others)} changes of high risk are not named here, so the review does not cover them, and the apply after the merge ends with exit 5 and writes nothing. Or read the whole plan and apply it after the merge with the input ${markdownCode('digest')}: ${markdownCode(plan.digest)}.`;
  }
  const mend =
    blocked === 0 ? '' : ` What is blocked stays as it is${made > 0 ? '' : ': mend the files first'}.`;
  const own = plan.changes.filter((change) => change.blocked !== null && change.cause !== 'drift').length;
  if (own > 0 && facts.blockedFails) {
    const rest = made === 0 ? '' : ` Merging as it is makes the other ${number(made)}.`;
    return `**Next:** correct what is blocked: this check fails until then.${rest}`;
  }
  const held =
    others === 0
      ? ''
      : ` ${number(others)} of high risk that are to come or blocked are not named here, so the review does not cover them: they are held.`;
  const coming =
    later === 0 ? '' : ` ${made === 0 ? 'Changes' : 'More'} follow when their terms start.${held}`;
  if (made === 0) return `**Next:** merge; nothing is written.${later === 0 ? held : coming}${mend}`;
  return `**Next:** merge, and exactly these changes are made.${later === 0 ? held : coming}${mend}`;
}
