import type { Recordable } from '../../doctor.js';
import { noSuchEnvironment } from './environment-path.js';

/** What the documentation says, and what therefore says nothing about anybody. */
export const redoxRecordable: Recordable = {
  words: [
    // Roles (R9, R10).
    'owner',
    'admin',
    'member',
    'engineer',
    'support',
    // Flags of environments (R7).
    'Production',
    'Staging',
    'Development',
    // The format's version (R1), and how a list is paged (R22).
    '1.0.0',
    'offset',
  ],
  pathWords: [
    'v1',
    'organizations',
    'environments',
    'environment',
    'role-assignment',
    '_page',
    '_count',
    noSuchEnvironment,
  ],
  headers: [
    'content-type',
    'retry-after',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'ratelimit',
    'ratelimit-limit',
    'ratelimit-policy',
    'ratelimit-remaining',
    'ratelimit-reset',
  ],
};
