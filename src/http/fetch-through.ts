import { fetch, ProxyAgent } from 'undici';
import { proxyFor } from './proxies.js';

/** undici's `fetch` through the proxy that the environment names for a URL; undefined where it names none. */
export function fetchThrough(
  url: string,
  env: (name: string) => string | undefined,
): typeof fetch | undefined {
  const proxy = proxyFor(new URL(url).origin, env);
  if (proxy === null) return undefined;
  const dispatcher = new ProxyAgent(proxy.url);
  return (input, init) => fetch(input, { ...init, dispatcher });
}
