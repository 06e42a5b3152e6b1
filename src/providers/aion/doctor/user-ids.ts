import { count, listed } from '../../../model/label.js';
import { asciiLower } from '../../../model/principal.js';
import type { Probe } from '../../doctor.js';
import { usersPath } from '../api.js';
import { listSeen, usersRequest } from './asking.js';

/** The forms that ids have somewhere in the documentation (B1), and others. */
const forms: readonly (readonly [words: string, form: RegExp])[] = [
  ['user-…-v1', /^user-[a-zA-Z0-9]+-v1$/u],
  ['UUIDs', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu],
  ['digits', /^\d+$/u],
  ['e-mails', /@/u],
  ['words', /[^]/u],
];

/** What user ids look like, and whether an e-mail names one user (B1, C26). Every form is accepted. */
export const userIds: Probe = {
  id: 'user-ids',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const users = subject.roots.flatMap(({ root }) => {
      const { base } = usersRequest(root, subject.settings);
      return listSeen(subject, usersPath(root.id), base)?.rows ?? [];
    });
    if (users.length === 0) return [];
    const ids = users.map(({ id }) => formOf(id));
    const kinds = [...new Set(ids)].map((words) => `${ids.filter((each) => each === words).length} ${words}`);
    const emails = users.flatMap(({ email }) =>
      typeof email === 'string' && email !== '' ? [asciiLower(email)] : [],
    );
    const shared = emails.length - new Set(emails).size;
    const evidence = `ids of ${count(users.length, 'user')}: ${listed(kinds)}; ${emails.length} with an e-mail`;
    return [
      {
        state: 'ok',
        evidence:
          shared === 0
            ? evidence
            : `${evidence}, ${shared} of them another user's too: name these users by id`,
      },
    ];
  },
};

function formOf(id: unknown): string {
  if (typeof id === 'number') return 'JSON numbers';
  const form = typeof id === 'string' ? forms.find(([, fits]) => fits.test(id)) : undefined;
  return form?.[0] ?? 'of no usable form';
}
