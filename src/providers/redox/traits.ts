import type { ProviderTraits } from '../../model/scope.js';

/**
 * Redox: exactly one role a user in an organization, at most one in an environment (R9, R10, R4); users are invited in
 * the dashboard only (R13); an organization keeps at least one owner (R9).
 */
export const redoxTraits: ProviderTraits = {
  name: 'redox',
  scopes: [
    {
      kind: 'organization',
      rootKind: null,
      qualified: false,
      exclusive: true,
      statuses: false,
      groups: false,
      rolesIgnoreCase: true,
      inheritsPrune: false,
      floorRole: 'member',
      removal: true,
      ungrantable: 'users cannot be added to an organization by API: invite the user in the Redox dashboard',
      grantsOnlyUsersOfRoot: true,
      writesNeedCompleteRead: true,
      minHolders: [{ role: 'owner', min: 1 }],
    },
    {
      kind: 'environment',
      rootKind: 'organization',
      qualified: false,
      exclusive: true,
      statuses: false,
      groups: false,
      rolesIgnoreCase: true,
      inheritsPrune: true,
      floorRole: null,
      removal: false,
      ungrantable: null,
      grantsOnlyUsersOfRoot: true,
      writesNeedCompleteRead: true,
      minHolders: [],
    },
  ],
  cannotList: [
    "Redox lists only the environments that the credential's own user is a member of: name any others yourself",
  ],
};
