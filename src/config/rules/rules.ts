import type { Rule } from '../checked.js';

/** Every rule about what the files say together. */
export const rules: readonly Rule[] = [];
