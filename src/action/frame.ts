import type { Plan } from '../model/plan.js';
import { markdownCode } from '../report/escape-markdown.js';
import type { PlanFrame } from './plan-text.js';
import type { ActionContext } from './port.js';

/** What stands around a plan in a comment and a summary. */
export function frameOf(
  { runner, inputs }: ActionContext,
  plan: Plan,
  cautions: readonly string[],
): PlanFrame {
  return {
    cautions,
    whole: `Shortened to fit. The whole plan is in the summary of [this run](${runner.runUrl}), and in the files of its outputs ${markdownCode('plan-path')} and ${markdownCode('markdown-path')}.`,
    footer: [
      `<sub>${markdownCode(inputs.config)} as of ${plan.now}, digest ${markdownCode(plan.digest)}, [this run](${runner.runUrl})</sub>`,
    ],
  };
}
