import { UsageError } from '../../errors.js';
import type { DesiredScope } from '../../model/desired.js';
import { canonicalAddress, decodeId, isAddressGlob } from '../../model/address.js';
import { addressGlob } from '../../model/glob.js';
import { byCodeUnit, groupBy } from '../../model/ordering.js';
import { isId, makeScope, type ProviderCatalogue, rootTraits, type Scope } from '../../model/scope.js';
import type { Settings } from '../../model/settings.js';
import { rootOf } from '../../engine/read-live.js';
import { unreadableScope } from '../narrow.js';

/** What to import of one root: the whole of it, or only some of its scopes. */
export interface Target {
  readonly root: Scope;
  /** Whether the root itself was named, so that everything in it is wanted. */
  readonly whole: boolean;
  /** The scopes that were named. */
  readonly scopes: readonly Scope[];
}

/** The scopes that `--scope` names, by root. @throws UsageError for what is not a scope address */
export function targetsOf(
  addresses: readonly string[],
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
): readonly Target[] {
  const named = addresses.flatMap((address) => scopesAt(address, declared, catalogue));
  const scopes = [...new Map(named.map((scope) => [scope.address, scope])).values()];
  return [...groupBy(scopes, ({ rootAddress }) => rootAddress)]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([address, found]) => {
      const [first] = found;
      return first === undefined
        ? []
        : [{ root: rootOf(first), whole: found.some((scope) => scope.address === address), scopes: found }];
    });
}

/** The addresses of all roots that the settings and files name. @throws UsageError where there are none */
export function everyRoot(
  { providers }: Pick<Settings, 'providers'>,
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
): readonly string[] {
  const ofSettings = [...providers.values()].flatMap(({ name, rootAuth }) => {
    const provider = catalogue.get(name);
    if (provider === undefined) return [];
    return [...rootAuth.keys()].map((id) => makeScope(provider, rootTraits(provider), id, id).address);
  });
  const found = [...new Set([...ofSettings, ...declared.map(({ scope }) => scope.rootAddress)])];
  if (found.length > 0) return found.sort();
  const roots = [...catalogue.values()].map((provider) => ({ provider, kind: rootTraits(provider).kind }));
  const kinds = [...new Set(roots.map(({ kind }) => kind))];
  const addresses = roots.map(({ provider, kind }) => `--scope ${provider.name}/${kind}/ID`);
  throw new UsageError(`the settings and files name no ${kinds.join(' or ')}`, {
    hint: `Name what to import, with ${addresses.join(' or ')}.`,
  });
}

function scopesAt(
  address: string,
  declared: readonly DesiredScope[],
  catalogue: ProviderCatalogue,
): readonly Scope[] {
  if (!isAddressGlob(address)) throw unreadableScope(address);
  const canonical = canonicalAddress(address);
  const known = declared.find(({ scope }) => scope.address === canonical);
  if (known !== undefined) return [known.scope];
  if (address.includes('*')) return scopesOfGlob(address, declared);
  const [providerName = '', kind = '', ...ids] = address.split('/').map(decodeId);
  const provider = catalogue.get(providerName ?? '');
  const traits = provider?.scopes.find((each) => each.kind === kind);
  const whole = ids.every((id): id is string => id !== null && isId(id));
  if (provider === undefined || traits === undefined || !whole) throw notAnAddress(address, catalogue);
  const [first, second] = ids;
  if (traits.rootKind === null && first !== undefined && ids.length === 1)
    return [makeScope(provider, traits, first, first)];
  if (traits.qualified && first !== undefined && second !== undefined && ids.length === 2)
    return [makeScope(provider, traits, second, first)];
  if (traits.rootKind !== null && !traits.qualified && ids.length === 1) {
    throw new UsageError(`no file says which ${traits.rootKind} ${JSON.stringify(address)} belongs to`, {
      hint: `Import the ${traits.rootKind}, with --scope ${providerName}/${traits.rootKind}/ID: its ${traits.kind}s come with it.`,
    });
  }
  throw notAnAddress(address, catalogue);
}

function scopesOfGlob(glob: string, declared: readonly DesiredScope[]): readonly Scope[] {
  const fits = addressGlob(glob);
  const found = declared.map(({ scope }) => scope).filter(({ address }) => fits(address));
  if (found.length > 0) return found;
  throw new UsageError(`--scope ${JSON.stringify(glob)} matches no scope of the files`, {
    hint: 'A glob selects scopes that the files name; to import another scope, give its full address.',
  });
}

function notAnAddress(address: string, catalogue: ProviderCatalogue): UsageError {
  const forms = [...catalogue.values()].flatMap(({ name, scopes }) =>
    scopes.map(({ kind, rootKind, qualified }) =>
      qualified && rootKind !== null
        ? `${name}/${kind}/${rootKind.toUpperCase()}/${kind.toUpperCase()}`
        : `${name}/${kind}/ID`,
    ),
  );
  return new UsageError(`${JSON.stringify(address)} is not a scope address`, {
    hint: `Addresses are ${forms.join(', ')}; ids are percent-encoded.`,
  });
}
