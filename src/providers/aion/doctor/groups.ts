import { count, listed } from '../../../model/label.js';
import type { Finding, Probe, ProbeRoot, ProbeSubject } from '../../doctor.js';
import { idOf } from '../../fields.js';
import {
  accountsToAsk,
  answerTo,
  answerWords,
  listIn,
  noSuchId,
  rowsRequest,
  usersRequest,
} from './asking.js';

/** So many groups are asked about at most. */
const mostGroups = 8;

/** Whether the path of a user's roles answers for a group too: no operation reads those of a group (B2.5, C18). */
export const groups: Probe = {
  id: 'group-roles',
  option: 'options.groups',
  assumes: 'users-path',
  when: 'before',
  run: async (subject) => {
    const asked = (await accountsToAsk(subject)).map((account) => groupsOf(account, subject));
    const named = (await Promise.all(asked)).flat().slice(0, mostGroups);
    const [first] = named;
    if (first === undefined) return [];
    const ask = ({ root, id }: typeof first): ReturnType<ProbeSubject['ask']> =>
      answerTo(subject, rowsRequest(root, subject.settings, id));
    const control = await ask({ root: first.root, id: noSuchId });
    const answers = await Promise.all(named.map(ask));
    const lists = answers.map((answer) => listIn(answer));
    const holding = lists.filter((list) => list !== null && list.rows.length > 0).length;
    const kinds = listed([...new Set(answers.map(answerWords))]);
    const words = `${count(named.length, 'group')} of the files ${named.length === 1 ? 'was' : 'were'} answered ${kinds}, and an id that cannot exist ${answerWords(control)}`;
    return [
      judged({
        asked: words,
        holding,
        missing: answers.filter(({ status }) => status === 404).length,
        of: named.length,
        toldApart: control.status === 404,
        isList: listIn(control) !== null,
      }),
    ];
  },
};

/** The groups that the files name. With an id that a user has too, the answer is the user's. */
async function groupsOf(
  { root, named }: ProbeRoot,
  subject: ProbeSubject,
): Promise<readonly { readonly root: ProbeRoot['root']; readonly id: string }[]> {
  const ids = named.filter(({ kind }) => kind === 'group').map(({ value }) => value);
  if (ids.length === 0) return [];
  const users = listIn(await answerTo(subject, usersRequest(root, subject.settings)));
  const userIds = new Set((users?.rows ?? []).map(({ id }) => idOf(id)));
  return ids.filter((id) => !userIds.has(id)).map((id) => ({ root, id }));
}

function judged({
  asked: evidence,
  holding,
  missing,
  of,
  toldApart,
  isList,
}: {
  readonly asked: string;
  readonly holding: number;
  readonly missing: number;
  readonly of: number;
  readonly toldApart: boolean;
  /** Whether an id that cannot exist has a list. */
  readonly isList: boolean;
}): Finding {
  if (toldApart && holding > 0) return { state: 'settled', value: 'users-path', evidence };
  if (toldApart && missing === of) return { state: 'settled', value: 'write-only', evidence };
  if (toldApart) {
    return {
      state: 'needs-data',
      value: 'users-path',
      evidence,
      remedy:
        'Name a group that holds a role in the files, and run rolecall doctor again; or set providers.aion.options.groups.',
    };
  }
  const looksAlike =
    'A group without roles and one that cannot be read look alike here: set providers.aion.options.groups to write-only, unless you know that Aion lists the roles of groups.';
  const remedy = isList ? looksAlike : 'Run rolecall doctor again; or set providers.aion.options.groups.';
  return { state: 'needs-data', evidence, remedy };
}
