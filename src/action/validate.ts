import { validateCommand } from '../commands/validate.js';
import { InvalidFilesError } from '../errors.js';
import { hasErrors } from '../model/diagnostic.js';
import { diagnosticsText } from '../report/diagnostics.js';
import { count } from '../model/label.js';
import { annotate, ofDiagnostics } from './annotations.js';
import { folderOf } from './checkout.js';
import type { ActionContext, ActionOutcome } from './context.js';

/** Reads and checks the files; needs no credentials. @throws InvalidFilesError */
export async function validateAction(context: ActionContext): Promise<ActionOutcome> {
  const { port } = context;
  const { diagnostics, exitCode } = await validateCommand(context);
  port.log(diagnosticsText(diagnostics, { color: false }));
  if (hasErrors(diagnostics)) throw new InvalidFilesError('the files have errors', diagnostics);
  annotate(port, ofDiagnostics(diagnostics, folderOf(context)));
  await port.summarize(`**The files are valid.** ${count(diagnostics.length, 'warning')}.\n`);
  return { exitCode, failures: [] };
}
