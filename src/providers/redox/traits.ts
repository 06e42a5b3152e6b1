import { type ProviderTraits, scopeTraits } from '../../model/scope.js';

const organization = scopeTraits({
  kind: 'organization',
  description: 'Redox organization id. The scope of the document, or the organization of its environment.',
  exclusive: true,
  rolesIgnoreCase: true,
  roleIdSetting: 'options.roles.organization',
  inheritsPrune: false,
  floorRole: 'member',
  removal: true,
  ungrantable: 'users cannot be added to an organization by API: invite the user in the Redox dashboard',
  grantsOnlyUsersOfRoot: true,
  writesNeedCompleteRead: true,
  minHolders: [{ role: 'owner', min: 1 }],
});

export const environmentTraits = scopeTraits({
  kind: 'environment',
  description: 'Redox environment id. Requires organization, which lists its users.',
  rootKind: 'organization',
  qualified: false,
  exclusive: true,
  rolesIgnoreCase: true,
  roleIdSetting: 'options.roles.environment',
  grantsOnlyUsersOfRoot: true,
  writesNeedCompleteRead: true,
});

/**
 * Redox: exactly one role a user in an organization, at most one in an environment (R9, R10, R4); users are invited in
 * the dashboard only (R13); an organization keeps at least one owner (R9).
 */
export const redoxTraits: ProviderTraits = {
  name: 'redox',
  title: 'Redox',
  peopleKey: {
    key: 'redox',
    description:
      'Who the person is in Redox: an e-mail, user:ID (which survives a change of e-mail) or an id; or a map from organization id to these.',
  },
  scopes: [organization, environmentTraits],
  cannotList: [
    "Redox lists only the environments that the credential's own user is a member of: name any others yourself",
  ],
};
