import { count } from '../../../model/label.js';
import type { Probe } from '../../doctor.js';
import { answerTo, listIn, rowsRequest, type SeenList } from './asking.js';
import { sampledUsers } from './sample.js';

/** Whether the list of a user's roles shows inactive ones where no status is asked for (B2.4, C22). */
export const inactiveRows: Probe = {
  id: 'inactive-rows',
  option: 'options.inactiveRows',
  assumes: 'listed',
  when: 'before',
  run: async (subject) => {
    const sample = await sampledUsers(subject);
    if (sample.length === 0) return [];
    const listedRows = sample.reduce((sum, { list }) => sum + inactive(list).length, 0);
    if (listedRows > 0) {
      const evidence = `${count(listedRows, 'inactive role')} of ${count(sample.length, 'user')} came without being asked for`;
      return [{ state: 'settled', value: 'listed', evidence }];
    }
    const asked = await Promise.all(
      sample.map(async ({ root, id }) =>
        listIn(await answerTo(subject, rowsRequest(root, subject.settings, id, { status: 'INACTIVE' }))),
      ),
    );
    const hidden = asked.reduce((sum, list) => sum + (list === null ? 0 : inactive(list).length), 0);
    if (hidden > 0) {
      const evidence = `?status=INACTIVE has ${count(hidden, 'role')} of ${count(sample.length, 'user')} that the list without it hides`;
      return [{ state: 'settled', value: 'hidden', evidence }];
    }
    return [
      {
        state: 'needs-data',
        evidence: `none of the ${count(sample.length, 'user')} looked at holds an inactive role`,
        remedy:
          'Name a user who holds an inactive role in the files, and run rolecall doctor again; or set providers.aion.options.inactiveRows.',
      },
    ];
  },
};

function inactive({ rows }: SeenList): SeenList['rows'] {
  return rows.filter(({ status }) => status === 'INACTIVE');
}
