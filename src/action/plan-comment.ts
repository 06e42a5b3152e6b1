import type { Change } from '../model/change.js';
import type { LaterChange, Plan } from '../model/plan.js';
import type { ReviewFacts } from '../report/pull-request/facts.js';
import { reviewMarkdown } from '../report/pull-request/comment.js';
import { GitHubFailure } from '../github/failure.js';
import { effectHash } from '../planning/record/effect-hash.js';
import { hashesOf, isUsedUp, type ReviewRecord } from '../planning/record/review-record.js';
import { openLabel, setOpenLabel } from '../github/pull-request.js';
import { COMMENT_LIMIT, stickyBody, updateSticky } from '../github/sticky-comment.js';
import { takenOut } from '../report/plan/summary.js';
import { cutMarkdown } from './publish.js';
import { type ActionContext, attempt, githubOf } from './context.js';
import { domainOf } from './checkout.js';
import type { PullRequest } from './runner.js';

/** Writes or updates the one comment of this config on a pull request, with the record of what was planned. */
export async function commentPlan(
  context: ActionContext,
  plan: Plan,
  facts: ReviewFacts,
  pull: PullRequest,
): Promise<void> {
  const { inputs } = context;
  if (inputs.comment === 'never') return;
  const { body, record } = planBody(context, plan, facts, pull);
  await update(context, pull, {
    body,
    create: inputs.comment === 'always' || isNews(plan),
    open: !isUsedUp(record),
  });
}

/** Does the same without a plan, so without a record. */
export async function commentUnplanned(
  context: ActionContext,
  text: string,
  pull: PullRequest,
): Promise<void> {
  const { inputs } = context;
  if (inputs.comment === 'never') return;
  const domain = domainOf(context);
  const cut = cutMarkdown(text, 60_000);
  await update(context, pull, { body: stickyBody(cut, null, domain, null), create: true, open: false });
}

interface Update {
  readonly body: string;
  /** Whether a new comment is written where there is none. */
  readonly create: boolean;
  /** Whether the record has something to do. */
  readonly open: boolean;
}

async function update(
  context: ActionContext,
  { number, head }: PullRequest,
  { body, create, open }: Update,
): Promise<void> {
  const { signingKey } = context.inputs;
  const { port } = context;
  const domain = domainOf(context);
  const github = githubOf(context);
  const labels = await updateSticky(github, number, { domain, signingKey, body, head, create });
  if (labels === null) {
    const message = `#${number} is merged with its record: the comment is left as it was reviewed`;
    port.annotate({ level: 'notice', title: 'already merged', message, position: null });
    return;
  }
  const label = openLabel(domain);
  if (labels.has(label) === open) return;
  // Only the search for records is slower without the label.
  const failures = await attempt(() => setOpenLabel(github, number, label, open));
  for (const failure of failures) {
    const isForbidden = failure instanceof GitHubFailure && failure.status === 403;
    const message = isForbidden ? `${failure.message}. ${labelHint(label)}` : failure.message;
    port.annotate({ level: 'notice', title: 'label', message, position: null });
  }
}

function labelHint(label: string): string {
  return `Make the label once (gh label create ${JSON.stringify(label)}), or add the line "issues: write" to the job's permissions:, so that open records are found among thousands of merged pull requests`;
}

/** Whether a reviewer has something to see: what changes, cannot, or was taken out of the files and stays. */
function isNews(plan: Plan): boolean {
  const { summary, guards, later = [] } = plan;
  const { grant, change, revoke, blocked, unverifiable = 0 } = summary;
  const others = guards.length + later.length + takenOut(plan);
  return grant + change + revoke + blocked + unverifiable + others > 0;
}

interface PlanBody {
  readonly body: string;
  readonly record: ReviewRecord;
}

/** Composes the comment: the whole record where it fits beside the counts and every risky change, else the digest alone. */
function planBody(context: ActionContext, plan: Plan, facts: ReviewFacts, pull: PullRequest): PlanBody {
  const domain = domainOf(context);
  const { signingKey } = context.inputs;
  const alone: ReviewRecord = {
    ...domain,
    pullRequest: pull.number,
    branch: pull.baseBranch,
    base: plan.base ?? pull.base,
    head: pull.head,
    time: plan.now,
    digest: plan.digest,
    open: null,
    done: new Map(),
    signed: signingKey !== null,
    closed: null,
  };
  const bodyOf = (text: string, record: ReviewRecord): PlanBody => ({
    body: stickyBody(text, record, domain, signingKey),
    record,
  });
  const compose = (record: ReviewRecord, shown = facts): PlanBody | null => {
    const room = COMMENT_LIMIT - bodyOf('', record).body.length;
    const { text, unnamed } = reviewMarkdown(plan, shown, room);
    const composed = bodyOf(text, record);
    return composed.body.length <= COMMENT_LIMIT && unnamed.length === 0 ? composed : null;
  };
  const hash = effectHash(domain, signingKey);
  const whole = { ...alone, open: hashesOf(plan, hash) };
  return compose(whole) ?? compose(alone, digestAlone(facts)) ?? partly();

  /** A change that the text does not name is not covered, nor is the digest, which would cover it. */
  function partly(): PlanBody {
    const { text, unnamed } = reviewMarkdown(plan, facts, PARTLY_NAMED);
    const open = hashesOf(coveredBy(plan, unnamed), hash);
    const cut = cutMarkdown(text, PARTLY_NAMED);
    const composed = bodyOf(cut, { ...alone, open });
    if (composed.body.length <= COMMENT_LIMIT) return composed;
    return bodyOf(cut, { ...alone, open: hashesOf({ changes: [] }, hash) });
  }
}

/** Says that the record holds the digest of all instead of each change. */
function digestAlone(facts: ReviewFacts): ReviewFacts {
  const note =
    'There are too many changes to keep each of them with this review. It is kept by their digest alone: the apply writes exactly this plan, or ends with exit 5 where the live state has changed since, and holds what terms start later.';
  return { ...facts, footer: `${note}\n\n${facts.footer}` };
}

/** Characters of a text that cannot name every change of high risk; the record gets the rest of the room. */
const PARTLY_NAMED = 30_000;

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
