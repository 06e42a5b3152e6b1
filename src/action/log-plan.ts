import type { Plan } from '../model/plan.js';
import { planTextBlocks } from '../report/plan/text.js';
import type { RunnerPort } from './port.js';

/** Writes a plan to the log, each scope as a group that folds. */
export function logPlan(port: RunnerPort, plan: Plan): void {
  for (const { scope, text } of planTextBlocks(plan, { color: false })) {
    if (scope === null) port.log(`${text}\n`);
    else port.group(scope, text.slice(text.indexOf('\n') + 1));
  }
}
