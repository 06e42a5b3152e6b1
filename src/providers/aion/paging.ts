import type { HttpFailure } from '../../http/failure.js';
import type { ReadClient } from '../../http/request.js';
import { ask } from '../asking.js';
import { countOf, fieldsOf, isFields, shown } from '../fields.js';
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
  const rows: Row[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  let previous = '';
  let count = 0;
  let total: number | null = null;
  for (let number = 1; ; number += 1) {
    const asked = await ask(client, { path: pagePath(list, number), credential: list.credential });
    if (!asked.ok) return { rows, problems: [...problems, asked.failure.message], failure: asked.failure };
    const { data, meta } = fieldsOf(asked.body);
    if (!Array.isArray(data)) {
      problems.push(`the answer has no list under data: ${shown(asked.body)}`);
      break;
    }
    for (const value of data) {
      const row = list.parse(value);
      const identity = typeof row === 'string' || list.identity === null ? null : list.identity(row);
      if (typeof row === 'string') problems.push(row);
      else if (identity !== null && seen.has(identity)) problems.push(`${identity} is listed twice`);
      else rows.push(row);
      if (identity !== null) seen.add(identity);
    }
    count += data.length;
    const text = JSON.stringify(data);
    if (number > 1 && data.length > 0 && text === previous)
      problems.push(`page ${number} repeats the one before`);
    previous = text;
    if (!isFields(meta)) {
      const whole = number === 1 && data.length < Math.min(defaultSize, list.parameters.max);
      if (!whole) problems.push(`page ${number} has no meta, so that nothing says whether it is the last`);
      break;
    }
    const facts = metaFacts(meta, data.length);
    const contradiction = contradictionIn(facts, number, total);
    if (contradiction !== null) problems.push(contradiction);
    if (problems.length > 0 || facts.total === null) break;
    total = facts.total;
    if (count > total) problems.push(`${count} rows came, the API's own total is ${total}`);
    if (count >= total) break;
    if (
      data.length === 0 ||
      (facts.totalPages !== null && number >= facts.totalPages) ||
      number >= mostPages
    ) {
      problems.push(`${count} rows came, the API's own total is ${total}`);
      break;
    }
  }
  return { rows, problems, failure: null };
}

function pagePath<Row>({ path, parameters }: PagedList<Row>, page: number): string {
  const query = new URLSearchParams([
    [parameters.page, String(page)],
    [parameters.size, String(parameters.max)],
  ]);
  return `${path}?${query.toString()}`;
}

interface MetaFacts {
  readonly total: number | null;
  readonly page: number | null;
  readonly pageSize: number;
  readonly totalPages: number | null;
}

function metaFacts(meta: Readonly<Record<string, unknown>>, rows: number): MetaFacts {
  return {
    total: countOf(meta['total']),
    page: countOf(meta['page']),
    pageSize: countOf(meta['pageSize']) ?? rows,
    totalPages: countOf(meta['totalPages']),
  };
}

function contradictionIn(facts: MetaFacts, asked: number, total: number | null): string | null {
  if (facts.total === null) return 'meta states no total, so that nothing says whether the rows are all';
  if (facts.page !== null && facts.page !== asked)
    return `page ${asked} was asked for and page ${facts.page} came`;
  if (total !== null && facts.total !== total)
    return `the total changed from ${total} to ${facts.total} between pages`;
  const { totalPages, pageSize } = facts;
  if (totalPages !== null && totalPages > 1 && facts.total <= (totalPages - 1) * pageSize) {
    return `meta contradicts itself: a total of ${facts.total} in ${totalPages} pages of ${pageSize}`;
  }
  return null;
}
