import { count, listed } from '../../../model/label.js';
import type { Finding, Probe } from '../../doctor.js';
import { idOf } from '../../fields.js';
import { type SampledUser, sampledUsers } from './sample.js';

/** Whether a user's rows hold roles that come through groups: no documented field says so (B2.4, C23). */
export const inheritedRows: Probe = {
  id: 'inherited-rows',
  option: 'options.userRoles',
  assumes: 'direct',
  when: 'before',
  run: async (subject) => {
    const sample = await sampledUsers(subject);
    if (sample.length === 0) return [];
    const marked = sample.flatMap((user) => user.list.rows.flatMap((row) => marksOf(row, user)));
    const repeated = sample.reduce((sum, { list }) => sum + list.rows.length - distinct(list.rows), 0);
    if (marked.length === 0 && repeated === 0) return [noSign(sample)];
    const fields = [...new Set(marked)].sort();
    const signs = [
      ...(marked.length === 0 ? [] : [`${count(marked.length, 'row')} with ${listed(fields)}`]),
      ...(repeated === 0 ? [] : [`${count(repeated, 'row')} that repeat a role`]),
    ];
    const evidence = `the roles of ${count(sample.length, 'user')} have ${listed(signs)}`;
    return [{ state: 'settled', value: 'may-include-inherited', evidence }];
  },
};

function noSign(sample: readonly SampledUser[]): Finding {
  const rows = sample.reduce((sum, { list }) => sum + list.rows.length, 0);
  return {
    state: 'assumed',
    value: 'direct',
    evidence: `none of ${count(rows, 'row')} of ${count(sample.length, 'user')} names a group or repeats a role`,
    remedy:
      "In the Aion console, look at a user who has a role through a group alone: where rolecall report shows it as the user's, set providers.aion.options.userRoles to may-include-inherited, else to direct.",
  };
}

/** The field by which a row says that it is not the user's own; none where it does not. */
function marksOf(row: Readonly<Record<string, unknown>>, { id }: SampledUser): readonly string[] {
  const mark = Object.entries(row).find(([key, value]) => {
    if (value === null || value === undefined || value === '' || value === false) return false;
    if (/inherit/iu.test(key)) return value !== 'false';
    if (/group/iu.test(key)) return !Array.isArray(value) || value.length > 0;
    if (key === 'assigneeId') return idOf(value) !== id;
    return typeof value === 'string' && /^(?:iam[_-]?)?group$/iu.test(value);
  });
  return mark === undefined ? [] : [mark[0]];
}

function distinct(rows: readonly Readonly<Record<string, unknown>>[]): number {
  return new Set(rows.map(({ roleId, projectId }) => JSON.stringify([roleId, projectId ?? '']))).size;
}
