import { ExitCode, RolecallError, UsageError } from '../errors.js';
import { HttpFailure } from '../http/failure.js';
import { visible } from '../report/escape.js';
import { applyAction } from './apply.js';
import { requireFiles, requirePlainPath } from './checkout.js';
import { driftAction } from './drift.js';
import type { ActionOutcome } from './publish.js';
import { planAction } from './plan.js';
import type { ActionContext } from './context.js';
import { validateAction } from './validate.js';

/** Runs the command of a step. @throws what the step fails with */
export async function runAction(context: ActionContext): Promise<ActionOutcome> {
  requireSupportedEvent(context);
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

/** @throws UsageError for an event on which nothing vouches for what is checked out, unless no credentials are used */
function requireSupportedEvent({ inputs, runner: { event } }: ActionContext): void {
  if (event.kind !== 'other' || inputs.command === 'validate') return;
  throw new UsageError(`${inputs.command} does not run on the event ${event.name}`, {
    hint: "What is checked out there may be anybody's. Use pull_request, merge_group, push, schedule or workflow_dispatch.",
  });
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
