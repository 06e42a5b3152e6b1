import { type CommandSpec, textOf } from '../command-spec.js';
import { editOptions, editValues, printEdit } from '../edit-session.js';
import { notEmpty } from '../shared-options.js';

export const offboardSpec: CommandSpec = {
  name: 'offboard',
  summary: 'write when somebody leaves, and list what ends',
  description:
    'Writes the last day of somebody into people.yaml, so that all their roles end with it. Adds them there where only ' +
    'entries name them. Lists every role that ends, and what only a person can do. Offline; prints the diff.',
  arguments: [{ name: '<who>', description: 'a key of people.yaml, an e-mail or user:ID' }],
  options: [
    {
      flags: '--on <date>',
      description: 'the last day: a date, a time, 7d, 2w or a weekday; default: today',
      parse: notEmpty('--on'),
    },
    ...editOptions,
  ],
  examples: [
    { command: 'rolecall offboard ada', does: 'today is her last day' },
    {
      command: 'rolecall offboard ada@acme.test --on 2027-06-30',
      does: 'whether people.yaml has her or not',
    },
  ],
  run: async (values, [who = null], session) => {
    const offboard = await session.table.offboard();
    const options = { ...editValues(values), who: who ?? '', on: textOf(values, 'on') };
    return await printEdit(session, values, await offboard(options, session.context));
  },
};
