import { ExitCode } from '../errors.js';
import { hasErrors } from '../model/diagnostic.js';
import { instantOf, loadFiles, locateConfig } from './load-files.js';
import type { CommandContext } from './context.js';
import type { ValidateOptions, ValidateOutcome } from './options.js';

/** Reads and checks the files; no network, no credentials. */
export async function validateCommand(
  options: ValidateOptions,
  context: CommandContext,
): Promise<ValidateOutcome> {
  const location = await locateConfig(options.config, context.cwd, context.checkout);
  const { diagnostics } = await loadFiles(
    location,
    instantOf(options.now, context.runtime.now),
    context.modules,
  );
  const exitCode = hasErrors(diagnostics) ? ExitCode.invalid : ExitCode.done;
  return { diagnostics, exitCode, root: location.folder };
}
