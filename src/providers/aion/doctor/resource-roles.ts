import { count, listed } from '../../../model/label.js';
import { byCodeUnit } from '../../../model/ordering.js';
import type { Probe } from '../../doctor.js';
import { textOf } from '../../fields.js';
import { rolesPath } from '../api.js';
import { listSeen } from './asking.js';

/** Roles of RESOURCE scope: no field of an assignment names the resource, so that none is ever written (B3.3, C28). */
export const resourceRoles: Probe = {
  id: 'resource-roles',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const roles = subject.roots.flatMap(({ root }) => listSeen(subject, rolesPath(root.id))?.rows ?? []);
    if (roles.length === 0) return [];
    const scopes = new Set(roles.map(({ scope }) => textOf(scope) ?? 'none'));
    const resource = roles.filter(({ scope }) => scope === 'RESOURCE').length;
    const known = `${count(roles.length, 'role')} of the scopes ${listed([...scopes].sort(byCodeUnit))}`;
    const evidence =
      resource === 0 ? known : `${known}; ${resource} of RESOURCE scope: never granted, never revoked`;
    return [{ state: 'ok', evidence }];
  },
};
