import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, RolecallError } from '../errors.js';
import type { Plan } from '../model/plan.js';
import { planJsonPieces } from '../report/plan/json.js';
import type { ActionContext } from './port.js';

/** Where a step ends: the code its command would exit with, and what went wrong beside it. */
export interface ActionOutcome {
  readonly exitCode: ExitCode;
  /** What could not be done, each told as an error of the step. */
  readonly failures: readonly RolecallError[];
}

/** Does what can fail without taking the rest with it; what failed is the answer. */
export async function attempt(work: () => Promise<void>): Promise<readonly RolecallError[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof RolecallError) return [error];
    throw error;
  }
}

/** Sets the outputs that tell what a plan holds, and keeps the plan as files for later steps. */
export async function publishPlan(context: ActionContext, plan: Plan, markdown: string): Promise<void> {
  const { port, runner } = context;
  const { grant, change, revoke, blocked } = plan.summary;
  port.output('has-changes', String(grant + change + revoke > 0));
  port.output('grant', String(grant));
  port.output('change', String(change));
  port.output('revoke', String(revoke));
  port.output('blocked', String(blocked));
  const made = plan.changes.filter((one) => one.blocked === null && one.verifiable !== false);
  port.output('high-risk', String(made.filter(({ risk }) => risk === 'high').length));
  port.output('drift', String(made.filter(({ cause }) => cause !== 'files').length));
  port.output('digest', plan.digest);
  const folder = await mkdtemp(join(runner.temp, 'rolecall-'));
  const planPath = join(folder, 'plan.json');
  const markdownPath = join(folder, 'plan.md');
  await writeFile(planPath, planJsonPieces(plan));
  await writeFile(markdownPath, markdown);
  port.output('plan-path', planPath);
  port.output('markdown-path', markdownPath);
}

/** Sets the outputs where there is no plan, so that none is left empty. */
export function publishCounts(
  context: ActionContext,
  counts: { readonly grant: number; readonly change: number; readonly revoke: number },
  highRisk = 0,
): void {
  const { grant, change, revoke } = counts;
  context.port.output('has-changes', String(grant + change + revoke > 0));
  context.port.output('grant', String(grant));
  context.port.output('change', String(change));
  context.port.output('revoke', String(revoke));
  context.port.output('blocked', '0');
  context.port.output('high-risk', String(highRisk));
  context.port.output('drift', '0');
}
