import { count, listed } from '../../../model/label.js';
import type { Finding, Probe, ProbeRoot, ProbeSubject } from '../../doctor.js';
import { answerTo, answerWords, listIn, usersRequest } from './asking.js';

/** So many accounts are asked for their users at most. */
const mostRoots = 5;

/** Where the users service is: its pages name a host of the developers (B1, C16). No other host is ever asked. */
export const usersUrl: Probe = {
  id: 'users-url',
  option: 'usersUrl',
  assumes: null,
  when: 'before',
  run: async (subject) => {
    const { url, otherUrls } = subject.settings;
    const value = otherUrls['usersUrl'] ?? url;
    const answers = await Promise.all(
      subject.roots.slice(0, mostRoots).map(async ({ root }) => ({
        root,
        answer: await answerTo(subject, usersRequest(root, subject.settings)),
      })),
    );
    const users = answers.map(({ answer }) => listIn(answer));
    const listing = users.flatMap((list) => (list === null ? [] : [list.rows.length]));
    if (listing.length > 0) {
      const rows = listing.reduce((sum, each) => sum + each, 0);
      const evidence = `it lists ${count(rows, 'user')} of ${count(listing.length, 'account')}`;
      return [{ state: 'settled', value, evidence }];
    }
    return answers.length === 0 ? [noAccount] : notThere(answers, value, url);
  },
};

const noAccount: Finding = {
  state: 'needs-data',
  evidence: 'the files name no account',
  remedy: 'Name an account in the files, then run rolecall doctor again.',
};

/** What a credential may not see, or a server cannot answer now, says nothing about the place: the read will tell. */
function notThere(
  answers: readonly {
    readonly root: ProbeRoot['root'];
    readonly answer: Awaited<ReturnType<ProbeSubject['ask']>>;
  }[],
  usersService: string,
  url: string,
): readonly Finding[] {
  const isMissing = answers.every(
    ({ answer: { status } }) => status !== undefined && (status === 404 || status === 405 || status < 400),
  );
  if (!isMissing) return [];
  const words = listed([...new Set(answers.map(({ answer }) => answerWords(answer)))]);
  const evidence = `the users of ${count(answers.length, 'account')} were asked for at ${usersService} and answered ${words}`;
  if (usersService !== url) {
    return [
      {
        state: 'conflict',
        evidence,
        remedy:
          'Set providers.aion.usersUrl to the base URL of the users service; Aion can tell which it is.',
        blocks: 'plan',
      },
    ];
  }
  return [
    {
      state: 'needs-data',
      evidence,
      remedy:
        'The users service is elsewhere, and rolecall tries no credential there by itself. Ask Aion for its base URL, and set providers.aion.usersUrl to it.',
      blocks: 'plan',
    },
  ];
}
