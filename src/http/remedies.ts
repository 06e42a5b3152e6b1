import type { FailureKind } from './failure.js';

/**
 * What to do about a failure of this kind, in one sentence or two; null where its message says it, or nothing can be
 * done.
 */
export function remedyFor(kind: FailureKind): string | null {
  switch (kind) {
    case 'certificate':
      return 'Where a private authority signed it, or your network inspects TLS, set NODE_EXTRA_CA_CERTS to a file with the certificate of that authority.';
    case 'unreachable':
      return 'Check the url in rolecall.yaml and your network; where a proxy leads out of it, set HTTPS_PROXY.';
    case 'proxy':
      return 'Check the proxy in that variable, or list the hosts that are reached without it in NO_PROXY.';
    case 'network':
    case 'timeout':
      return 'Check your network, then run the command again.';
    case 'server':
      return 'The fault is on the server: run the command again later.';
    case 'rate-limited':
      return 'Run the command again later, or set rateLimit and a lower concurrency for this provider.';
    case 'forbidden':
      return 'The credential may not read this: give its user the permission, or use another credential.';
    case 'not-found':
      return 'It does not exist, or this credential cannot see it: check the ids in the documents and the url in rolecall.yaml.';
    case 'garbled':
      return 'Something other than the API answered: check the url in rolecall.yaml, and whether a login page or proxy stands before it.';
    case 'unauthorized':
    case 'token':
      return 'Check that the value is complete, has not expired and belongs to this url.';
    case 'conflict':
    case 'refused':
    case 'too-large':
    case 'redirect':
    case 'missing-variable':
    case 'interrupted':
      return null;
  }
}
