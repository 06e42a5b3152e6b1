import type { DiffResult } from '../../model/diff.js';
import { type CommandSpec, flagOf, formatOf, listOf } from '../command-spec.js';
import { listDrawing } from '../list-drawing.js';
import { printOutcome } from '../session.js';
import { detailedExitcodeOption, formatOption, nowOption, scopeOption } from '../shared-options.js';
import type { RenderOptions } from '../../report/terminal.js';
import { diffJson } from '../../report/json.js';

const FORMATS = ['text', 'json', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

export const diffSpec: CommandSpec = {
  name: 'diff',
  summary: 'who gains and loses what between two git revisions, offline',
  description: 'Compares the desired state of two git revisions. Needs no network and no credentials.',
  arguments: [
    { name: '<base>', description: 'a git revision' },
    { name: '[head]', description: 'another git revision; default: the working tree' },
  ],
  options: [formatOption(FORMATS), scopeOption, nowOption, detailedExitcodeOption],
  examples: [
    { command: 'rolecall diff main', does: 'show what the working tree changes compared with main' },
    { command: 'rolecall diff v1 v2 --format markdown', does: 'print the differences as Markdown' },
  ],
  run: async (values, [base = null, head = null], session) => {
    const diff = await session.table.diff();
    const outcome = await diff(
      {
        base: base ?? '',
        head,
        scope: listOf(values, 'scope'),
        detailedExitcode: flagOf(values, 'detailedExitcode'),
      },
      session.context,
    );
    const { diff: result } = outcome;
    const output =
      result === null
        ? ''
        : await render(formatOf(values, FORMATS), result, listDrawing(session.drawing, values));
    return await printOutcome(session, outcome, output);
  },
};

async function render(format: Format, diff: DiffResult, drawing: RenderOptions): Promise<string> {
  if (format === 'json') return diffJson(diff);
  const { diffMarkdown, diffText } = await import('../../report/diff.js');
  return format === 'text' ? diffText(diff, drawing) : diffMarkdown(diff);
}
