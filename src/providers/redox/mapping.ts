import type { LiveAssignment, LiveUser } from '../../model/live.js';
import type { Membership } from './api.js';

/** A row's user. Environment rows know neither last login nor second factor (R3). */
export function userOf({ user }: Membership): LiveUser {
  return {
    id: user.id,
    email: user.email,
    name: user.fullname,
    lastLogin: user.lastLogin,
    twoFactor: user.verified2fa,
  };
}

/** A row's assignment. Redox knows no status. */
export function assignmentOf({ user, role }: Membership): LiveAssignment {
  return {
    principal: { kind: 'user', id: user.id },
    role: role.name,
    roleId: role.id,
    status: 'active',
    keep: null,
  };
}
