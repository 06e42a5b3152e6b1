import { countOf, fieldsOf, shown } from '../fields.js';

/** The page that follows: its path relative to the base URL, or why it is not asked for. */
export type NextPage = { readonly path: string } | { readonly problem: string } | null;

/** What an answer says about paging (A4); nothing of it is documented for role assignments. */
export interface PageFacts {
  readonly currentPage: number | null;
  readonly totalPages: number | null;
  /** How many rows there are over all pages. */
  readonly total: number | null;
  readonly next: NextPage;
}

/** Reads `meta.page`. `path` is the page's own, relative to `baseUrl`. */
export function pageFacts(body: unknown, baseUrl: string, path: string): PageFacts {
  const { meta, payload } = fieldsOf(body);
  const page = fieldsOf(fieldsOf(meta)['page']);
  const totals = [page, fieldsOf(meta), fieldsOf(payload)].flatMap((fields) =>
    ['total', 'totalCount', 'totalItems', 'totalElements'].map((name) => countOf(fields[name])),
  );
  return {
    currentPage: countOf(page['currentPage']),
    totalPages: countOf(page['totalPages']),
    total: totals.find((total) => total !== null) ?? null,
    next: nextPage(fieldsOf(page['links'])['next'], baseUrl, path),
  };
}

/**
 * Follows `meta.page.links.next`: a link lacks the base's path (`/platform`) and the `/v1` (A4), or is absolute. One
 * that leads to another origin is refused, for the credential would go there.
 */
function nextPage(link: unknown, baseUrl: string, path: string): NextPage {
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
