import { ExitCode, Interrupted, RolecallError } from '../errors.js';
import { visible } from '../report/escape.js';

/** An error as it is told: its exit code and the lines for stderr. */
export interface FailureText {
  readonly exitCode: ExitCode;
  readonly text: string;
}

/** What to tell of an error that ended a run. The stack is for `--verbose` alone. */
export function describeFailure(error: unknown, interrupted: boolean, verbose: boolean): FailureText {
  const lines: string[] = [];
  const message = error instanceof Error ? error.message : String(error);
  lines.push(`${error instanceof Interrupted ? '' : 'error: '}${shownLines(message)}`);
  if (error instanceof RolecallError && error.hint !== null) lines.push(shownLines(error.hint));
  if (verbose && error instanceof Error && error.stack !== undefined) lines.push(shownLines(error.stack));
  return { exitCode: exitCodeOf(error, interrupted), text: `${lines.join('\n')}\n` };
}

function exitCodeOf(error: unknown, interrupted: boolean): ExitCode {
  if (interrupted) return ExitCode.interrupted;
  return error instanceof RolecallError ? error.exitCode : ExitCode.error;
}

function shownLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
