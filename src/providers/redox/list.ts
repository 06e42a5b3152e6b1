import type { ReadClient } from '../../http/request.js';
import { ask } from '../asking.js';
import { shown } from '../fields.js';
import { payloadRows } from './api.js';
import { pageFacts } from './paging.js';

/** A list to read: where it is, what its rows are and what must differ from row to row. */
export interface ListOf<Row> {
  readonly baseUrl: string;
  readonly path: string;
  readonly credential: string;
  /** The list's key in `payload`. */
  readonly key: string;
  /** A text says what is wrong with a row. */
  readonly parse: (row: unknown) => Row | string;
  readonly identity: (row: Row) => string;
}

/** The rows that could be read, and why they may not be all: no problem means that the list is whole. */
export interface ListRead<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly string[];
}

/** Pages of one list, at most: 50 rows each, as Redox pages (R22), make 100,000. */
const mostPages = 2000;

/** Reads a list to its end, following the pages where the API makes any. */
export async function readList<Row extends object>(
  client: ReadClient,
  list: ListOf<Row>,
): Promise<ListRead<Row>> {
  const rows = new Map<string, Row>();
  const problems: string[] = [];
  const visited = new Set<string>();
  let path = list.path;
  let previousPage: number | null = null;
  let total: number | null = null;
  for (;;) {
    visited.add(path);
    const asked = await ask(client, { path, credential: list.credential });
    if (!asked.ok) return { rows: [...rows.values()], problems: [...problems, asked.failure.message] };
    const facts = pageFacts(asked.body, list.baseUrl, path);
    const page = payloadRows(asked.body, list.key);
    if (typeof page === 'string') return { rows: [...rows.values()], problems: [...problems, page] };
    const before = problems.length;
    for (const value of page) {
      const row = list.parse(value);
      if (typeof row === 'string') problems.push(row);
      else if (rows.has(list.identity(row))) problems.push(`${list.identity(row)} is listed twice`);
      else rows.set(list.identity(row), row);
    }
    if (total !== null && facts.total !== null && facts.total !== total) {
      problems.push(`the total changed from ${total} to ${facts.total} between pages`);
    }
    if (previousPage !== null && facts.currentPage !== null && facts.currentPage !== previousPage + 1) {
      problems.push(`page ${facts.currentPage} came after page ${previousPage}`);
    }
    total = facts.total ?? total;
    previousPage = facts.currentPage ?? previousPage;
    if (facts.next === null) {
      problems.push(...shortfall(rows.size, total, visited.size, facts.totalPages, problems.length > 0));
      return { rows: [...rows.values()], problems };
    }
    const stop =
      'problem' in facts.next ? facts.next.problem : endless(facts.next.path, visited, page.length);
    if (stop !== null) problems.push(stop);
    if (stop !== null || problems.length > before || !('path' in facts.next)) {
      return { rows: [...rows.values()], problems };
    }
    path = facts.next.path;
  }
}

function endless(next: string, visited: ReadonlySet<string>, rows: number): string | null {
  if (visited.has(next)) return `a page links to one that was read already: ${shown(next)}`;
  if (rows === 0) return `an empty page says that another follows: ${shown(next)}`;
  return visited.size >= mostPages ? `more than ${mostPages} pages` : null;
}

function shortfall(
  rows: number,
  total: number | null,
  pages: number,
  totalPages: number | null,
  explained: boolean,
): readonly string[] {
  if (explained) return [];
  if (total !== null && rows !== total) return [`${rows} rows came, the API's own total is ${total}`];
  if (totalPages !== null && pages < totalPages) return [`${pages} of ${totalPages} pages came`];
  return [];
}
