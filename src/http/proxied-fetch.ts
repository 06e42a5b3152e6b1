import { fetch, ProxyAgent } from 'undici';
import { proxyFor } from './proxies.js';
import { Redaction } from './redaction/redaction.js';

/** The way to a server for what sends its own requests. */
export interface ProxiedFetch {
  /** undici's `fetch` through the proxy that the environment names; undefined where it names none. */
  readonly fetch: typeof fetch | undefined;
  /** The variable that names the proxy; null where none does. */
  readonly proxyVariable: string | null;
  /** A text without the proxy's password, or any of `secrets`. */
  readonly redact: (text: string) => string;
}

/** How a URL is reached, and what of it must not be shown. @throws RolecallError where a variable holds no proxy's URL */
export function proxiedFetch(
  url: string,
  env: (name: string) => string | undefined,
  secrets: readonly string[],
): ProxiedFetch {
  const proxy = proxyFor(new URL(url).origin, env);
  const redaction = new Redaction();
  for (const secret of [...secrets, ...(proxy?.secrets ?? [])]) redaction.add(secret);
  if (proxy === null) return { fetch: undefined, proxyVariable: null, redact: redaction.redact };
  const dispatcher = new ProxyAgent(proxy.url);
  return {
    fetch: (input, init) => fetch(input, { ...init, dispatcher }),
    proxyVariable: proxy.variable,
    redact: redaction.redact,
  };
}
