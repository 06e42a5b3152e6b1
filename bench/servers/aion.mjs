// One Aion account: its users, its roles and the roles of each user (apis.md B2), and assignments written to it.
import { serve } from './serve.mjs';

/**
 * `limit`: what a second may bring, by a token bucket that holds `burst`, or in any window of a second.
 * @type {{ users: number, ms: number, limit?: { requests: number, kind: 'bucket' | 'window', burst?: number } }}
 */
const { users, ms, limit } = JSON.parse(process.argv[2] ?? '{}');
const prefix = '/api/v1/accounts/orbit';
const roles = ['account_admin', 'reader'].map((id) => ({ id, name: id, scope: 'ACCOUNT', type: 'SYSTEM' }));
const held = Array.from({ length: users }, () => 'reader');
const people = held.map((_, index) => ({
  id: `u${index}`,
  name: `User ${index}`,
  email: `u${index}@bench.test`,
}));
const allUsers = JSON.stringify({ users: people, total: users });
const allRoles = JSON.stringify(page(roles));
const passes =
  limit === undefined ? () => true : limit.kind === 'bucket' ? bucket(limit) : rollingWindow(limit);
const tooMany = { status: 429, json: '{"message":"too many requests"}', headers: { 'retry-after': '1' } };

serve(
  (method, url, body) => {
    const path = url.split('?')[0]?.slice(prefix.length) ?? '';
    if (method === 'GET' && path === '/users') return { status: 200, json: allUsers };
    if (method === 'GET' && path === '/roles') return { status: 200, json: allRoles };
    const [, id = ''] = /\/u(\d+)$/.exec(path) ?? [];
    if (id === '') return { status: 404, json: '{"message":"not here"}' };
    if (method === 'GET') return { status: 200, json: rolesOf(Number(id)) };
    const sent = JSON.parse(body);
    const roleId = path.split('/')[2] ?? '';
    held[Number(id)] = roleId;
    return { status: 200, json: JSON.stringify({ ...sent, roleId, assigneeId: `u${id}` }) };
  },
  ms,
  () => (passes(performance.now()) ? null : tooMany),
);

/** @param {number} index */
function rolesOf(index) {
  const roleId = held[index];
  return JSON.stringify(page([{ roleId, roleName: roleId, status: 'ACTIVE' }]));
}

/** @param {readonly unknown[]} data all there is, on one page */
function page(data) {
  return { data, meta: { page: 1, pageSize: 100, total: data.length, totalPages: 1 } };
}

/** @param {{ requests: number, burst?: number }} limit */
function bucket({ requests, burst = requests }) {
  let tokens = burst;
  let filledAt = performance.now();
  return (/** @type {number} */ now) => {
    tokens = Math.min(burst, tokens + ((now - filledAt) * requests) / 1000);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** @param {{ requests: number }} limit */
function rollingWindow({ requests }) {
  /** @type {number[]} */
  const passed = [];
  return (/** @type {number} */ now) => {
    while ((passed[0] ?? now) <= now - 1000) passed.shift();
    if (passed.length >= requests) return false;
    passed.push(now);
    return true;
  };
}
