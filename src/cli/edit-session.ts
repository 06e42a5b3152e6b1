import type { EditOptions, EditOutcome } from '../commands/edit/edit.js';
import type { ExitCode } from '../errors.js';
import { type ArgumentSpec, flagOf, formatOf, type OptionSpec, type OptionValues } from './command-spec.js';
import { printOutcome, type Session } from './session.js';
import { dryRunOption, formatOption, nowOption, repeatable } from './shared-options.js';
import { folderFrom } from './sources.js';

const FORMATS = ['text', 'json'] as const;

/** Whom a command is about. */
export const whoArgument: ArgumentSpec = {
  name: '<who>',
  description: 'a key of people.yaml, an e-mail, user:ID, group:ID or team:NAME',
};

/** Where the entries are that a command edits. */
export const inOption: OptionSpec = {
  flags: '--in <scope...>',
  description:
    'an address, a glob over those of the files, or the name of a document; takes several; repeatable',
  parse: repeatable('--in'),
};

/** The options that every editing command takes. */
export const editOptions: readonly OptionSpec[] = [dryRunOption, formatOption(FORMATS), nowOption];

/** The values of these options. */
export function editValues(values: OptionValues): EditOptions {
  return { dryRun: flagOf(values, 'dryRun') };
}

/** Prints what an editing command did: the diff on stdout, all else on stderr. */
export async function printEdit(
  session: Session,
  values: OptionValues,
  outcome: EditOutcome,
): Promise<ExitCode> {
  const { editJson, editNotes, editText } = await import('../report/edit.js');
  const { cwd, workspace } = session.context;
  const folder = folderFrom(cwd, workspace.location.folder);
  const isJson = formatOf(values, FORMATS) === 'json';
  const output = isJson ? editJson(outcome.result) : editText(outcome.result, session.drawing);
  return await printOutcome(
    session,
    outcome,
    output,
    editNotes({ ...outcome, folder, at: workspace.at }),
    outcome.texts,
  );
}
