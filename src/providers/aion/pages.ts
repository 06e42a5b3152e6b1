import type { HttpResponse } from '../../http/request.js';
import { isRecord } from '../../model/record.js';
import { countOf, fieldsOf, shown } from '../fields.js';
import type { Page, PagedList, PagePosition } from '../list.js';
import type { PageParameters } from './options.js';

/** A page's size where nothing says otherwise (N4): with fewer rows and no `meta`, there is but one page. */
const defaultSize = 20;

/** How a list is asked for by page number, and read to its end by the totals of its own `meta` (B3.1, B7). */
export function numberedPages(
  path: string,
  parameters: PageParameters,
  filter: Readonly<Record<string, string>> = {},
): Pick<PagedList<never>, 'path' | 'firstPage' | 'pageOf'> {
  const pagePath = (page: number): string => {
    const query = new URLSearchParams([
      [parameters.page, String(page)],
      [parameters.size, String(parameters.max)],
      ...Object.entries(filter),
    ]);
    return `${path}?${query.toString()}`;
  };
  return {
    path: pagePath(1),
    firstPage: 1,
    pageOf: ({ body }, position) => aionPage(body, position, parameters, pagePath),
  };
}

function aionPage(
  body: HttpResponse['body'],
  { pages, rowsBefore }: PagePosition,
  { max }: PageParameters,
  pagePath: (page: number) => string,
): Page | string {
  const { data: rows, meta } = fieldsOf(body);
  if (!Array.isArray(rows)) return `there is no list under data: ${shown(body)}`;
  const stated = fieldsOf(meta);
  const total = countOf(stated['total']);
  const pageSize = countOf(stated['pageSize']) ?? rows.length;
  const totalPages = countOf(stated['totalPages']);
  const isLast = rows.length === 0 || (totalPages !== null && pages >= totalPages);
  const follows = total !== null && rowsBefore + rows.length < total && !isLast;
  const page = {
    rows,
    total,
    number: countOf(stated['page']),
    next: follows ? { path: pagePath(pages + 1) } : null,
  };
  if (!isRecord(meta)) {
    const isWhole = pages === 1 && rows.length < Math.min(defaultSize, max);
    const problem = `page ${pages} has no meta, so that nothing says whether it is the last`;
    return { ...page, problems: isWhole ? [] : [problem] };
  }
  if (total === null) {
    const problem = 'meta states no total, so that nothing says whether the rows are all';
    return { ...page, problems: [problem] };
  }
  const contradicts = totalPages !== null && totalPages > 1 && total <= (totalPages - 1) * pageSize;
  const problem = `meta contradicts itself: a total of ${total} in ${totalPages} pages of ${pageSize}`;
  return { ...page, problems: contradicts ? [problem] : [] };
}

/** The one page of an account's users (N8). */
export function usersPage({ body }: HttpResponse): Page | string {
  const { users, total } = fieldsOf(body);
  if (!Array.isArray(users)) return `the answer has no list of users: ${shown(body)}`;
  const stated = countOf(total);
  return {
    rows: users,
    total: stated,
    number: null,
    next: null,
    problems: [
      ...(stated === null ? [`the answer states no total: ${shown(total)}`] : []),
      ...(users.length === 0 ? ['the API lists no users, and an account has at least one'] : []),
    ],
  };
}
