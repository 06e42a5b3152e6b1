import { withArticle } from '../../model/label.js';
import { rootTraits } from '../../model/scope.js';
import { type CommandSpec, flagOf, listOf } from '../command-spec.js';
import { modules } from '../modules.js';
import { connectorNames, repeatable } from '../shared-options.js';
import { initText } from '../../report/init.js';
import { printOutcome } from '../session.js';

export const initSpec: CommandSpec = {
  name: 'init',
  summary: 'write a commented starter config and workflows',
  description: 'Writes a commented starter configuration and GitHub workflows. Overwrites nothing.',
  arguments: [],
  options: [
    ...modules.map(({ traits }) => {
      const { kind } = rootTraits(traits);
      return {
        flags: `--${traits.name} <${kind}>`,
        description: `id of ${withArticle(`${traits.title} ${kind}`)} to start with; repeatable`,
        parse: repeatable(`--${traits.name}`),
      };
    }),
    {
      flags: '--connector <name|file>',
      description: 'a connector to start with: one that ships with rolecall, or a file here; repeatable',
      parse: connectorNames,
    },
    { flags: '--sandbox', description: 'write the settings for the sandbox, and no workflows' },
  ],
  examples: [
    { command: 'rolecall init', does: 'write rolecall.yaml, access/, people.yaml and .github/workflows/' },
    { command: 'rolecall init --redox 1024', does: 'write the same, for one Redox organization' },
    { command: 'rolecall init --connector github', does: 'write the same, for GitHub' },
    { command: 'rolecall init --sandbox', does: 'write settings for "rolecall sandbox"' },
  ],
  run: async (values, _args, session) => {
    const init = await session.table.init();
    const options = {
      dir: session.context.cwd,
      roots: new Map(modules.map(({ traits: { name } }) => [name, listOf(values, name)])),
      connectors: listOf(values, 'connector'),
      sandbox: flagOf(values, 'sandbox'),
    };
    const outcome = await init(options, session.context);
    return await printOutcome(session, outcome, initText(outcome.result));
  },
};
