import type { Probe } from '../../doctor.js';
import { credentialName } from '../../../model/settings.js';
import { assignmentsPath, rolesPath } from '../api.js';
import { accountsToAsk, answerTo, answerWords, listIn } from './asking.js';

/** Whether one request lists who holds a role, or any role: no page says so (B2.5, C18). rolecall does not need it. */
export const roleReads: Probe = {
  id: 'role-reads',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const [first] = await accountsToAsk(subject);
    if (first === undefined) return [];
    const credential = credentialName(subject.settings, first.root);
    const ofRole = await answerTo(subject, {
      path: `${rolesPath(first.root.id)}/account_admin/assignments`,
      credential,
    });
    const ofAll = await answerTo(subject, { path: assignmentsPath(first.root.id), credential });
    const evidence = `who holds a role was answered ${answerWords(ofRole)}, who holds any ${answerWords(ofAll)}`;
    const exists = listIn(ofRole) !== null || listIn(ofAll) !== null;
    return [
      {
        state: 'ok',
        evidence: exists
          ? `${evidence}; rolecall does not use that, and asks user by user`
          : `${evidence}: each user costs a request`,
      },
    ];
  },
};
