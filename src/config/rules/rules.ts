import { minHolders } from './min-holders.js';
import { maxTerm, separation } from './policies.js';
import { prunedFromRoot } from './pruned-from-root.js';
import { duplicateRole, twoRoles } from './roles.js';
import type { Rule } from './rule.js';
import { addressGlobs, protectedPrincipals } from './settings.js';

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
];
