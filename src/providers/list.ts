import { type FailureKind, HttpFailure } from '../http/failure.js';
import type { HttpResponse, ReadClient } from '../http/request.js';
import { shown } from './fields.js';

/** A list to read: where it starts, how a response holds its pages, and what its rows are. */
export interface PagedList<Row> {
  /** The name of the base URL; the default one if left out. */
  readonly base?: string | undefined;
  /** The path of the first page, with its query. */
  readonly path: string;
  readonly credential: string;
  /** The number of the first page, where pages are asked for by number. */
  readonly firstPage?: number;
  /** The page that a response holds; a text says why there is none. */
  readonly pageOf: (response: HttpResponse, position: PagePosition) => Page | string;
  /** A row; a text says what is wrong with it. */
  readonly rowOf: (value: unknown) => Row | string;
  /** So many pages are read at most; 2,000 if left out. */
  readonly mostPages?: number;
  /** What differs from row to row, as a message may name it; null where rows may be alike. */
  readonly identity: ((row: Row) => string) | null;
}

/** Where a page stands in its list. */
export interface PagePosition {
  /** The path that was asked for, with its query. */
  readonly path: string;
  /** How many pages were read, this one included. */
  readonly pages: number;
  /** How many rows came with the pages before. */
  readonly rowsBefore: number;
}

/**
 * A page, whatever the API pages by: its link, cursor, offset or page number is told as the path to follow, and its end
 * marker or total as there being none.
 */
export interface Page {
  readonly rows: readonly unknown[];
  /** How many rows there are over all pages; null where the API does not say. */
  readonly total: number | null;
  /** The number that the page gives itself; null where it has none. */
  readonly number: number | null;
  /** The path of the page that follows, or why it cannot be asked for; null after the last page. */
  readonly next: NextPage | null;
  /** What the page contradicts itself in, or does not say though it must. */
  readonly problems: readonly string[];
}

/** The path begins with a slash, is percent-encoded, and is appended to the base URL: a page of another origin has none. */
export type NextPage = { readonly path: string } | { readonly problem: string };

/** The rows that could be read, and why they may not be all: no problem means that the list is whole. */
export interface ListRead<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly string[];
  /** How many rows the API itself says there are; null where it does not. */
  readonly total: number | null;
  /** The failure that is the problem, where a request failed. */
  readonly failure: HttpFailure | null;
}

/** So many pages of one list are read at most: 50 rows each, as Redox pages (R22), make 100,000. */
const mostPages = 2000;

const mostProblems = 20;

/** What stops the whole run, not only the read of one list. */
const fatal: ReadonlySet<FailureKind> = new Set<FailureKind>(['missing-variable', 'interrupted']);

/**
 * Reads a list page by page, to its end or to the first page with a problem.
 * @throws HttpFailure where a variable is not set or the run is interrupted; any other failure is a problem of the list
 */
export async function readList<Row extends object>(
  client: ReadClient,
  list: PagedList<Row>,
): Promise<ListRead<Row>> {
  const reading = new Reading(list);
  for (let path: string | null = list.path; path !== null; ) {
    try {
      const { base, credential } = list;
      path = reading.add(await client.get({ method: 'GET', base, path, credential }), path);
    } catch (error) {
      if (!(error instanceof HttpFailure) || fatal.has(error.kind)) throw error;
      return { rows: reading.rows, total: reading.total, problems: [error.message], failure: error };
    }
  }
  return { rows: reading.rows, total: reading.total, problems: fewer(reading.problems), failure: null };
}

/** Of problems that may be thousands alike, some, and how many more there are. */
export function fewer(problems: readonly string[]): readonly string[] {
  if (problems.length <= mostProblems) return problems;
  return [...problems.slice(0, mostProblems), `and ${problems.length - mostProblems} more of this kind`];
}

class Reading<Row extends object> {
  readonly rows: Row[] = [];
  readonly problems: string[] = [];
  readonly #identities = new Set<string>();
  readonly #paths = new Set<string>();
  /** How many rows came, those that are not understood included. */
  #came = 0;
  #total: number | null = null;
  #expectedNumber: number | null;
  #lastPage = '';

  constructor(private readonly list: PagedList<Row>) {
    this.#expectedNumber = list.firstPage ?? null;
  }

  /** How many rows the API says there are; null as long as it does not. */
  get total(): number | null {
    return this.#total;
  }

  /** Takes in a page. Returns the path of the next one; null where the list ends or has a problem. */
  add(response: HttpResponse, path: string): string | null {
    this.#paths.add(path);
    const position = { path, pages: this.#paths.size, rowsBefore: this.#came };
    const page = this.list.pageOf(response, position);
    if (typeof page === 'string') {
      this.problems.push(page);
      return null;
    }
    for (const value of page.rows) this.#addRow(value);
    this.#came += page.rows.length;
    this.#compare(page);
    this.problems.push(...page.problems);
    return this.problems.length > 0 ? null : this.#nextPath(page);
  }

  /** A row that is not understood, or that came before, is a problem and left out. */
  #addRow(value: unknown): void {
    const row = this.list.rowOf(value);
    if (typeof row === 'string') {
      this.problems.push(row);
      return;
    }
    const identity = this.list.identity?.(row) ?? null;
    if (identity !== null && this.#identities.has(identity)) {
      this.problems.push(`${identity} is listed twice`);
      return;
    }
    if (identity !== null) this.#identities.add(identity);
    this.rows.push(row);
  }

  /** Finds what a page contradicts the pages before it in. A total stated once is not unsaid by a page without. */
  #compare({ rows, number, total }: Page): void {
    if (this.list.identity === null) {
      const text = JSON.stringify(rows);
      if (rows.length > 0 && text === this.#lastPage) {
        this.problems.push(`page ${this.#paths.size} repeats the one before`);
      }
      this.#lastPage = text;
    }
    const expected = this.#expectedNumber;
    if (number !== null && expected !== null && number !== expected) {
      this.problems.push(`page ${expected} was asked for and page ${number} came`);
    }
    const stated = number ?? expected;
    this.#expectedNumber = stated === null ? null : stated + 1;
    if (this.#total !== null && total !== null && total !== this.#total) {
      this.problems.push(`the total changed from ${this.#total} to ${total} between pages`);
    }
    this.#total = total ?? this.#total;
  }

  #nextPath({ rows, next }: Page): string | null {
    const problem = next === null ? this.#shortfall() : this.#deadEnd(next, rows.length);
    if (problem !== null) this.problems.push(problem);
    return problem === null && next !== null && 'path' in next ? next.path : null;
  }

  /** Fewer rows than the API itself says there are, or more. */
  #shortfall(): string | null {
    return this.#total === null || this.#came === this.#total
      ? null
      : `${this.#came} rows came, the API's own total is ${this.#total}`;
  }

  #deadEnd(next: NextPage, rows: number): string | null {
    if ('problem' in next) return next.problem;
    if (!/^\/[!-~]*$/u.test(next.path)) return `the next page cannot be asked for: ${shown(next.path)}`;
    if (this.#paths.has(next.path)) return `a page links to one that was read already: ${shown(next.path)}`;
    if (rows === 0) return `an empty page says that another follows: ${shown(next.path)}`;
    const most = this.list.mostPages ?? mostPages;
    return this.#paths.size >= most ? `there are more than ${most} pages` : null;
  }
}
