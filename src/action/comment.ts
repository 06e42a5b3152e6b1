import type { Plan } from '../model/plan.js';
import type { ReviewRecord } from '../github/record.js';
import { hashesOf } from '../github/record.js';
import { COMMENT_LIMIT, stickyBody, updateSticky } from '../github/sticky-comment.js';
import { takenOut } from '../report/plan/shown-warnings.js';
import { cutMarkdown } from './cut-markdown.js';
import { githubOf } from './github.js';
import { framedPlan, type PlanFrame, tellsRisky } from './plan-text.js';
import type { ActionContext } from './port.js';
import { domainOf } from './revisions.js';
import type { PullRequest } from './runner.js';

/** Keeps the one comment of this config on a pull request, with the record of what was planned. */
export async function commentPlan(
  context: ActionContext,
  plan: Plan,
  frame: PlanFrame,
  pull: PullRequest,
): Promise<void> {
  const { inputs } = context;
  if (inputs.comment === 'never') return;
  const body = planBody(context, plan, frame, pull);
  await update(context, pull, body, inputs.comment === 'always' || isNews(plan));
}

/** The same where there is no plan to record. */
export async function commentInvalid(context: ActionContext, text: string, pull: PullRequest): Promise<void> {
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
function planBody(context: ActionContext, plan: Plan, frame: PlanFrame, pull: PullRequest): string {
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
  const compose = (record: ReviewRecord): { readonly body: string; readonly fits: boolean } => {
    const room = COMMENT_LIMIT - stickyBody('', record, domain, signingKey).length;
    const text = cutMarkdown(framedPlan(plan, frame, Math.max(0, room)), room);
    const body = stickyBody(text, record, domain, signingKey);
    return { body, fits: body.length <= COMMENT_LIMIT && tellsRisky(text, plan) };
  };
  const whole = compose({ ...alone, hashes: hashesOf(plan, domain, signingKey) });
  if (whole.fits) return whole.body;
  const shortened = compose(alone);
  return shortened.body.length <= COMMENT_LIMIT ? shortened.body : whole.body;
}
