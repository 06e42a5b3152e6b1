import { variablesOf } from '../../model/settings.js';
import type { CredentialSettings } from '../options.js';

/** The variables that a credential is read from, with the setting that names them. Never a value. */
export function variableWords(settings: CredentialSettings): string {
  return `${listed(variablesOf(settings))} (setting ${settings.setting})`;
}

/** What a refused credential has to do with the environment, as a sentence. */
export function refusedWords(settings: CredentialSettings): string {
  const words = variableWords(settings);
  return 'tokenUrl' in settings
    ? `The refused token came from ${settings.tokenUrl}, with ${words}.`
    : `The refused credential is in ${words}.`;
}

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
