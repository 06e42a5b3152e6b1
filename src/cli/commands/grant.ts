import { type CommandSpec, listOf, textOf } from '../command-spec.js';
import { editOptions, editValues, inOption, printEdit, whoArgument } from '../edit-session.js';
import { notEmpty } from '../shared-options.js';

export const grantSpec: CommandSpec = {
  name: 'grant',
  summary: 'write the entries that give somebody a role',
  description:
    'Edits the files so that somebody has a role: adds the entry, or changes the term of the one that is there. Offline; ' +
    'comments, order and anchors stay. Prints the diff; rolecall apply, or the merge, then makes the change.',
  arguments: [
    whoArgument,
    { name: '[role]', description: 'the role, as the files or the system name it; left out with --like' },
  ],
  options: [
    inOption,
    {
      flags: '--like <other>',
      description: 'give WHO every entry that names somebody else, with its term, and the same teams',
      parse: notEmpty('--like'),
    },
    { flags: '--from <date>', description: 'a date, a time, 7d, 2w or a weekday', parse: notEmpty('--from') },
    {
      flags: '--until <date>',
      description: 'the last day, written likewise; never drops an end; left out, an end that is there stays',
      parse: notEmpty('--until'),
    },
    { flags: '--reason <text>', description: 'why, such as a ticket', parse: notEmpty('--reason') },
    ...editOptions,
  ],
  examples: [
    { command: 'rolecall grant lin --like ada', does: 'what ada has, for somebody who joins' },
    {
      command: 'rolecall grant ada engineer --in redox/environment/*',
      does: 'in every environment of the files',
    },
    {
      command: 'rolecall grant ada owner --in "Acme Health" --until friday --reason INC-4211',
      does: 'for a few days, beside the role that she has',
    },
  ],
  run: async (values, [who = null, role = null], session) => {
    const grant = await session.table.grant();
    const outcome = await grant(
      {
        ...editValues(values),
        who: who ?? '',
        role,
        like: textOf(values, 'like'),
        in: listOf(values, 'in'),
        from: textOf(values, 'from'),
        until: textOf(values, 'until'),
        reason: textOf(values, 'reason'),
      },
      session.context,
    );
    return await printEdit(session, values, outcome);
  },
};
