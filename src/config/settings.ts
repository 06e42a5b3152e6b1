import type { Settings as SettingsText } from '../generated/settings.js';
import type { Severity } from '../model/diagnostic.js';
import type { ProviderSettings, Settings } from '../model/settings.js';

/** The settings as the program uses them: every default filled in, every form one form. */
export function settingsOf(text: SettingsText, providers: ReadonlyMap<string, ProviderSettings>): Settings {
  const { guards = {}, policies = {} } = text;
  return {
    access: text.access ?? ['access/**/*.yaml'],
    people: text.people ?? null,
    prune: text.prune ?? false,
    providers,
    guards: {
      maxRevokes: { count: guards.maxRevokes?.count ?? 5, percent: guards.maxRevokes?.percent ?? 10 },
      minHolders: guards.minHolders ?? [],
      protect: guards.protect ?? [],
    },
    policies: {
      separation: (policies.separation ?? []).map((policy) => ({
        ...withLevel(policy),
        within: typeof policy.within === 'string' ? policy.within : 'scope',
      })),
      maxTerm: (policies.maxTerm ?? []).map(withLevel),
      require2fa: (policies.require2fa ?? []).map(withLevel),
    },
    highRisk: text.risk?.high ?? ['*admin*', '*owner*'],
  };
}

function withLevel<Policy extends { readonly level?: Severity }>(
  policy: Policy,
): Policy & { level: Severity } {
  return { ...policy, level: policy.level ?? 'error' };
}
