import type { Plan } from '../model/plan.js';
import { inFolder } from '../report/diagnostics.js';
import { markdownCode } from '../report/markdown.js';
import { entriesOf } from '../report/pull-request/entries.js';
import type { ReviewFacts } from '../report/pull-request/facts.js';
import { domainOf, folderOf } from './checkout.js';
import type { ActionContext } from './context.js';
import { failsOnBlocked, type Revisions } from './planning.js';
import { alertsOf, authorGains } from './review-warnings.js';
import type { PullRequest, Runner } from './runner.js';

const SHORT_COMMIT = 12;
const SHORT_DIGEST = 'sha256:'.length + 12;

/**
 * What the text for reviewers says beside the plan: links, warnings, the entries of the files, where the whole is. The
 * revisions are null where no files are checked out, as beside the plans of shards.
 */
export function reviewFacts(
  context: ActionContext,
  plan: Plan,
  revisions: Revisions | null,
  pull: PullRequest | null,
): ReviewFacts {
  const { runner } = context;
  const { config } = domainOf(context);
  const head = pull?.head ?? runner.sha;
  const run = `[this run](${runner.runUrl})`;
  const commit = `[${markdownCode(head.slice(0, SHORT_COMMIT))}](${repositoryUrl(runner)}/commit/${head})`;
  const digest = markdownCode(plan.digest.slice(0, SHORT_DIGEST));
  return {
    config,
    byMerging: runner.event.kind === 'pull-request' || runner.event.kind === 'merge-group',
    alerts: revisions === null ? [] : alertsOf(revisions),
    authorGains: revisions === null || pull === null ? null : authorGains(plan, revisions, pull),
    entryOf: entriesOf(revisions?.head.desired.scopes ?? []),
    blockedFails: failsOnBlocked(context),
    linkOf: linksTo(context, head),
    guardRemedy: guardRemedy(plan),
    whole: `Shortened to fit. The whole plan is in the summary of ${run}, and in the files of its outputs ${markdownCode('plan-path')} and ${markdownCode('markdown-path')}.`,
    footer: `<sub>${commit} as of ${plan.now}, ${run}, digest ${digest}</sub>`,
  };
}

/** Where the repository can be looked at. */
export function repositoryUrl({ runUrl }: Runner): string {
  return runUrl.slice(0, runUrl.lastIndexOf('/actions/runs/'));
}

/** Links the lines of files to where they stand in a commit or a branch. */
export function linksTo(context: ActionContext, revision: string): ReviewFacts['linkOf'] {
  const folder = folderOf(context);
  const blob = `${repositoryUrl(context.runner)}/blob/${encodePath(revision)}`;
  return ({ file, line }) => `${blob}/${encodePath(inFolder(folder, file))}#L${line}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** What Markdown could take for the end of a link is encoded too. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '_')).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function guardRemedy({ guards }: Plan): string {
  const input = markdownCode('allow-revokes');
  if (guards.every(({ guard }) => guard === 'maxRevokes')) {
    return `check the files. If all of these revokes are meant, merge it past this check, and run the apply workflow by hand with the input ${input} as said above; or raise ${markdownCode('guards.maxRevokes')} first, in a pull request of its own.`;
  }
  return 'change the files so that no guard refuses them; it is planned again with the next commit.';
}
