import { count, listed } from '../../../model/label.js';
import type { ProbeAnswer } from '../../../http/probe.js';
import type { Finding, Probe } from '../../doctor.js';
import { textOf } from '../../fields.js';
import { accountsToAsk, answerTo, answerWords, listIn, usersRequest } from './asking.js';

/** Where the users service is: its pages name a host of the developers (B1, C16). No other host is ever asked. */
export const usersUrl: Probe = {
  id: 'users-url',
  option: 'usersUrl',
  assumes: null,
  when: 'before',
  run: async (subject) => {
    const { url, otherUrls, written } = subject.settings;
    const named = textOf(written['usersUrl']);
    const value = named ?? otherUrls['usersUrl'] ?? url;
    const accounts = await accountsToAsk(subject);
    const answers = await Promise.all(
      accounts.map(({ root }) => answerTo(subject, usersRequest(root, subject.settings))),
    );
    const users = answers.map(listIn);
    const listing = users.flatMap((list) => (list === null ? [] : [list.rows.length]));
    if (listing.length > 0) {
      const rows = listing.reduce((sum, each) => sum + each, 0);
      const evidence = `it lists ${count(rows, 'user')} of ${count(listing.length, 'account')}`;
      return [{ state: 'settled', value, evidence }];
    }
    return notThere(answers, value, named !== null);
  },
};

/** What a credential may not see, or a server cannot answer now, says nothing about the place: the read will tell. */
function notThere(
  answers: readonly ProbeAnswer[],
  usersService: string,
  isNamed: boolean,
): readonly Finding[] {
  const isMissing = answers.every(({ status = 500 }) => status === 404 || status === 405 || status < 400);
  if (answers.length === 0 || !isMissing) return [];
  const words = listed([...new Set(answers.map(answerWords))]);
  const evidence = `the users of ${count(answers.length, 'account')} were asked for at ${usersService} and answered ${words}`;
  if (isNamed) {
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
