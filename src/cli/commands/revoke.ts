import { type CommandSpec, listOf } from '../command-spec.js';
import { editOptions, editValues, inOption, printEdit, whoArgument } from '../edit-session.js';

export const revokeSpec: CommandSpec = {
  name: 'revoke',
  summary: 'remove the entries that give somebody a role',
  description:
    'Edits the files so that no entry gives somebody a role. Where a team gives one of them, nothing is written. Offline; ' +
    'says which roles stay live all the same, and what would revoke them.',
  arguments: [whoArgument, { name: '[role]', description: 'the role; default: every role' }],
  options: [inOption, ...editOptions],
  examples: [
    {
      command: 'rolecall revoke ada engineer --in redox/environment/*',
      does: 'in every environment of the files',
    },
    { command: 'rolecall revoke linus@contractor.test', does: 'every role, everywhere' },
  ],
  run: async (values, [who = null, role = null], session) => {
    const revoke = await session.table.revoke();
    const options = { ...editValues(values), who: who ?? '', role, in: listOf(values, 'in') };
    return await printEdit(session, values, await revoke(options, session.context));
  },
};
