import { shown } from '../fields.js';
import type { NextPage } from '../list.js';

/**
 * The path of a link to another page, below the base URL. A link that leads to another origin or out of the base path is
 * refused, in whatever spelling: the credential would go there.
 * @param baseUrl without a slash at its end; `here`: the path that was read, below it
 */
export function pinnedPath(link: string, baseUrl: string, here: string): NextPage {
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/u, '');
  const current = `${base.origin}${basePath}${here}`;
  // A backslash is a slash to a URL parser and none to many a proxy; to some servers `..;` is `..`.
  const isOdd = /[\\\p{Cc}\s]|(?:^|\/)\.{1,2};/u.test(pathPart(link));
  const refused = { problem: `the link to the next page cannot be followed: ${shown(link)}` };
  if (isOdd || !URL.canParse(link, current)) return refused;
  const url = new URL(link, current);
  if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
    return {
      problem: `the link to the next page leads to another origin and is not followed: ${shown(link)}`,
    };
  }
  if (!url.pathname.startsWith(`${basePath}/`)) {
    return {
      problem: `the link to the next page leads out of ${base.pathname} and is not followed: ${shown(link)}`,
    };
  }
  const path = url.pathname.slice(basePath.length);
  // Encoded slashes and dots may be read by whoever decodes once more. The path that was read itself may have them in its ids.
  const isEncoded = [pathPart(link), path].some((each) => /%(?:25)*(?:2e|2f|5c)/iu.test(each));
  return isEncoded && path !== pathPart(here) ? refused : { path: `${path}${url.search}` };
}

function pathPart(link: string): string {
  return link.split(/[?#]/u)[0] ?? '';
}

/**
 * The targets of a Link header by their relation (RFC 8288); null where it cannot be read, or names two next pages. A link of
 * another context (`anchor`) and one that says that it has no results (Sentry's `results="false"`) are left out.
 */
export function linksIn(header: string): ReadonlyMap<string, string> | null {
  const links = new Map<string, string>();
  let rest = header.trim();
  while (rest !== '') {
    const [all, target, parameters] =
      /^<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s,;"]+))*)\s*(?:,\s*|$)/u.exec(rest) ?? [];
    if (all === undefined || target === undefined || parameters === undefined) return null;
    const isNone = /;\s*(?:results\s*=\s*"?false"?|anchor\s*=)/iu.test(parameters);
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/iu.exec(parameters);
    for (const name of (relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/u)) {
      if (name === '' || isNone) continue;
      if (name === 'next' && links.has(name) && links.get(name) !== target) return null;
      if (!links.has(name)) links.set(name, target);
    }
    rest = rest.slice(all.length);
  }
  return links;
}
