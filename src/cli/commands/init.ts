import { type CommandSpec, flagOf, listOf } from '../command-spec.js';
import { repeatable } from '../options.js';
import { printRendered } from '../rendered.js';

export const initSpec: CommandSpec = {
  name: 'init',
  summary: 'write a commented starter config and workflows',
  description: 'Writes a commented starter configuration and GitHub workflows. Overwrites nothing.',
  arguments: [],
  options: [
    {
      flags: '--redox <organization>',
      description: 'id of a Redox organization to start with; repeatable',
      parse: repeatable('--redox'),
    },
    {
      flags: '--aion <account>',
      description: 'id of an Aion account to start with; repeatable',
      parse: repeatable('--aion'),
    },
    { flags: '--sandbox', description: 'write the settings for the sandbox, and no workflows' },
  ],
  examples: [
    { command: 'rolecall init', does: 'rolecall.yaml, access/, people.yaml and .github/workflows/' },
    { command: 'rolecall init --redox 1024', does: 'the same, for one Redox organization' },
    { command: 'rolecall init --sandbox', does: 'settings that "rolecall sandbox" fits' },
  ],
  run: async (values, _args, session) => {
    const init = await session.table.init();
    const { cwd } = session.context;
    const options = {
      dir: cwd,
      redox: listOf(values, 'redox'),
      aion: listOf(values, 'aion'),
      sandbox: flagOf(values, 'sandbox'),
    };
    return await printRendered(await init(options, session.context), session);
  },
};
