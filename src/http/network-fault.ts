import { escapeControls } from './excerpt.js';

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

export function networkFault(error: Error): NetworkFault {
  const code = codeOf(error);
  const words = escapeControls(wordsOf(error)).slice(0, 200);
  if (certificateCodes.test(code)) return { kind: 'certificate', words };
  return { kind: unreachableCodes.test(code) ? 'unreachable' : 'network', words };
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
