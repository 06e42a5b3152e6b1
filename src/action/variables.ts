import type { DesiredScope } from '../model/desired.js';
import { byCodeUnit } from '../model/ordering.js';
import type { Credential, Settings } from '../model/settings.js';

/** The environment variables that planning these scopes reads, sorted. */
export function neededVariables(settings: Settings, scopes: readonly DesiredScope[]): readonly string[] {
  const names = new Set<string>();
  for (const { scope } of scopes) {
    const provider = settings.providers.get(scope.provider);
    const credential = provider?.rootAuth.get(scope.rootId) ?? provider?.auth ?? null;
    for (const name of credential === null ? [] : variablesOf(credential)) names.add(name);
  }
  return [...names].sort(byCodeUnit);
}

function variablesOf(credential: Credential): readonly string[] {
  switch (credential.method) {
    case 'bearer':
    case 'header':
      return [credential.token.env];
    case 'client-credentials':
      return [credential.clientId.env, credential.clientSecret.env];
    case 'private-key-jwt':
      return [credential.clientId.env, credential.keyId.env, credential.privateKey.env];
  }
}
