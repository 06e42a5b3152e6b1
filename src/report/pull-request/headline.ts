import { type Plan, nothingRead } from '../../model/plan.js';
import { markdownCode } from '../markdown.js';
import { planCaveats, planLastLine } from '../plan/summary.js';
import { isRisky } from '../words.js';
import type { ReviewFacts } from './facts.js';
import { counted, number } from './phrases.js';

/** Says in one line what merging does. `uncovered` counts the changes that no text names, so that no review covers them. */
export function titleMarkdown(plan: Plan, { config, byMerging }: ReviewFacts, uncovered: number): string {
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const changes = counted(made, 'change');
  const later = plan.later?.length ?? 0;
  const waiting = [...part(blocked, 'blocked'), ...part(later, 'to come')];
  const rest = waiting.length === 0 ? '' : ` (${waiting.join(', ')})`;
  return `### ${markdownCode(config)}: ${sentence()}`;

  function sentence(): string {
    if (plan.guards.length > 0) {
      return byMerging
        ? 'a guard refuses this, so merging makes no changes'
        : 'a guard refuses this, so nothing is written';
    }
    if (nothingRead(plan)) return 'no plan, since nothing could be read';
    if (!byMerging) return made === 0 ? `no changes to make${rest}` : `${changes} to make${rest}`;
    if (uncovered > 0) return `merging makes no changes: ${changes} are too many to review here`;
    return made === 0 ? `merging makes no changes${rest}` : `merging makes ${changes}${rest}`;
  }
}

/** Renders the counts, this pull request's own apart from drift. */
export function countsMarkdown(plan: Plan, { byMerging }: ReviewFacts): string {
  const drift = countsOf(plan, true);
  const own = countsOf(plan, false);
  const split =
    plan.base === null || drift === ''
      ? []
      : [
          `- ${byMerging ? 'this pull request' : 'the files'}: ${own === '' ? 'nothing' : own}`,
          `- drift, there without it: ${drift}${byMerging ? '. **Merging writes that drift too.**' : ''}`,
        ];
  const later = plan.later ?? [];
  const risky = later.filter(isRisky).length;
  const ofRisk = risky === 0 ? '' : ` (${number(risky)} of high risk)`;
  const coming = later.length === 0 ? [] : [`- to come, when terms start: ${number(later.length)}${ofRisk}`];
  const caveats = planCaveats(plan).map((caveat) => `- ${caveat}`);
  const lines = [...split, ...coming, ...caveats];
  return [`**${planLastLine(plan)}**`, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}

function countsOf({ changes }: Plan, drift: boolean): string {
  const own = changes.filter(
    ({ cause, verifiable }) => (cause === 'drift') === drift && verifiable !== false,
  );
  const possible = own.filter(({ blocked }) => blocked === null);
  const many = (action: string): number => possible.filter((change) => change.action === action).length;
  return [
    part(many('grant'), 'to grant'),
    part(many('change'), 'to change'),
    part(many('revoke'), 'to revoke'),
    part(own.length - possible.length, 'blocked'),
  ]
    .flat()
    .join(', ');
}

function part(value: number, words: string): readonly string[] {
  return value === 0 ? [] : [`${number(value)} ${words}`];
}

/** The numbers of high-risk changes that no text names: those of now, and those that are upcoming or blocked. */
export interface Uncovered {
  readonly now: number;
  readonly others: number;
}

/** Says what the reader can do next, and what that does. */
export function nextStepMarkdown(plan: Plan, facts: ReviewFacts, { now, others }: Uncovered): string {
  if (!facts.byMerging) return '';
  const { grant, change, revoke, blocked } = plan.summary;
  const made = grant + change + revoke;
  const later = plan.later?.length ?? 0;
  if (plan.guards.length > 0) return `**Next:** ${facts.guardRemedy}`;
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
  const coming = later === 0 ? '' : ` ${made === 0 ? 'Changes' : 'More'} follow when their terms start.`;
  const merge = made === 0 ? 'merge; nothing is written' : 'merge, and exactly these changes are made';
  return `**Next:** ${merge}.${coming}${held}${mend}`;
}
