import { resolve } from 'node:path';
import { ExitCode, InvalidFilesError, RolecallError, UsageError } from '../errors.js';
import { HttpFailure } from '../http/failure.js';
import type { ProviderModule } from '../providers/provider.js';
import { visible } from '../report/escape.js';
import type { Runtime } from '../runtime.js';
import { Workspace } from '../workspace/workspace.js';
import { applyAction } from './apply.js';
import { checkoutOf, requireFiles, requirePlainPath } from './checkout.js';
import type { ActionContext, ActionOutcome, RunnerPort } from './context.js';
import { driftAction } from './drift.js';
import { readInputs } from './inputs.js';
import { planAction } from './plan.js';
import { publishInvalid } from './publish.js';
import { readRunner } from './runner.js';
import { validateAction } from './validate.js';

const COMMANDS = { plan: planAction, apply: applyAction, drift: driftAction, validate: validateAction };

/** What a step is given. */
export interface StepOptions {
  readonly runtime: Runtime;
  readonly port: RunnerPort;
  /** An input as written, without the blanks around it; empty where it is absent. */
  readonly input: (name: string) => string;
  readonly modules: readonly ProviderModule[];
  readonly signal: AbortSignal;
}

/** Runs a step: inputs, variables and event in; outputs, annotations, summary and comments out. Throws nothing. */
export async function runStep(options: StepOptions): Promise<ExitCode> {
  const exitCode = await settled(options);
  options.port.output('exit-code', String(exitCode));
  return exitCode;
}

async function settled({ input, port, modules, ...shared }: StepOptions): Promise<ExitCode> {
  try {
    const runner = readRunner(shared.runtime.env);
    const inputs = readInputs(input);
    const cwd = resolve(runner.workspace);
    const { config } = inputs;
    const checkout = checkoutOf(cwd, config);
    const { exitCode, failures } = await runAction({
      ...shared,
      inputs,
      runner,
      port,
      cwd,
      checkout,
      workspace: new Workspace({ config, cwd, checkout, at: shared.runtime.now(), modules }),
      events: (event) => {
        if (event.kind === 'note') port.log(visible(event.message));
      },
    });
    for (const failure of failures) port.error(failureText(failure));
    return exitCode;
  } catch (error) {
    port.error(failureText(error));
    return error instanceof RolecallError ? error.exitCode : ExitCode.error;
  }
}

/** Runs the command of a step. @throws what the step fails with */
async function runAction(context: ActionContext): Promise<ActionOutcome> {
  requireSupportedEvent(context);
  requirePlainPath(context.cwd, context.inputs.config);
  requireFiles(context);
  try {
    return await COMMANDS[context.inputs.command](context);
  } catch (error) {
    if (!(error instanceof InvalidFilesError)) throw error;
    await publishInvalid(context, error);
    return { exitCode: error.exitCode, failures: [error] };
  }
}

/** @throws UsageError for a command with credentials on an event on which anybody's commit may be checked out */
function requireSupportedEvent({ inputs, runner: { event } }: ActionContext): void {
  if (event.kind !== 'other' || inputs.command === 'validate') return;
  throw new UsageError(`${inputs.command} does not run on the event ${event.name}`, {
    hint: "The commit that is checked out there may be anybody's. Use pull_request, merge_group, push, schedule or workflow_dispatch.",
  });
}

/** A failure in words that may be printed: what happened and what to do. A defect shows where it is. */
function failureText(error: unknown): string {
  if (error instanceof RolecallError) {
    return visible(
      error.hint === null ? error.message : `${error.message.replace(/\.$/u, '')}. ${error.hint}`,
    );
  }
  if (error instanceof HttpFailure) return visible(error.message);
  return visible(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
