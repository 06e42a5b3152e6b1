import { canonicalAddress, decodeId } from './address.js';
import { isId, makeScope, type ProviderCatalogue, type Scope, type ScopeTraits } from './scope.js';

/** What a text is as the address of a scope. */
export type AddressRead =
  | { readonly kind: 'scope'; readonly scope: Scope }
  /** The address does not carry its root, so that only a file can tell it. */
  | {
      readonly kind: 'rootless';
      readonly traits: ScopeTraits;
      readonly provider: string;
      readonly id: string;
    }
  | { readonly kind: 'none' };

const NONE: AddressRead = { kind: 'none' };

/** Reads the address of a scope, whether a file names it or not. */
export function readAddress(address: string, catalogue: ProviderCatalogue): AddressRead {
  if (canonicalAddress(address) === null) return NONE;
  const [providerName, kind, ...ids] = address.split('/').map(decodeId);
  const provider = catalogue.get(providerName ?? '');
  const traits = provider?.scopes.find((each) => each.kind === kind);
  const [first, second] = ids;
  if (provider === undefined || traits === undefined || first == null || !isId(first)) return NONE;
  if (traits.qualified)
    return second != null && isId(second) && ids.length === 2
      ? { kind: 'scope', scope: makeScope(provider, traits, second, first) }
      : NONE;
  if (ids.length !== 1) return NONE;
  if (traits.rootKind !== null) return { kind: 'rootless', traits, provider: provider.name, id: first };
  return { kind: 'scope', scope: makeScope(provider, traits, first, first) };
}

/** The forms of addresses, for people. */
export function addressForms(catalogue: ProviderCatalogue): readonly string[] {
  return [...catalogue.values()].flatMap(({ name, scopes }) =>
    scopes.map(({ kind, rootKind, qualified }) =>
      qualified && rootKind !== null
        ? `${name}/${kind}/${rootKind.toUpperCase()}/${kind.toUpperCase()}`
        : `${name}/${kind}/ID`,
    ),
  );
}
