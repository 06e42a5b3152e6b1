import type { Settings as SettingsText } from '../generated/settings.js';
import type { ProviderSettings, Settings } from '../model/settings.js';
import type { SourceLocation } from '../model/source.js';
import { aionSettings, redoxSettings } from './provider-settings.js';
import type { Path } from './yaml-document.js';

/** The settings as the program uses them: every default filled in, every form one form. */
export function settingsOf(text: SettingsText, sourceOf: (path: Path) => SourceLocation): Settings {
  const { guards = {}, policies = {} } = text;
  return {
    access: text.access ?? ['access/**/*.yaml'],
    people: text.people ?? null,
    prune: text.prune ?? false,
    providers: providersOf(text, sourceOf),
    guards: {
      maxRevokes: { count: guards.maxRevokes?.count ?? 5, percent: guards.maxRevokes?.percent ?? 10 },
      minHolders: guards.minHolders ?? [],
      protect: guards.protect ?? [],
    },
    policies: {
      separation: (policies.separation ?? []).map((policy) => ({
        ...policy,
        level: policy.level ?? 'error',
      })),
      maxTerm: (policies.maxTerm ?? []).map((policy) => ({ ...policy, level: policy.level ?? 'error' })),
      require2fa: (policies.require2fa ?? []).map((policy) => ({
        ...policy,
        level: policy.level ?? 'error',
      })),
    },
    highRisk: text.risk?.high ?? ['*admin*', '*owner*'],
  };
}

function providersOf(
  { providers = {} }: SettingsText,
  sourceOf: (path: Path) => SourceLocation,
): ReadonlyMap<string, ProviderSettings> {
  const { redox, aion } = providers;
  const found = new Map<string, ProviderSettings>();
  if (redox !== undefined) found.set('redox', redoxSettings(redox, sourceOf(['providers', 'redox'])));
  if (aion !== undefined) found.set('aion', aionSettings(aion, sourceOf(['providers', 'aion'])));
  return found;
}
