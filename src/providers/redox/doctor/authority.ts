import type { Authority } from '../../doctor.js';

/** Owners manage an organization's roles; owners and admins those of environments, and see both (R1-R6, R11). */
export const redoxAuthority: readonly Authority[] = [
  { kind: 'organization', may: 'read', roles: ['owner', 'admin'], source: 'R1' },
  { kind: 'organization', may: 'write', roles: ['owner'], source: 'R2, R11' },
  { kind: 'environment', may: 'read', roles: ['owner', 'admin'], source: 'R3' },
  { kind: 'environment', may: 'write', roles: ['owner', 'admin'], source: 'R4, R5, R6' },
];
