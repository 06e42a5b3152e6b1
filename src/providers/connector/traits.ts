import { type ProviderTraits, type ScopeTraits, scopeTraits } from '../../model/scope.js';
import type { Connector, Kind } from './connector.js';
import { idsIgnoreCase } from './context.js';
import { replacesRoles } from './requests.js';
import { isStatic } from './roles.js';
import { variablesIn } from './templates.js';

/** What the model must know of a connector that the settings call `name`. */
export function connectorTraits(name: string, connector: Connector): ProviderTraits {
  const kinds = Object.entries(connector.kinds);
  const [root = ''] = kinds.map(([kind]) => kind);
  return {
    name,
    title: connector.title,
    peopleKey: null,
    idsIgnoreCase: idsIgnoreCase(connector),
    idsAreEmails: connector.people?.byEmail ?? false,
    scopes: kinds.map(([kind, described]) => kindTraits(kind, described, root, connector)),
    cannotList: kinds.flatMap(([, { cannotList }]) => cannotList ?? []),
  };
}

function kindTraits(kind: string, described: Kind, root: string, connector: Connector): ScopeTraits {
  const { grant, destructive = false, fallback, minHolders = {} } = described;
  const isRoot = kind === root;
  return scopeTraits({
    kind,
    description: described.description,
    ...(described.plural === undefined ? {} : { plural: described.plural }),
    rootKind: isRoot ? null : root,
    qualified: !isRoot && described.unique !== true,
    idsIgnoreCase: described.ignoreCase ?? false,
    readBy: readBy(kind, described, root, connector),
    exclusive: described.exclusive ?? false,
    rolesIgnoreCase: described.rolesIgnoreCase ?? false,
    inheritsPrune: !destructive,
    floorRole: fallback ?? null,
    removal: destructive,
    ungrantable:
      grant === undefined
        ? (described.ungrantable ??
          `kinds.${kind} of the connector has no request that grants a role: add "grant" to it if ${connector.title} can do it`)
        : null,
    grantsOnlyUsersOfRoot: described.onlyPeopleOfRoot ?? false,
    writesNeedCompleteRead: true,
    replacesRoles: replacesRoles(described),
    minHolders: Object.entries(minHolders).map(([role, min]) => ({ role, min })),
  });
}

/** Which ids stand in the requests that read who holds a role, or in their rows. */
function readBy(
  kind: string,
  { assignments, roles }: Kind,
  root: string,
  { people }: Connector,
): ScopeTraits['readBy'] {
  const eachOf = (per: 'role' | 'person'): boolean => assignments.some((spec) => spec.for === per);
  const templates = [
    ...assignments.flatMap(({ get, detail = '' }) => [get, detail]),
    ...(eachOf('role') && !isStatic(roles) ? [roles.get] : []),
    ...(eachOf('person') && people?.list !== undefined ? [people.list.get] : []),
  ];
  const named = templates.flatMap(variablesIn);
  return {
    id: named.includes(kind) || assignments.some(({ scope }) => scope !== undefined),
    root: named.includes(root),
  };
}
