import { type CommandSpec, formatOf, listOf, numberOf, textOf } from '../command-spec.js';
import { printRendered } from '../rendered.js';
import { concurrencyOption, formatOption, nowOption, scopeOption } from '../shared-options.js';

const FORMATS = ['text', 'json'] as const;

export const explainSpec: CommandSpec = {
  name: 'explain',
  summary: 'every role a person has, and why',
  description: 'Shows every role a person has and why: the line, team, term and commit that grant it.',
  arguments: [{ name: '<principal>', description: 'a key of people.yaml, an e-mail, user:ID or group:ID' }],
  options: [formatOption(FORMATS), scopeOption, nowOption, concurrencyOption],
  examples: [
    { command: 'rolecall explain ada', does: 'by key of people.yaml' },
    { command: 'rolecall explain ada@acme.test --now 2027-01-31', does: 'what is left on that day' },
  ],
  run: async (values, [principal = null], session) => {
    const explain = await session.table.explain();
    const options = {
      config: session.config,
      principal: principal ?? '',
      format: formatOf(values, FORMATS),
      color: session.drawing.color,
      scope: listOf(values, 'scope'),
      now: textOf(values, 'now'),
      concurrency: numberOf(values, 'concurrency'),
    };
    return await printRendered(await explain(options, session.context), session);
  },
};
