import { count, listed } from '../../../model/label.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { accountsToAsk, answerTo, answerWords, listIn, noSuchId, rowsRequest } from './asking.js';

/** So many groups are asked about at most. */
const mostGroups = 8;

/** Whether the path of a user's roles answers for a group too: no operation reads those of a group (B2.5, C18). */
export const groups: Probe = {
  id: 'group-roles',
  option: 'options.groups',
  assumes: 'users-path',
  when: 'before',
  run: async (subject) => {
    const named = (await accountsToAsk(subject))
      .flatMap(({ root, named: principals }) =>
        principals.filter(({ kind }) => kind === 'group').map(({ value: id }) => ({ root, id })),
      )
      .slice(0, mostGroups);
    const [first] = named;
    if (first === undefined) return [];
    const ask = ({ root, id }: typeof first): ReturnType<ProbeSubject['ask']> =>
      answerTo(subject, rowsRequest(root, subject.settings, id));
    const control = await ask({ root: first.root, id: noSuchId });
    const answers = await Promise.all(named.map(ask));
    const lists = answers.map((answer) => listIn(answer));
    const holding = lists.filter((list) => list !== null && list.rows.length > 0).length;
    const words = listed([...new Set(answers.map(answerWords))]);
    const asked = `${count(named.length, 'group')} of the files ${named.length === 1 ? 'was' : 'were'} answered ${words}, and an id that cannot exist ${answerWords(control)}`;
    return [
      judged({
        asked,
        holding,
        missing: answers.filter(({ status }) => status === 404).length,
        of: named.length,
        toldApart: control.status === 404,
        isList: listIn(control) !== null,
      }),
    ];
  },
};

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
