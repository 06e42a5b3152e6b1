import { diffCommand } from '../commands/diff.js';
import { ExitCode } from '../errors.js';
import { formatInstant } from '../model/instant.js';
import { anyRole } from '../model/glob.js';
import { matching } from '../planning/narrow.js';
import { type LaterDifference, laterDifferences } from '../planning/state-differences.js';
import { diffMarkdown, diffText } from '../report/diff.js';
import { markdownCode, phraseMarkdown } from '../report/markdown.js';
import { annotate, ofDiagnostics, ofDifferences } from './annotations.js';
import { folderOf } from './checkout.js';
import { type ActionContext, type ActionOutcome, attempt, outcomeOf } from './context.js';
import { commentUnplanned } from './plan-comment.js';
import { missingVariables, type Revisions } from './planning.js';
import { outputCounts } from './publish.js';
import { alertsOf } from './review-facts.js';
import { untrustedBranchReason } from './revisions.js';
import type { PullRequest } from './runner.js';

const MOST_ITEMS = 200;

/** Why there is no plan, and what that means for the merge; Markdown. */
export interface OfflineReason {
  readonly why: string;
  /** What the apply will do after the merge, and the way out; null where none follows. */
  readonly afterMerge: string | null;
  /** Whether the run's token can write a comment. */
  readonly canComment: boolean;
}

/** Why nothing is asked of any server; null where the plan can be made. */
export function offlineReason(
  context: ActionContext,
  revisions: Revisions,
  pull: PullRequest | null,
): OfflineReason | null {
  if (revisions.providers === null) {
    const why =
      'The base has no settings that can be used, and a pull request never says where credentials go.';
    return { why, ...UNREVIEWED, canComment: !isGivenNoSecrets(context, pull) };
  }
  const foreign = pull === null ? null : untrustedBranchReason(context, pull);
  if (foreign !== null) return { why: foreign, afterMerge: null, canComment: false };
  const missing = missingVariables(context, revisions);
  if (missing.length === 0) return null;
  const names = missing.map(markdownCode).join(', ');
  if (!isGivenNoSecrets(context, pull)) return null;
  const who =
    context.runner.actor === 'dependabot[bot]' ? 'Runs that Dependabot starts' : 'Pull requests from forks';
  const way = 'Or push its commits to a branch of this repository: a pull request from there is planned.';
  return {
    why: `${who} are given no secrets (${names}).`,
    afterMerge: `${UNREVIEWED.afterMerge} ${way}`,
    canComment: false,
  };
}

const UNREVIEWED = {
  afterMerge: `**After the merge nothing is applied by itself:** without a plan there is no record of a review, so where these files change anything live the apply ends with exit 5 and writes nothing. Then read its plan, and run the apply workflow by hand with the input ${markdownCode('digest')} that it names.`,
};

/** Whether GitHub gives the run neither secrets nor a token that can write. */
function isGivenNoSecrets({ runner }: ActionContext, pull: PullRequest | null): boolean {
  return pull?.isFork === true || runner.actor === 'dependabot[bot]';
}

/** What the files alone say, where nothing may be asked of any server: who gains and loses against the base. */
export async function offlineReport(
  context: ActionContext,
  base: string,
  revisions: Revisions,
  reason: OfflineReason,
): Promise<ActionOutcome> {
  const { inputs, port, runner, workspace } = context;
  const folder = folderOf(context);
  const options = { base, head: null, scope: inputs.scope, detailedExitcode: true };
  const { diff, diagnostics, exitCode } = await diffCommand(options, context);
  const before = matching(revisions.base?.desired.scopes ?? [], inputs.scope);
  const catalogue = new Map([...(revisions.base?.catalogue ?? []), ...revisions.head.catalogue]);
  const later = laterDifferences(before, revisions.scopes, workspace.at, { ...revisions.head, catalogue });
  const differences = [...ofDifferences(diff?.changes ?? [], folder), ...ofDifferences(later, folder)];
  annotate(port, [...ofDiagnostics(diagnostics, folder), ...differences]);
  if (diff === null) return { exitCode: ExitCode.invalid, failures: [] };
  const isHighRisk = anyRole(revisions.head.settings.highRisk);
  const risky = diff.changes.filter(({ from, to }) =>
    [from, to].some((state) => state !== null && isHighRisk(state.role)),
  );
  outputCounts(port, { ...diff.summary, highRisk: risky.length });
  port.log(`${diffText(diff, { color: false })}\nThis is not a plan: the live state was not read.`);
  const note = `**No plan was made: the live state was not read.** ${reason.why} This compares the files with those of the base alone.`;
  const { grant, change, revoke } = diff.summary;
  const announced = grant + change + revoke + later.length > 0 ? reason.afterMerge : null;
  const blocks = [
    note,
    ...alertsOf(revisions),
    ...(announced === null ? [] : [announced]),
    `${diffMarkdown(diff)}${laterMarkdown(later)}`,
  ];
  const text = blocks.join('\n\n');
  await port.summarize(text);
  if (announced === null || runner.event.kind !== 'pull-request' || !reason.canComment)
    return { exitCode, failures: [] };
  const { pull } = runner.event;
  const failures = await attempt(() => commentUnplanned(context, text, pull));
  return outcomeOf(exitCode, failures);
}

/** What terms will start; a pull request that only waits for its date would seem to do nothing. */
function laterMarkdown(later: readonly LaterDifference[]): string {
  if (later.length === 0) return '';
  const items = later
    .slice(0, MOST_ITEMS)
    .map(
      (difference) => `- from ${markdownCode(formatInstant(difference.at))}: ${phraseMarkdown(difference)}`,
    );
  const more = later.length > items.length ? [`- … and ${later.length - items.length} more`] : [];
  return `\n### When terms start\n\n${[...items, ...more].join('\n')}\n`;
}
