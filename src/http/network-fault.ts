import type { TransportError } from './call.js';
import { escapeControls } from './response-body.js';
import type { FailureKind } from './failure.js';

/** What kept a request from a server: its certificate, the way to it, or a connection that broke. */
export interface NetworkFault {
  readonly kind: 'certificate' | 'unreachable' | 'network';
  /** The cause in the words of the system, escaped and cut. */
  readonly words: string;
}

/** X.509 verification as Node.js names its outcomes. */
const certificateCodes =
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT|CRL_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UND_ERR_PRX_TLS)/;
/** Names that do not resolve, hosts that refuse, and ports that do not speak TLS. */
const unreachableCodes =
  /^(?:ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|EACCES|EPERM|EPROTO|ERR_SSL_|UND_ERR_CONNECT_TIMEOUT)/;

/** Tells an error of Node.js or undici apart by its code. */
export function networkFault(error: Error): NetworkFault {
  const code = codeOf(error);
  const words = escapeControls(wordsOf(error)).slice(0, 200);
  if (certificateCodes.test(code)) return { kind: 'certificate', words };
  return { kind: unreachableCodes.test(code) ? 'unreachable' : 'network', words };
}

/** A request without a response: the kind of its failure, in words of this request and of the server. */
export interface Unanswered {
  readonly kind: FailureKind;
  /** What became of the request, to follow its name. */
  readonly words: string;
  /** What is wrong with the server, as it holds for other requests as well; null where it says nothing of them. */
  readonly shared: string | null;
}

/** Why a request to `origin` got no response. */
export function describeUnanswered(
  { fault, sent, cause, proxy }: TransportError,
  origin: string,
): Unanswered {
  switch (fault) {
    case 'timeout':
      return sent
        ? { kind: fault, words: 'was not answered in time', shared: `${origin} does not answer in time` }
        : { kind: fault, words: 'found no connection in time', shared: `no connection to ${origin} in time` };
    case 'too-large':
      return { kind: fault, words: 'got a response that is too large to read', shared: null };
    case 'interrupted':
      return { kind: fault, words: 'was interrupted', shared: null };
    case 'unrecorded':
      return { kind: fault, words: 'is not in the recording', shared: null };
    case 'network':
      return describeFault(networkFault(cause instanceof Error ? cause : new Error('')), sent, proxy, origin);
  }
}

function describeFault(
  { kind, words }: NetworkFault,
  sent: boolean,
  proxy: string | null,
  origin: string,
): Unanswered {
  if (kind === 'certificate') {
    const shared = `the certificate of ${origin} is not trusted: ${words}`;
    return { kind, words: `was not sent: ${shared}`, shared };
  }
  if (proxy !== null && !sent) {
    const shared = `the proxy in ${proxy} does not lead to ${origin}: ${words}`;
    return { kind: 'proxy', words: `could not be sent: ${shared}`, shared };
  }
  if (kind === 'unreachable') {
    const shared = `${origin} cannot be reached: ${words}`;
    return { kind, words: `could not be sent: ${shared}`, shared };
  }
  return {
    kind,
    words: sent ? `got no answer: ${words}` : `could not be sent: ${words}`,
    shared: `connections to ${origin} break: ${words}`,
  };
}

function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : '';
}

/** A host of several addresses fails with one error for each, and no words of its own. */
function wordsOf(error: Error): string {
  if (error.message !== '') return error.message;
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  const first = causes[0];
  if (first instanceof Error) return first.message;
  return codeOf(error) === '' ? 'no reason given' : codeOf(error);
}
