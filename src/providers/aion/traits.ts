import { type ProviderTraits, scopeTraits } from '../../model/scope.js';
import { aionOptions, keptByOptions } from './options.js';

const account = scopeTraits({
  kind: 'account',
  description: 'Aion account id. The scope of the document, or the account of its project.',
  statuses: true,
  groups: true,
  grantsOnlyUsersOfRoot: true,
  minHolders: [{ role: 'account_admin', min: 1 }],
});

export const projectTraits = scopeTraits({
  kind: 'project',
  description: 'Aion project id. Requires account.',
  rootKind: 'account',
  statuses: true,
  groups: true,
  grantsOnlyUsersOfRoot: true,
});

/** Aion: any number of roles a user or IAM group, each active or inactive, in an account and in its projects (N1, N2). */
export const aionTraits: ProviderTraits = {
  name: 'aion',
  title: 'Aion',
  peopleKey: {
    key: 'aion',
    description: 'Who the person is in Aion: an id, user:ID or an e-mail; or a map from account id to these.',
  },
  scopes: [account, projectTraits],
  cannotList: [
    'Aion lists no IAM groups: only the roles of groups that a file names are read',
    'Aion lists no projects: only those in which a user holds a role are found; name any others yourself',
  ],
  keepOf: (role, options) => keptByOptions(role, aionOptions(options)),
};
