import type { ExitCode } from '../errors.js';
import type { RenderedOutcome } from '../commands/options.js';
import type { Session } from './session.js';
import { visible } from '../report/escape.js';

/** Prints what a command that renders its own result returned. Notes are foreign text, one a line. */
export async function printRendered(outcome: RenderedOutcome, session: Session): Promise<ExitCode> {
  session.pauseProgress();
  await session.noteDiagnostics(outcome.diagnostics);
  for (const note of outcome.notes) await session.io.note(`${visible(note)}\n`);
  await session.io.result(outcome.output);
  return outcome.exitCode;
}
