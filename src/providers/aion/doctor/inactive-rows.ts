import { count } from '../../../model/label.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { aionOptions } from '../options.js';
import { answerTo, listIn, rowsRequest, type SeenList } from './asking.js';
import { type SampledUser, sampledUsers } from './sample.js';

/** Whether the list of a user's roles shows inactive ones where no status is asked for (B2.4, C22). */
export const inactiveRows: Probe = {
  id: 'inactive-rows',
  option: 'options.inactiveRows',
  assumes: 'listed',
  when: 'before',
  run: async (subject) => {
    const sample = await sampledUsers(subject);
    const users = count(sample.length, 'user');
    if (sample.length === 0) return [];
    const shown = sum(sample.map(({ list }) => list));
    if (shown > 0) return [listed(shown, users)];
    const asked = await Promise.all(sample.map((user) => rowsOf(user, { status: 'INACTIVE' }, subject)));
    const holders = sample.filter((_, index) => sum([asked[index] ?? null]) > 0);
    if (holders.length === 0) return [nobody(users, asked)];
    const whole = await Promise.all(holders.map((user) => largestPage(user, subject)));
    const later = sum(whole);
    if (later > 0) return [listed(later, users)];
    const evidence = `?status=INACTIVE has ${count(sum(asked), 'role')} of ${users} that the list without it hides`;
    return [{ state: 'settled', value: 'hidden', evidence }];
  },
};

function listed(rows: number, users: string): Finding {
  const evidence = `${count(rows, 'inactive role')} of ${users} came without being asked for`;
  return { state: 'settled', value: 'listed', evidence };
}

function nobody(users: string, asked: readonly (SeenList | null)[]): Finding {
  return {
    state: 'needs-data',
    evidence: asked.every((list) => list === null)
      ? '?status=INACTIVE, which is documented, was refused'
      : `none of the ${users} looked at holds an inactive role`,
    remedy:
      'Name a user who holds an inactive role in the files, and run rolecall doctor again; or set providers.aion.options.inactiveRows.',
  };
}

/** The list without a status, as it is read: a shorter page may lack what stands at its end. */
function largestPage(user: SampledUser, subject: ProbeSubject): Promise<SeenList | null> {
  const { page, size, max } = aionOptions(subject.settings.options).pageParameters;
  return rowsOf(user, { [page]: '1', [size]: String(max) }, subject);
}

async function rowsOf(
  { root, id }: SampledUser,
  query: Readonly<Record<string, string>>,
  subject: ProbeSubject,
): Promise<SeenList | null> {
  return listIn(await answerTo(subject, rowsRequest(root, subject.settings, id, query)));
}

/** How many inactive rows lists have. */
function sum(lists: readonly (SeenList | null)[]): number {
  return lists.flatMap((list) => (list?.rows ?? []).filter(({ status }) => status === 'INACTIVE')).length;
}
