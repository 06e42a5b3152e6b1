import type { Diagnostic } from '../model/diagnostic.js';
import { type ProviderCatalogue, rootTraits, type Scope, type ScopeTraits } from '../model/scope.js';
import { credentialName, type ProviderSettings } from '../model/settings.js';
import { errorAt, lineOf } from './finding.js';
import type { ValidatedScope } from './rules/rule.js';

interface Input {
  readonly catalogue: ProviderCatalogue;
  /** Null where it cannot be told what the settings name. */
  readonly providers: ReadonlyMap<string, Pick<ProviderSettings, 'name' | 'rootAuth'>> | null;
}

/**
 * Documents about one live scope under two addresses, since no request tells their ids apart: each would take away what the
 * other one grants.
 */
export function sameLiveFindings(scopes: readonly ValidatedScope[], input: Input): readonly Diagnostic[] {
  const seen = new Map<string, ValidatedScope>();
  return scopes.flatMap((each) => {
    const { traits, desired } = each;
    const key = keyOf(desired.scope, traits, input);
    const first = key === null ? undefined : seen.get(key);
    if (key !== null && first === undefined) seen.set(key, each);
    if (first === undefined) return [];
    const { address } = first.desired.scope;
    const message = `${desired.scope.address} is the same as ${address} at ${lineOf(first.desired.source)}: ${whyOf(desired.scope, traits, input)}`;
    return [errorAt('duplicate-scope', desired.source, message)];
  });
}

/** What is the same for scopes that are the same live one; null where addresses tell them apart as requests do. */
function keyOf(scope: Scope, { readBy, qualified }: ScopeTraits, { providers }: Input): string | null {
  if (readBy.id && (readBy.root || !qualified)) return null;
  const settings = providers?.get(scope.provider);
  return JSON.stringify([
    scope.provider,
    scope.kind,
    readBy.id ? scope.id : null,
    readBy.root ? scope.rootId : null,
    settings === undefined ? null : credentialName(settings, scope),
  ]);
}

function whyOf({ provider, kind }: Scope, { readBy }: ScopeTraits, { catalogue }: Input): string {
  const traits = catalogue.get(provider);
  if (traits === undefined) throw new Error(`no provider ${provider} states its traits`);
  const root = rootTraits(traits);
  return `no request to ${traits.title} that reads who holds a role there names the ${readBy.id ? root.kind : kind}. Write one document, or give each ${root.kind} a credential of its own below providers.${provider}.${root.plural}.`;
}
