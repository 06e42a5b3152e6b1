import { listed } from '../../../model/label.js';
import { byCodeUnit } from '../../../model/ordering.js';
import type { Probe } from '../../doctor.js';

/** What headers that state a limit are called: none is documented (B8, C27). */
const names = /^(?:x-)?ratelimit(?:-policy|-limit)?$/u;

/** Whether answers state a rate limit. Without one, rolecall learns it from the first 429. */
export const rateLimit: Probe = {
  id: 'rate-limit',
  option: null,
  assumes: null,
  when: 'after',
  run: async ({ seen, settings }) => {
    const stated = new Set(
      seen.flatMap(({ headers }) =>
        Object.entries(headers).flatMap(([name, value]) =>
          names.test(name) && /^[\w\s;=",.-]{1,60}$/u.test(value) ? [`${name}: ${value}`] : [],
        ),
      ),
    );
    const sent =
      settings.rateLimit === null
        ? 'rolecall sets itself none, and slows down when it is answered 429'
        : `providers.aion.rateLimit is ${settings.rateLimit.requests} requests in ${settings.rateLimit.perMs / 1000} s`;
    const [limit = 'no answer states a rate limit'] =
      stated.size === 0 ? [] : [listed([...stated].sort(byCodeUnit))];
    return [{ state: 'ok', evidence: `${limit}; ${sent}` }];
  },
};
