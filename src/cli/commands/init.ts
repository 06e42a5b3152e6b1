import type { CommandSpec } from '../command-spec.js';
import { printRendered } from '../rendered.js';

export const initSpec: CommandSpec = {
  name: 'init',
  summary: 'write a commented starter config and workflows',
  description: 'Writes a commented starter configuration and GitHub workflows. Overwrites nothing.',
  arguments: [],
  options: [],
  examples: [
    { command: 'rolecall init', does: 'rolecall.yaml, access/, people.yaml and .github/workflows/' },
  ],
  run: async (_values, _args, session) => {
    const init = await session.table.init();
    return await printRendered(await init({ dir: session.context.cwd }, session.context), session);
  },
};
