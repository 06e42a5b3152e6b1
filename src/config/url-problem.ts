import type { DiagnosticCode } from './codes.js';

/** What is wrong with a URL. The message does not repeat it: it may hold a password. */
export interface UrlProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/**
 * Checks a URL that credentials are sent to: https, or http to a loopback host; no user, password, query or fragment.
 * Null where it is in order.
 */
export function urlProblem(text: string): UrlProblem | null {
  if (!URL.canParse(text))
    return { code: 'url-invalid', message: 'This is not a URL: write one such as https://api.example.com.' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('@')) {
    return { code: 'url-invalid', message: 'A URL holds no user or password: remove them.' };
  }
  if (text.includes('?') || text.includes('#')) {
    return { code: 'url-invalid', message: 'This URL holds a query or a fragment: remove it.' };
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return null;
  return {
    code: 'url-insecure',
    message: 'Credentials go over https only: write https://, but for a loopback host.',
  };
}

/** RFC 6761 (localhost), RFC 1122 (127/8), RFC 4291 (::1). A URL's parser has already normalised the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
