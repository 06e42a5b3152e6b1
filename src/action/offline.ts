import { diffCommand } from '../commands/diff.js';
import { ExitCode, type InvalidFilesError } from '../errors.js';
import { diffMarkdown } from '../report/diff/markdown.js';
import { diffText } from '../report/diff/text.js';
import { markdownCode, markdownText } from '../report/escape-markdown.js';
import { count, placeWords } from '../report/words.js';
import { annotate, ofDiagnostics, ofDifferences } from './annotations.js';
import { type ActionOutcome, publishCounts } from './outcome.js';
import type { ActionContext } from './port.js';

/** Findings that a text lists. */
const MOST_FINDINGS = 200;

/** What the files alone say, where nothing may be asked of any server: who gains and loses against the base. */
export async function offlineReport(
  context: ActionContext,
  base: string,
  reason: string,
  folder: string,
): Promise<ActionOutcome> {
  const { inputs, port } = context;
  const options = {
    config: inputs.config,
    base,
    head: null,
    scope: inputs.scope,
    now: null,
    detailedExitcode: true,
  };
  const { diff, diagnostics, exitCode } = await diffCommand(options, context);
  annotate(port, [...ofDiagnostics(diagnostics, folder), ...ofDifferences(diff?.changes ?? [], folder)]);
  if (diff === null) return { exitCode: ExitCode.invalid, failures: [] };
  publishCounts(context, diff.summary);
  port.log(`${diffText(diff, { color: false })}\nThis is no plan: the live state was not read.`);
  const note = `**No plan was made: the live state was not read.** ${reason} This compares the files with those of the base alone.`;
  await port.summarize(`${note}\n\n${diffMarkdown(diff)}`);
  return { exitCode, failures: [] };
}

/** The findings of invalid files, as Markdown. */
export function invalidMarkdown({ diagnostics }: InvalidFilesError): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const items = errors
    .slice(0, MOST_FINDINGS)
    .map(
      (finding) =>
        `- ${markdownCode(placeWords(finding))} ${markdownCode(finding.code)}: ${markdownText(finding.message)}`,
    );
  const more = errors.length > items.length ? [`- … and ${errors.length - items.length} more`] : [];
  return `**The files have ${count(errors.length, 'error')}, so no plan was made.**\n\n${[...items, ...more].join('\n')}\n`;
}
