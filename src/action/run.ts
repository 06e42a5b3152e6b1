import { ExitCode, RolecallError } from '../errors.js';
import { HttpFailure } from '../http/failure.js';
import { visible } from '../report/escape.js';
import { applyAction } from './apply.js';
import { requireFiles, requirePlainPath } from './checkout.js';
import { driftAction } from './drift.js';
import { requireVouchedEvent } from './events.js';
import type { ActionOutcome } from './outcome.js';
import { planAction } from './plan.js';
import type { ActionContext } from './port.js';
import { validateAction } from './validate.js';

/** Runs the command of a step. @throws what the step fails with */
export async function runAction(context: ActionContext): Promise<ActionOutcome> {
  requireVouchedEvent(context);
  requirePlainPath(context.cwd, context.inputs.config);
  requireFiles(context);
  switch (context.inputs.command) {
    case 'plan':
      return await planAction(context);
    case 'apply':
      return await applyAction(context);
    case 'drift':
      return await driftAction(context);
    case 'validate':
      return await validateAction(context);
  }
}

/** The code a failure ends a step with. */
export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof RolecallError ? error.exitCode : ExitCode.error;
}

/** A failure in words that may be printed: what happened and what to do. A defect shows where it is. */
export function failureText(error: unknown): string {
  if (error instanceof RolecallError) {
    return visible(
      error.hint === null ? error.message : `${error.message.replace(/\.$/u, '')}. ${error.hint}`,
    );
  }
  if (error instanceof HttpFailure) return visible(error.message);
  return visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
