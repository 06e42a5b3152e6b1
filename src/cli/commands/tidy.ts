import { type CommandSpec, textOf } from '../command-spec.js';
import { editOptions, editValues, printEdit } from '../edit-session.js';
import { notEmpty } from '../shared-options.js';

export const tidySpec: CommandSpec = {
  name: 'tidy',
  summary: 'delete entries that have ended and that no plan needs',
  description:
    'Deletes entries whose term has ended, and entries and team memberships of people who left, where every plan is the same ' +
    'without them. An entry that still revokes a role, or names a member, stays, and the notes say why. Offline; prints ' +
    'the diff.',
  arguments: [],
  options: [
    {
      flags: '--before <date>',
      description: 'only what had ended before this date; default: what has ended by now',
      parse: notEmpty('--before'),
    },
    ...editOptions,
  ],
  examples: [
    { command: 'rolecall tidy --dry-run', does: 'what would be deleted, and what stays' },
    { command: 'rolecall tidy --before 2026-11-01', does: 'only what ended in October or earlier' },
  ],
  run: async (values, _args, session) => {
    const tidy = await session.table.tidy();
    const options = { ...editValues(values), before: textOf(values, 'before') };
    return await printEdit(session, values, await tidy(options, session.context));
  },
};
