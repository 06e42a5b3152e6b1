import type { Authority } from '../../doctor.js';

/** No page says which role managing assignments needs (B6). */
const source = 'inferred (B6)';

/** What the role `account_admin` is taken to allow; a project_admin may manage a project, which nothing says either. */
export const aionAuthority: readonly Authority[] = [
  { kind: 'account', may: 'write', roles: ['account_admin'], source },
  { kind: 'project', may: 'write', roles: ['account_admin'], source },
];
