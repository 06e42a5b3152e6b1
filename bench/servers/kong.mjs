// As much of Kong's admin API as decK 1.4.0 needs to keep consumers: lists, paged as Kong pages them, and writes.
import { serve } from './serve.mjs';

/** @type {{ consumers: number, ms: number }} */
const { consumers, ms } = JSON.parse(process.argv[2] ?? '{}');
/** @typedef {{ id: string, username: string, created_at?: number }} Consumer */
/** @type {Map<string, Consumer>} */
const held = new Map();
for (let index = 0; index < consumers; index += 1) {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  held.set(id, { id, username: `user-${index}`, created_at: 1 });
}
const root = {
  version: '2.1.0',
  configuration: { database: 'postgres' },
  plugins: { available_on_server: {}, enabled_in_cluster: [] },
};

serve((method, url, body) => {
  const { pathname, searchParams } = new URL(url, 'http://kong');
  const [, kind, id] = pathname.split('/');
  if (pathname === '/') return { status: 200, json: JSON.stringify(root) };
  if (method === 'GET') {
    const rows = kind === 'consumers' ? [...held.values()] : [];
    return { status: 200, json: JSON.stringify(page(rows, kind ?? '', searchParams)) };
  }
  if (kind !== 'consumers') return { status: 404, json: '{"message":"Not found"}' };
  if (method === 'DELETE') {
    held.delete(id ?? '');
    return { status: 204, json: '' };
  }
  /** @type {Consumer} */
  const sent = JSON.parse(body);
  const consumer = { ...sent, id: id ?? sent.id, created_at: 1 };
  held.set(consumer.id, consumer);
  return { status: 200, json: JSON.stringify(consumer) };
}, ms);

/**
 * @param {readonly unknown[]} rows
 * @param {string} kind
 * @param {URLSearchParams} query
 */
function page(rows, kind, query) {
  const size = Number(query.get('size') ?? 100);
  const offset = Number(query.get('offset') ?? 0);
  const end = offset + size;
  const more = end < rows.length;
  return {
    data: rows.slice(offset, end),
    next: more ? `/${kind}?offset=${end}&size=${size}` : null,
    ...(more ? { offset: String(end) } : {}),
  };
}
