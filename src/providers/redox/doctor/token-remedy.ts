import type { Credential } from '../../../model/settings.js';

/** The Platform API takes user-level API keys alone (R14, R15); whether one needs a scope is unknown (C8). */
export function redoxTokenRemedy({ method }: Credential): string | null {
  return method === 'private-key-jwt'
    ? 'Compare client id, key id and private key with the user-level API key in the Redox dashboard, which has its public key, and check tokenUrl: Canada has a host of its own. If Redox asks for a scope, set providers.redox.options.tokenScope.'
    : null;
}
