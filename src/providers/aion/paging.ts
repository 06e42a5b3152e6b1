import type { HttpFailure } from '../../http/failure.js';
import type { ReadClient } from '../../http/request.js';
import { ask } from '../asking.js';
import { countOf, fieldsOf, isFields, shown } from '../fields.js';
import { fewer, RowCollector } from '../row-collector.js';
import type { PageParameters } from './options.js';

/** A paged list to read: where it is, what its rows are and what must differ from row to row. */
export interface PagedList<Row> {
  readonly path: string;
  readonly credential: string;
  readonly parameters: PageParameters;
  /** A text says what is wrong with a row. */
  readonly parse: (row: unknown) => Row | string;
  /** Null where rows may be alike. */
  readonly identity: ((row: Row) => string) | null;
}

/** The rows that could be read, and why they may not be all: no problem means that the list is whole. */
export interface PagedRead<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly string[];
  /** The failure among the problems, where a request failed. */
  readonly failure: HttpFailure | null;
}

/** A page's size where nothing says otherwise (N4): with fewer rows and no `meta`, there is but one page. */
const defaultSize = 20;
const mostPages = 1000;

/** Reads a list to its end by the totals of its own `meta` (B3.1, B7), page after page. */
export async function readPages<Row extends object>(
  client: ReadClient,
  list: PagedList<Row>,
): Promise<PagedRead<Row>> {
  const collector = new RowCollector(list.parse, list.identity);
  const { rows, problems } = collector;
  let count = 0;
  let before: Page | null = null;
  let more = true;
  for (let number = 1; more; number += 1) {
    const asked = await ask(client, { path: pagePath(list, number), credential: list.credential });
    if (!asked.ok) return { rows, problems: [...problems, asked.failure.message], failure: asked.failure };
    const page: Page | null = parsePage(asked.body, number);
    if (page === null) {
      return {
        rows,
        problems: [...problems, `there is no list under data: ${shown(asked.body)}`],
        failure: null,
      };
    }
    collector.add(page.data);
    count += page.data.length;
    if (list.identity === null && repeats(page, before))
      problems.push(`page ${number} repeats the one before`);
    problems.push(...contradictions(page, before, list.parameters), ...shortfall(page, count));
    more = problems.length === 0 && page.total !== null && count < page.total;
    before = page;
  }
  return { rows, problems: fewer(problems), failure: null };
}

function pagePath<Row>({ path, parameters }: PagedList<Row>, page: number): string {
  const query = new URLSearchParams([
    [parameters.page, String(page)],
    [parameters.size, String(parameters.max)],
  ]);
  return `${path}?${query.toString()}`;
}

interface Page {
  readonly asked: number;
  readonly data: readonly unknown[];
  /** Whether there is a `meta` at all; the rest is what it says. */
  readonly hasMeta: boolean;
  readonly total: number | null;
  readonly page: number | null;
  readonly pageSize: number;
  readonly totalPages: number | null;
}

function parsePage(body: unknown, asked: number): Page | null {
  const { data, meta } = fieldsOf(body);
  if (!Array.isArray(data)) return null;
  const { total, page, pageSize, totalPages } = fieldsOf(meta);
  return {
    asked,
    data,
    hasMeta: isFields(meta),
    total: countOf(total),
    page: countOf(page),
    pageSize: countOf(pageSize) ?? data.length,
    totalPages: countOf(totalPages),
  };
}

function repeats(page: Page, before: Page | null): boolean {
  return before !== null && page.data.length > 0 && JSON.stringify(page.data) === JSON.stringify(before.data);
}

function contradictions(page: Page, before: Page | null, { max }: PageParameters): readonly string[] {
  const { asked, data, total, pageSize, totalPages } = page;
  if (!page.hasMeta) {
    const whole = asked === 1 && data.length < Math.min(defaultSize, max);
    return whole ? [] : [`page ${asked} has no meta, so that nothing says whether it is the last`];
  }
  if (total === null) return ['meta states no total, so that nothing says whether the rows are all'];
  if (page.page !== null && page.page !== asked) {
    return [`page ${asked} was asked for and page ${page.page} came`];
  }
  if (before !== null && before.total !== total) {
    return [`the total changed from ${before.total} to ${total} between pages`];
  }
  if (totalPages !== null && totalPages > 1 && total <= (totalPages - 1) * pageSize) {
    return [`meta contradicts itself: a total of ${total} in ${totalPages} pages of ${pageSize}`];
  }
  return [];
}

/** More rows than there are, or fewer on what must be the last page. */
function shortfall({ asked, data, total, totalPages }: Page, count: number): readonly string[] {
  if (total === null || count === total) return [];
  const last = data.length === 0 || (totalPages !== null && asked >= totalPages) || asked >= mostPages;
  return count > total || last ? [`${count} rows came, the API's own total is ${total}`] : [];
}
