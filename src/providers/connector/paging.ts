import type { HttpResponse } from '../../http/request.js';
import { isRecord } from '../../model/record.js';
import { countOf, shown } from '../fields.js';
import type { NextPage, PagedList, PagePosition } from '../list.js';
import type { Condition, ListSpec, Paging, Place } from './connector.js';
import { linksIn, pinnedPath } from './links.js';
import { withQuery } from './templates.js';
import { holds, isHeader, pathText, valueAt, valueIn } from './values.js';

/** How a list is read page by page: its first path, and what an answer holds. */
export interface PageReading extends Pick<PagedList<never>, 'path' | 'firstPage' | 'pageOf'> {}

/** What is paged: the list, how all lists of the connector are, and the base URL, which links may not leave. */
export interface PagedBy {
  readonly list: ListSpec;
  readonly paging: Paging;
  readonly baseUrl: string;
}

/** A list's own paging, with what it leaves out taken from that of all lists where both are paged alike. */
export function pagingOf(list: ListSpec, common: Paging | undefined): Paging {
  const own = list.paging ?? common ?? { by: 'whole' };
  const paging = own.by === common?.by ? { ...common, ...own } : own;
  return list.items === undefined ? paging : { ...paging, items: list.items };
}

/** How the list at a path is read. `path` is below the base URL, with its query. */
export function pagesOf(path: string, by: PagedBy): PageReading {
  const { paging } = by;
  const { first = paging.by === 'offset' ? 0 : 1 } = paging;
  const size: Record<string, number> =
    paging.size === undefined || paging.max === undefined ? {} : { [paging.size]: paging.max };
  const sized = withQuery(path, size);
  const numbered = (position: number): string =>
    paging.parameter === undefined ? sized : withQuery(sized, { [paging.parameter]: position });
  switch (paging.by) {
    case 'page':
      return {
        path: numbered(first),
        firstPage: first,
        pageOf: pageOf(by, ({ position }) => ({ path: numbered(first + position.pages) })),
      };
    case 'offset':
      return {
        path: numbered(first),
        pageOf: pageOf(by, ({ position, rows }) => ({
          path: numbered(first + position.rowsBefore + rows.length),
        })),
      };
    case 'cursor':
      return { path: sized, pageOf: pageOf(by, (at) => byCursor(at, by, sized)) };
    case 'link':
      return { path: sized, pageOf: pageOf(by, (at) => byLink(at, by, sized)) };
    case 'whole':
      return { path, pageOf: pageOf(by, ({ response }) => unreadPage(response)) };
  }
}

interface Came {
  readonly response: HttpResponse;
  readonly position: PagePosition;
  readonly rows: readonly unknown[];
}

/** Reads the rows of an answer; `following` says which page follows one that is not known to be the last. */
function pageOf(by: PagedBy, following: (came: Came) => NextPage | null): PageReading['pageOf'] {
  const { list, paging } = by;
  return (response, position) => {
    const { body } = response;
    const rows = rowsIn(body, list, paging);
    if (typeof rows === 'string') return rows;
    const stated = paging.total === undefined ? null : valueIn(response, paging.total);
    const total = paging.total !== undefined && isHeader(paging.total) ? countIn(stated) : countOf(stated);
    if (paging.total !== undefined && total === null) return noTotal(stated, paging.total, body);
    const came = { response, position, rows };
    const last = isLast(came, total, paging);
    if (typeof last === 'string') return last;
    const next = last === true ? null : following(came);
    if (last === false && next === null)
      return 'the answer says that it is not the last page, and does not say which one follows';
    const page = { rows, total, number: null };
    // With neither a total nor a mark, the first page that is not full is the last; a full one is followed.
    if (last === null && (paging.by === 'page' || paging.by === 'offset')) {
      const full = paging.max === undefined ? rows.length > 0 : rows.length >= paging.max;
      const problem = 'nothing says whether the list ends here: it has neither a total nor an end';
      return { ...page, next: full ? next : null, problems: full ? [] : [problem] };
    }
    return { ...page, next, problems: [] };
  };
}

/** That there is no total, or none that could be one. */
function noTotal(stated: unknown, place: Place, body: unknown): string {
  if (stated == null)
    return `no total stands at ${pathText(place)}: ${shown(isHeader(place) ? stated : body)}`;
  return `the total at ${pathText(place)} is not a whole number: ${shown(stated)}`;
}

/** The whole number in a header; null where there is none. */
function countIn(header: unknown): number | null {
  return typeof header === 'string' && /^\d{1,15}$/u.test(header) ? Number(header) : null;
}

