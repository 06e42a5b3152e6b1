import { type CommandSpec, formatOf, listOf, numberOf, textOf } from '../command-spec.js';
import { printRendered } from '../rendered.js';
import { concurrencyOption, formatOption, nowOption, scopeOption } from '../shared-options.js';

const FORMATS = ['text', 'json', 'csv', 'html'] as const;

export const reportSpec: CommandSpec = {
  name: 'report',
  summary: 'an access review: who holds what, and what to look at',
  description:
    'Reports people and scopes, with last login, second factor, terms and what is unlisted. Sends reads only.',
  arguments: [],
  options: [formatOption(FORMATS), scopeOption, nowOption, concurrencyOption],
  examples: [
    { command: 'rolecall report --format html > review.html', does: 'a self-contained page' },
    { command: 'rolecall report --format csv > review.csv', does: 'for a spreadsheet' },
  ],
  run: async (values, _args, session) => {
    const report = await session.table.report();
    const options = {
      config: session.config,
      format: formatOf(values, FORMATS),
      color: session.drawing.color,
      scope: listOf(values, 'scope'),
      now: textOf(values, 'now'),
      concurrency: numberOf(values, 'concurrency'),
    };
    return await printRendered(await report(options, session.context), session);
  },
};
