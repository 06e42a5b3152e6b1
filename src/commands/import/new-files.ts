import { isShared, type ProviderCatalogue, traitsOf } from '../../model/scope.js';
import type { DesiredState } from '../../model/desired.js';
import type { LiveRoot, LiveScope } from '../../model/live.js';
import { byKeys } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { Identities, type RootIdentities } from '../../planning/identities.js';
import type { ImportState } from './plan-texts.js';
import { type Naming, namingOf } from './naming.js';
import { unmanageable } from './manageable.js';
import { type LeftOut, type ListedEntry, newDocument } from './new-document.js';

/** Where an organization or account is written: its id percent-encoded so that every file system takes it. */
export function fileName({ provider, id }: LiveRoot['root']): string {
  const safe = encodeURIComponent(id)
    .replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/^\./u, '%2E');
  return `${provider}/${safe}.yaml`;
}

/** The documents of the scopes of a root that no file names yet: the root first, then what belongs to it. */
export function newDocuments(
  root: LiveRoot,
  isWanted: (live: LiveScope) => boolean,
  desired: DesiredState,
  { catalogue, live, workspace: { at } }: ImportState,
): readonly string[] {
  const identities = new Identities(desired.people, live).in(root.root);
  const naming = namingOf(root, identities, desired.people);
  const order = byKeys<LiveScope>(
    ({ scope }) => (scope.address === scope.rootAddress ? 0 : 1),
    ({ scope }) => scope.address,
  );
  return root.scopes
    .filter(({ complete }) => complete && root.complete)
    .filter(isWanted)
    .toSorted(order)
    .map((scope) => documentOf(scope, root, { identities, naming, at }, catalogue));
}

function documentOf(
  live: LiveScope,
  root: LiveRoot,
  {
    identities,
    naming,
    at,
  }: { readonly identities: RootIdentities; readonly naming: Naming; readonly at: number },
  catalogue: ProviderCatalogue,
): string {
  const entries: ListedEntry[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of live.assignments) {
    if (row.keep === 'system-role' || (row.status === 'inactive' && root.inactiveIsGone)) continue;
    const name = naming(row.principal);
    const person = identities.person(principalAddress(row.principal.kind, row.principal.id));
    const hasLeft = person?.leaves != null && person.leaves <= at;
    const why = hasLeft ? 'but has left (people.yaml)' : unmanageable(row, live);
    if (why === null) entries.push({ role: row.role, name, status: row.status });
    else leftOut.push({ row, name, why });
  }
  return newDocument(
    live,
    entries,
    leftOut,
    traitsOf(catalogue, live.scope),
    isShared(catalogue, live.scope),
  );
}
