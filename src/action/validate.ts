import { validateCommand } from '../commands/validate.js';
import { InvalidFilesError } from '../errors.js';
import { hasErrors } from '../model/diagnostic.js';
import { diagnosticsText } from '../report/diagnostics.js';
import { count } from '../report/words.js';
import { annotate, ofDiagnostics } from './annotations.js';
import { invalidMarkdown } from './offline.js';
import type { ActionOutcome } from './publish.js';
import type { ActionContext } from './context.js';
import { folderOf } from './revisions.js';

/** Reads and checks the files; needs no credentials. */
export async function validateAction(context: ActionContext): Promise<ActionOutcome> {
  const { port } = context;
  const { diagnostics, exitCode } = await validateCommand(context);
  port.log(diagnosticsText(diagnostics, { color: false }));
  annotate(port, ofDiagnostics(diagnostics, folderOf(context)));
  if (!hasErrors(diagnostics)) {
    await port.summarize(`**The files are valid.** ${count(diagnostics.length, 'warning')}.\n`);
    return { exitCode, failures: [] };
  }
  const error = new InvalidFilesError('the files have errors', diagnostics);
  await port.summarize(invalidMarkdown(error));
  return { exitCode, failures: [error] };
}
