import { ExitCode } from '../errors.js';
import { hasErrors } from '../model/diagnostic.js';
import type { CommandContext, Outcome } from './context.js';

/** Reads and checks the files; no network, no credentials. */
export async function validateCommand({ workspace }: CommandContext): Promise<Outcome> {
  const { diagnostics } = await workspace.head();
  return { diagnostics, exitCode: hasErrors(diagnostics) ? ExitCode.invalid : ExitCode.done };
}
