import { UsageError } from '../../errors.js';
import { type CommandSpec, flagOf, formatOf, listOf, numberOf, textOf } from '../command-spec.js';
import { addressOption, concurrencyOption, dryRunOption, formatOption, notEmpty } from '../shared-options.js';
import { printOutcome } from '../session.js';

const FORMATS = ['text', 'json'] as const;

export const importSpec: CommandSpec = {
  name: 'import',
  summary: 'write the live state as files',
  description:
    'Writes the live state as YAML: an organization with its environments to DIR/redox/ID.yaml, an account with its ' +
    'projects to DIR/aion/ID.yaml. An existing file is refused without --merge. With --people the live users come into ' +
    'people.yaml, joined across systems by e-mail, and the entries of existing files name them by key.',
  arguments: [],
  options: [
    addressOption,
    {
      flags: '--dir <dir>',
      description: 'folder of the access files',
      fallback: 'access',
      parse: notEmpty('--dir'),
    },
    { flags: '--merge', description: 'edit existing files in place, so that the next plan is empty' },
    {
      flags: '--people',
      description: 'also put the live users into people.yaml, and let the files name people by its keys',
    },
    {
      flags: '--skip-high-risk',
      description:
        'with --merge: leave high-risk roles as the files have them, and scopes that no file names out',
    },
    {
      flags: '--teams',
      description:
        'with --people: make a team of three or more people who hold three or more roles together, and let the files name it',
    },
    dryRunOption,
    formatOption(FORMATS),
    concurrencyOption,
  ],
  examples: [
    { command: 'rolecall import --scope redox/organization/1024', does: 'write access/redox/1024.yaml' },
    {
      command: 'rolecall import --scope aion/account/orbit --merge',
      does: 'update access/aion/orbit.yaml',
    },
    { command: 'rolecall import --people', does: 'write people.yaml, and name people by its keys' },
  ],
  run: async (values, _args, session) => {
    if (flagOf(values, 'teams') && !flagOf(values, 'people')) {
      throw new UsageError('--teams needs --people', {
        hint: 'Teams are made of the people in people.yaml.',
      });
    }
    const importScopes = await session.table.import();
    const options = {
      scope: listOf(values, 'scope'),
      dir: textOf(values, 'dir') ?? 'access',
      merge: flagOf(values, 'merge'),
      people: flagOf(values, 'people'),
      skipHighRisk: flagOf(values, 'skipHighRisk'),
      teams: flagOf(values, 'teams'),
      dryRun: flagOf(values, 'dryRun'),
      concurrency: numberOf(values, 'concurrency'),
    };
    const outcome = await importScopes(options, session.context);
    const { result, texts } = outcome;
    const { dryRunNotes, importDiffs, importJson, importNotes, importText } = await import(
      '../../report/import.js'
    );
    if (formatOf(values, FORMATS) === 'json')
      return await printOutcome(session, outcome, importJson(result, outcome), [], texts);
    if (!result.dryRun)
      return await printOutcome(session, outcome, importText(result), importNotes(result), texts);
    const { editText } = await import('../../report/edit.js');
    const diff = editText({ files: importDiffs(result, outcome) }, session.drawing);
    return await printOutcome(session, outcome, diff, dryRunNotes(result), texts);
  },
};
