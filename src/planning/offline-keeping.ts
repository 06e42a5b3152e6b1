import type { DesiredScope, DesiredState } from '../model/desired.js';
import { type PrincipalRef, refAddress } from '../model/principal.js';
import { type ProviderCatalogue, type Scope, traitsOf } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import { keeperWords } from './keeper-words.js';
import { protectionOf } from './protection.js';
import { keepingOf } from './pruning.js';
import { RootIndex } from './root-index.js';

/** What the files of one side say beside the documents. */
export interface OfflineSide {
  /** Null where there is no rolecall.yaml. */
  readonly settings: Settings | null;
  readonly desired: DesiredState;
  readonly catalogue: ProviderCatalogue;
}

/**
 * Why an assignment stays that the files no longer ask for, as far as they tell by themselves; null where it is revoked.
 * `label` is what they call the principal.
 */
export type OfflineKeeping = (principal: PrincipalRef, label: string, role: string) => string | null;

/** What keeps assignments in a scope; `document` is what the files now say of it, undefined where it is gone. */
export function offlineKeeping(
  scope: Scope,
  document: DesiredScope | undefined,
  { settings, desired, catalogue }: OfflineSide,
): OfflineKeeping {
  if (document === undefined || settings === null) {
    return () => 'its document is gone, and nothing is pruned without one';
  }
  const index = new RootIndex(undefined, scope, desired);
  const traits = traitsOf(catalogue, scope);
  const keeping = keepingOf(document, traits, (role) => ({ role }), protectionOf(scope, settings, index));
  const options = settings.providers.get(scope.provider)?.options ?? {};
  const keepOf = catalogue.get(scope.provider)?.keepOf;
  return (ref, label, role) => {
    const name = ref.by === 'email' ? ref.value : label;
    const row = {
      principal: { kind: ref.kind, id: ref.value },
      role,
      keep: keepOf?.(role, options) ?? null,
    };
    const keeper = keeping(row, { address: refAddress(ref), user: null, label: name });
    return keeper === null ? null : keeperWords(keeper, document, role);
  };
}
