import { listed } from '../../../model/label.js';
import { byCodeUnit } from '../../../model/ordering.js';
import { isRecord } from '../../../model/record.js';
import type { Probe, SeenAnswer } from '../../doctor.js';

/** What errors look like: not documented for the Platform API (A8, C12). */
export const errorForm: Probe = {
  id: 'error-form',
  option: null,
  assumes: null,
  when: 'after',
  run: async ({ seen }) => {
    const errors = seen.filter(({ status }) => status >= 400);
    const forms = new Set(errors.map((answer) => `${answer.status} with ${formOf(answer)}`));
    if (forms.size === 0) return [];
    return [{ state: 'ok', evidence: `errors are answered ${listed([...forms].sort(byCodeUnit))}` }];
  },
};

/** The form of a body: of an object the first of its keys, where the words of an error are looked for. */
function formOf({ body }: SeenAnswer): string {
  if (body === undefined) return 'text';
  if (body === null) return 'no body';
  if (Array.isArray(body)) return 'a JSON list';
  if (!isRecord(body)) return 'a JSON value';
  return Object.keys(body).some((key) => key === 'Meta') ? 'JSON as of other Redox APIs' : 'JSON';
}
