import { UsageError } from '../../errors.js';
import { type CommandSpec, listOf, textOf } from '../command-spec.js';
import { editOptions, editValues, inOption, printEdit, whoArgument } from '../edit-session.js';
import { notEmpty } from '../shared-options.js';

export const extendSpec: CommandSpec = {
  name: 'extend',
  summary: 'move the end of entries that have one',
  description:
    "Edits the files so that somebody's entries with an end get another one. Entries without an end stay as they are, and " +
    'are named. Offline; prints the diff.',
  arguments: [whoArgument],
  options: [
    {
      flags: '--until <date>',
      description: 'the new last day: a date, a time, 7d, 2w or a weekday',
      parse: notEmpty('--until'),
    },
    { flags: '--role <name>', description: 'only this role', parse: notEmpty('--role') },
    inOption,
    ...editOptions,
  ],
  examples: [
    { command: 'rolecall extend ada --until 2w', does: 'all entries of hers that have an end' },
    {
      command: 'rolecall extend team:oncall --until 2027-03-31 --role engineer --in redox/environment/*',
      does: 'one role, where it ends',
    },
  ],
  run: async (values, [who = null], session) => {
    const until = textOf(values, 'until');
    if (until === null) {
      throw new UsageError('extend needs --until', { hint: 'For example rolecall extend ada --until 2w.' });
    }
    const extend = await session.table.extend();
    const outcome = await extend(
      {
        ...editValues(values),
        who: who ?? '',
        until,
        role: textOf(values, 'role'),
        in: listOf(values, 'in'),
      },
      session.context,
    );
    return await printEdit(session, values, outcome);
  },
};
