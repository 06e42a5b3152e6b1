import { ExitCode, UsageError } from '../../errors.js';
import type { Change } from '../../model/change.js';
import { type Plan, nothingRead } from '../../model/plan.js';
import { count } from '../../model/label.js';
import type { RenderOptions } from '../../report/terminal.js';
import { type ScopeNames } from '../../report/words.js';
import { type CommandSpec, flagOf, formatOf, type OptionValues, textOf } from '../command-spec.js';
import type { ApplyOutcome } from '../../commands/apply.js';
import { digestText, formatOption, notEmpty, planningOptions, planningValues } from '../shared-options.js';
import { renderPlan } from '../render-plan.js';
import { listDrawing } from '../list-drawing.js';
import { applyRecordOptions, recordsToApply } from '../record-options.js';
import { printOutcome, type Session } from '../session.js';
import { applyJson } from '../../report/json.js';

const FORMATS = ['text', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

export const applySpec: CommandSpec = {
  name: 'apply',
  summary: 'plan, show the plan, ask, and write',
  description:
    'Makes a fresh plan, shows it, asks (on a terminal) and writes. With a plan file, records or a digest it writes ' +
    'only what was reviewed, and exits with 5 if anything else would change.',
  arguments: [{ name: '[plan.json]', description: 'a plan file that plan --out wrote' }],
  options: [
    formatOption(FORMATS),
    { flags: '--yes', description: 'write without asking' },
    {
      flags: '--digest <digest>',
      description: 'write only if the fresh plan has this digest',
      parse: digestText,
    },
    {
      flags: '--receipt <file>',
      description: 'write the result, commit, digest and times to a file',
      parse: notEmpty('--receipt'),
    },
    ...applyRecordOptions,
    {
      flags: '--scheduled',
      description:
        'for a schedule: end terms that are over, write what records list, and hold everything else',
    },
    ...planningOptions,
  ],
  examples: [
    { command: 'rolecall apply', does: 'show the plan and ask before writing' },
    { command: 'rolecall apply plan.json --yes', does: 'write the plan in this file, and nothing else' },
    {
      command: 'rolecall apply --record record.json --repository acme/access --branch main --yes',
      does: 'write what the records of merged changes list',
    },
    {
      command: 'rolecall apply --scheduled --yes',
      does: 'end the terms that are over, and report everything else',
    },
    {
      command: 'rolecall apply --yes --audit-log audit.jsonl',
      does: 'log a line before and after every write',
    },
    {
      command: 'rolecall apply --yes --allow-revokes 20',
      does: 'allow a large clean-up, up to 20 revokes',
    },
  ],
  run: async (values, [planFile = null], session) => {
    refuseNarrowing(planFile, values);
    const records = recordsToApply(values, session.context.runtime.env);
    const scheduled = flagOf(values, 'scheduled');
    if (scheduled && (planFile !== null || textOf(values, 'digest') !== null)) {
      throw new UsageError('--scheduled cannot be combined with a plan file or --digest', {
        hint: 'Both say what was reviewed. A scheduled run writes what records list, and ends terms.',
      });
    }
    if (planFile !== null && records !== null) {
      throw new UsageError('--record cannot be combined with a plan file', {
        hint: 'Both say what was reviewed: apply by the plan file, or by records.',
      });
    }
    const format = formatOf(values, FORMATS);
    const shown: { plan: Plan | null } = { plan: null };
    const apply = await session.table.apply();
    const outcome = await apply(
      {
        ...planningValues(values),
        roleLists: format !== 'text',
        planFile,
        records,
        scheduled,
        digest: textOf(values, 'digest'),
        receipt: textOf(values, 'receipt'),
        auditLog: textOf(values, 'auditLog'),
        yes: flagOf(values, 'yes'),
        interactive: !flagOf(values, 'yes') && isInteractive(session),
        show: async (plan) => {
          shown.plan = plan;
          await showPlan(plan, session, listDrawing(session.noteDrawing, values));
        },
        confirm: (changes) => askToApply(changes, session),
      },
      session.context,
    );
    const onTerminal = shown.plan !== null && session.io.streams.stdout.isTTY === true;
    return await printOutcome(
      session,
      outcome,
      await render(format, outcome, listDrawing(session.drawing, values), onTerminal),
    );
  },
};

function scopeNames({ scopes }: Plan): ScopeNames {
  return new Map(scopes.flatMap(({ scope, name }) => (name === null ? [] : [[scope, name] as const])));
}

/** A plan file says what it covers and when, so no option may narrow or date the run. */
function refuseNarrowing(planFile: string | null, values: OptionValues): void {
  if (planFile === null) return;
  const beside = [
    ['scope', '--scope'],
    ['shard', '--shard'],
    ['changedSince', '--changed-since'],
    ['now', '--now'],
  ].filter(([name = '']) => values[name] !== undefined);
  if (beside.length === 0) return;
  throw new UsageError(
    `${beside.map(([, flag]) => flag).join(' and ')} cannot be combined with a plan file`,
    {
      hint: 'The plan file says which scopes it covers. Plan again with these options, then apply that plan.',
    },
  );
}

function isInteractive({ io }: Session): boolean {
  return io.streams.stdin.isTTY === true && io.streams.stderr.isTTY === true;
}

async function showPlan(plan: Plan, session: Session, drawing: RenderOptions): Promise<void> {
  const { planText } = await import('../../report/plan/text.js');
  session.pauseProgress();
  await session.io.note(`${planText(plan, drawing)}\n`);
}

async function askToApply(changes: readonly Change[], session: Session): Promise<boolean> {
  const { askYesNo } = await import('../confirm.js');
  const agreed = await askYesNo(
    writeQuestion(changes),
    session.io.streams,
    session.context.signal,
    session.noteDrawing.color,
  );
  if (!agreed) await session.io.note('Declined: nothing was written.\n');
  return agreed;
}

/** `Write 3 grants and 1 revoke?` */
function writeQuestion(changes: readonly Change[]): string {
  const parts = (['grant', 'change', 'revoke'] as const).flatMap((action) => {
    const number = changes.filter((change) => change.action === action).length;
    return number === 0 ? [] : [count(number, action)];
  });
  return `Write ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)}?`;
}

async function render(
  format: Format,
  { plan, result, exitCode }: ApplyOutcome,
  drawing: RenderOptions,
  planShown: boolean,
): Promise<string | Iterable<string>> {
  if (result === null) {
    const again = planShown && format === 'text' && exitCode === ExitCode.error;
    return again ? '' : await renderPlan(format, plan, drawing);
  }
  if (format === 'json') return applyJson(result);
  const { applyLastLine, applyMarkdown, applyText } = await import('../../report/apply.js');
  const { planLastLine } = await import('../../report/plan/summary.js');
  const lastLine = nothingRead(plan) ? planLastLine(plan) : applyLastLine(result);
  return format === 'text'
    ? applyText(result, drawing, scopeNames(plan), lastLine)
    : applyMarkdown(result, scopeNames(plan), `**${lastLine}**`);
}
