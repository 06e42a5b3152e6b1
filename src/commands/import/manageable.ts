import type { Keep, LiveAssignment, LiveScope } from '../../model/live.js';

/** Why no entry should ask for a live assignment; null where one can. */
export function unmanageable(row: LiveAssignment, live: LiveScope): string | null {
  if (row.keep === null) return null;
  if (row.keep !== 'group') return reasonOf(row.keep);
  const role = live.roles.find(({ roleId }) => roleId === row.roleId);
  return role === undefined ? reasonOf('unknown-role') : role.blocked;
}

function reasonOf(keep: Exclude<Keep, 'group'>): string | null {
  switch (keep) {
    case 'system-role':
      return 'a system role';
    case 'resource-role':
      return 'a role of RESOURCE scope, which the API cannot assign';
    case 'unknown-role':
      return 'a role that cannot be assigned here';
    case 'project-missing':
      return 'a role of PROJECT scope without its project';
    case 'maybe-inherited':
      return null;
  }
}
