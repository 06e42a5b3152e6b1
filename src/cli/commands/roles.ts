import { rolesJson } from '../../report/json.js';
import { type CommandSpec, formatOf, listOf, numberOf } from '../command-spec.js';
import { printOutcome } from '../session.js';
import { addressOption, concurrencyOption, formatOption } from '../shared-options.js';

const FORMATS = ['text', 'json'] as const;

export const rolesSpec: CommandSpec = {
  name: 'roles',
  summary: 'the roles known live: name, id, holders',
  description:
    'Shows the roles known live by kind of scope: name, id and holders, and which roles the files ask for that cannot ' +
    'be granted. Sends reads only.',
  arguments: [],
  options: [formatOption(FORMATS), addressOption, concurrencyOption],
  examples: [
    { command: 'rolecall roles', does: 'every role that can be granted, and how many hold it' },
    { command: 'rolecall roles --scope redox/organization/1024', does: 'those of one organization' },
  ],
  run: async (values, _args, session) => {
    const listRoles = await session.table.roles();
    const options = { scope: listOf(values, 'scope'), concurrency: numberOf(values, 'concurrency') };
    const outcome = await listRoles(options, session.context);
    const { roles, unread } = outcome;
    const { rolesText } = await import('../../report/roles.js');
    const output =
      formatOf(values, FORMATS) === 'json' ? rolesJson(roles) : rolesText(roles, session.drawing);
    return await printOutcome(session, outcome, output, [...roles.notListed, ...unread]);
  },
};
