import { minHolders } from './min-holders.js';
import { addressGlobs, maxTerm, protectedPrincipals, separation } from './policies.js';
import { duplicateRole, prunedFromRoot, twoRoles } from './roles.js';
import { terms } from './terms.js';
import type { Rule } from './rule.js';

/** Every rule about what the files say together. */
export const rules: readonly Rule[] = [
  duplicateRole,
  twoRoles,
  prunedFromRoot,
  separation,
  maxTerm,
  minHolders,
  protectedPrincipals,
  addressGlobs,
  terms,
];
