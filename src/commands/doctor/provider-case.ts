import { httpOptionsOf } from '../../providers/http-options.js';
import type { CredentialSettings } from '../../http/options.js';
import type { DesiredScope } from '../../model/desired.js';
import { rootOf } from '../../engine/read-live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import { type PrincipalRef, refKey } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import type { ProbeRoot, ProviderDoctor } from '../../providers/doctor.js';
import type { ProviderModule } from '../../providers/provider.js';

/** A provider that is looked at, with what the files ask of it. */
export interface ProviderCase {
  readonly name: string;
  readonly module: ProviderModule;
  /** Null for a provider that knows nothing of its API's behaviour. */
  readonly doctor: ProviderDoctor | null;
  readonly settings: ProviderSettings;
  readonly roots: readonly ProbeRoot[];
}

/** What the files ask of each root, sorted by address. */
export function rootsOf(scopes: readonly DesiredScope[]): readonly ProbeRoot[] {
  const byRoot = groupBy(scopes, ({ scope }) => scope.rootAddress);
  return [...byRoot.values()]
    .flatMap((documents) => {
      const [first] = documents;
      return first === undefined ? [] : [rootAsked(rootOf(first.scope), documents)];
    })
    .sort(byKeys(({ root }) => root.address));
}

function rootAsked(root: Scope, documents: readonly DesiredScope[]): ProbeRoot {
  const named = new Map<string, PrincipalRef>();
  for (const { assignments } of documents)
    for (const { principal } of assignments) named.set(refKey(principal), principal);
  return {
    root,
    scopes: documents.map(({ scope }) => scope),
    named: [...named.keys()].sort(byCodeUnit).flatMap((key) => named.get(key) ?? []),
    wanted: documents.flatMap(({ scope, assignments }) =>
      [...new Set(assignments.map(({ role }) => role))].map((role) => ({ scope, role })),
    ),
  };
}

/** A credential that the case needs. */
export interface NeededCredential {
  /** Its name (see credentialName). */
  readonly name: string;
  /** Null where the settings have none. */
  readonly settings: CredentialSettings | null;
  readonly roots: readonly ProbeRoot[];
}

/** The credentials of the roots, each once; the provider's own where the files name no root. */
export function credentialsNeeded({ module, settings, roots }: ProviderCase): readonly NeededCredential[] {
  const { credentials } = httpOptionsOf(settings, module.traits);
  const byName = groupBy(roots, ({ root }) => credentialName(settings, root));
  if (byName.size === 0)
    return [{ name: settings.name, settings: credentials[settings.name] ?? null, roots }];
  return [...byName].map(([name, ofCredential]) => ({
    name,
    settings: credentials[name] ?? null,
    roots: ofCredential,
  }));
}
