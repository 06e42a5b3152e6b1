export type CheckedUrl =
  | { readonly ok: true; readonly url: string; readonly origin: string; readonly pathname: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Whether credentials may be sent to a URL: https, or http to this machine itself. The answer's `url` has no slash at
 * its end; its `reason` is half a sentence about the value ("must use https …").
 */
export function checkedBaseUrl(value: string): CheckedUrl {
  if (!URL.canParse(value))
    return { ok: false, reason: 'must be an absolute URL such as https://api.example.com' };
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') {
    return { ok: false, reason: 'must not hold a user name or password' };
  }
  if (url.search !== '' || url.hash !== '') return { ok: false, reason: 'must not have a query or fragment' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { ok: false, reason: `must use https, not ${url.protocol.slice(0, -1)}` };
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { ok: false, reason: 'must use https: plain http is for loopback addresses only' };
  }
  const pathname = url.pathname.replace(/\/+$/, '');
  return { ok: true, url: url.origin + pathname, origin: url.origin, pathname };
}

/** 127.0.0.0/8, ::1 and localhost. `hostname` as the URL parser normalised it. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
