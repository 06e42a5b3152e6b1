import type { KnownWords } from './known-words.js';
import type { LiveValues, Piece } from './live-values.js';

/** Where the bases of a provider's API are really, and where in a recording. */
export interface Addresses {
  /** The base URLs, each with the origin that stands for it. */
  readonly bases: readonly { readonly name: string; readonly url: string; readonly origin: string }[];
  /** The origin that stands for any other. */
  readonly elsewhere: string;
}

export interface PathContext {
  readonly words: KnownWords;
  readonly live: LiveValues;
}

/** A path with its query: documented segments and names stay, everything else in it becomes pseudonyms. */
export function redactPath(path: string, context: PathContext): readonly Piece[] {
  const [, segments = '', query] = /^([^?#]*)(?:\?([^#]*))?/s.exec(path) ?? [];
  const pieces = joined(
    '/',
    segments.split('/').map((segment) => redactSegment(segment, context)),
  );
  return query === undefined ? pieces : [...pieces, '?', ...redactQuery(query, context)];
}

/** A link of an answer. That of a base loses the base's path, as requests do; that of another origin says no more than that. */
export function redactLink(link: string, addresses: Addresses, context: PathContext): readonly Piece[] {
  // A cursor comes back as the value of a parameter.
  if (!/[/?#]/u.test(link)) return redactValue('', link, context);
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) {
    const base = addresses.bases.find(({ url }) => isBelow(link, pathOf(url)));
    // With its origin, since whoever serves the recording may do so below another path.
    if (base !== undefined) return [base.origin, ...redactPath(link.slice(pathOf(base.url).length), context)];
    return redactPath(link, context);
  }
  const absolute = link.startsWith('//') ? `https:${link}` : link;
  if (!URL.canParse(absolute)) return [addresses.elsewhere];
  const { origin, pathname, search } = new URL(absolute);
  const ofOrigin = addresses.bases.filter(({ url }) => new URL(url).origin === origin);
  const base = ofOrigin.find(({ url }) => isBelow(pathname, pathOf(url))) ?? ofOrigin[0];
  if (base === undefined) return [addresses.elsewhere];
  const inside = isBelow(pathname, pathOf(base.url)) ? pathname.slice(pathOf(base.url).length) : pathname;
  return [base.origin, ...redactPath(inside + search, context)];
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/\/+$/u, '');
}

function isBelow(path: string, basePath: string): boolean {
  return path.startsWith(`${basePath}/`);
}

function redactSegment(segment: string, context: PathContext): readonly Piece[] {
  return segment === '' || context.words.isPathWord(segment)
    ? [segment]
    : redactPart(decoded(segment), context);
}

function redactQuery(query: string, context: PathContext): readonly Piece[] {
  const parameters = query.split('&').map((parameter): readonly Piece[] => {
    const equals = parameter.indexOf('=');
    const name = decoded(equals < 0 ? parameter : parameter.slice(0, equals));
    const value = equals < 0 ? '' : decoded(parameter.slice(equals + 1).replaceAll('+', ' '));
    return [
      name === '' || context.words.isPathWord(name) ? name : context.live.add(name, 'key'),
      ...(equals < 0 ? [] : ['=']),
      ...(value === '' ? [] : redactValue(name, value, context)),
    ];
  });
  return joined('&', parameters);
}

/** Numbers count pages and rows, but where the name says otherwise. */
function redactValue(name: string, value: string, context: PathContext): readonly Piece[] {
  if (/id$/i.test(name) || !/^\d{1,9}$/.test(value)) return redactPart(value, context);
  return value.length < 4 ? [value] : [{ word: value }];
}

/** A part that a documented form describes, such as `users({})`, keeps what the form spells out. */
function redactPart(text: string, context: PathContext): readonly Piece[] {
  const form = context.words.forms.find((pattern) => pattern.test(text));
  const parts = form?.exec(text)?.slice(1) ?? [];
  if (parts.length === 0) return [redactId(text, context)];
  return parts.flatMap((part, index) => {
    if (part === '') return [];
    return [index % 2 === 0 ? { word: part } : redactId(part, context)];
  });
}

function redactId(text: string, { words, live }: PathContext): Piece {
  return words.isWord(text) || words.isPathWord(text) ? { word: text } : live.add(text, 'id');
}

function joined(separator: string, parts: readonly (readonly Piece[])[]): readonly Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
