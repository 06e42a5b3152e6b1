import { listed } from '../model/label.js';
import { byCodeUnit, groupBy } from '../model/ordering.js';
import { isRecord } from '../model/record.js';
import type { Probe, SeenAnswer } from './doctor.js';

/** What errors look like, as far as the control requests and refusals show; no page of these APIs tells (C12, B8). */
export const errorForm: Probe = {
  id: 'error-form',
  option: null,
  assumes: null,
  when: 'after',
  run: async ({ seen }) => {
    const errors = seen.filter(({ status }) => status >= 400);
    const byForm = groupBy(errors, formOf);
    const forms = [...byForm].map(([form, alike]) => {
      const statuses = [...new Set(alike.map(({ status }) => String(status)))].sort(byCodeUnit);
      return `${listed(statuses)} with ${form}`;
    });
    if (forms.length === 0) return [];
    return [{ state: 'ok', evidence: `errors come as ${forms.sort(byCodeUnit).join(', ')}` }];
  },
};

/** So many keys of an object are named. */
const mostKeys = 4;

/** The form of a body: of an object the first of its keys, where the words of an error are looked for. */
function formOf({ body }: SeenAnswer): string {
  if (body === undefined) return 'text';
  if (body === null) return 'no body';
  if (!isRecord(body)) return 'JSON that is no object';
  const keys = Object.keys(body).filter((key) => /^[A-Za-z_]{1,24}$/u.test(key));
  return keys.length === 0 ? 'JSON' : `JSON (${keys.slice(0, mostKeys).join(', ')})`;
}
