import { type CommandSpec, formatOf, listOf, numberOf, textOf } from '../command-spec.js';
import { concurrencyOption, formatOption, nowOption, scopeOption, wholeNumber } from '../shared-options.js';
import type { ReportOutcome } from '../../commands/report/report.js';
import { type AccessReview, NO_REPORT, nothingReviewed } from '../../planning/access-review/review.js';
import { printOutcome, type Session } from '../session.js';
import { reviewJson } from '../../report/json.js';

const FORMATS = ['text', 'json', 'csv', 'html'] as const;
type Format = (typeof FORMATS)[number];

export const reportSpec: CommandSpec = {
  name: 'report',
  summary: 'an access review: who holds what, and what needs attention',
  description:
    'Reports people and scopes with last login, second factor, terms and unlisted roles. Sends reads only.',
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
    {
      flags: '--out <folder>',
      description: 'also keep the page, the table and the data there, with their SHA-256',
    },
    nowOption,
    concurrencyOption,
  ],
  examples: [
    { command: 'rolecall report --format html > review.html', does: 'write a self-contained page' },
    { command: 'rolecall report --format csv > review.csv', does: 'write a table for a spreadsheet' },
    {
      command: 'rolecall report --out reviews/2026-q4',
      does: 'keep a review as evidence: page, table, data and SHA256SUMS',
    },
    {
      command: 'rolecall report --inactive-days 30',
      does: 'call access stale after 30 days without a login',
    },
  ],
  run: async (values, _args, session) => {
    const out = textOf(values, 'out');
    if (out !== null) (await import('../export-review.js')).requireNoReview(session.context.cwd, out);
    const report = await session.table.report();
    const format = formatOf(values, FORMATS);
    const options = {
      inactiveDays: numberOf(values, 'inactiveDays') ?? 90,
      scope: listOf(values, 'scope'),
      concurrency: numberOf(values, 'concurrency'),
    };
    const outcome = await report(options, session.context);
    return await printOutcome(session, outcome, await render(format, outcome.review, session), [
      ...notesBeside(format, outcome),
      ...(await kept(out, outcome, session)),
    ]);
  },
};

/** What the format itself cannot show. */
function notesBeside(format: Format, { review, unread }: ReportOutcome): readonly string[] {
  const isEmpty = nothingReviewed(review);
  const isWhole = review.scopes.every(({ complete }) => complete);
  return [
    ...(format === 'csv' ? [...review.evidence.notListed, ...unread] : []),
    ...(isWhole || isEmpty
      ? []
      : ['Not everything could be read, so people and roles may be missing in this report.']),
    ...(isEmpty && format !== 'text' ? [NO_REPORT] : []),
  ];
}

/** Keeps the review in a folder, where one is named. */
async function kept(
  folder: string | null,
  { review }: ReportOutcome,
  { context }: Session,
): Promise<readonly string[]> {
  if (folder === null) return [];
  const { exportReview } = await import('../export-review.js');
  const files = await exportReview(review, context.cwd, folder);
  return [`Written: ${files.join(', ')}`];
}

async function render(format: Format, review: AccessReview, { drawing }: Session): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../../report/access-review/text.js')).reviewText(review, drawing);
    case 'json':
      return reviewJson(review);
    case 'csv':
      return (await import('../../report/access-review/csv.js')).reviewCsv(review);
    case 'html':
      return (await import('../../report/access-review/html.js')).reviewHtml(review);
  }
}
