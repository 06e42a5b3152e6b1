import { diffCommand } from '../commands/diff.js';
import { ExitCode, type InvalidFilesError, worstExit } from '../errors.js';
import { formatInstant } from '../model/instant.js';
import { anyRole } from '../model/glob.js';
import { matching } from '../planning/narrow.js';
import { type LaterDifference, laterDifferences } from '../planning/state-differences.js';
import { diffMarkdown, diffText } from '../report/diff.js';
import { markdownCode, markdownText, phraseMarkdown } from '../report/markdown.js';
import { count, locationWords } from '../report/words.js';
import { annotate, ofDiagnostics, ofDifferences } from './annotations.js';
import { alertsOf } from './review-warnings.js';
import { commentUnplanned } from './plan-comment.js';
import { type ActionOutcome, attempt, publishCounts } from './publish.js';
import type { Revisions } from './planning.js';
import type { ActionContext } from './context.js';
import type { PullRequest } from './runner.js';

/** Findings that a text lists. */
const MOST_FINDINGS = 200;

/** Why there is no plan, and what that means for the merge; Markdown. */
export interface OfflineReason {
  readonly why: string;
  /** What the apply will do after the merge, and the way out; null where none follows. */
  readonly afterMerge: string | null;
  /** Whether the run's token can write a comment. */
  readonly canComment: boolean;
}

/** What is compared, and where it is told. */
interface Compared {
  readonly base: string;
  readonly revisions: Revisions;
  readonly reason: OfflineReason;
  readonly folder: string;
  readonly pull: PullRequest | null;
}

/** What the files alone say, where nothing may be asked of any server: who gains and loses against the base. */
export async function offlineReport(
  context: ActionContext,
  { base, revisions, reason, folder, pull }: Compared,
): Promise<ActionOutcome> {
  const { inputs, port, runtime } = context;
  const options = {
    base,
    head: null,
    scope: inputs.scope,
    detailedExitcode: true,
  };
  const { diff, diagnostics, exitCode } = await diffCommand(options, context);
  const before = matching(revisions.base?.desired.scopes ?? [], inputs.scope);
  const catalogue = new Map([...(revisions.base?.catalogue ?? []), ...revisions.head.catalogue]);
  const later = laterDifferences(before, revisions.scopes, runtime.now(), { ...revisions.head, catalogue });
  const told = [...ofDifferences(diff?.changes ?? [], folder), ...ofDifferences(later, folder)];
  annotate(port, [...ofDiagnostics(diagnostics, folder), ...told]);
  if (diff === null) return { exitCode: ExitCode.invalid, failures: [] };
  const isHighRisk = anyRole(revisions.head.settings.highRisk);
  const risky = diff.changes.filter(({ from, to }) =>
    [from, to].some((state) => state !== null && isHighRisk(state.role)),
  );
  publishCounts(context, diff.summary, risky.length);
  port.log(`${diffText(diff, { color: false })}\nThis is no plan: the live state was not read.`);
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
  if (announced === null || pull === null || !reason.canComment) return { exitCode, failures: [] };
  const failures = await attempt(() => commentUnplanned(context, text, pull));
  return { exitCode: worstExit([exitCode, ...failures.map(() => ExitCode.error)]), failures };
}

/** What terms will start; a pull request that only waits for its date would seem to do nothing. */
function laterMarkdown(later: readonly LaterDifference[]): string {
  if (later.length === 0) return '';
  const items = later
    .slice(0, MOST_FINDINGS)
    .map(
      (difference) => `- from ${markdownCode(formatInstant(difference.at))}: ${phraseMarkdown(difference)}`,
    );
  const more = later.length > items.length ? [`- … and ${later.length - items.length} more`] : [];
  return `\n### When terms start\n\n${[...items, ...more].join('\n')}\n`;
}

/** The findings of invalid files, as Markdown. */
export function invalidMarkdown({ diagnostics }: InvalidFilesError): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const items = errors
    .slice(0, MOST_FINDINGS)
    .map(
      (finding) =>
        `- ${markdownCode(locationWords(finding))} ${markdownCode(finding.code)}: ${markdownText(finding.message)}`,
    );
  const more = errors.length > items.length ? [`- … and ${errors.length - items.length} more`] : [];
  return `**The files have ${count(errors.length, 'error')}, so no plan was made.**\n\n${[...items, ...more].join('\n')}\n`;
}
