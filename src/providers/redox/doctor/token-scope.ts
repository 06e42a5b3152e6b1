import { quote } from '../../../model/label.js';
import type { Probe } from '../../doctor.js';
import { textOf } from '../../fields.js';
import { latest, roleLists } from './lists.js';
import { usesAssertion } from '../assumptions.js';

/** Whether a token needs a scope: the sample that calls the Platform API asks for none (A6, C8). */
export const tokenScope: Probe = {
  id: 'token-scope',
  option: 'options.tokenScope',
  assumes: '',
  when: 'after',
  run: async ({ seen, settings }) => {
    const lists = latest(roleLists(seen, settings.url)).length;
    if (!usesAssertion(settings) || lists === 0) return [];
    const scope = textOf(settings.options['tokenScope']) ?? '';
    const asked = scope === '' ? 'without a scope' : `with the scope ${quote(scope)}`;
    return [
      {
        state: 'settled',
        value: scope,
        evidence: `a token that was asked for ${asked} reads role assignments`,
      },
    ];
  },
};
