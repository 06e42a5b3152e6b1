/** A URL that credentials may be sent to, or why they must not be. */
export type BaseUrl =
  | {
      readonly ok: true;
      /** Without slashes at its end, so that paths can be appended. */
      readonly url: string;
      readonly origin: string;
      /** Without slashes at its end: empty for a URL without a path. */
      readonly pathname: string;
    }
  | {
      readonly ok: false;
      /** `insecure`: it is a URL, but neither https nor on a loopback host. */
      readonly problem: 'invalid' | 'insecure';
      /** What follows "the URL", as in "must use https". Does not repeat the value, which may hold a password. */
      readonly reason: string;
    };

/** Reads a URL that credentials are sent to: https, or http to a loopback host; no user, password, query or fragment. */
export function parseBaseUrl(text: string): BaseUrl {
  if (!URL.canParse(text)) return invalid('is not an absolute URL such as https://api.example.com');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('@'))
    return invalid('must not hold a user name or password');
  if (text.includes('?') || text.includes('#')) return invalid('must not have a query or fragment');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    const reason = 'must use https: plain http is for loopback addresses only';
    return { ok: false, problem: 'insecure', reason };
  }
  const pathname = url.pathname.replace(/\/+$/u, '');
  return { ok: true, url: url.origin + pathname, origin: url.origin, pathname };
}

function invalid(reason: string): BaseUrl {
  return { ok: false, problem: 'invalid', reason };
}

/** RFC 6761 (localhost), RFC 1122 (127/8), RFC 4291 (::1). A URL's parser has already normalised the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
