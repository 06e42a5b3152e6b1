import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { active, planned, user } from '../changes.js';
import { held, type Reply, rigFor, scopeOf, serve, settingsFor } from '../rig.js';

const { connector, diagnostics } = readConnector('scim.yaml', readFileSync('connectors/scim.yaml'));
if (connector === null) throw new Error(JSON.stringify(diagnostics));
const scim = connectorModule('scim', connector);
const root = scopeOf(scim, 'directory', 'main');

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const USERS = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => ({
  id,
  userName: `${id}@acme.test`,
  active: id !== 'u5',
}));
const GROUPS = [
  { id: 'g1', displayName: 'admins', members: [{ value: 'u1' }, { value: 'g2' }, { value: 'u5' }] },
  {
    id: 'g2',
    displayName: 'readers',
    members: [
      { value: 'u2', type: 'User' },
      { value: 'g3', type: 'Group' },
    ],
  },
  { id: 'g3', displayName: 'nobody' },
];

/** A service that gives two resources a page whatever is asked for, and answers every PATCH with 204 and does nothing. */
async function rigAt(answer: (path: string) => Reply | null = () => null) {
  const server = await serve((path, method) => {
    const own = answer(path);
    if (own !== null) return own;
    if (method === 'PATCH') return { status: 204, json: null };
    const url = new URL(path, 'http://x');
    if (url.pathname === '/ServiceProviderConfig') return { json: { patch: { supported: true } } };
    const group = GROUPS.find(({ id }) => url.pathname === `/Groups/${id}`);
    if (group !== undefined) return { json: group };
    const all =
      url.pathname === '/Users' ? USERS : GROUPS.map(({ id, displayName }) => ({ id, displayName }));
    const first = Number(url.searchParams.get('startIndex') ?? 1);
    const page = all.slice(first - 1, first + 1);
    return {
      json: { totalResults: all.length, startIndex: first, itemsPerPage: page.length, Resources: page },
    };
  });
  const rig = rigFor(scim, settingsFor(scim, server.url));
  closing.push(server.close, rig.client.destroy);
  const read = () =>
    rig.provider.read({ root, scopes: [root], named: [], everyone: true }, rig.client.reading);
  return { ...rig, read, asked: server.asked };
}

const HELD = [
  'scim/directory/main user:u1 admins active',
  'scim/directory/main user:u2 readers active',
  'scim/directory/main user:u5 admins active',
];

describe('the SCIM connector, at a service that is small and strict', () => {
  it('follows the resources that came, and takes no group in a group for a person', async () => {
    const { read, asked } = await rigAt();
    const live = await read();
    expect(live.problems).toEqual([]);
    expect(held(live)).toEqual(HELD);
    expect(asked.filter((line) => line.includes('/Users'))).toEqual([
      'GET /Users?count=100&startIndex=1',
      'GET /Users?count=100&startIndex=3',
      'GET /Users?count=100&startIndex=5',
    ]);
  });

  it('finds by reading that a service answered 204 and did nothing', async () => {
    const { read, provider, client, asked } = await rigAt();
    const live = await read();
    for (const step of provider.writes(
      planned(root, user('u1'), active('admins'), null, { admins: 'g1' }),
      live,
    ))
      await client.whileWriting(({ send }) => send(step.request));
    expect(asked.at(-1)).toContain('members[value eq \\"u1\\"]');
    expect(held(await read())).toEqual(HELD);
  });

  it.each([
    [
      'cannot PATCH',
      '/ServiceProviderConfig',
      { json: { patch: { supported: false } } },
      'does not support PATCH',
    ],
    ['does not say whether it can', '/ServiceProviderConfig', { json: {} }, 'does not support PATCH'],
    ['has lost a group meanwhile', '/Groups/g2', { status: 404, json: {} }, '404'],
    ['answers with a group of nothing', '/Groups/g3', { json: {} }, 'no list stands at members'],
  ])('takes nothing away where the service %s', async (_, at, answer, message) => {
    const { read } = await rigAt((path) => (path === at ? answer : null));
    const live = await read();
    expect(live.scopes.map(({ complete }) => complete)).toEqual([false]);
    expect(live.problems[0]?.message).toContain(message);
    expect(live.problems.some(({ missing }) => missing === true)).toBe(false);
  });
});
