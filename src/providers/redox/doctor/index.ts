import { credentialName } from '../../../model/settings.js';
import type { ProviderDoctor } from '../../doctor.js';
import { roleAssignmentPath } from '../api.js';
import { redoxOptions } from '../options.js';
import { redoxAnswers } from './answers.js';
import { redoxAuthority } from './authority.js';
import { cutLists } from './cut-lists.js';
import { environmentPath } from './environment-path.js';
import { environmentsListed } from './environments-listed.js';
import { errorForm } from '../../error-form.js';
import { invitedUsers } from './invited-users.js';
import { rateLimit } from './rate-limit.js';
import { redoxRecordable } from './recordable.js';
import { roleIds } from './role-ids.js';
import { tokenScope } from './token-scope.js';
import { redoxTokenRemedy } from './token-remedy.js';
import { twoReads } from './two-reads.js';
import { userIds } from './user-ids.js';
import { firstAssignment, organizationRemoval, otherWrites } from './write-facts.js';
import { redoxWriting } from './writing.js';

/** Finds out how the Redox Platform API behaves where its documentation leaves it open (apis.md part C). */
export const redoxDoctor: ProviderDoctor = {
  // The list that every plan reads, and that a missing organization must not have.
  read: (root, settings) => ({
    path: roleAssignmentPath('organization', root.id, redoxOptions(settings.options)),
    credential: credentialName(settings, root),
  }),
  tokenRemedy: redoxTokenRemedy,
  probes: [
    environmentPath,
    userIds,
    tokenScope,
    roleIds,
    environmentsListed,
    cutLists,
    twoReads,
    errorForm,
    rateLimit,
    invitedUsers,
    firstAssignment,
    ...otherWrites,
    organizationRemoval,
  ],
  authority: redoxAuthority,
  answers: redoxAnswers,
  recordable: redoxRecordable,
  writing: redoxWriting,
};
