import type { Change } from '../model/change.js';
import type { LaterChange, Plan } from '../model/plan.js';
import type { ReviewFacts } from '../report/review/facts.js';
import { reviewMarkdown } from '../report/review/review.js';
import type { ReviewRecord } from '../github/record.js';
import { hashesOf } from '../github/record.js';
import { COMMENT_LIMIT, stickyBody, updateSticky } from '../github/sticky-comment.js';
import { takenOut } from '../report/plan/shown-warnings.js';
import { cutMarkdown } from './cut-markdown.js';
import { githubOf } from './github.js';
import type { ActionContext } from './port.js';
import { domainOf } from './revisions.js';
import type { PullRequest } from './runner.js';

/** Keeps the one comment of this config on a pull request, with the record of what was planned. */
export async function commentPlan(
  context: ActionContext,
  plan: Plan,
  facts: ReviewFacts,
  pull: PullRequest,
): Promise<void> {
  const { inputs } = context;
  if (inputs.comment === 'never') return;
  const body = planBody(context, plan, facts, pull);
  await update(context, pull, body, inputs.comment === 'always' || isNews(plan));
}

/** The same where there is no plan to record. */
export async function commentUnplanned(
  context: ActionContext,
  text: string,
  pull: PullRequest,
): Promise<void> {
  const { inputs } = context;
  if (inputs.comment === 'never') return;
  const domain = domainOf(context);
  const cut = cutMarkdown(text, 60_000);
  await update(context, pull, stickyBody(cut, null, domain, null), true);
}

async function update(
  context: ActionContext,
  { number, head }: PullRequest,
  body: string,
  create: boolean,
): Promise<void> {
  const { signingKey } = context.inputs;
  const what = { domain: domainOf(context), signingKey, body, head, create };
  if (await updateSticky(githubOf(context), number, what)) return;
  const message = `#${number} is merged with its record: the comment is left as it was reviewed`;
  context.port.annotate({ level: 'notice', title: 'already merged', message, place: null });
}

/** Whether a reviewer has something to see: what changes, cannot, or was taken out of the files and stays. */
function isNews(plan: Plan): boolean {
  const { summary, guards, later = [] } = plan;
  const { grant, change, revoke, blocked, unverifiable = 0 } = summary;
  const told = guards.length + later.length + takenOut(plan);
  return grant + change + revoke + blocked + unverifiable + told > 0;
}

/** The record whole where it fits beside the counts and every risky change; else with the digest alone. */
function planBody(context: ActionContext, plan: Plan, facts: ReviewFacts, pull: PullRequest): string {
  const domain = domainOf(context);
  const { signingKey } = context.inputs;
  const alone: ReviewRecord = {
    ...domain,
    pullRequest: pull.number,
    base: plan.base ?? pull.base,
    head: pull.head,
    time: plan.now,
    digest: plan.digest,
    hashes: null,
    signed: signingKey !== null,
    applied: null,
  };
  const bodyOf = (text: string, record: ReviewRecord): string => stickyBody(text, record, domain, signingKey);
  const compose = (record: ReviewRecord): string | null => {
    const { text, unnamed } = reviewMarkdown(plan, facts, COMMENT_LIMIT - bodyOf('', record).length);
    const body = bodyOf(text, record);
    return body.length <= COMMENT_LIMIT && unnamed.length === 0 ? body : null;
  };
  const whole = { ...alone, hashes: hashesOf(plan, domain, signingKey) };
  return compose(whole) ?? compose(alone) ?? partly();

  /** What is not named is not covered; neither by the digest, which stands for all of it. */
  function partly(): string {
    const { text, unnamed } = reviewMarkdown(plan, facts, PARTLY_NAMED);
    const covered = coveredBy(plan, unnamed);
    const hashes = hashesOf(covered, domain, signingKey);
    const cut = cutMarkdown(text, PARTLY_NAMED);
    const body = bodyOf(cut, { ...alone, hashes });
    if (body.length <= COMMENT_LIMIT) return body;
    return bodyOf(cut, { ...alone, hashes: { effects: '', later: '', blocked: '' } });
  }
}

/** Units of a text that cannot name every change of high risk; the rest is left to the record. */
const PARTLY_NAMED = 40_000;

/** What a record may cover of a plan: all but the changes that the text does not name. */
function coveredBy(
  { changes, later = [] }: Plan,
  unnamed: readonly (Change | LaterChange)[],
): Pick<Plan, 'changes' | 'later'> {
  const hidden = new Set(unnamed);
  return {
    changes: changes.filter((change) => !hidden.has(change)),
    later: later.filter((change) => !hidden.has(change)),
  };
}
