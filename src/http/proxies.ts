import { BlockList, isIP } from 'node:net';
import { fetch, ProxyAgent } from 'undici';
import { RolecallError } from '../errors.js';
import { Redaction } from './redaction/redaction.js';

/** A proxy, and the variable that names it. */
export interface ProxyChoice {
  readonly url: string;
  readonly variable: string;
  /** What must not be shown: its password, and user and password as they are sent. */
  readonly secrets: readonly string[];
}

type Environment = (name: string) => string | undefined;

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * The proxy that the environment names for a server, as curl reads it: HTTPS_PROXY for https, HTTP_PROXY for http, unless
 * NO_PROXY lists the server; the lower-case names first. Null where there is none.
 * @throws RolecallError where the variable holds no URL of a proxy; its value is not repeated
 */
export function proxyFor(origin: string, env: Environment): ProxyChoice | null {
  const { protocol, hostname, port } = new URL(origin);
  const names = protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const variable = names.find((name) => (env(name) ?? '').trim() !== '');
  if (variable === undefined) return null;
  const exceptions = env('no_proxy') ?? env('NO_PROXY') ?? '';
  if (isExcepted(hostname, port === '' ? portOf(protocol) : port, exceptions)) return null;
  return proxyOf(variable, (env(variable) ?? '').trim());
}

/**
 * The variable to set so that a server is reached without a proxy: NO_PROXY with its host added to what it lists. None
 * where the environment names no proxy, or lists the server already.
 */
export function exceptionFor(origin: string, env: Environment): Readonly<Record<string, string>> {
  const { protocol, hostname, port } = new URL(origin);
  const name = env('no_proxy') === undefined ? 'NO_PROXY' : 'no_proxy';
  const listed = (env(name) ?? '').trim();
  const isProxied = PROXY_VARIABLES.some((variable) => (env(variable) ?? '').trim() !== '');
  if (!isProxied || isExcepted(hostname, port === '' ? portOf(protocol) : port, listed)) return {};
  return { [name]: listed === '' ? bare(hostname) : `${listed},${bare(hostname)}` };
}

/** How a server is reached by what sends its own requests. */
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

function proxyOf(variable: string, value: string): ProxyChoice {
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw new RolecallError(`the environment variable ${variable} does not hold the URL of a proxy`, {
      hint: 'It takes the form http://proxy.example:3128 or https://user:password@proxy.example:3128.',
    });
  }
  const [user, password] = [decoded(url.username), decoded(url.password)];
  const pair = `${user}:${password}`;
  const secrets = [password, url.password, Buffer.from(pair).toString('base64')];
  return { url: url.href, variable, secrets: password === '' ? [] : secrets };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function portOf(protocol: string): string {
  return protocol === 'https:' ? '443' : '80';
}

/**
 * Whether NO_PROXY lists a host: `*`, a name (which stands for what is below it too, with or without `.` or `*.` before
 * it), an address or a range of addresses; each with or without a port.
 */
function isExcepted(hostname: string, port: string, exceptions: string): boolean {
  const host = bare(hostname.toLowerCase());
  return exceptions
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, only] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
      if (only !== undefined && only !== port) return false;
      const listed = bare(name);
      if (isIP(host) > 0) return isInRange(host, listed);
      const suffix = listed.replace(/^\*?\./, '').replace(/\.$/, '');
      return host.replace(/\.$/, '') === suffix || host.endsWith(`.${suffix}`);
    });
}

/** An IPv6 address without the brackets that URLs put around it. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function isInRange(host: string, entry: string): boolean {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || family !== isIP(host)) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const prefix = bits === undefined ? (family === 4 ? 32 : 128) : Number(bits);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > (family === 4 ? 32 : 128)) return false;
  const range = new BlockList();
  range.addSubnet(address, prefix, kind);
  return range.check(host, kind);
}
