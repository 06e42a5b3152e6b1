// The organization that servers/redox.mjs serves: members u0, u1, … and two who are more.

/**
 * The file that gives each of `users` members one role.
 * @param {number} users
 * @param {'admin' | 'member'} role
 */
export function organizationFile(users, role) {
  const list = Array.from({ length: users }, (_, index) => `    - u${index}@bench.test\n`).join('');
  const also = role === 'admin' ? '    - admin@bench.test\n' : '';
  const admins = role === 'admin' ? '' : '  admin:\n    - admin@bench.test\n';
  return `organization: "1"\nroles:\n  owner:\n    - owner@bench.test\n${admins}  ${role}:\n${also}${list}`;
}

/**
 * The same changes as requests.
 * @param {number} users
 * @returns {import('../loops/bare-loop.mjs').BareRequest[]}
 */
export function organizationWrites(users) {
  return Array.from({ length: users }, (_, index) => ({
    method: 'PUT',
    path: '/v1/organizations/1/role-assignment',
    body: JSON.stringify({
      role: { id: 'role-admin', name: 'admin' },
      user: { id: `u${index}`, name: `User u${index}` },
    }),
  }));
}
