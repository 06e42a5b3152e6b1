import type { Authority } from '../../doctor.js';

const source = 'inferred, B6';

/**
 * No page says which role it takes to manage assignments. Whoever manages those of an account is taken to be its
 * administrator; those of a project may be managed by others too, such as a project_admin.
 */
export const aionAuthority: readonly Authority[] = [
  { kind: 'account', may: 'write', roles: ['account_admin'], source },
  { kind: 'project', may: 'write', roles: ['account_admin'], source, othersMay: true },
];
