import { type CommandSpec, formatOf, listOf, numberOf } from '../command-spec.js';
import { wholeNumber } from '../options.js';
import { printRendered } from '../rendered.js';
import { concurrencyOption, formatOption, nowOption, scopeOption } from '../shared-options.js';

const FORMATS = ['text', 'json', 'csv', 'html'] as const;

export const reportSpec: CommandSpec = {
  name: 'report',
  summary: 'an access review: who holds what, and what to look at',
  description:
    'Reports people and scopes, with last login, second factor, terms and what is unlisted. Sends reads only.',
  arguments: [],
  options: [
    formatOption(FORMATS),
    scopeOption,
    {
      flags: '--inactive-days <n>',
      description: 'days without a login after which access is called stale',
      parse: wholeNumber('--inactive-days', 1, 36_500),
      fallback: 90,
    },
    nowOption,
    concurrencyOption,
  ],
  examples: [
    { command: 'rolecall report --format html > review.html', does: 'a self-contained page' },
    { command: 'rolecall report --format csv > review.csv', does: 'for a spreadsheet' },
    {
      command: 'rolecall report --inactive-days 30',
      does: 'calls access stale after a month without a login',
    },
  ],
  run: async (values, _args, session) => {
    const report = await session.table.report();
    const options = {
      format: formatOf(values, FORMATS),
      color: session.drawing.color,
      width: session.drawing.width ?? null,
      inactiveDays: numberOf(values, 'inactiveDays') ?? 90,
      scope: listOf(values, 'scope'),
      concurrency: numberOf(values, 'concurrency'),
    };
    return await printRendered(await report(options, session.context), session);
  },
};
