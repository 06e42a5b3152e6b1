import type { HttpResponse } from '../../http/request.js';
import { isRecord } from '../../model/record.js';
import { countOf, fieldsOf, shown } from '../fields.js';
import type { NextPage, Page, PagePosition } from '../list.js';

/**
 * A page of the list under `payload[key]`. What stands in its `meta.page` (R22) is not documented for role assignments,
 * and is heeded where it comes.
 * @param baseUrl the provider's base URL, which `position.path` is relative to
 */
export function redoxPage(
  { body }: Pick<HttpResponse, 'body'>,
  { path, pages }: PagePosition,
  list: { readonly baseUrl: string; readonly key: string },
): Page | string {
  const { meta, payload } = fieldsOf(body);
  if (!isRecord(payload)) return `the answer has no payload: ${shown(body)}`;
  const rows: unknown = payload[list.key];
  if (!Array.isArray(rows)) return `payload.${list.key} is no list: ${shown(rows)}`;
  const page = fieldsOf(fieldsOf(meta)['page']);
  const next = nextPage(fieldsOf(page['links'])['next'], list.baseUrl, path);
  const totalPages = countOf(page['totalPages']);
  return {
    rows,
    total: totalOf([page, fieldsOf(meta), payload]),
    number: countOf(page['currentPage']),
    next,
    problems:
      next === null && totalPages !== null && pages < totalPages
        ? [`${pages} of ${totalPages} pages came`]
        : [],
  };
}

/** The first total that is stated in one of these places. */
function totalOf(places: readonly Readonly<Record<string, unknown>>[]): number | null {
  const names = ['total', 'totalCount', 'totalItems', 'totalElements'];
  const totals = places.flatMap((place) => names.map((name) => countOf(place[name])));
  return totals.find((total) => total !== null) ?? null;
}

/**
 * Follows `meta.page.links.next`: a link lacks the base's path (`/platform`) and the `/v1` (A4), or is absolute. One
 * that leads to another origin is refused, for the credential would go there.
 */
function nextPage(link: unknown, baseUrl: string, path: string): NextPage | null {
  if (link === undefined || link === null || link === '') return null;
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/u, '');
  const here = `${base.origin}${basePath}${path}`;
  if (typeof link !== 'string' || !URL.canParse(link, here)) {
    return { problem: `the link to the next page cannot be followed: ${shown(link)}` };
  }
  const url = new URL(link, here);
  if (url.origin !== base.origin) {
    return {
      problem: `the link to the next page leads to another origin and is not followed: ${shown(link)}`,
    };
  }
  const inside = url.pathname.startsWith(`${basePath}/v1/`)
    ? url.pathname.slice(basePath.length)
    : url.pathname;
  return { path: `${inside.startsWith('/v1/') ? inside : `/v1${inside}`}${url.search}` };
}
