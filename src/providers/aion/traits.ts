import type { ProviderTraits, ScopeTraits } from '../../model/scope.js';
import { aionOptions, keptByOptions } from './options.js';

const account: ScopeTraits = {
  kind: 'account',
  rootKind: null,
  qualified: false,
  exclusive: false,
  statuses: true,
  groups: true,
  rolesIgnoreCase: false,
  inheritsPrune: true,
  floorRole: null,
  removal: false,
  ungrantable: null,
  grantsOnlyUsersOfRoot: true,
  writesNeedCompleteRead: false,
  minHolders: [{ role: 'account_admin', min: 1 }],
};

/** Aion: any number of roles a user or IAM group, each active or inactive, in an account and in its projects (N1, N2). */
export const aionTraits: ProviderTraits = {
  name: 'aion',
  scopes: [account, { ...account, kind: 'project', rootKind: 'account', qualified: true, minHolders: [] }],
  cannotList: [
    'Aion lists no IAM groups: only the roles of groups that a file names are read',
    'Aion lists no projects: only those in which a user holds a role are found; name any others yourself',
  ],
  keepOf: (role, options) => keptByOptions(role, aionOptions(options)),
};
