import type { HttpFailure } from '../../http/failure.js';
import type { ReadClient } from '../../http/request.js';
import { ask } from '../asking.js';
import { shown } from '../fields.js';
import { fewer, RowCollector } from '../row-collector.js';
import { payloadRows } from './api.js';
import { type NextPage, type PageFacts, pageFacts } from './paging.js';

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
  /** The failure that is the problem, where a request failed. */
  readonly failure: HttpFailure | null;
}

/** Pages of one list, at most: 50 rows each, as Redox pages (R22), make 100,000. */
const mostPages = 2000;

/** Reads a list to its end, following the pages where the API makes any. */
export async function readList<Row extends object>(
  client: ReadClient,
  list: ListOf<Row>,
): Promise<ListRead<Row>> {
  const collector = new RowCollector(list.parse, list.identity);
  const { rows, problems } = collector;
  const visited = new Set<string>();
  let before: PageFacts | null = null;
  let path: string | null = list.path;
  while (path !== null && problems.length === 0) {
    visited.add(path);
    const asked = await ask(client, { path, credential: list.credential });
    if (!asked.ok) return { rows, problems: [asked.failure.message], failure: asked.failure };
    const page = payloadRows(asked.body, list.key);
    if (typeof page === 'string') {
      problems.push(page);
      break;
    }
    collector.add(page);
    const facts: PageFacts = factsAfter(pageFacts(asked.body, list.baseUrl, path), before);
    problems.push(...contradictions(facts, before));
    if (facts.next === null) problems.push(...shortfall(facts, rows.length, visited.size, problems));
    else problems.push(...deadEnd(facts.next, visited, page.length));
    path = facts.next !== null && 'path' in facts.next ? facts.next.path : null;
    before = facts;
  }
  return { rows, problems: fewer(problems), failure: null };
}

/** A total stated once is not unsaid by a page without. */
function factsAfter(facts: PageFacts, before: PageFacts | null): PageFacts {
  return { ...facts, total: facts.total ?? before?.total ?? null };
}

function contradictions(facts: PageFacts, before: PageFacts | null): readonly string[] {
  if (before === null) return [];
  const found: string[] = [];
  if (before.total !== null && facts.total !== before.total) {
    found.push(`the total changed from ${before.total} to ${facts.total} between pages`);
  }
  if (
    before.currentPage !== null &&
    facts.currentPage !== null &&
    facts.currentPage !== before.currentPage + 1
  ) {
    found.push(`page ${facts.currentPage} came after page ${before.currentPage}`);
  }
  return found;
}

function deadEnd(
  next: Exclude<NextPage, null>,
  visited: ReadonlySet<string>,
  rows: number,
): readonly string[] {
  if ('problem' in next) return [next.problem];
  if (visited.has(next.path)) return [`a page links to one that was read already: ${shown(next.path)}`];
  if (rows === 0) return [`an empty page says that another follows: ${shown(next.path)}`];
  return visited.size >= mostPages ? [`there are more than ${mostPages} pages`] : [];
}

/** Fewer (or more) than the API itself says there are; not told again where something else explains it. */
function shortfall(
  { total, totalPages }: PageFacts,
  rows: number,
  pages: number,
  problems: readonly string[],
): readonly string[] {
  if (problems.length > 0) return [];
  if (total !== null && rows !== total) return [`${rows} rows came, the API's own total is ${total}`];
  return totalPages !== null && pages < totalPages ? [`${pages} of ${totalPages} pages came`] : [];
}
