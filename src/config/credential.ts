import type { Bearer, ClientCredentials, Header, PrivateKeyJwt } from '../generated/settings.js';
import type { Credential } from '../model/settings.js';

/** Where Redox gives out tokens (R16). */
const REDOX_TOKEN_URL = 'https://api.redoxengine.com/v2/auth/token';

/** A credential as written, with its defaults. Secrets stay names. */
export function credentialOf(auth: Bearer | ClientCredentials | Header | PrivateKeyJwt): Credential {
  switch (auth.method) {
    case 'bearer':
      return { method: auth.method, token: auth.token };
    case 'header':
      return { method: auth.method, name: auth.name, token: auth.token };
    case 'client-credentials':
      return {
        method: auth.method,
        tokenUrl: auth.tokenUrl,
        audience: auth.audience ?? null,
        clientId: auth.clientId,
        clientSecret: auth.clientSecret,
      };
    case 'private-key-jwt':
      return {
        method: auth.method,
        tokenUrl: auth.tokenUrl ?? REDOX_TOKEN_URL,
        clientId: auth.clientId,
        keyId: auth.keyId,
        privateKey: auth.privateKey,
      };
  }
}
