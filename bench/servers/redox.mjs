// One Redox organization of many members, answering its list and its PUT (apis.md A2.1, A2.2), and nothing else.
import { serve } from './serve.mjs';

/** @type {{ users: number, ms: number }} */
const { users, ms } = JSON.parse(process.argv[2] ?? '{}');
const path = '/v1/organizations/1/role-assignment';
const organization = { id: '1', name: 'Bench' };
const roles = ['owner', 'admin', 'member'].map((name) => ({ id: `role-${name}`, name }));
const [owner, admin, member] = roles;
const held = Array.from({ length: users }, () => member);
const fixed = [row('owner', owner), row('admin', admin)];
const done = { status: 200, json: '{"meta":{"version":"1.0.0"},"payload":{"success":true}}' };
const unknown = { status: 404, json: '{"errors":[{"detail":"not here"}]}' };

serve((method, url, body) => {
  if (url !== path) return unknown;
  if (method === 'GET') return { status: 200, json: list() };
  if (method !== 'PUT') return unknown;
  const { role, user } = JSON.parse(body);
  const index = Number(user.id.slice(1));
  if (!(index < users)) return unknown;
  held[index] = roles.find(({ id }) => id === role.id) ?? member;
  return done;
}, ms);

function list() {
  const memberships = [...held.map((role, index) => row(`u${index}`, role)), ...fixed];
  return JSON.stringify({ meta: { version: '1.0.0' }, payload: { memberships } });
}

/**
 * @param {string} id
 * @param {{ id: string, name: string } | undefined} role
 */
function row(id, role) {
  const user = { id, fullname: `User ${id}`, lowercaseEmail: `${id}@bench.test`, verified2fa: true };
  return { organization, role, user: { ...user, lastLogin: '2026-11-01T00:00:00Z' } };
}
