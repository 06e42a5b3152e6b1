import type { LoadedConfig } from '../../config/load.js';
import { rootOf } from '../../engine/read-live.js';
import type { DesiredScope } from '../../model/desired.js';
import { byCodeUnit } from '../../model/ordering.js';
import { hasErrors } from '../../model/diagnostic.js';
import { readAddress } from '../../model/scope-address.js';
import type { Scope } from '../../model/scope.js';
import { matching } from '../../planning/narrow.js';
import type { ProbeRoot } from '../../providers/doctor.js';
import type { Workspace } from '../../workspace/workspace.js';
import { narrow } from '../narrow.js';
import { type ProviderCase, rootsOf } from './provider-case.js';

/** What a doctor looks at: scopes of the files, and roots that no file names yet. */
export interface Selected {
  readonly scopes: readonly DesiredScope[];
  readonly undeclared: readonly Scope[];
}

/**
 * The scopes that `--scope` selects. The address of an organization or account that no file names is looked at as well, so
 * that a credential can be tried before anything is imported. @throws UsageError for what selects nothing
 */
export async function selectScopes(
  { desired, catalogue, usableProviders }: LoadedConfig,
  globs: readonly string[],
  workspace: Workspace,
): Promise<Selected> {
  const undeclared = new Map<string, Scope>();
  for (const glob of globs) {
    const read = readAddress(glob, catalogue);
    if (read.kind !== 'scope' || !usableProviders.has(read.scope.provider)) continue;
    if (matching(desired.scopes, [glob]).length === 0) undeclared.set(glob, read.scope);
  }
  const scope = globs.filter((glob) => !undeclared.has(glob));
  if (scope.length === 0 && undeclared.size > 0) return { scopes: [], undeclared: [...undeclared.values()] };
  const narrowing = { scope, shard: null, changedSince: null, onlyScopes: null };
  const { scopes } = await narrow(desired.scopes, narrowing, workspace);
  return { scopes, undeclared: [...undeclared.values()] };
}

/** The cases of what was selected; those of every configured provider where the files name no scope, or could name more. */
export async function casesOf(
  { usableProviders, modules, desired, diagnostics }: LoadedConfig,
  { scopes, undeclared }: Selected,
  isNarrowed: boolean,
): Promise<readonly ProviderCase[]> {
  const all = !isNarrowed && (desired.scopes.length === 0 || hasErrors(diagnostics));
  const needed = [...scopes.map(({ scope }) => scope), ...undeclared].map(({ provider }) => provider);
  const names = [...new Set(all ? [...needed, ...usableProviders.keys()] : needed)].sort(byCodeUnit);
  const cases = names.map(async (name): Promise<readonly ProviderCase[]> => {
    const [module, settings] = [modules.get(name), usableProviders.get(name)];
    if (module === undefined || settings === undefined) return [];
    const doctor = (await module.doctor?.()) ?? null;
    const roots = [
      ...rootsOf(scopes.filter(({ scope }) => scope.provider === name)),
      ...undeclared.filter(({ provider }) => provider === name).map(undeclaredRoot),
    ];
    return [{ name, module, doctor, settings, roots }];
  });
  return (await Promise.all(cases)).flat();
}

function undeclaredRoot(scope: Scope): ProbeRoot {
  return { root: rootOf(scope), scopes: [scope], named: [], wanted: [] };
}
