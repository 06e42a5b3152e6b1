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
    const forms = new Set(errors.map((answer) => `${answer.status} as ${formOf(answer)}`));
    if (forms.size === 0) return [];
    return [{ state: 'ok', evidence: `errors come with ${listed([...forms].sort(byCodeUnit))}` }];
  },
};

/** The form of a body. Other Redox APIs answer `{ Meta: { Errors } }`, or text. */
function formOf({ body }: SeenAnswer): string {
  if (body === undefined) return 'text';
  if (body === null) return 'nothing';
  if (Array.isArray(body)) return 'a JSON list';
  if (!isRecord(body)) return 'a JSON value';
  return Object.hasOwn(body, 'Meta') ? 'JSON { Meta }' : 'JSON';
}
