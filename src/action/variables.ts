import type { DesiredScope } from '../model/desired.js';
import { byCodeUnit } from '../model/ordering.js';
import { type Settings, variablesOf } from '../model/settings.js';

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
