import type { Piece } from './live-values.js';
import { lostText, type RedactionContext } from './redact-json.js';
import { redactLink } from './redact-path.js';

/** The media types that a recording names; any other becomes application/octet-stream. */
const mediaTypes = new Set([
  'application/json',
  'application/problem+json',
  'application/hal+json',
  'application/scim+json',
  'application/vnd.api+json',
  'application/xml',
  'text/plain',
  'text/html',
  'text/xml',
]);

/** Words of HTTP itself (RFC 9110, 9111, 6750, 8288). */
const httpWords = new Set(
  [
    'charset utf-8 no-cache no-store private public max-age must-revalidate bearer basic realm error invalid_token',
    'invalid_request insufficient_scope rel next prev previous first last self gzip br identity',
    // RateLimit and RateLimit-Policy.
    'default burst q w r t qu pk limit remaining reset',
  ]
    .join(' ')
    .split(' '),
);

const dates = new Set(['date', 'expires', 'last-modified']);

/** The media type that a header names, without its parameters; empty where it names none. */
export function mediaTypeOf(contentType: string | undefined): string {
  const [type = ''] = (contentType ?? '').split(';');
  const named = type.trim().toLowerCase();
  if (named === '') return '';
  return mediaTypes.has(named) ? named : 'application/octet-stream';
}

/** The headers of an answer that are on the list; of their values words, numbers and media types stay. */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  context: RedactionContext,
): readonly (readonly [string, readonly Piece[]])[] {
  return Object.entries(headers)
    .filter(([name]) => context.words.isHeader(name))
    .map(([name, value]) => [name, redactHeader(name, value, context)]);
}

function redactHeader(name: string, value: string, context: RedactionContext): readonly Piece[] {
  if (name === 'content-type') return [mediaTypeOf(value)];
  if (name === 'link') return redactLinks(value, context);
  const isDate = dates.has(name) || (name === 'retry-after' && !/^\d{1,9}$/.test(value));
  if (isDate) return [new Date(0).toUTCString()];
  return value.split(/([\s,;="]+)/).map((part, index): Piece => {
    if (part === '' || index % 2 === 1) return part.replaceAll(/\s+/g, ' ');
    if (/^\d{1,9}$/.test(part)) return { word: part };
    const isWord = httpWords.has(part.toLowerCase()) || context.words.isWord(part);
    return isWord ? { word: part } : lostText;
  });
}

/** `<URL>; rel="next"` and the like (RFC 8288), and whether a page has results: other parameters are left out. */
function redactLinks(value: string, { words, live, addresses }: RedactionContext): readonly Piece[] {
  const links = [...value.matchAll(/<([^<>]*)>([^<]*)/g)].map(([, url = '', rest = '']) => {
    const rel = /;\s*rel\s*=\s*"?([a-z]+)"?/i.exec(rest)?.[1]?.toLowerCase() ?? '';
    return [
      '<',
      ...redactLink(url, addresses, { words, live }),
      '>',
      httpWords.has(rel) ? `; rel="${rel}"` : '',
      /;\s*results\s*=\s*"?false"?/i.test(rest) ? '; results="false"' : '',
    ];
  });
  return links.flatMap((link, index) => (index === 0 ? link : [', ', ...link]));
}
