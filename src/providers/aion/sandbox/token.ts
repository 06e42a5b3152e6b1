import { createHash, timingSafeEqual } from 'node:crypto';
import type { SandboxRequest } from '../../../sandbox/messages.js';
import type { Route } from '../../../sandbox/routes.js';
import { type Caller, TokenRefusal, tokenRoute, type TokenStore } from '../../../sandbox/tokens.js';

/** The path of the sandbox's own token endpoint: that of Aion is not public (apis.md B6). */
export const tokenPath = '/oauth/token';

/** A client of the client-credentials grant. */
export interface AionClient {
  readonly id: string;
  readonly secret: string;
  readonly audience: string | undefined;
  readonly caller: Caller;
}

/** The token endpoint of RFC 6749 section 4.4, with the client in the body or in HTTP Basic. */
export function aionTokenRoute(clients: readonly AionClient[], tokens: TokenStore): Route {
  return tokenRoute(tokenPath, tokens, (form, request) => {
    const grantType = form.get('grant_type');
    if (grantType === undefined) throw new TokenRefusal(400, 'invalid_request', 'grant_type is missing');
    if (grantType !== 'client_credentials')
      throw new TokenRefusal(400, 'unsupported_grant_type', 'only client_credentials');
    const basic = basicCredentials(request);
    if (basic !== undefined && form.has('client_secret'))
      throw new TokenRefusal(400, 'invalid_request', 'more than one way of client authentication');
    const given = basic ?? { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
    const client = clients.find(({ id, secret }) => id === given.id && sameSecret(secret, given.secret));
    if (client === undefined) throw new TokenRefusal(401, 'invalid_client', 'unknown client or wrong secret');
    if (client.audience !== undefined && form.get('audience') !== client.audience)
      throw new TokenRefusal(400, 'invalid_request', 'the audience is missing or wrong');
    return client.caller;
  });
}

/** RFC 6749 section 2.3.1: id and secret are form-encoded before they are joined. */
function basicCredentials(
  request: SandboxRequest,
): { readonly id: string; readonly secret: string } | undefined {
  const match = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.headers.authorization ?? '');
  if (match?.[1] === undefined) return undefined;
  const text = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const [id, secret] = [formDecoded(text.slice(0, Math.max(colon, 0))), formDecoded(text.slice(colon + 1))];
  return { id, secret };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? '';
}

function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
