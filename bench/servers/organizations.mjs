// Many Redox organizations, answering their lists (apis.md A2.1), and nothing else.
import { emailOf, membersOf } from '../data/organizations.mjs';
import { serve } from './serve.mjs';

/** @type {{ ms: number }} */
const { ms } = JSON.parse(process.argv[2] ?? '{}');

serve((method, url) => {
  const [, id] = /^\/v1\/organizations\/(\d+)\/role-assignment$/.exec(url) ?? [];
  if (method !== 'GET' || id === undefined)
    return { status: 404, json: '{"errors":[{"detail":"not here"}]}' };
  const organization = { id, name: `Part ${id}` };
  const memberships = membersOf(Number(id)).map(({ person, role }) => ({
    organization,
    role: { id: `role-${role}`, name: role },
    user: {
      id: `u${person}`,
      fullname: `Person ${person}`,
      lowercaseEmail: emailOf(person),
      verified2fa: true,
    },
  }));
  return { status: 200, json: JSON.stringify({ meta: { version: '1.0.0' }, payload: { memberships } }) };
}, ms);
