import type { ProviderDoctor } from '../../doctor.js';
import { errorForm } from '../../error-form.js';
import { aionAnswers } from './answers.js';
import { accountRequest } from './asking.js';
import { aionAuthority } from './authority.js';
import { cutLists } from './cut-lists.js';
import { groups } from './groups.js';
import { inactiveRows } from './inactive-rows.js';
import { inheritedRows } from './inherited-rows.js';
import { pageParameters } from './page-parameters.js';
import { rateLimit } from './rate-limit.js';
import { aionRecordable } from './recordable.js';
import { resourceRoles } from './resource-roles.js';
import { roleReads } from './role-reads.js';
import { systemRoles } from './system-roles.js';
import { twoReads } from './two-reads.js';
import { userIds } from './user-ids.js';
import { usersUrl } from './users-url.js';
import { otherWrites, roleChange } from './write-facts.js';
import { aionWriting } from './writing.js';

/** Finds out how the Aion API behaves where its documentation leaves it open (apis.md part C). */
export const aionDoctor: ProviderDoctor = {
  read: accountRequest,
  namedOnly: (settings) => ({ ...settings, options: { ...settings.options, readUsers: 'named' } }),
  probes: [
    usersUrl,
    pageParameters,
    inactiveRows,
    inheritedRows,
    groups,
    systemRoles,
    resourceRoles,
    userIds,
    cutLists,
    twoReads,
    roleReads,
    errorForm,
    rateLimit,
    roleChange,
    ...otherWrites,
  ],
  authority: aionAuthority,
  answers: aionAnswers,
  recordable: aionRecordable,
  writing: aionWriting,
};
