import { count } from '../../../model/label.js';
import type { Finding, Probe } from '../../doctor.js';
import { scopeToTry } from './environments.js';
import { idsOf, latest, roleLists } from './lists.js';

/** The JSON type of user ids: strings on some pages, numbers on others (A1, C5). */
export const userIds: Probe = {
  id: 'user-id-type',
  option: 'options.userIdType',
  assumes: 'string',
  isOfWrites: true,
  when: 'after',
  run: async (subject) => {
    const lists = latest(roleLists(subject.seen, subject.settings.url));
    const ids = lists.flatMap(({ page }) => page.rows.map((row) => idsOf(row).user));
    return lists.length === 0 ? [] : [typeFound(ids, lists.length, await scopeToTry(subject))];
  },
};

function typeFound(ids: readonly unknown[], lists: number, scope: string): Finding {
  const texts = ids.filter((id) => typeof id === 'string');
  const numbers = ids.filter((id) => typeof id === 'number');
  const where = `in ${count(lists, 'list')}`;
  if (texts.length + numbers.length === 0) {
    return {
      state: 'needs-data',
      evidence: `no row ${where} has a user id`,
      remedy: 'Run rolecall doctor again once somebody holds a role.',
    };
  }
  if (texts.length > 0 && numbers.length > 0) {
    return {
      state: 'needs-write-probe',
      evidence: `${count(texts.length, 'user id is a string', 'user ids are strings')} and ${count(numbers.length, 'is a number', 'are numbers')} ${where}`,
      remedy: `Run rolecall doctor --probe-writes noop --scope ${scope} --principal user:ID, with somebody who has a role there.`,
    };
  }
  const digits = texts.filter((text) => /^\d+$/u.test(text)).length;
  const form = digits === texts.length ? 'of digits' : digits === 0 ? 'not of digits' : `${digits} of digits`;
  return numbers.length > 0
    ? { state: 'settled', value: 'number', evidence: `${rows(numbers.length)} ${where} are JSON numbers` }
    : {
        state: 'settled',
        value: 'string',
        evidence: `${rows(texts.length)} ${where} are JSON strings, ${form}`,
      };
}

function rows(number: number): string {
  return number === 1 ? 'the one user id' : `all ${number} user ids`;
}
