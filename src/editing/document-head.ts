import { isShared, type ProviderCatalogue, type Scope, traitsOf } from '../model/scope.js';
import { quoted, yamlScalar } from './scalars.js';

/** The first lines of a scope's document: whose it is, its label if it has one, and where it belongs. */
export function headLines(
  scope: Scope,
  name: string | null,
  catalogue: ProviderCatalogue,
): readonly string[] {
  const traits = traitsOf(catalogue, scope);
  return [
    ...(isShared(catalogue, scope) ? [`provider: ${yamlScalar(scope.provider)}`] : []),
    `${traits.kind}: ${quoted(scope.id)}`,
    ...(traits.rootKind === null ? [] : [`${traits.rootKind}: ${quoted(scope.rootId)}`]),
    ...(name !== null && /\S/u.test(name) ? [`name: ${yamlScalar(name)}`] : []),
  ];
}
