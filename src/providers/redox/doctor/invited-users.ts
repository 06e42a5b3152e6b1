import type { Probe } from '../../doctor.js';
import { latest, roleLists } from './lists.js';

/** Whether people who were invited and have not accepted are listed: the dashboard shows them apart (R13, C14). */
export const invitedUsers: Probe = {
  id: 'invited-users',
  option: null,
  assumes: null,
  when: 'after',
  run: async ({ seen, settings }) => {
    const members = latest(roleLists(seen, settings.url)).filter(({ kind }) => kind === 'organization');
    if (members.length === 0) return [];
    return [
      {
        state: 'assumed',
        evidence:
          'no row says whether somebody accepted an invitation, so that invited people are taken to be missing',
        remedy: 'Have people accept before the files name them: until then their entries are blocked.',
      },
    ];
  },
};
