import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import { quote } from '../model/label.js';
import { asciiLower } from '../model/principal.js';
import { type ProviderCatalogue, type Scope, traitsOf } from '../model/scope.js';
import { errorAt, lineOf } from './finding.js';
import type { ValidatedScope } from './rules/rule.js';

/** Scopes that two documents spell in different case where that makes no difference: they would be planned apart. */
export function spellingFindings(
  scopes: readonly ValidatedScope[],
  catalogue: ProviderCatalogue,
): readonly Diagnostic[] {
  const seen = new Map<string, { readonly id: string; readonly at: SourceLocation }>();
  return scopes.flatMap(({ desired: { scope, source } }) => {
    for (const { key, id } of caselessIds(scope, catalogue)) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { id, at: source });
      else if (first.id !== id) {
        const message = `${quote(id)} is ${quote(first.id)} at ${lineOf(first.at)}, since case makes no difference there: spell it alike.`;
        return [errorAt('duplicate-scope', source, message)];
      }
    }
    return [];
  });
}

/** The ids in a scope's address whose case makes no difference, each under a key of the scope that it names. */
function caselessIds(
  { provider, kind, id, rootId }: Scope,
  catalogue: ProviderCatalogue,
): readonly { readonly key: string; readonly id: string }[] {
  const { rootKind, idsIgnoreCase } = traitsOf(catalogue, { provider, kind });
  const root = rootKind === null ? null : traitsOf(catalogue, { provider, kind: rootKind });
  const keyOf = (...parts: readonly string[]): string => JSON.stringify([provider, ...parts.map(asciiLower)]);
  return [
    ...(root?.idsIgnoreCase === true ? [{ key: keyOf(root.kind, rootId), id: rootId }] : []),
    ...(idsIgnoreCase ? [{ key: root === null ? keyOf(kind, id) : keyOf(kind, rootId, id), id }] : []),
  ];
}
