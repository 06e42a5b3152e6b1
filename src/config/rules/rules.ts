import type { Rule } from '../checked.js';
import { addressGlobs } from './address-globs.js';
import { duplicateRole } from './duplicate-role.js';
import { maxTerm } from './max-term.js';
import { minHolders } from './min-holders.js';
import { protectedPrincipals } from './protected-principals.js';
import { prunedFromOrganization } from './pruned-from-organization.js';
import { separation } from './separation.js';
import { twoRoles } from './two-roles.js';

/** Every rule about what the files say together. */
export const rules: readonly Rule[] = [
  duplicateRole,
  twoRoles,
  prunedFromOrganization,
  separation,
  maxTerm,
  minHolders,
  protectedPrincipals,
  addressGlobs,
];
