import { type CommandSpec, flagOf, formatOf, textOf } from '../command-spec.js';
import { formatOption, notEmpty, planningOptions, planningValues } from '../shared-options.js';
import { PLAN_FORMATS, renderPlan } from '../render-plan.js';
import { listDrawing } from '../list-drawing.js';
import { planRecordOptions, recordToWrite } from '../record-options.js';
import { printOutcome } from '../session.js';

export const planSpec: CommandSpec = {
  name: 'plan',
  summary: 'show what would change; sends reads only',
  description:
    'Reads the live state, and shows what would change and whether a guard refuses it. Writes nothing.',
  arguments: [],
  options: [
    formatOption(PLAN_FORMATS),
    {
      flags: '--out <file>',
      description: 'also write the plan to a file, for apply',
      parse: notEmpty('--out'),
    },
    ...planRecordOptions,
    ...planningOptions,
    {
      flags: '--providers-from <rev>',
      description:
        'take providers from the settings of a git revision, so that a change cannot redirect credentials',
      parse: notEmpty('--providers-from'),
    },
  ],
  examples: [
    { command: 'rolecall plan', does: 'show what would change, and why' },
    {
      command: 'rolecall plan --out plan.json',
      does: 'keep the plan, so that apply writes only what was reviewed',
    },
    { command: 'rolecall plan --scope "redox/environment/*"', does: 'plan only the environments' },
    { command: 'rolecall plan --base main', does: 'tell changes of this branch from drift' },
    {
      command: 'rolecall plan --base origin/main --providers-from origin/main',
      does: 'plan a change under review, in any CI',
    },
    {
      command:
        'rolecall plan --base origin/main --record record.json --repository acme/access --change 7 --branch main',
      does: 'keep a record of the review, for apply after the merge',
    },
    { command: 'rolecall plan --now 2027-02-01', does: 'plan as of that day, after some terms have ended' },
  ],
  run: async (values, _args, session) => {
    const plan = await session.table.plan();
    const format = formatOf(values, PLAN_FORMATS);
    const out = textOf(values, 'out');
    const roleLists = format !== 'text' || out !== null;
    const options = {
      ...planningValues(values),
      out,
      record: recordToWrite(values, session.context.runtime.env),
      roleLists,
      providersFrom: textOf(values, 'providersFrom'),
      detailedExitcode: flagOf(values, 'detailedExitcode'),
      failOnBlocked: flagOf(values, 'failOnBlocked'),
    };
    const outcome = await plan(options, session.context);
    return await printOutcome(
      session,
      outcome,
      await renderPlan(format, outcome.plan, listDrawing(session.drawing, values)),
    );
  },
};
