import { UsageError } from '../../errors.js';
import type { DesiredScope } from '../../model/desired.js';
import { canonicalAddress, isAddressGlob } from '../../model/address.js';
import { addressGlob } from '../../model/glob.js';
import { byCodeUnit, groupBy } from '../../model/ordering.js';
import { makeScope, type ProviderCatalogue, rootTraits, type Scope } from '../../model/scope.js';
import { addressForms, readAddress } from '../../model/scope-address.js';
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
  const read = readAddress(address, catalogue);
  if (read.kind === 'scope') return [read.scope];
  if (read.kind === 'rootless') {
    const { traits, provider } = read;
    throw new UsageError(`no file says which ${traits.rootKind} ${JSON.stringify(address)} belongs to`, {
      hint: `Import the ${traits.rootKind}, with --scope ${provider}/${traits.rootKind}/ID: its ${traits.kind}s come with it.`,
    });
  }
  throw new UsageError(`${JSON.stringify(address)} is not a scope address`, {
    hint: `Addresses are ${addressForms(catalogue).join(', ')}; ids are percent-encoded.`,
  });
}

function scopesOfGlob(glob: string, declared: readonly DesiredScope[]): readonly Scope[] {
  const fits = addressGlob(glob);
  const found = declared.map(({ scope }) => scope).filter(({ address }) => fits(address));
  if (found.length > 0) return found;
  throw new UsageError(`--scope ${JSON.stringify(glob)} matches no scope of the files`, {
    hint: 'A glob selects scopes that the files name; to import another scope, give its full address.',
  });
}
