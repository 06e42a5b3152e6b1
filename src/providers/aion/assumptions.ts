import type { Assumption } from '../doctor.js';

/** What Aion's documentation leaves open, and an option decides (apis.md C16 to C25). */
export const aionAssumptions: readonly Assumption[] = [
  { option: 'usersUrl' },
  { option: 'options.pageParameters' },
  { option: 'options.inactiveRows' },
  { option: 'options.userRoles' },
  { option: 'options.systemRoles' },
  { option: 'options.groups', matters: (_settings, { groups }) => groups },
  { option: 'options.roleChange' },
];
