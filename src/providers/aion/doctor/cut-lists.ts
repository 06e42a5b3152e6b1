import { count, listed } from '../../../model/label.js';
import type { Finding, Probe } from '../../doctor.js';
import { usersPath } from '../api.js';
import { listSeen, usersRequest } from './asking.js';

/**
 * Signs of a list of users that was cut: it has no pages, but a total (N8). Rows that are fewer than their own total fail the
 * read, so only a total that was cut too is left to be seen. Roles come in pages with totals, and the read adds them up.
 */
export const cutLists: Probe = {
  id: 'cut-lists',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const lists = subject.roots.flatMap(({ root }) => {
      const { base } = usersRequest(root, subject.settings);
      const list = listSeen(subject, usersPath(root.id), base);
      return list === null || list.total !== list.rows.length ? [] : [list.rows.length];
    });
    if (lists.length === 0) return [];
    const round = lists.filter((rows) => rows >= 20 && (rows % 50 === 0 || rows === 20 || rows === 25));
    return [round.length === 0 ? whole(lists) : suspicious(round)];
  },
};

function whole(lists: readonly number[]): Finding {
  const [rows = 0] = lists;
  const what = lists.length === 1 ? count(rows, 'user') : `the users of ${lists.length} accounts`;
  return { state: 'ok', evidence: `${what} came, as many as the total says, and no round number` };
}

function suspicious(round: readonly number[]): Finding {
  return {
    state: 'needs-data',
    evidence: `${listed(round.map((rows) => `exactly ${rows}`))} users came, as of a list that is cut together with its total`,
    remedy:
      'Compare with the number of users in the Aion console. If more are there, do not apply, and send a recording: rolecall doctor --record aion.har',
  };
}