function rowsIn(
  body: unknown,
  { emptyIf, entries }: ListSpec,
  { items = '.' }: Paging,
): readonly unknown[] | string {
  const found = valueAt(body, items);
  const rows = entries === true ? entriesOf(found) : found;
  const isEmpty = emptyIf === undefined ? null : holds(emptyIf, body);
  if (Array.isArray(rows) && (rows.length > 0 || isEmpty === null || isEmpty === true))
    return [...(rows as readonly unknown[])];
  if (Array.isArray(rows))
    return `the list at ${pathText(items)} is empty, and the answer does not say that there is nobody: ${shown(body)}`;
  if (rows === undefined && isEmpty === true) return [];
  return `no ${entries === true ? 'object' : 'list'} stands at ${pathText(items)}: ${shown(found === undefined ? body : found)}`;
}

/** The entries of an object as rows; undefined where it is none. */
function entriesOf(value: unknown): readonly unknown[] | undefined {
  return isRecord(value) ? Object.entries(value).map(([key, each]) => ({ key, value: each })) : undefined;
}

/** Whether a page is the last: null where neither a total nor a mark says so. */
function isLast(
  { response, position, rows }: Came,
  total: number | null,
  paging: Paging,
): boolean | null | string {
  if (paging.end !== undefined) return holds(paging.end, response.body);
  if (total !== null && (paging.by === 'page' || paging.by === 'offset'))
    return rows.length === 0 || position.rowsBefore + rows.length >= total;
  return null;
}

/** An answer that is all there is, by its connector, and says that another page follows. */
function unreadPage(response: HttpResponse): NextPage | null {
  const next = linksIn(response.header?.('link') ?? '')?.get('next');
  return next === undefined
    ? null
    : { problem: `the answer links to a next page, and the connector reads but one: ${shown(next)}` };
}

function byCursor(
  { response, position, rows }: Came,
  { paging, baseUrl }: PagedBy,
  sized: string,
): NextPage | null {
  const { body } = response;
  const next = paging.next === undefined ? undefined : valueIn(response, paging.next);
  if (next === undefined && isLost(body, paging.next ?? '.'))
    return { problem: `nothing stands at ${pathText(paging.next ?? '.')}: ${shown(body)}` };
  if (next === undefined && rows.length >= (paging.max ?? 1) && paging.total === undefined) {
    const where = pathText(paging.next ?? '.');
    return { problem: `a full page of ${rows.length} rows says nothing of a next one at ${where}` };
  }
  if (next === undefined || next === null || next === '' || next === false) return null;
  if (typeof next !== 'string' && typeof next !== 'number')
    return { problem: `the cursor of the next page is neither a text nor a number: ${shown(next)}` };
  if (paging.parameter !== undefined) return { path: withQuery(sized, { [paging.parameter]: next }) };
  return pinnedPath(String(next), baseUrl, position.path);
}

/** Whether even the object is missing that a cursor stands in: after the last page only the cursor itself may be. */
function isLost(body: unknown, next: Place): boolean {
  if (isHeader(next)) return false;
  const keys = typeof next === 'string' ? next.split('.') : next;
  return keys.length > 1 && valueAt(body, keys.slice(0, -1)) == null;
}

/** By the Link header. A full page without one may have lost it on its way, so that the page after it is asked for. */
function byLink(
  { response, position, rows }: Came,
  { paging, baseUrl }: PagedBy,
  sized: string,
): NextPage | null {
  const header = response.header?.('link') ?? '';
  const links = linksIn(header);
  if (links === null) return { problem: `the Link header cannot be read: ${shown(header)}` };
  const next = links.get('next');
  if (next !== undefined) return pinnedPath(next, baseUrl, position.path);
  const isMarked = ['prev', 'previous', 'first', 'last'].some((name) => links.has(name));
  if (isMarked || paging.max === undefined || rows.length < paging.max) return null;
  if (paging.parameter === undefined)
    return {
      problem: `a full page of ${rows.length} rows has no Link header, so that nothing says whether it is the last`,
    };
  return { path: withQuery(sized, { [paging.parameter]: (paging.first ?? 1) + position.pages }) };
}

/** Whether a row is left out. A text says why nobody can tell. */
export function isSkipped(row: unknown, conditions: readonly Condition[] = []): boolean | string {
  for (const condition of conditions) {
    const skipped = holds(condition, row);
    if (skipped !== false) return skipped;
  }
  return false;
}
