import { count } from '../../../model/label.js';
import type { ProbeRequest } from '../../../http/probe.js';
import type { Probe, ProbeSubject } from '../../doctor.js';
import {
  accountsToAsk,
  answersSeen,
  listIn,
  rowKey,
  rowsRequest,
  type SeenList,
  usersRequest,
} from './asking.js';
import { sampledUsers } from './sample.js';

/** So many users' roles are asked for a second time at most. */
const mostUsers = 2;

/** Whether a list that is asked for twice is the same: plans are made of one read of each (C29). */
export const twoReads: Probe = {
  id: 'two-reads',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const [first] = await accountsToAsk(subject);
    if (first === undefined) return [];
    const sample = await sampledUsers(subject);
    const requests = [
      usersRequest(first.root, subject.settings),
      ...sample.slice(0, mostUsers).map(({ root, id }) => rowsRequest(root, subject.settings, id)),
    ];
    const compared = await Promise.all(requests.map((request) => again(request, subject)));
    const lists = compared.filter((each) => each !== null);
    const differing = lists.filter(({ differ }) => differ > 0);
    if (lists.length === 0) return [];
    const twice = `${count(lists.length, 'list')} asked for twice`;
    if (differing.length === 0) return [{ state: 'ok', evidence: `${twice} came with the same rows` }];
    const rows = differing.reduce((sum, { differ }) => sum + differ, 0);
    return [
      {
        state: 'failed',
        evidence: `of ${twice} ${differing.length} differ, in ${count(rows, 'row')}`,
        remedy:
          'Run rolecall doctor again: if nobody changes roles meanwhile and it stays so, do not apply, and send a recording (rolecall doctor --record aion.har).',
        blocks: 'apply',
      },
    ];
  },
};

/** How many rows one read of a list has and the other has not; null where it was not read twice. */
async function again(
  request: ProbeRequest,
  subject: ProbeSubject,
): Promise<{ readonly differ: number } | null> {
  const [first, second] = answersSeen(subject, request);
  const before = first === undefined ? null : listIn(first);
  if (before === null) return null;
  const now = listIn(second ?? (await subject.ask(request)));
  return now === null ? null : { differ: lacking(before, now) + lacking(now, before) };
}

/** How many rows are in a list and not in another. */
function lacking(list: SeenList, other: SeenList): number {
  const rows = new Set(other.rows.map(rowKey));
  return list.rows.filter((row) => !rows.has(rowKey(row))).length;
}
