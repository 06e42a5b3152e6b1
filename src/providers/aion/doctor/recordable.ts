import type { Recordable } from '../../doctor.js';
import { noSuchId } from './asking.js';
import { offsetNames, pageNames, sizeNames } from './page-names.js';

/** The words that N1 to N9 themselves contain, and those that this doctor asks with. */
export const aionRecordable: Recordable = {
  words: [
    'account_admin',
    'project_admin',
    'project_reader',
    'team_member',
    'ACCOUNT',
    'PROJECT',
    'RESOURCE',
    'ACTIVE',
    'INACTIVE',
    'INVITED',
    'USER',
    'IAMGROUP',
    'google-oauth2',
    'AUTH0',
    'Users retrieved successfully',
  ],
  // Services other than that of roles give ids such as user-xxx-v1 (B1, N12).
  affixes: ['acct', 'user', 'proj', 'v1'],
  pathWords: [
    'assignments',
    'scope',
    'status',
    'projectId',
    noSuchId,
    ...pageNames,
    ...offsetNames,
    ...sizeNames,
  ],
  headers: [
    'content-type',
    'date',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  ],
};
